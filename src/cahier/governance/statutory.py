"""What the statutes ask for, computed: quorum, deadline of the assembly, last day for the call.

Pure functions. Every rule comes from the statutes of the organisation; none is assumed.
"""

from __future__ import annotations

import calendar
import datetime as dt

from cahier.kernel import days


def share_of(base: int, numerator: int, denominator: int) -> int:
    """Return the least whole number of people that is at least this share of a base (quorum, signatures)."""
    return -(-base * numerator // denominator)


def assembly_deadline(year_end: dt.date, months: int) -> dt.date:
    """Return the last day for the assembly on the accounts of a year, so many months after its end.

    A year that ends with a month gives the end of the later month; another day keeps its number, or
    takes the last day of a month that has none (OHADA: accounts within six months).
    """
    ends_month = year_end.day == calendar.monthrange(year_end.year, year_end.month)[1]
    due = days.add_months(year_end, months)
    if ends_month:
        return due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return due


def last_year_end(day: dt.date, month: int, day_of_month: int) -> dt.date:
    """Return the latest closing of accounts on or before a day."""
    for year in (day.year, day.year - 1):
        closing = dt.date(year, month, min(day_of_month, calendar.monthrange(year, month)[1]))
        if closing <= day:
            return closing
    raise ValueError(day)  # unreachable: the closing of the year before is always earlier


def last_calling_day(meeting: dt.date, notice: int, *, clear: bool = False) -> dt.date:
    """Return the last day on which a meeting can be called with this notice in days.

    ``clear`` days count neither the day of the call nor the day of the meeting.
    """
    return meeting - dt.timedelta(days=notice + 1 if clear else notice)
