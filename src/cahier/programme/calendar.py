"""Lays the calendars of an organisation over one another: which half-days of which week are left.

Layers close days (picking, market, worship, feasts, assembly) or lower what a week can hold (lean
months, rains). What is left of a week keeps the names of the layers that took from it, so that a page
can say why a week is closed. Weeks run from Monday to Sunday and count in the month of their Thursday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cahier.kernel.refusals import Refused, reason
from cahier.programme.problem import Audience, Event

HALF_DAYS_A_DAY = 2
WEEK = dt.timedelta(days=7)
KINDS = ("crop", "labour", "lean", "market", "worship", "feast", "school", "rains", "statutory", "closed")

NOT_MONDAY = reason(
    "calendar.not_monday", "The programme starts on {day}, which is not a Monday. Choose a Monday."
)
MONTH = reason("calendar.month", "“{name}” names the month {month}. Months are 1 to 12.")
TURNED = reason(
    "calendar.turned", "“{name}” ends on {last}, before it begins on {first}. Correct one of the dates."
)


@dataclass(frozen=True)
class Season:
    """Months of every year, both ends included, that may cross the year (10 to 2 is October-February).

    ``half_days`` is the most that a week touching it can hold; 0 closes its days altogether.
    """

    kind: str
    name: str
    first_month: int
    last_month: int
    half_days: int = 0


@dataclass(frozen=True)
class Weekly:
    """A day of every week (0 is Monday) that loses one half-day or both: market, worship."""

    kind: str
    name: str
    weekday: int
    lost: int = HALF_DAYS_A_DAY


@dataclass(frozen=True)
class Dates:
    """Days, both included, that are closed: a feast, the closing of accounts, the assembly, a week off."""

    kind: str
    name: str
    first: dt.date
    last: dt.date


Layer = Season | Weekly | Dates


@dataclass(frozen=True)
class Week:
    """What is left of one week, and which layers (kind, name) took from it."""

    number: int
    monday: dt.date
    month: int
    half_days: int
    taken_by: tuple[tuple[str, str], ...] = ()

    @property
    def closed(self) -> bool:
        """Whether nothing can be held in it."""
        return self.half_days == 0


def merge(start: dt.date, weeks: int, layers: Iterable[Layer], usual: int) -> list[Week]:
    """Return the weeks from a Monday on, with the half-days that are left in each.

    ``usual`` is how many half-days a week the organisation can hold when nothing stands in the way.
    Raises ``Refused`` for a start that is no Monday, a month that does not exist, or turned dates.
    """
    laid = list(layers)
    _refuse_bad(start, laid)
    return [_week(start, number, laid, usual) for number in range(weeks)]


def audience(code: str, weeks: Sequence[Week], half_days: int, monthly: int | None = 3) -> Audience:
    """Return people who have so many half-days a week of their own, within what each week has left.

    For women the hour is asked of them, not supposed: ``half_days`` is their answer.
    """
    return Audience(code, tuple(min(half_days, week.half_days) for week in weeks), monthly)


def absences(start: dt.date, weeks: int, spans: Iterable[tuple[dt.date, dt.date]]) -> frozenset[int]:
    """Return the weeks that spans of absence touch, both days included: one day away frees no trainer."""
    away: set[int] = set()
    for first, last in spans:
        away |= set(range(week_of(start, first), week_of(start, last) + 1))
    return frozenset(week for week in away if 0 <= week < weeks)


def event(start: dt.date, code: str, days: Iterable[dt.date]) -> Event:
    """Return a dated fact as weeks of the programme; they may lie before its start or after its end."""
    return Event(code, tuple(sorted({week_of(start, day) for day in days})))


def week_of(start: dt.date, day: dt.date) -> int:
    """Return the number of the week that holds a day; negative before the start."""
    return (day - start).days // 7


def in_months(month: int, first: int, last: int) -> bool:
    """Tell whether a month lies in a window of months, both ends included, that may cross the year."""
    return first <= month <= last if first <= last else month >= first or month <= last


def weeks_in_months(start: dt.date, weeks: int, first: int, last: int) -> frozenset[int]:
    """Return the weeks of which every day lies in a window of months: quality work in the harvest."""
    return frozenset(
        number
        for number in range(weeks)
        if all(in_months(day.month, first, last) for day in _days(start + number * WEEK))
    )


def _refuse_bad(start: dt.date, layers: list[Layer]) -> None:
    found = [] if start.weekday() == 0 else [NOT_MONDAY(day=start)]
    for layer in layers:
        if isinstance(layer, Season):
            months = (layer.first_month, layer.last_month)
            found += [MONTH(name=layer.name, month=month) for month in months if not 1 <= month <= 12]
        elif isinstance(layer, Dates) and layer.last < layer.first:
            found.append(TURNED(name=layer.name, first=layer.first, last=layer.last))
    if found:
        raise Refused(*found)


def _week(start: dt.date, number: int, layers: list[Layer], usual: int) -> Week:
    monday = start + number * WEEK
    thursday = monday + dt.timedelta(days=3)
    most, left, taken_by = usual, dict.fromkeys(_days(monday), HALF_DAYS_A_DAY), []
    for layer in layers:
        lost = {day: _lost(layer, day) for day in left}
        cap = _cap(layer, left)
        if any(lost.values()) or cap is not None:
            taken_by.append((layer.kind, layer.name))
        left = {day: max(0, half_days - lost[day]) for day, half_days in left.items()}
        most = most if cap is None else min(most, cap)
    return Week(
        number=number,
        monday=monday,
        month=thursday.year * 12 + thursday.month - 1,
        half_days=min(most, sum(left.values())),
        taken_by=tuple(dict.fromkeys(taken_by)),
    )


def _days(monday: dt.date) -> list[dt.date]:
    return [monday + dt.timedelta(days=offset) for offset in range(7)]


def _lost(layer: Layer, day: dt.date) -> int:
    if isinstance(layer, Weekly):
        return layer.lost if day.weekday() == layer.weekday else 0
    if isinstance(layer, Dates):
        return HALF_DAYS_A_DAY if layer.first <= day <= layer.last else 0
    inside = layer.half_days == 0 and in_months(day.month, layer.first_month, layer.last_month)
    return HALF_DAYS_A_DAY if inside else 0


def _cap(layer: Layer, days: Iterable[dt.date]) -> int | None:
    if not isinstance(layer, Season) or layer.half_days == 0:
        return None
    touched = any(in_months(day.month, layer.first_month, layer.last_month) for day in days)
    return layer.half_days if touched else None
