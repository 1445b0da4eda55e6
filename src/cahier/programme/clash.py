"""Names the wishes that cannot all be kept: a smallest set of which giving up any one is enough.

A deletion filter: each wish and each limit is lifted in turn, and stays lifted while the rest is still
impossible. What cannot be lifted is the clash. Limits of time go first, so that what is left names the
pins, bans and money a person can change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import reason
from cahier.programme.model import build
from cahier.programme.obstacles import obstacle
from cahier.programme.optimiser import OutOfTime, cheapest
from cahier.programme.problem import Pin, Problem
from cahier.programme.relax import (
    closure,
    only,
    without_at_once,
    without_budget,
    without_calendar,
    without_trainer_limits,
)
from cahier.programme.solver import solve

OVER_BUDGET = reason(
    "clash.over_budget",
    "{codes}, with what they need first, cost at least {cost}: {missing} more than the budget of {budget}. "
    "Raise the budget or give one of them up.",
)
CEILING = reason(
    "clash.ceiling",
    "{codes}, with what they need first, cost more than a period or a funder allows. "
    "Raise that ceiling or give one of them up.",
)
EXCLUDED = reason(
    "clash.excluded",
    "{codes} cannot be in the plan while {banned} is excluded. Allow it or give up the wish.",
)
CALENDAR = reason(
    "clash.calendar",
    "The calendar has not enough open half-days for {codes} with what they need first. "
    "Open a week, or give one of them up.",
)
TRAINERS = reason(
    "clash.trainers",
    "The trainers have not enough days in the right weeks for {codes} with what they need first. "
    "Find more days, or give one of them up.",
)
AT_ONCE = reason(
    "clash.at_once",
    "{codes}, with what they need first, do not fit if only {most} may run in one week. "
    "Allow one more at once, or give one of them up.",
)
ALONE = reason("clash.alone", "{codes} cannot be in the plan: {because}")
TOGETHER = reason(
    "clash.together",
    "{codes}, with what they need first, do not fit into {weeks} weeks in the order and in the weeks that each "
    "asks for. Change a week or give one of them up.",
)
SEVERAL = reason(
    "clash.several",
    "{codes} cannot be kept within the limits of time and money as they stand together. "
    "Loosen one of them, allow what is excluded, or give one wish up.",
)

_LIFT: dict[str, Callable[[Problem], Problem]] = {
    "at_once": without_at_once,
    "calendar": without_calendar,
    "trainers": without_trainer_limits,
    "budget": without_budget,
}


@dataclass(frozen=True)
class Clash:
    """A smallest set of wishes and limits that exclude one another, and the sentence that says so.

    ``limits`` are among ``budget``, ``calendar``, ``trainers``, ``at_once``.
    """

    pins: tuple[Pin, ...]
    bans: tuple[str, ...]
    limits: tuple[str, ...]
    problem: Fault


def clash(problem: Problem) -> Clash | None:
    """Return the clash among the wishes of a question, or ``None`` where all can be kept."""
    reduced = only(problem, closure(problem, {pin.code for pin in problem.pins})).canonical()
    if possible(reduced):
        return None
    core, limits = _lift_limits(reduced)
    for ban in sorted(core.bans):
        core = _unless_possible(core, replace(core, bans=core.bans - {ban}))
    for pin in core.pins:
        core = _unless_possible(core, replace(core, pins=tuple(p for p in core.pins if p != pin)))
    bans = tuple(sorted(core.bans))
    return Clash(core.pins, bans, limits, _sentence(core, bans, limits))


def possible(problem: Problem) -> bool:
    """Tell whether any plan keeps the pins and all rules.

    Raises ``OutOfTime`` when that could not be settled within its nodes.
    """
    found = solve(build(problem), {}, maximise=False, seconds=20.0)
    if found.columns is None and not found.infeasible:
        raise OutOfTime()
    return not found.infeasible


def _lift_limits(problem: Problem) -> tuple[Problem, tuple[str, ...]]:
    kept: list[str] = []
    for name, lift in _LIFT.items():
        lifted = lift(problem)
        if possible(lifted):
            kept.append(name)
        else:
            problem = lifted
    return problem, tuple(kept)


def _unless_possible(problem: Problem, lifted: Problem) -> Problem:
    return problem if possible(lifted) else lifted


def _sentence(core: Problem, bans: tuple[str, ...], limits: tuple[str, ...]) -> Fault:
    codes = ", ".join(dict.fromkeys(pin.code for pin in core.pins))
    if bans and not limits:
        return EXCLUDED(codes=codes, banned=", ".join(bans))
    if bans or len(limits) > 1:
        return SEVERAL(codes=codes, limits=limits, bans=bans)
    if not limits:
        return _alone(core, codes)
    return _money(core, codes) if limits == ("budget",) else _time(core, codes, limits[0])


def _time(core: Problem, codes: str, limit: str) -> Fault:
    if limit == "at_once":
        return AT_ONCE(codes=codes, most=core.at_once)
    return CALENDAR(codes=codes) if limit == "calendar" else TRAINERS(codes=codes)


def _money(core: Problem, codes: str) -> Fault:
    least = cheapest(without_budget(core))
    if least is None or least.cost <= core.budget.total:
        return CEILING(codes=codes)
    missing = least.cost - core.budget.total
    return OVER_BUDGET(codes=codes, cost=least.cost, missing=missing, budget=core.budget.total)


def _alone(core: Problem, codes: str) -> Fault:
    for pin in core.pins:
        because = obstacle(core, core.candidate(pin.code))
        if because:
            return ALONE(codes=pin.code, because=because)
    return TOGETHER(codes=codes, weeks=core.weeks)
