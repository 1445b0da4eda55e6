"""Calendar days as whole numbers, the form in which state and indicators hold them.

Day 0 is 1970-01-01. Whole numbers compare, subtract and index alike on every database.
"""

from __future__ import annotations

import datetime as dt

_EPOCH = dt.date(1970, 1, 1).toordinal()


def number(day: dt.date) -> int:
    """Return the day number of a date: days since 1970-01-01, negative before."""
    return day.toordinal() - _EPOCH


def number_or_none(day: dt.date | None) -> int | None:
    """Return the day number of a date that may be missing."""
    return None if day is None else number(day)


def date(day_number: int) -> dt.date:
    """Return the date of a day number."""
    return dt.date.fromordinal(day_number + _EPOCH)


def parse_iso(text: str) -> dt.date:
    """Return the date of ``YYYY-MM-DD``, the only form in which entries hold days.

    Raises ``ValueError`` for anything else, also for the week and compact forms that ISO 8601 allows.
    """
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        if last > day.day:
            continue
        try:
            return dt.date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)  # unreachable: every month has 28 days


def whole_months(earlier: dt.date, later: dt.date) -> int:
    """Return the whole months from one day to another (31 January to 28 February is 0)."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def iso_week(day: dt.date) -> int:
    """Return the ISO week as one number, ``2026 * 100 + week``."""
    year, week, _ = day.isocalendar()
    return year * 100 + week
