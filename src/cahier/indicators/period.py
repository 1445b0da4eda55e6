"""The parameters of a question: one row a book, whole numbers and checked identifiers only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from cahier.kernel import days

_ID = re.compile(r"[0-9a-zA-Z-]{1,36}")


@dataclass(frozen=True)
class Period:
    """One season of one book as it is read. All days are day numbers, first and last included.

    ``as_of`` is the last day, or today while the season is open (rule 11). ``year_start`` begins the twelve
    months that end on ``as_of``, ``four_start`` the four years. Whoever was born after ``youth_born`` is
    under 35 on ``as_of`` (rule 12).
    """

    book: str
    season: str
    first_day: int
    last_day: int
    as_of: int
    year_start: int
    four_start: int
    youth_born: int
    this_year: int
    open_season: int

    def __post_init__(self) -> None:
        for one in (self.book, self.season):
            if not _ID.fullmatch(one):
                raise ValueError(f"{one!r} is not an identifier")


def period(book: str, season: str, first: dt.date, last: dt.date, today: dt.date) -> Period:
    """Return how a season is read on a day. A season that has not begun is read as of its first day."""
    as_of = max(first, min(last, today))
    return Period(
        book=book,
        season=season,
        first_day=days.number(first),
        last_day=days.number(last),
        as_of=days.number(as_of),
        year_start=days.number(days.add_months(as_of, -12)) + 1,
        four_start=days.number(days.add_months(as_of, -48)) + 1,
        youth_born=days.number(days.add_months(as_of, -35 * 12)),
        this_year=as_of.year,
        open_season=int(today <= last),
    )


def with_parameters(query: str, periods: Sequence[Period]) -> str:
    """Return the query with its parameters before it: the text that runs, unchanged, on every engine."""
    parts = [_table("param", [field.name for field in fields(Period)], [astuple(one) for one in periods])]
    if re.search(r"\bcalendar_month\b", query):
        parts.append(
            _table("calendar_month", ["code", "place", "month", "first_day", "last_day"], _months(periods))
        )
    if re.search(r"\bmonth_back\b", query):
        parts.append(_table("month_back", ["as_of", "months", "day"], _months_back(periods)))
    rest = query[4:].lstrip() if query.startswith("WITH") else ""
    listed = ",\n".join(parts)
    return f"WITH {listed},\n{rest}" if rest else f"WITH {listed}\n{query}"


def _table(name: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> str:
    written = ",\n".join("(" + ", ".join(_literal(one) for one in row) + ")" for row in rows)
    return f"{name}({', '.join(columns)}) AS (VALUES\n{written})"


def _literal(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return f"'{value}'"


def _months(periods: Sequence[Period]) -> list[tuple[object, ...]]:
    """Return the calendar months from six years before to three after: code 202603, running number, days."""
    first = min(days.date(one.as_of).year for one in periods) - 6
    last = max(days.date(one.as_of).year for one in periods) + 3
    rows: list[tuple[object, ...]] = []
    for place in range(first * 12, (last + 1) * 12):
        year, month = divmod(place, 12)
        start = dt.date(year, month + 1, 1)
        end = days.number(days.add_months(start, 1)) - 1
        rows.append((year * 100 + month + 1, place, month + 1, days.number(start), end))
    return rows


def _months_back(periods: Sequence[Period]) -> list[tuple[object, ...]]:
    """Return, for each day read, the latest day that lies so many whole months before it (up to ten years)."""
    return [
        (as_of, months, days.number(days.add_months(days.date(as_of), -months)))
        for as_of in sorted({one.as_of for one in periods})
        for months in range(1, 121)
    ]
