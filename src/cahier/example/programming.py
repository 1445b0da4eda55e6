"""From the workshop to the programme: goals, causes, responses, trainers, prices, calendar."""

from __future__ import annotations

import datetime as dt

from cahier.example.names import name
from cahier.example.plan import GoalPlan, MeasurePlan, Story, Vote
from cahier.example.world import World
from cahier.journal import scope
from cahier.programme import drafts
from cahier.programme.entries import (
    Absence,
    CauseNamed,
    Channel,
    CostRow,
    Function,
    GainRow,
    GoalsSet,
    LayerDrawn,
    MeasurePlanned,
    Priority,
    ProgrammeAdopted,
    RateSet,
    ResponseChosen,
    TrainerListed,
)
from cahier.programme.problem import Pin
from cahier.programme.settings import Settings


def programme(world: World) -> None:
    """Write what the group decided after its workshop."""
    plan = world.story.goals
    if plan is None:
        return
    goals = GoalsSet(
        day=plan.day, round=world.rounds[plan.round], vision=plan.vision,
        functions=tuple(Function(function=code) for code in world.story.functions),
        channels=tuple(Channel(channel=code) for code in plan.channels),
        priorities=tuple(Priority(item=item, weight=weight, target=target) for item, weight, target in plan.priorities),
    )  # fmt: skip
    made = world.pen.put("goals", goals, lag=0)
    causes: dict[tuple[str, str], str] = {}
    for item, cause, sign in plan.causes:
        entry = CauseNamed(day=plan.day, goals=made, item=item, cause=cause, sign=sign)
        causes[item, cause] = world.pen.put(f"{item} {cause}", entry, lag=0)
    measures = {one.code: _measure(world, plan, one) for one in plan.measures}
    for item, cause, response, answer in plan.responses:
        chosen = ResponseChosen(
            day=plan.day, goals=made, item=item, cause=causes.get((item, cause), ""), response=response,
            module="" if answer in measures else answer, measure=measures.get(answer, ""),
        )  # fmt: skip
        world.pen.put(f"{item} {answer}", chosen, lag=0)
    _terms(world, plan.day, world.story)
    if plan.voted is not None:
        _vote(world, made, plan.voted)


def _vote(world: World, goals: str, vote: Vote) -> None:
    """The plan is made by the optimiser itself, from what the book holds at the moment of the vote."""
    meeting = world.meetings[vote.meeting]
    stand_in = ProgrammeAdopted(
        day=vote.day, goals=goals, meeting=meeting, title=vote.title, start=vote.start, weeks=vote.weeks,
        budget=vote.budget, cost=0, value=0, bound=0, head="-", question={}, activities=(),
    )  # fmt: skip
    terms = Settings(
        start=vote.start, weeks=vote.weeks, budget=vote.budget, pins=tuple(Pin(code) for code in vote.asked)
    )

    def adopted() -> ProgrammeAdopted:
        with scope.reading(world.pen.book):
            draft = drafts.solve(world.pen.book, vote.day, terms)
            return drafts.adopted_entry(draft, vote.title, vote.day, meeting)

    world.planted.fault("programme_under_way", id=world.pen.put_late("voted", stand_in, adopted))


def _measure(world: World, plan: GoalPlan, one: MeasurePlan) -> str:
    entry = MeasurePlanned(
        day=plan.day, code=one.code, response=one.response, title=one.title, half_days=one.half_days, weeks=one.weeks,
        led=one.led, seats=one.seats, audience=one.audience,
        costs=tuple(CostRow(heading=heading, amount=amount) for heading, amount in one.costs),
        gains=tuple(GainRow(item=item, gain=gain, why=why, grade="?") for item, gain, why in one.gains),
    )  # fmt: skip
    return world.pen.put(one.code, entry, lag=0)


def _terms(world: World, day: dt.date, story: Story) -> None:
    """Write who can teach, what things cost here, and when people have no time."""
    dice = world.dice("trainers")
    for code, sex, skills, half_days, cost, own in story.trainers:
        family, given = name(dice, "forest" if not own else story.names, sex)
        away = (Absence(first_day=dt.date(2026, 12, 21), last_day=dt.date(2027, 1, 3)),)
        entry = TrainerListed(
            day=day, code=code, name=f"{given} {family}", skills=skills, half_days=half_days, day_cost=cost, own=own,
            absences=() if own else away,
        )  # fmt: skip
        world.pen.put(code, entry, lag=0)
    for heading, amount in story.rates:
        world.pen.put(heading, RateSet(day=day, heading=heading, amount=amount), lag=0)
    for label, kind, first, last, left in story.months:
        layer = LayerDrawn(
            day=day, name=label, kind=kind, layer="season", first_month=first, last_month=last, half_days=left
        )
        world.pen.put(label, layer, lag=0)
    for label, kind, weekday in story.weekdays:
        weekly = LayerDrawn(day=day, name=label, kind=kind, layer="weekly", weekday=str(weekday), half_days=2)
        world.pen.put(label, weekly, lag=0)
    for label, kind, first_day, last_day in story.closed:
        dates = LayerDrawn(
            day=day, name=label, kind=kind, layer="dates", first_day=first_day, last_day=last_day
        )
        world.pen.put(label, dates, lag=0)
