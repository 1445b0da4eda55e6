"""Every single way in which a candidate could be done: with whom, from which week, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cahier.programme.problem import (
    NO_TRAINER,
    Candidate,
    Problem,
    Trainer,
    Window,
    cost,
    cost_lines,
    funder_parts,
)

Resource = tuple[str, str, int]
"""A scarce thing: its kind, its owner (trainer, audience, funder, or empty), its week, month or number."""


class Choice(NamedTuple):
    """One column of the model: a candidate with a trainer (or none) from a start week, at a cost."""

    candidate: Candidate
    trainer: str
    week: int
    cost: int
    uses: tuple[tuple[Resource, int], ...]

    @property
    def last_week(self) -> int:
        """The last week of its duration."""
        return self.week + len(self.candidate.half_days) - 1


def limits(problem: Problem) -> dict[Resource, int]:
    """Return how much there is of every scarce thing of the problem; what is not named is not scarce."""
    found: dict[Resource, int] = {("budget", "", 0): problem.budget.total}
    for index, period in enumerate(problem.budget.periods):
        found["period", "", index] = period.amount
    found |= {("funder", f.code, 0): f.amount for f in problem.budget.funders if f.amount is not None}
    for trainer in problem.trainers:
        if trainer.most is not None:
            found["days", trainer.code, 0] = trainer.most
        for week in range(problem.weeks):
            found["trainer", trainer.code, week] = 0 if week in trainer.absences else trainer.half_days
    for audience in problem.audiences:
        found |= {("hours", audience.code, week): most for week, most in enumerate(audience.weekly)}
        if audience.monthly is not None:
            found |= {("month", audience.code, month): audience.monthly for month in set(problem.months)}
    found |= {("open", "", week): most for week, most in enumerate(problem.open_half_days)}
    return found | {("at_once", "", week): problem.at_once for week in range(problem.weeks)}


def choices(problem: Problem) -> list[Choice]:
    """Return all choices that break no rule taken alone, in canonical order of code, trainer and week."""
    most = limits(problem)
    return [
        choice
        for candidate in problem.candidates
        if candidate.code not in problem.bans and fits_group(candidate)
        for choice in _ways(problem, candidate)
        if all(amount <= most.get(resource, amount) for resource, amount in choice.uses)
    ]


def fits_group(candidate: Candidate) -> bool:
    """Tell whether the planned seats lie within the group size of the candidate."""
    return candidate.group[0] <= candidate.seats <= candidate.group[1]


def able_trainers(problem: Problem, candidate: Candidate) -> list[Trainer | None]:
    """Return who could lead it: trainers with all its skills, or ``[None]`` where nobody is needed."""
    if not candidate.led:
        return [None]
    return [trainer for trainer in problem.trainers if candidate.skills <= trainer.skills]


def start_weeks(problem: Problem, candidate: Candidate) -> list[int]:
    """Return the weeks in which it may start, by its own weeks and by its windows around events."""
    length = len(candidate.half_days)
    allowed = set(range(problem.weeks)) if candidate.weeks is None else set(candidate.weeks)
    for window in candidate.windows:
        event_weeks = _event_weeks(problem, window)
        if event_weeks is None:
            continue
        spans = [range(week + window.first, week + window.last + 1) for week in event_weeks]
        allowed -= {s for s in allowed if not any(_within(s, length, span) for span in spans)}
    own = range(problem.weeks) if candidate.weeks is None else candidate.weeks
    return [
        start
        for start in range(problem.weeks - length + 1)
        if start in allowed and all(week in own for week in range(start, start + length))
    ]


def _event_weeks(problem: Problem, window: Window) -> tuple[int, ...] | None:
    return next((event.weeks for event in problem.events if event.code == window.anchor), None)


def _within(start: int, length: int, span: range) -> bool:
    return start in span and start + length - 1 in span


def _ways(problem: Problem, candidate: Candidate) -> Iterator[Choice]:
    starts = start_weeks(problem, candidate)
    pins = [pin for pin in problem.pins if pin.code == candidate.code]
    for trainer in able_trainers(problem, candidate):
        code = NO_TRAINER if trainer is None else trainer.code
        if any(pin.trainer not in (None, code) for pin in pins):
            continue
        price = cost(candidate, trainer)
        fixed = _money_uses(problem, candidate, trainer)
        for week in starts:
            if all(pin.week in (None, week) for pin in pins):
                uses = (
                    *fixed,
                    *_period_uses(problem, week, price),
                    *_week_uses(problem, candidate, code, week),
                )
                yield Choice(candidate, code, week, price, uses)


def _money_uses(
    problem: Problem, candidate: Candidate, trainer: Trainer | None
) -> list[tuple[Resource, int]]:
    lines = cost_lines(candidate, trainer)
    uses: list[tuple[Resource, int]] = [(("budget", "", 0), sum(line.amount for line in lines))]
    uses += [(("funder", code, 0), part) for code, part in funder_parts(lines, problem.budget).items()]
    if trainer is not None and trainer.most is not None:
        uses.append((("days", trainer.code, 0), sum(candidate.half_days)))
    return uses


def _period_uses(problem: Problem, week: int, price: int) -> list[tuple[Resource, int]]:
    return [
        (("period", "", index), price)
        for index, period in enumerate(problem.budget.periods)
        if period.first_week <= week <= period.last_week
    ]


def _week_uses(
    problem: Problem, candidate: Candidate, trainer: str, start: int
) -> list[tuple[Resource, int]]:
    uses: dict[Resource, int] = {}
    for week, half_days in enumerate(candidate.half_days, start):
        if not half_days:
            continue
        uses["open", "", week] = half_days
        uses["at_once", "", week] = 1
        if trainer != NO_TRAINER:
            uses["trainer", trainer, week] = half_days
        for audience in sorted(candidate.audiences):
            uses["hours", audience, week] = half_days
            if problem.months:
                month: Resource = ("month", audience, problem.months[week])
                uses[month] = uses.get(month, 0) + half_days
    return list(uses.items())
