"""Reads of the programme that pages, documents and the command line share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt

from cahier.assessment import queries as assessment
from cahier.governance import queries as governance
from cahier.governance.models import MandateTerm
from cahier.journal.models import Book
from cahier.kernel import days
from cahier.kernel.refusals import Refused, reason
from cahier.learning.models import Attendance, TaskResult, Training
from cahier.programme import models
from cahier.programme.calendar import Dates as Closed
from cahier.programme.calendar import Layer, Season, Weekly
from cahier.programme.material import (
    Aims,
    Answer,
    Dates,
    Leader,
    Material,
    NamedCause,
    OwnGain,
    OwnMeasure,
    Want,
)

NO_GOALS = reason(
    "programme.no-goals", "No goal is set yet. Choose what members want, and at most five priorities."
)
LEVELS_UP = 4
"""Halves of a level aimed at where nobody named a target: two levels."""
NO_LEVEL_ROOM = 200


def goals_in_force() -> models.Goals | None:
    """Return the goals set last, or None."""
    return models.Goals.objects.order_by("-day", "-clock", "-id").first()


def adopted() -> models.Adopted | None:
    """Return the programme voted last, or None."""
    return models.Adopted.objects.order_by("-day", "-clock", "-id").first()


def activities_of(programme: str) -> list[models.PlannedActivity]:
    """Return the activities of a voted programme in the order of their first days."""
    return list(models.PlannedActivity.objects.filter(id=programme).order_by("first_day", "code"))


def aims() -> Aims:
    """Return the goals in force. Raises ``Refused`` (``programme.no-goals``)."""
    found = goals_in_force()
    if found is None:
        raise Refused(NO_GOALS())
    functions = models.GoalFunction.objects.filter(id=found.id).order_by("line")
    channels = models.GoalChannel.objects.filter(id=found.id).order_by("line")
    return Aims(
        found.id, found.day, found.round, found.vision,
        tuple(functions.values_list("function", flat=True)), tuple(channels.values_list("channel", flat=True)),
    )  # fmt: skip


def material(book: str, start: dt.date) -> Material:
    """Return everything the book knows about a programme that starts on a day.

    Nothing here asks the clock: the same entries give the same material on any day.
    """
    mine = aims()
    return Material(
        aims=mine,
        currency=Book.objects.get(id=book).currency,
        wants=wants(mine),
        causes=causes(mine.id),
        answers=answers(mine.id),
        measures=measures(),
        gains=gains(),
        leaders=leaders(),
        rates=rates(),
        layers=layers(),
        dates=_dates(start),
        presence=_presence(),
        done=_done(),
    )


def wants(mine: Aims) -> tuple[Want, ...]:
    """Return the priorities with the room between the level agreed and the level aimed at."""
    levels: dict[str, int] = {}
    highest = 10
    if mine.round:
        highest = 2 * assessment.grid_of(mine.round).instrument.scale.highest
        rows = assessment.results(mine.round).values()
        levels = {row.item: row.agreed for row in rows if row.agreed is not None}
    found = []
    for row in models.GoalPriority.objects.filter(id=mine.id).order_by("line"):
        level = levels.get(row.item)
        target = row.target or (None if level is None else min(level + LEVELS_UP, highest))
        room = NO_LEVEL_ROOM if level is None or target is None else max(0, target - level) * 50
        found.append(Want(row.item, row.weight, room, level, target))
    return tuple(found)


def causes(goals: str) -> tuple[NamedCause, ...]:
    """Return the causes named for the priorities of some goals."""
    rows = models.Cause.objects.filter(goals=goals).order_by("item", "cause", "id")
    return tuple(NamedCause(row.id, row.item, row.cause, row.sign) for row in rows)


def answers(goals: str) -> tuple[Answer, ...]:
    """Return the responses chosen; own measures are given by their codes."""
    codes = dict(models.Measure.objects.values_list("id", "code"))
    rows = models.Response.objects.filter(goals=goals).order_by("item", "response", "module", "id")
    return tuple(
        Answer(row.item, row.response, row.module, codes.get(row.measure, ""))
        for row in rows
        if row.module or row.measure in codes
    )


def measures() -> tuple[OwnMeasure, ...]:
    """Return the measures of the organisation's own, in order of code."""
    costs: dict[str, list[tuple[str, int]]] = {}
    for row in models.MeasureCost.objects.order_by("id", "line"):
        costs.setdefault(row.id, []).append((row.heading, row.amount))
    return tuple(
        OwnMeasure(
            row.code, row.response, row.title, row.half_days, row.weeks, row.led, row.seats, row.audience,
            tuple(row.after.replace(",", " ").split()), tuple(costs.get(row.id, ())),
        )
        for row in models.Measure.objects.order_by("code", "id")
    )  # fmt: skip


def gains() -> tuple[OwnGain, ...]:
    """Return expected gains that people stated: of own measures, and changed ones of modules, latest last."""
    codes = dict(models.Measure.objects.values_list("id", "code"))
    own = [
        OwnGain(codes[row.id], row.item, row.gain, row.why, row.grade)
        for row in models.MeasureGain.objects.order_by("id", "line")
        if row.id in codes
    ]
    latest = {
        (row.code, row.item): OwnGain(row.code, row.item, row.gain, row.why, row.grade)
        for row in models.ExpectedGain.objects.order_by("day", "clock", "id")
    }
    return (*own, *(latest[key] for key in sorted(latest)))


def leaders() -> tuple[Leader, ...]:
    """Return the trainers and coaches, with their absences."""
    away: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for gone in models.TrainerAbsence.objects.order_by("first_day", "line"):
        away.setdefault(gone.id, []).append((gone.first_day, gone.last_day))
    return tuple(
        Leader(
            row.code, row.name, frozenset(row.skills.replace(",", " ").split()), row.half_days, row.most,
            row.day_cost, row.own, tuple(away.get(row.id, ())),
        )
        for row in models.Trainer.objects.order_by("code", "id")
    )  # fmt: skip


def rates() -> dict[str, int]:
    """Return the unit costs that were set, the latest of each heading."""
    rows = models.Rate.objects.order_by("day", "clock", "id")
    return dict(rows.values_list("heading", "amount"))


def layers() -> tuple[Layer, ...]:
    """Return the layers of the calendar."""
    rows = models.CalendarLayer.objects.order_by("kind", "name", "id")
    return tuple(_layer(row) for row in rows)


def _layer(row: models.CalendarLayer) -> Layer:
    if row.layer == "season":
        return Season(row.kind, row.name, row.first_month or 1, row.last_month or 1, row.half_days)
    if row.layer == "weekly":
        return Weekly(row.kind, row.name, row.weekday or 0, row.half_days or 2)
    first = row.first_day or dt.date.min
    return Closed(row.kind, row.name, first, row.last_day or first)


def _dates(start: dt.date) -> Dates:
    rules = governance.rules_on(start)
    ends = MandateTerm.objects.filter(ended__isnull=True, until__isnull=False).values_list("until", flat=True)
    elections = tuple(sorted({day for day in ends if day is not None}))
    if rules is None or rules.year_end_month is None or rules.year_end_day is None:
        return Dates(elections=elections)
    return Dates((rules.year_end_month, rules.year_end_day), rules.window_months, elections)


def _presence() -> tuple[int, int]:
    """Confirmed invitations of the twelve months up to the last session in the book, and who came (KL-01)."""
    rows = Attendance.objects.filter(confirmed=True)
    last = rows.order_by("-day").values_list("day", flat=True).first()
    if last is None:
        return 0, 0
    recent = rows.filter(day__gt=days.number(last) - 365)
    return recent.count(), recent.filter(present=True).count()


def _done() -> frozenset[str]:
    """Modules of which at least one practical task was accepted."""
    trainings = TaskResult.objects.filter(accepted=True).values_list("training", flat=True)
    return frozenset(Training.objects.filter(id__in=list(trainings)).values_list("module", flat=True))
