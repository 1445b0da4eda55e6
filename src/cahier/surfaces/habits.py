"""The habits of one column, learnt over all its cells and stated so that a person can confirm them.

A habit decides nothing in silence: where the cells allow two readings, ``open_questions`` names them and
``confirm`` settles them. The readers then turn one cell into a value, or refuse it with a sentence.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from cahier.kernel.names import fold
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.kernel.units import NotANumber, read_decimal
from cahier.surfaces import dates
from cahier.surfaces.numbers import MARKS, as_plain, number_form
from cahier.surfaces.words import NO, YES, is_empty_word

UNDECIDED_NUMBER = reason(
    "surfaces.undecided_number",
    "{text} may be a thousand or a decimal. Say for the whole column whether the decimal sign is , or .",
)
NOT_A_NUMBER = reason(
    "surfaces.not_a_number", "{text} is not a number. Write it in digits, without words or units."
)
SCIENTIFIC = reason(
    "surfaces.scientific",
    "{text} has lost digits to the scientific format. Format the column as text or number and copy it again.",
)
UNDECIDED_DAY = reason(
    "surfaces.undecided_day",
    "{text} may be day/month or month/day. Say for the whole column which comes first.",
)
NOT_YES_NO = reason("surfaces.not_yes_no", "{text} is neither yes nor no. Write yes or no.")

SAW_DECIMAL = reason("surfaces.saw_decimal", "Cells such as {example} show {sign} as decimal sign ({count}).")
SAW_EITHER_SIGN = reason(
    "surfaces.saw_either_sign", "Cells such as {example} can be read two ways ({count})."
)
SAW_DAY_FIRST = reason(
    "surfaces.saw_day_first", "Cells such as {example} show the order day/month/year ({count})."
)
SAW_MONTH_FIRST = reason(
    "surfaces.saw_month_first", "Cells such as {example} show the order month/day/year ({count})."
)
SAW_EITHER_ORDER = reason(
    "surfaces.saw_either_order", "Cells such as {example} have day and month both below 13 ({count})."
)
SAW_SERIAL = reason(
    "surfaces.saw_serial", "Cells such as {example} may be day numbers of a spreadsheet ({count})."
)
SAW_SHORT_YEAR = reason(
    "surfaces.saw_short_year", "Cells such as {example} write the year with two digits ({count})."
)
SAW_EMPTY_WORD = reason(
    "surfaces.saw_empty_word", "Cells such as {example} say in a word that they are empty ({count})."
)
SAW_WHOLE = reason("surfaces.saw_whole", "Cells such as {example} are whole numbers ({count}).")
SAW_NUMBER = reason("surfaces.saw_number", "Cells such as {example} are numbers ({count}).")
SAW_DAY = reason("surfaces.saw_day", "Cells such as {example} are days ({count}).")
SAW_YES_NO = reason("surfaces.saw_yes_no", "Cells such as {example} say yes or no ({count}).")
_SAID = {
    "whole": SAW_WHOLE, ",": SAW_DECIMAL, ".": SAW_DECIMAL, "sign?": SAW_EITHER_SIGN, "dmy": SAW_DAY_FIRST, "mdy": SAW_MONTH_FIRST,
    "order?": SAW_EITHER_ORDER, "serial": SAW_SERIAL, "short": SAW_SHORT_YEAR, "empty": SAW_EMPTY_WORD,
    "number": SAW_NUMBER, "day": SAW_DAY, "yesno": SAW_YES_NO,
}  # fmt: skip
MOST = 0.8
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"[\d.,\s]*")


@dataclass(frozen=True)
class Habit:
    """How one column writes its values.

    ``kind`` is what most cells are: ``number``, ``day``, ``yesno``, ``text`` or ``empty``. ``decimal`` is
    ``,`` or ``.`` or empty where no cell has a sign; ``order`` is ``dmy``, ``mdy`` or empty; ``epoch`` the
    first year of serial day numbers; ``turn`` the two-digit year from which 19.. is meant. ``empty_words``
    are the folded words read as nothing, ``letters`` the cells of one letter. ``evidence`` says what was seen, ``open_questions`` names what
    a person must settle: ``decimal``, ``order``; ``usual_order`` is the proposal for the latter.
    """

    kind: str = "text"
    decimal: str = ""
    order: str = ""
    epoch: int = 1900
    turn: int = 50
    empty_words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    evidence: tuple[Problem, ...] = ()
    open_questions: tuple[str, ...] = ()
    usual_order: str = "dmy"

    def confirm(self, **answers: object) -> Habit:
        """Return the habit with a person's answers, which close the questions they answer."""
        still = tuple(question for question in self.open_questions if question not in answers)
        return dataclasses.replace(self, open_questions=still, **answers)  # type: ignore[arg-type]


class Tally:
    """Counts what the cells of one column show, with one example each, in constant memory."""

    def __init__(self) -> None:
        self.filled = 0
        self.counts: dict[str, int] = {}
        self.examples: dict[str, str] = {}
        self.empty_words: set[str] = set()
        self.letters: set[str] = set()

    def see(self, text: str) -> None:
        """Count one cell."""
        bare = text.strip()
        if not bare:
            return
        if len(bare) == 1:
            self.letters.add(bare.casefold())
        shown = _shows(bare)
        if shown == ("empty",):
            self.empty_words.add(bare.casefold())
        else:
            self.filled += 1
        for what in shown:
            self.counts[what] = self.counts.get(what, 0) + 1
            self.examples.setdefault(what, bare)

    def habit(self, language: str = "") -> Habit:
        """Return what the counts say. ``language`` only proposes an order where the cells show none."""
        decimal, sign_open = self._choose(",", ".", "sign?")
        order, order_open = self._choose("dmy", "mdy", "order?")
        kind = self._kind()
        questions = [("decimal", sign_open and kind != "day"), ("order", order_open)]
        return Habit(
            kind=kind,
            decimal=decimal,
            order=order,
            empty_words=frozenset(self.empty_words),
            letters=frozenset(self.letters),
            evidence=tuple(self._evidence()),
            open_questions=tuple(name for name, is_open in questions if is_open),
            usual_order="mdy" if language.lower() in {"en-us", "en_us"} else "dmy",
        )

    def _choose(self, one: str, other: str, either: str) -> tuple[str, bool]:
        seen = [choice for choice in (one, other) if self.counts.get(choice)]
        if len(seen) == 1:
            return seen[0], False
        return "", len(seen) == 2 or either in self.counts

    def _kind(self) -> str:
        if not self.filled:
            return "empty"
        shares = [(self.counts.get(kind, 0) / self.filled, kind) for kind in ("day", "number", "yesno")]
        share, kind = max(shares, key=lambda pair: pair[0])
        return kind if share >= MOST else "text"

    def _evidence(self) -> Iterable[Problem]:
        for what, count in self.counts.items():
            details = {"count": count, "example": self.examples[what]}
            if what in MARKS:
                details["sign"] = what
            yield _SAID[what](**details)


@lru_cache(maxsize=65_536)
def _shows(bare: str) -> tuple[str, ...]:
    """Return what one filled cell shows; remembered, because columns repeat themselves."""
    if is_empty_word(bare):
        return ("empty",)
    form = number_form(bare)
    yes_no = ("yesno",) if fold(bare) in YES | NO else ()
    return (*yes_no, *(("number", form) if form else ()), *_day_shows(bare))


def _day_shows(bare: str) -> tuple[str, ...]:
    if dates.is_serial(bare):
        return ("serial",)
    found = dates.parts(bare)
    if found is None:
        return ("day",) if _DIGIT.search(bare) and not _FIGURES.fullmatch(bare) and _is_day(bare) else ()
    first, second, year = found
    short = ("short",) if len(year) == 2 else ()
    if first > 12 >= second or second > 12 >= first:
        return ("day", *short, "dmy" if first > 12 else "mdy")
    return ("day", *short, "order?") if first != second and first <= 12 else ("day", *short)


def learn(cells: Iterable[str], language: str = "") -> Habit:
    """Return the habit of a column from all its cells."""
    tally = Tally()
    for text in cells:
        tally.see(text)
    return tally.habit(language)


def is_nothing(text: str, habit: Habit) -> bool:
    """Return whether the cell is blank or holds one of the column's words for nothing."""
    bare = text.strip()
    return not bare or bare.casefold() in habit.empty_words


def parse_number(text: str, habit: Habit) -> Decimal | None:
    """Return the exact number of a cell, ``None`` for nothing. Raises ``Refused``."""
    if is_nothing(text, habit):
        return None
    plain = as_plain(text)
    if re.fullmatch(r"[-+]?\d+([.,]\d+)?[eE][-+]?\d+", plain):
        raise Refused(SCIENTIFIC(text=text))
    if plain and "decimal" in habit.open_questions and number_form(text) == "sign?":
        raise Refused(UNDECIDED_NUMBER(text=text))
    try:
        return read_decimal(plain, habit.decimal)
    except NotANumber as error:
        undecided = not habit.decimal and number_form(text) == "sign?"
        raise Refused((UNDECIDED_NUMBER if undecided else NOT_A_NUMBER)(text=text)) from error


def parse_day(text: str, habit: Habit) -> dt.date | None:
    """Return the day of a cell, ``None`` for nothing. Raises ``Refused``."""
    if is_nothing(text, habit):
        return None
    found = dates.parts(text)
    if found and not habit.order and found[0] != found[1] and max(found[:2]) <= 12:
        raise Refused(UNDECIDED_DAY(text=text))
    order = habit.order or ("mdy" if found and found[1] > 12 else "dmy")
    return dates.read_day(text, order, epoch=habit.epoch, turn=habit.turn)


def parse_yes_no(text: str, habit: Habit) -> bool | None:
    """Return the truth of a cell, ``None`` for nothing. Raises ``Refused``."""
    if is_nothing(text, habit):
        return None
    word = fold(text) or text.strip()
    if word in YES or word in {"✓", "✔", "☑"}:
        return True
    if word in NO or word in {"✗", "✘", "☐"}:
        return False
    raise Refused(NOT_YES_NO(text=text))


def parse_text(text: str, habit: Habit) -> str | None:
    """Return the text of a cell with single blanks, ``None`` for nothing."""
    return None if is_nothing(text, habit) else " ".join(text.split())


def _is_day(text: str) -> bool:
    try:
        dates.read_day(text)
    except Refused:
        return False
    return True
