"""The day that one cell means, under a stated order of day and month. No guess is made here."""

from __future__ import annotations

import datetime as dt
import re

from cahier.kernel.names import fold
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.surfaces.words import DATE_FILLERS, WEEKDAYS, month_number

IMPOSSIBLE = reason(
    "surfaces.impossible_day", "{text} is not a day of the calendar. Write the day as 2026-03-31."
)
NO_MONTH_SECOND = reason(
    "surfaces.no_month_second",
    "{text} has no month {month}; the column is read as day/month/year. "
    "Correct the cell or the order of the column.",
)
NO_MONTH_FIRST = reason(
    "surfaces.no_month_first",
    "{text} has no month {month}; the column is read as month/day/year. "
    "Correct the cell or the order of the column.",
)
NOT_A_DAY = reason("surfaces.not_a_day", "{text} cannot be read as a day. Write the day as 2026-03-31.")
NO_DAY = reason(
    "surfaces.day_missing", "{text} names no day of the month. Write the whole date, as 2026-03-31."
)

FIRST_SERIAL, LAST_SERIAL = 7_306, 73_415  # 1920-01-01 to 2100-12-31 in the calendar that starts in 1900
SHIFT_1904 = 1_462
_TIME = re.compile(
    r"[T ]+\d{1,2}[:h]\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$", re.I
)
_NUMERIC = re.compile(r"(\d{1,4})\s*([/.\-\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ere|e|o|a)?")


def parts(text: str) -> tuple[int, int, str] | None:
    """Return the first two numbers and the year of ``03/04/2026`` where day and month are not named.

    ``None`` if the text is of another form, or begins with the year.
    """
    match = _NUMERIC.fullmatch(_bare(text))
    if match is None or len(match[1]) > 2 or len(match[4]) not in (2, 4):
        return None
    return int(match[1]), int(match[3]), match[4]


def is_serial(text: str, epoch: int = 1900) -> bool:
    """Return whether the digits are a day number of a spreadsheet, between 1920 and 2100."""
    match = re.fullmatch(r"(\d{4,5})([.,]\d+)?", text.strip())
    if match is None or 1900 <= int(match[1]) <= 2100:
        return False
    shift = SHIFT_1904 if epoch == 1904 else 0
    return FIRST_SERIAL <= int(match[1]) + shift <= LAST_SERIAL


def read_day(text: str, order: str = "dmy", *, epoch: int = 1900, turn: int = 50) -> dt.date:
    """Return the day a cell means. ``order`` is ``dmy`` or ``mdy`` and settles ``03/04/2026`` only.

    ``epoch`` is the first year of serial numbers, ``turn`` the two-digit year from which 19.. is meant.
    Raises ``Refused`` for impossible days, months or years alone, and anything else.
    """
    bare = _bare(text)
    if is_serial(bare, epoch):
        days = int(re.split("[.,]", bare)[0]) + (SHIFT_1904 if epoch == 1904 else 0)
        return dt.date(1899, 12, 30) + dt.timedelta(days=days)
    if re.fullmatch(r"(19|20|21)\d{6}", bare):
        return _day(text, int(bare[:4]), int(bare[4:6]), int(bare[6:]))
    numeric = _NUMERIC.fullmatch(bare)
    if numeric and len(numeric[1]) == 4:
        return _day(text, int(numeric[1]), int(numeric[3]), int(numeric[4]))
    if found := parts(bare):
        return _ordered(text, found, order, turn)
    return _named(text, bare, turn)


def _bare(text: str) -> str:
    return _TIME.sub("", " ".join(text.split()))


def _year(digits: str, turn: int) -> int:
    if len(digits) != 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= turn else 2000)


def _ordered(text: str, found: tuple[int, int, str], order: str, turn: int) -> dt.date:
    first, second, year = found
    day, month = (second, first) if order == "mdy" else (first, second)
    if month > 12 >= day:
        raise Refused((NO_MONTH_FIRST if order == "mdy" else NO_MONTH_SECOND)(text=text, month=month))
    return _day(text, _year(year, turn), month, day)


def _named(text: str, bare: str, turn: int) -> dt.date:
    """Read ``12 mars 2026``, ``4 abr 26``, ``April 4th, 2015``, ``1er avril 2026``, ``12-Mar-26``."""
    words = [w for w in fold(bare).split() if w not in DATE_FILLERS]
    months = [place for place, word in enumerate(words) if month_number(word)]
    if len(months) > 1:
        months = [place for place in months if words[place] not in WEEKDAYS]
    if len(months) != 1:
        raise Refused(_unread(text, bare))
    month = month_number(words.pop(months[0]))
    numbers = [word for word in words if word not in WEEKDAYS]
    if len(numbers) == 1 and numbers[0].isdigit():
        raise Refused(NO_DAY(text=text))
    if len(numbers) != 2:
        raise Refused(NOT_A_DAY(text=text))
    if len(numbers[0]) == 4 and numbers[0].isdigit():
        numbers.reverse()
    day = _ORDINAL.fullmatch(numbers[0])
    if day is None or not re.fullmatch(r"\d{2}|\d{4}", numbers[1]):
        raise Refused(NOT_A_DAY(text=text))
    return _day(text, _year(numbers[1], turn), month, int(day[1]))


def _unread(text: str, bare: str) -> Problem:
    if re.fullmatch(r"(19|20)\d\d|\d{1,2}[/.-](19|20)\d\d|(19|20)\d\d[/.-]\d{1,2}", bare):
        return NO_DAY(text=text)
    return NOT_A_DAY(text=text)


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise Refused(IMPOSSIBLE(text=text)) from error
