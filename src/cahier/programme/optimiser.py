"""Chooses and schedules the measures of one organisation's programme, and proves how good the choice is.

The value is the weighted gain on the priorities after saturation. Among plans of the value found, the
cheapest is taken (within the same gap, and a smaller number of nodes); then, for the measures so chosen,
the calendar with the earliest starts (smallest sum of start weeks), then the trainers first in the order
of their codes. What is still equal is settled by the one form of the model: the question is first brought to canonical form, so that the order of input is
forgotten; the run stops by gap or by nodes, so that the same data gives the same plan. The clock is a
safety net, and a plan it stopped says so.
"""

from __future__ import annotations

import math
from dataclasses import replace

from cahier.kernel.refusals import Refused, reason
from cahier.programme.checks import refuse_bad
from cahier.programme.choices import Choice
from cahier.programme.model import Model, build
from cahier.programme.problem import Activity, Pin, Plan, Problem, segments
from cahier.programme.solver import Limits, solve

USUAL = Limits()


NO_TIME = reason(
    "programme.out_of_time",
    "No plan was found in the time given. Allow more time, or leave fewer measures to choose from.",
)


class OutOfTime(Refused):
    """The clock or the nodes ran out before any plan was found; nothing is known."""

    def __init__(self) -> None:
        super().__init__(NO_TIME())


def optimise(problem: Problem, limits: Limits = USUAL, start: Plan | None = None) -> Plan | None:
    """Return the plan of greatest value, or ``None`` where the wishes cannot all be kept (see ``clash``).

    ``start`` is a plan to begin from, where it still fits. Raises ``Refused`` when the question itself
    is badly put, and ``OutOfTime`` when the clock or the nodes ran out before any plan was found.
    """
    refuse_bad(problem)
    canonical = problem.canonical()
    model = build(canonical)
    first = solve(
        model,
        model.value,
        maximise=True,
        gap=limits.gap,
        nodes=limits.nodes,
        seconds=limits.seconds,
        start=_columns(model, start.activities) if start else None,
    )
    if first.infeasible:
        return None
    if first.columns is None:
        raise OutOfTime()
    chosen = _chosen(model, first.columns)
    bound = max(worth(canonical, chosen), math.floor(first.bound + 1e-5))
    chosen, cheap_late = _cheaper(model, first.columns, worth(canonical, chosen), limits)
    chosen, early_late = _earlier(canonical, chosen, limits)
    stopped_by = "clock" if cheap_late or early_late else first.stopped_by
    return _plan(canonical, chosen, bound, stopped_by, first.nodes)


def cheapest(problem: Problem, seconds: float = 10.0) -> Plan | None:
    """Return the cheapest plan that keeps the pins and all rules, or ``None`` where there is none."""
    canonical = problem.canonical()
    model = build(canonical)
    found = solve(model, model.cost, maximise=False, seconds=seconds)
    if found.infeasible:
        return None
    if found.columns is None:
        raise OutOfTime()
    chosen = _chosen(model, found.columns)
    return _plan(canonical, chosen, worth(canonical, chosen), found.stopped_by, found.nodes)


def worth(problem: Problem, chosen: list[Choice]) -> int:
    """Return the value of chosen measures: for each priority, weight times half-points counted."""
    total = 0
    for priority in problem.priorities:
        raw = sum(g.amount for c in chosen for g in c.candidate.gains if g.item == priority.item)
        full, by_half = segments(priority.room)
        total += priority.weight * (2 * min(raw, full) + min(max(raw - full, 0), by_half))
    return total


def _cheaper(model: Model, columns: list[float], value: int, limits: Limits) -> tuple[list[Choice], bool]:
    """Return the cheapest choice of at least this value, and whether the clock cut the search."""
    model.row(model.value, low=value - 0.5)
    found = solve(
        model,
        model.cost,
        maximise=False,
        gap=limits.gap,
        nodes=limits.tie_nodes,
        seconds=limits.seconds,
        start=columns,
    )
    best = columns if found.columns is None else found.columns
    return _chosen(model, best), found.stopped_by == "clock"


def _earlier(problem: Problem, chosen: list[Choice], limits: Limits) -> tuple[list[Choice], bool]:
    """Return the earliest calendar of this choice at this cost, and whether the clock cut the search."""
    only = tuple(choice.candidate for choice in chosen)
    pins = {*problem.pins, *(Pin(candidate.code) for candidate in only)}
    model = build(replace(problem, candidates=only, pins=tuple(pins)).canonical())
    model.row(model.cost, high=sum(choice.cost for choice in chosen) + 0.5)
    found = solve(
        model,
        model.early,
        maximise=False,
        gap=limits.gap,
        nodes=limits.tie_nodes,
        seconds=limits.seconds,
        start=_columns(model, _activities(chosen)),
    )
    better = chosen if found.columns is None else _chosen(model, found.columns)
    return better, found.stopped_by == "clock"


def _chosen(model: Model, columns: list[float]) -> list[Choice]:
    return [choice for choice, column in zip(model.choices, columns, strict=False) if column > 0.5]


def _plan(problem: Problem, chosen: list[Choice], bound: int, stopped_by: str, nodes: int) -> Plan:
    value = worth(problem, chosen)
    bound = max(bound, value)
    return Plan(
        activities=_activities(chosen),
        value=value,
        cost=sum(choice.cost for choice in chosen),
        bound=bound,
        gap=gap_of(value, bound),
        stopped_by="optimum" if value == bound and stopped_by == "gap" else stopped_by,
        nodes=nodes,
    )


def gap_of(value: int, bound: int) -> float:
    """Return the share of the bound that is not reached, 0 to 1."""
    return (bound - value) / bound if bound else 0.0


def _activities(chosen: list[Choice]) -> tuple[Activity, ...]:
    return tuple(sorted(Activity(c.candidate.code, c.week, c.trainer) for c in chosen))


def _columns(model: Model, activities: tuple[Activity, ...]) -> list[float]:
    """Return the binaries of a plan as a first solution; HiGHS completes the helper columns itself."""
    wanted = set(activities)
    columns = [0.0] * len(model.upper)
    for index, choice in enumerate(model.choices):
        columns[index] = float(Activity(choice.candidate.code, choice.week, choice.trainer) in wanted)
    return columns
