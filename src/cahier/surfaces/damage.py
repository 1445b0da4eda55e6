"""Silent damage: cells that look like values but lost something on the way through a spreadsheet.

Nothing is mended here. Each warning names the column, the first cells, how many there are, and the remedy;
where the lost value can be worked out, it is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from cahier.kernel.refusals import Problem, Reason, reason
from cahier.surfaces.mojibake import ungarbled
from cahier.surfaces.table import Row
from cahier.surfaces.words import is_empty_word

FILLED_YEARS = reason(
    "surfaces.filled_years",
    "{value} begins {count} cells whose year grows by one on every row, as when a corner is dragged. "
    "Check the years against the source.",
)
FILLED_NUMBERS = reason(
    "surfaces.filled_numbers",
    "{value} begins {count} long numbers that grow by one on every row, as when a corner is dragged. "
    "Check the numbers against the source.",
)
CUT_NUMBER = reason(
    "surfaces.cut_number",
    "Long numbers such as {value} end in zeros because a spreadsheet keeps 15 digits only ({count}). "
    "Format the column as text and enter them again.",
)
SCIENTIFIC = reason(
    "surfaces.scientific_code",
    "Cells such as {value} lost digits to the scientific format ({count}). "
    "Format the column as text and copy it again from the source.",
)
LOST_ZEROS = reason(
    "surfaces.lost_zeros",
    "Codes such as {value} are shorter than the others, which begin with 0 ({count}). Put the zeros back.",
)
GARBLED = reason(
    "surfaces.garbled",
    "Cells such as {value} hold characters broken by a wrong encoding ({count}). "
    "Save the source again as CSV UTF-8, or correct the cells.",
)
EMPTY_WORDS = reason(
    "surfaces.empty_words",
    "Cells such as {value} hold a word for nothing ({count}). Leave such cells blank, or confirm the word.",
)

KEPT = 100
SHORTEST_RUN = 5
_YEAR_END = re.compile(r"(.*?)((?:19|20|21)\d\d)", re.DOTALL)
_SCIENTIFIC = re.compile(r"[-+]?\d([.,]\d+)?[eE]\+?\d{1,2}")


class Cell(NamedTuple):
    """One damaged cell: row as a spreadsheet shows it, its text, and the proposed mend or nothing."""

    row: int
    value: str
    mended: str = ""


@dataclass
class Damage:
    """One kind of damage in one column (counted from 0): the first cells, and how many there are."""

    reason: Reason
    column: int
    header: str
    cells: list[Cell] = field(default_factory=list)
    count: int = 0

    def add(self, cell: Cell) -> None:
        """Count one more cell and keep it among the first."""
        self.count += 1
        if len(self.cells) < KEPT:
            self.cells.append(cell)

    @property
    def problem(self) -> Problem:
        """The sentence with the count and the first value."""
        return self.reason(count=self.count, value=self.cells[0].value)


class _Watch(Protocol):
    def see(self, row: int, text: str) -> None: ...
    def found(self) -> Damage: ...


def inspect(header: Sequence[str], rows: Iterable[Row], *, latest_year: int = 2050) -> list[Damage]:
    """Return the damage of every column, in order of columns. Memory does not grow with the rows.

    ``latest_year`` is the last year that bare years growing row by row may reach without a warning.
    """
    watches = [_watches(column, name, latest_year) for column, name in enumerate(header)]
    for number, cells in rows:
        for watchers, cell in zip(watches, cells, strict=False):
            text = cell.strip()
            for watch in watchers:
                watch.see(number, text)
    found = [watch.found() for watchers in watches for watch in watchers]
    return [damage for damage in found if damage.count]


def _watches(column: int, name: str, latest_year: int) -> list[_Watch]:
    def of(kind: Reason) -> Damage:
        return Damage(kind, column, name)

    return [
        _Runs(of(FILLED_YEARS), _year_of, latest_year),
        _Runs(of(FILLED_NUMBERS), _long_number_of, 0),
        _CutNumbers(of(CUT_NUMBER)),
        _LostZeros(of(LOST_ZEROS)),
        _Alone(of(SCIENTIFIC), _scientific),
        _Alone(of(GARBLED), ungarbled),
        _Alone(of(EMPTY_WORDS), lambda text: "" if is_empty_word(text) else None),
    ]


@dataclass
class _Alone:
    """Damage that one cell shows by itself; the judge returns the mend, empty if unknown, or ``None``."""

    damage: Damage
    judge: Callable[[str], str | None]

    def see(self, row: int, text: str) -> None:
        mended = self.judge(text)
        if mended is not None:
            self.damage.add(Cell(row, text, mended))

    def found(self) -> Damage:
        return self.damage


@dataclass
class _Runs:
    """Numbers that grow by one from row to row behind the same words."""

    damage: Damage
    number_of: Callable[[str], tuple[str, int] | None]
    bare_until: int
    run: list[Cell] = field(default_factory=list)
    length: int = 0
    last: tuple[str, int] | None = None

    def see(self, row: int, text: str) -> None:
        now = self.number_of(text) if text[-1:].isdigit() else None
        if now is None and self.last is None:
            return
        if now is None or self.last is None or now != (self.last[0], self.last[1] + 1):
            self._close()
        self.last = now
        if now is not None:
            self.length += 1
            if len(self.run) < KEPT:
                self.run.append(Cell(row, text))

    def found(self) -> Damage:
        self._close()
        return self.damage

    def _close(self) -> None:
        if self.length >= SHORTEST_RUN and self.last is not None:
            words, end = self.last
            if words or end > self.bare_until:
                self.damage.cells += self.run[: KEPT - len(self.damage.cells)]
                self.damage.count += self.length
        self.run, self.length, self.last = [], 0, None


def _scientific(text: str) -> str | None:
    return "" if text[-1:].isdigit() and _SCIENTIFIC.fullmatch(text) else None


def _year_of(text: str) -> tuple[str, int] | None:
    match = _YEAR_END.fullmatch(text)
    if match is None or match[1][-1:].isdigit() or (match[1] and not re.search(r"[^\W\d_]", match[1])):
        return None
    return match[1], int(match[2])


def _long_number_of(text: str) -> tuple[str, int] | None:
    return ("", int(text)) if 8 <= len(text) <= 15 and text.isdecimal() else None


@dataclass
class _CutNumbers:
    """Numbers of 16 digits and more, most of which have only zeros behind the 15th digit."""

    damage: Damage
    long: int = 0

    def see(self, row: int, text: str) -> None:
        if len(text) < 16 or not re.fullmatch(r"\d{16,}", text):
            return
        self.long += 1
        if not text[15:].strip("0") or (len(text) > 18 and not text[17:].strip("0")):
            self.damage.add(Cell(row, text))

    def found(self) -> Damage:
        return self.damage if self.damage.count * 2 >= self.long else Damage(CUT_NUMBER, 0, "")


@dataclass
class _LostZeros:
    """Codes of digits where most have one length, some of these begin with 0, and others are shorter."""

    damage: Damage
    lengths: dict[int, int] = field(default_factory=dict)
    padded: dict[int, int] = field(default_factory=dict)
    shorter: dict[int, list[Cell]] = field(default_factory=dict)

    def see(self, row: int, text: str) -> None:
        size = len(text)
        if size > 20 or not text.isdecimal():
            return
        self.lengths[size] = self.lengths.get(size, 0) + 1
        if text.startswith("0"):
            self.padded[size] = self.padded.get(size, 0) + 1
            return
        kept = self.shorter.setdefault(size, [])
        if len(kept) < KEPT:
            kept.append(Cell(row, text))

    def found(self) -> Damage:
        usual = max(self.lengths, key=lambda size: (self.lengths[size], size), default=0)
        enough = self.lengths.get(usual, 0) * 2 > sum(self.lengths.values())
        if usual < 2 or not enough or self.padded.get(usual, 0) < 2:
            return self.damage
        for size in sorted(s for s in self.shorter if s < usual):
            self.damage.count += self.lengths[size] - self.padded.get(size, 0)
            self.damage.cells += [
                cell._replace(mended=cell.value.zfill(usual)) for cell in self.shorter[size]
            ]
        self.damage.cells = sorted(self.damage.cells)[:KEPT]
        return self.damage
