"""The charts of the agreement: the profile's radar and the calendar, the same on paper and on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from babel.dates import format_date
from django.utils.translation import gettext as _

from cahier.kernel import days
from cahier.programme.document import ActivityLine, Agreement
from cahier.programme.words import RESPONSES
from cahier.web import formats
from cahier.web.charts.gantt import Action, GanttWords, Month, gantt
from cahier.web.charts.radar import Axis, RadarWords, radar
from cahier.web.charts.svg import Chart

TONES = {
    "training": "blue", "coaching": "ink", "equipment": "green", "rule": "red", "hiring": "green", "alliance": "red",
}  # fmt: skip
"""The texture of each kind of response. Kinds that share one are told apart by their names in the list."""


def radar_of(said: Agreement) -> Chart | None:
    """Return the radar of the profile; None for fewer than three variables."""
    if len(said.sides) < 3:
        return None
    axes = [
        Axis(
            side.name, side.points, side.before, side.proved / side.scored if side.scored else None,
            formats.number(side.proved) + " / " + formats.number(side.scored),
        )
        for side in said.sides
    ]  # fmt: skip
    words = RadarWords(
        variable=_("Side"), now=_("Agreed now"), before=_("Round before"), proof=_("Rests on proof"),
        lowest=_("Lowest"),
    )  # fmt: skip
    low = ", ".join(side.name for side in said.sides if side.weakest)
    message = _("The weakest side is: {names}.").format(names=low) if low else _("No side is scored yet.")
    return radar("agreement-radar", _("Where we stand"), message, axes, words)


def calendars_of(said: Agreement, width: float = 820, most: int = 5) -> list[Chart]:
    """Return the calendar of the plan with its closed weeks, so many activities a drawing at most.

    The last drawing alone carries the key, for all of them.
    """
    groups = [said.activities[at : at + most] for at in range(0, len(said.activities), most)]
    charts = [_calendar(said, group, f"calendar-{width:.0f}-{n}", width) for n, group in enumerate(groups, 1)]
    return [*(replace(chart, key=()) for chart in charts[:-1]), *charts[-1:]]


def _calendar(said: Agreement, activities: Sequence[ActivityLine], name: str, width: float) -> Chart:
    closed = [(days.number(span.first), days.number(span.last)) for span in said.closed]
    actions = [
        Action(
            one.title,
            when(one),
            tuple((days.number(a), days.number(b)) for a, b in one.busy),
            TONES[one.kind],
        )
        for one in activities
    ]
    message = _("{n} activities between {first} and {last}.").format(
        n=formats.number(len(actions)), first=formats.day(said.start), last=formats.day(said.end)
    )
    return gantt(
        name, _("Calendar"), message, actions, _months(said.start, said.end), last=days.number(said.end),
        closed=closed, words=_words(said.activities), width=width,
    )  # fmt: skip


def _words(activities: Sequence[ActivityLine]) -> GanttWords:
    by_tone: dict[str, list[str]] = {}
    for kind in dict.fromkeys(one.kind for one in activities):
        by_tone.setdefault(TONES[kind], []).append(str(RESPONSES[kind]))
    return GanttWords(
        action=_("Activity"), when=_("When"), closed=_("nobody is free"),
        tones=tuple((tone, ", ".join(kinds)) for tone, kinds in by_tone.items()),
    )  # fmt: skip


def when(one: ActivityLine) -> str:
    """Return when an activity takes place: one week, or from one day to another."""
    if len(one.busy) == 1:
        return _("week of {day}").format(day=formats.day(one.first, "short"))
    return _("{first} to {last}").format(
        first=formats.day(one.first, "short"), last=formats.day(one.last, "short")
    )


def _months(start: dt.date, end: dt.date) -> list[Month]:
    found, day = [], start
    while day <= end:
        short = format_date(day, "LLL", locale=formats.language()).rstrip(".")
        found.append(Month(days.number(day), short[0], short))
        day = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return found
