"""The vocabulary of the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Row, Stamp
from cahier.journal.fields import choice, day, flag, money, record, reference, rows, serial, text, whole
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.canonical import dumps
from cahier.kernel.refusals import Problem, reason
from cahier.programme import models
from cahier.programme.problem import MOST_PRIORITIES
from cahier.programme.words import GRADES, HEADINGS, LAYER_FORMS, LAYER_KINDS, RESPONSES, WEEKDAYS

TOO_MANY = reason("programme.too-many", "Choose at most {most} priorities. What is everywhere is nowhere.")
TWICE = reason("programme.item-twice", "{item} is named twice. Name each priority once.")
NOTHING_ANSWERS = reason(
    "programme.no-measure", "Name the module or the measure that answers the cause, one of the two."
)
NO_MONTHS = reason("programme.no-months", "Give the first and the last month.")
NO_WEEKDAY = reason("programme.no-weekday", "Choose the day of the week.")
NO_DATES = reason("programme.no-dates", "Give the first and the last day, in this order.")
ABSENCE_ORDER = reason("programme.absence-order", "An absence ends before it begins. Change one of its days.")


class Function(Row):
    """A function kept or taken up."""

    function: str = text(_("Function"), most=20)


class Channel(Row):
    """A market channel aimed at."""

    channel: str = text(_("Channel"), most=40)


class Priority(Row):
    """An item to raise."""

    item: str = text(_("Item"), most=60)
    weight: int = whole(_("Weight"), default=1, least=1, most=5)
    target: int | None = whole(_("Level aimed at, in halves"), default=None, measure="halves", most=200)


class GoalsSet(Entry, kind="programme.goals", label=_("Goals set"), named_by=("day",),
               makes=(models.Goals, models.GoalFunction, models.GoalChannel, models.GoalPriority)):  # fmt: skip
    """Members chose what their organisation is to do, and at most five things to better."""

    round: str = reference(_("Round"), "assessment.round", default="")
    vision: str = text(_("Where we want to be in three to five years"), default="", most=1000, lines=3)
    functions: tuple[Function, ...] = rows(_("Functions"), Function)
    channels: tuple[Channel, ...] = rows(_("Market channels"), Channel)
    priorities: tuple[Priority, ...] = rows(_("Priorities"), Priority, least=1)

    def shape(self) -> Iterable[Problem]:
        """At most five priorities, each once."""
        items = [one.item for one in self.priorities]
        if len(items) > MOST_PRIORITIES:
            yield TOO_MANY(most=MOST_PRIORITIES).at("priorities")
        for item in sorted({item for item in items if items.count(item) > 1}):
            yield TWICE(item=item).at("priorities")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The goals with their functions, channels and priorities."""
        yield models.Goals.fact(at, round=self.round, vision=self.vision, day=at.day, clock=at.clock)
        for line, function in enumerate(self.functions):
            yield models.GoalFunction.fact(at, line, function=function.function)
        for line, channel in enumerate(self.channels):
            yield models.GoalChannel.fact(at, line, channel=channel.channel)
        for line, one in enumerate(self.priorities):
            yield models.GoalPriority.fact(at, line, item=one.item, weight=one.weight, target=one.target)


class CauseNamed(
    Entry, kind="programme.cause", makes=(models.Cause,), label=_("Cause named"), named_by=("item",)
):
    """The group said why an item is low, and what shows it."""

    goals: str = reference(_("Goals"), "programme.goals")
    item: str = text(_("Item"), most=60)
    cause: str = text(_("Cause"), most=40)
    sign: str = text(_("What shows it"), default="", most=500, lines=2)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One cause."""
        yield models.Cause.fact(at, goals=self.goals, item=self.item, cause=self.cause, sign=self.sign)


class CostRow(Row):
    """A cost line."""

    heading: str = choice(_("Heading"), HEADINGS)
    amount: int = money(_("Amount"))


class GainRow(Row):
    """An expected gain, which is an assumption."""

    item: str = text(_("Item"), most=60)
    gain: int = whole(_("Expected gain"), measure="hundredths", most=400)
    why: str = text(_("Why we expect it"), default="", most=300)
    grade: str = choice(_("How sure"), GRADES, default="?")


class MeasurePlanned(Entry, kind="programme.measure", label=_("Own measure"), named_by=("code", "title"),
                     makes=(models.Measure, models.MeasureCost, models.MeasureGain)):  # fmt: skip
    """A measure of our own, beside the modules of the guide."""

    code: str = serial(_("Code"), series="measure")
    response: str = choice(_("Kind of response"), RESPONSES)
    title: str = text(_("What is done"))
    half_days: int = whole(_("Half-days with people"), default=0, most=200)
    weeks: int = whole(_("Weeks it takes"), default=1, least=1, most=156)
    led: bool = flag(_("Needs a trainer or coach"), default=False)
    seats: int = whole(_("Seats"), default=0, most=10_000)
    audience: str = text(_("For whom"), default="", most=40)
    after: str = text(_("Only after these (codes)"), default="")
    costs: tuple[CostRow, ...] = rows(_("Costs"), CostRow)
    gains: tuple[GainRow, ...] = rows(_("Expected gains"), GainRow)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The measure with its costs and gains."""
        yield models.Measure.fact(
            at, code=self.code, response=self.response, title=self.title, half_days=self.half_days, weeks=self.weeks,
            led=bool(self.led), seats=self.seats, audience=self.audience, after=self.after,
        )  # fmt: skip
        for line, cost in enumerate(self.costs):
            yield models.MeasureCost.fact(at, line, heading=cost.heading, amount=cost.amount)
        for line, one in enumerate(self.gains):
            yield models.MeasureGain.fact(
                at, line, item=one.item, gain=one.gain, why=one.why, grade=one.grade or "?"
            )


class ResponseChosen(Entry, kind="programme.response", makes=(models.Response,), label=_("Response chosen")):
    """The group chose what answers a cause. Training is one answer of six."""

    goals: str = reference(_("Goals"), "programme.goals")
    item: str = text(_("Item"), most=60)
    cause: str = reference(_("Cause"), "programme.cause", default="")
    response: str = choice(_("Kind of response"), RESPONSES)
    module: str = text(_("Module"), default="", most=20)
    measure: str = reference(_("Own measure"), "programme.measure", default="")

    def shape(self) -> Iterable[Problem]:
        """Exactly one of module and measure."""
        if bool(self.module) == bool(self.measure):
            yield NOTHING_ANSWERS().at("module")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One response."""
        yield models.Response.fact(
            at, goals=self.goals, item=self.item, cause=self.cause, response=self.response, module=self.module,
            measure=self.measure,
        )  # fmt: skip


class GainAssumed(
    Entry, kind="programme.gain", makes=(models.ExpectedGain,), label=_("Expected gain changed")
):
    """We expect another gain of a module than the guide proposes, and say why."""

    code: str = text(_("Module"), most=20)
    item: str = text(_("Item"), most=60)
    gain: int = whole(_("Expected gain"), measure="hundredths", most=400)
    why: str = text(_("Why we expect it"), most=300)
    grade: str = choice(_("How sure"), GRADES)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One assumption."""
        yield models.ExpectedGain.fact(
            at, code=self.code, item=self.item, gain=self.gain, why=self.why, grade=self.grade, day=at.day,
            clock=at.clock,
        )  # fmt: skip


class Absence(Row):
    """Days away."""

    first_day: dt.date = day(_("First day"))
    last_day: dt.date = day(_("Last day"))


class TrainerListed(Entry, kind="programme.trainer", label=_("Trainer listed"), named_by=("code", "name"),
                    makes=(models.Trainer, models.TrainerAbsence), subject="self"):  # fmt: skip
    """A trainer or coach who can be called on: what he or she masters, when, and at what cost a day."""

    code: str = serial(_("Code"), series="trainer")
    name: str = text(_("Name"), default="", most=120, personal=True)
    skills: str = text(
        _("Masters"), default="", most=500, help=_("Codes of modules and kinds of response; empty: all")
    )
    half_days: int = whole(_("Half-days a week"), default=10, least=1, most=14)
    most: int | None = whole(_("Half-days in all"), default=None, least=1, most=10_000)
    day_cost: int = money(_("Cost a day, everything included"))
    own: bool = flag(_("One of our own people"), default=False)
    absences: tuple[Absence, ...] = rows(_("Away"), Absence)

    def shape(self) -> Iterable[Problem]:
        """Absences do not end before they begin."""
        for place, one in enumerate(self.absences, start=1):
            if one.last_day < one.first_day:
                yield ABSENCE_ORDER().at(f"absences.{place}.last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The trainer with absences."""
        yield models.Trainer.fact(
            at, code=self.code, name=self.name, skills=self.skills, half_days=self.half_days, most=self.most,
            day_cost=self.day_cost, own=bool(self.own),
        )  # fmt: skip
        for line, one in enumerate(self.absences):
            first, last = days.number(one.first_day), days.number(one.last_day)
            yield models.TrainerAbsence.fact(at, line, first_day=first, last_day=last)


class RateSet(Entry, kind="programme.rate", makes=(models.Rate,), label=_("Unit cost set")):
    """What one unit of a heading costs here: a meal, a room, a follow-up visit."""

    heading: str = choice(_("Heading"), HEADINGS)
    amount: int = money(_("Amount"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One rate."""
        yield models.Rate.fact(at, heading=self.heading, amount=self.amount, day=at.day, clock=at.clock)


class LayerDrawn(Entry, kind="programme.calendar", makes=(models.CalendarLayer,), label=_("Calendar layer"),
                 named_by=("name",)):  # fmt: skip
    """Something takes people's time every year, every week, or on certain days."""

    name: str = text(_("Name"), most=120)
    kind: str = choice(_("What it is"), LAYER_KINDS)
    layer: str = choice(_("When"), LAYER_FORMS)
    first_month: int | None = whole(_("First month"), default=None, measure="month", least=1, most=12)
    last_month: int | None = whole(_("Last month"), default=None, measure="month", least=1, most=12)
    weekday: str = choice(_("Day of the week"), WEEKDAYS, default="")
    first_day: dt.date | None = day(_("First day"), default=None)
    last_day: dt.date | None = day(_("Last day"), default=None)
    half_days: int = whole(_("Half-days left in such a week, or lost on such a day"), default=0, most=14)

    def shape(self) -> Iterable[Problem]:
        """What is asked depends on the form of the layer."""
        if self.layer == "season" and not (self.first_month and self.last_month):
            yield NO_MONTHS().at("first_month")
        if self.layer == "weekly" and not self.weekday:
            yield NO_WEEKDAY().at("weekday")
        if self.layer == "dates" and not (
            self.first_day and self.last_day and self.first_day <= self.last_day
        ):
            yield NO_DATES().at("first_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One layer."""
        yield models.CalendarLayer.fact(
            at, kind=self.kind, name=self.name, layer=self.layer, first_month=self.first_month,
            last_month=self.last_month, weekday=int(self.weekday) if self.weekday else None,
            first_day=days.number(self.first_day) if self.first_day else None,
            last_day=days.number(self.last_day) if self.last_day else None, half_days=self.half_days,
        )  # fmt: skip


class ActivityRow(Row):
    """One activity of the plan."""

    code: str = text(_("Code"), most=40)
    trainer: str = text(_("Trainer"), default="", most=40)
    first_day: dt.date = day(_("First day"))
    last_day: dt.date = day(_("Last day"))
    cost: int = money(_("Cost"))


class ProgrammeAdopted(Entry, kind="programme.adopted", label=_("Programme adopted"), named_by=("title",),
                       makes=(models.Adopted, models.PlannedActivity)):  # fmt: skip
    """The assembly voted the programme. It keeps the question it answers and the head of the book then."""

    goals: str = reference(_("Goals"), "programme.goals")
    meeting: str = reference(_("Meeting"), default="")
    title: str = text(_("Title"))
    start: dt.date = day(_("First day"))
    weeks: int = whole(_("Weeks"), least=1, most=260)
    budget: int = money(_("Budget"))
    cost: int = money(_("Cost"))
    value: int = whole(_("Value"))
    bound: int = whole(_("Bound"))
    head: str = text(_("Head of the book"), most=200)
    question: Any = record(_("Question"))
    activities: tuple[ActivityRow, ...] = rows(_("Activities"), ActivityRow)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The programme with its activities."""
        yield models.Adopted.fact(
            at, goals=self.goals, meeting=self.meeting, title=self.title, start=days.number(self.start),
            weeks=self.weeks, budget=self.budget, cost=self.cost, value=self.value, bound=self.bound, head=self.head,
            question=dumps(self.question), day=at.day, clock=at.clock,
        )  # fmt: skip
        for line, one in enumerate(self.activities):
            yield models.PlannedActivity.fact(
                at, line, code=one.code, trainer=one.trainer, first_day=days.number(one.first_day),
                last_day=days.number(one.last_day), cost=one.cost,
            )  # fmt: skip
