"""State of the programme: what members want, why it fails, what answers it, on what terms, what was voted.

Levels are whole numbers of halves (7 is level 3½), gains hundredths of a level, money minor units.
"""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, IdField
from cahier.programme.workbench.models import PlanDraft

__all__ = [
    "Adopted", "CalendarLayer", "Cause", "ExpectedGain", "GoalChannel", "GoalFunction", "GoalPriority", "Goals",
    "Measure", "MeasureCost", "MeasureGain", "PlanDraft", "PlannedActivity", "Rate", "Response", "Trainer",
    "TrainerAbsence",
]  # fmt: skip


class Goals(FactModel):
    """What members decided to aim at after a round. The latest day counts."""

    round = models.CharField(max_length=36, blank=True)
    vision = models.CharField(max_length=1000, blank=True)
    day = DayField()
    clock = models.BigIntegerField()


class GoalFunction(FactModel):
    """A function (FN code) that the organisation keeps or takes up. ``id`` is the goals'."""

    function = models.CharField(max_length=20)


class GoalChannel(FactModel):
    """A market channel aimed at. ``id`` is the goals'."""

    channel = models.CharField(max_length=40)


class GoalPriority(FactModel):
    """One of at most five items to raise. ``id`` is the goals'; ``target`` is a level in halves."""

    item = models.CharField(max_length=60)
    weight = models.SmallIntegerField()
    target = models.SmallIntegerField(null=True)


class Cause(FactModel):
    """Why a priority is low: a cause of the guide, with what shows it."""

    goals = IdField()
    item = models.CharField(max_length=60)
    cause = models.CharField(max_length=40)
    sign = models.CharField(max_length=500, blank=True)

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "goals"], name="cause_goals")]


class Response(FactModel):
    """What answers a cause: one of the six kinds, carried out by a module or by an own measure."""

    goals = IdField()
    item = models.CharField(max_length=60)
    cause = models.CharField(max_length=36, blank=True)
    response = models.CharField(max_length=20)
    module = models.CharField(max_length=20, blank=True)
    measure = models.CharField(max_length=36, blank=True)

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "goals"], name="response_goals")]


class Measure(FactModel):
    """A measure of the organisation's own: coaching, equipment, a rule, hiring, an alliance."""

    code = models.CharField(max_length=40)
    response = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    half_days = models.SmallIntegerField()
    weeks = models.SmallIntegerField()
    led = models.BooleanField()
    seats = models.SmallIntegerField()
    audience = models.CharField(max_length=40, blank=True)
    after = models.CharField(max_length=200, blank=True)

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="measure_code")]


class MeasureCost(FactModel):
    """A cost line of a measure, in minor units. ``id`` is the measure's."""

    heading = models.CharField(max_length=40)
    amount = models.BigIntegerField()


class MeasureGain(FactModel):
    """What a measure is expected to add to an item, in hundredths of a level. ``id`` is the measure's."""

    item = models.CharField(max_length=60)
    gain = models.SmallIntegerField()
    why = models.CharField(max_length=300, blank=True)
    grade = models.CharField(max_length=10)


class ExpectedGain(FactModel):
    """A changed assumption on what a module adds to an item. The latest day counts."""

    code = models.CharField(max_length=20)
    item = models.CharField(max_length=60)
    gain = models.SmallIntegerField()
    why = models.CharField(max_length=300)
    grade = models.CharField(max_length=10)
    day = DayField()
    clock = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="expectedgain_code")]


class Trainer(FactModel):
    """A trainer or coach. ``skills`` are module codes and kinds of response, separated by blanks; blank: all."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120, blank=True)
    skills = models.CharField(max_length=500, blank=True)
    half_days = models.SmallIntegerField()
    most = models.SmallIntegerField(null=True)
    day_cost = models.BigIntegerField()
    own = models.BooleanField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="trainer_code")]


class TrainerAbsence(FactModel):
    """Days, both included, when a trainer is away. ``id`` is the trainer's."""

    first_day = DayField()
    last_day = DayField()


class Rate(FactModel):
    """A unit cost in minor units, by heading of the cost model. The latest day counts."""

    heading = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    day = DayField()
    clock = models.BigIntegerField()


class CalendarLayer(FactModel):
    """One layer of the calendar; which columns are filled depends on ``layer`` (see ``calendar.Layer``)."""

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    layer = models.CharField(max_length=10)
    first_month = models.SmallIntegerField(null=True)
    last_month = models.SmallIntegerField(null=True)
    weekday = models.SmallIntegerField(null=True)
    first_day = DayField(null=True)
    last_day = DayField(null=True)
    half_days = models.SmallIntegerField()


class Adopted(FactModel):
    """A programme agreement that was voted: what was asked, what was answered, on which cut of the book."""

    goals = IdField()
    meeting = models.CharField(max_length=36, blank=True)
    title = models.CharField(max_length=200)
    start = DayField()
    weeks = models.SmallIntegerField()
    budget = models.BigIntegerField()
    cost = models.BigIntegerField()
    value = models.BigIntegerField()
    bound = models.BigIntegerField()
    head = models.CharField(max_length=200)
    question = models.TextField()
    day = DayField()
    clock = models.BigIntegerField()


class PlannedActivity(FactModel):
    """One activity of an adopted programme. ``id`` is the programme's."""

    code = models.CharField(max_length=40)
    trainer = models.CharField(max_length=40, blank=True)
    first_day = DayField()
    last_day = DayField()
    cost = models.BigIntegerField()
