"""Why each measure is in the plan, why each other is out, and what a little more money would buy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import reason
from cahier.programme.clash import possible
from cahier.programme.obstacles import obstacle
from cahier.programme.optimiser import USUAL, cheapest, optimise
from cahier.programme.problem import Candidate, Pin, Plan, Problem, segments
from cahier.programme.relax import closure, only, without_budget, without_time, without_trainer_limits
from cahier.programme.solver import Limits

SERVES = reason("in.serves", "{code} adds {gain} to {item}, a priority of weight {weight}.")
UNLOCKS = reason("in.unlocks", "{code} comes first: {codes} cannot go without it.")
WISHED = reason("in.wished", "{code} is in because you asked for it.")
ADDS_NOTHING = reason("out.no_gain", "{code} serves none of the priorities, and nothing chosen needs it.")
FILLED = reason("out.filled", "What {code} serves is already filled by the measures chosen.")
NO_BUDGET = reason("out.no_budget", "{code} would cost {cost} with what it needs; {missing} is missing.")
LIMITED = reason("out.limited", "{code} would pass the ceiling of a period or of a funder.")
NO_TRAINER_LEFT = reason("out.no_trainer_left", "Beside what is chosen, no trainer has days left for {code}.")
NO_WEEK_LEFT = reason("out.no_week_left", "Beside what is chosen, no week is left for {code}.")
WITHIN_GAP = reason(
    "out.within_gap",
    "{code} could still be added: the search stopped close enough to the best plan. Ask for it by name.",
)


@dataclass(frozen=True)
class Included:
    """Why one measure is in: the priorities it serves (item, raw gain, weight), who needs it, a wish.

    ``loss`` is the value the plan loses without it and without those that depend on it.
    """

    code: str
    serves: tuple[tuple[str, int, int], ...]
    unlocks: tuple[str, ...]
    wished: bool
    loss: int

    @property
    def reasons(self) -> tuple[Fault, ...]:
        """The same in sentences."""
        said = [SERVES(code=self.code, item=i, gain=g, weight=w) for i, g, w in self.serves]
        if self.unlocks:
            said.append(UNLOCKS(code=self.code, codes=", ".join(self.unlocks)))
        if self.wished:
            said.append(WISHED(code=self.code))
        return tuple(said)


@dataclass(frozen=True)
class LeftOut:
    """Why one measure is out; ``missing`` money in minor units where it is only a matter of money."""

    code: str
    reason: Fault
    missing: int | None = None


@dataclass(frozen=True)
class Slice:
    """What ``amount`` more would buy: the plan then, the value gained, the codes that come and go."""

    amount: int
    plan: Plan
    gained: int
    added: tuple[str, ...]
    dropped: tuple[str, ...]


def why_in(problem: Problem, plan: Plan) -> tuple[Included, ...]:
    """Return, for each measure of the plan in order of code, why it is in."""
    weights = {priority.item: priority.weight for priority in problem.priorities if priority.weight}
    pinned = {pin.code for pin in problem.pins}
    found = []
    for code in sorted(plan.codes):
        gains: dict[str, int] = {}
        for gain in problem.candidate(code).gains:
            gains[gain.item] = gains.get(gain.item, 0) + gain.amount
        serves = tuple((i, n, weights[i]) for i, n in sorted(gains.items()) if n and i in weights)
        fallen = _fallen(problem, plan.codes - {code})
        found.append(
            Included(
                code=code,
                serves=serves,
                unlocks=_needed_by(problem, plan, code),
                wished=code in pinned,
                loss=value(problem, plan.codes) - value(problem, fallen),
            )
        )
    return tuple(found)


def why_out(problem: Problem, plan: Plan) -> tuple[LeftOut, ...]:
    """Return, for each measure left out in order of code, the first reason that holds."""
    ordered = sorted(problem.candidates, key=lambda candidate: candidate.code)
    return tuple(_left_out(problem, plan, c) for c in ordered if c.code not in plan.codes)


def next_slice(problem: Problem, plan: Plan, amount: int, limits: Limits = USUAL) -> Slice:
    """Return what so much more money would buy, all other limits unchanged, beginning from the plan.

    Raises ``Refused`` and ``OutOfTime`` as ``optimise`` does.
    """
    richer = replace(problem, budget=replace(problem.budget, total=problem.budget.total + amount))
    found = optimise(richer, limits, start=plan)
    better = found if found is not None and found.value > plan.value else plan
    return Slice(
        amount=amount,
        plan=better,
        gained=better.value - plan.value,
        added=tuple(sorted(better.codes - plan.codes)),
        dropped=tuple(sorted(plan.codes - better.codes)),
    )


def value(problem: Problem, codes: frozenset[str]) -> int:
    """Return the weighted gain of these measures after saturation."""
    total = 0
    for priority in problem.priorities:
        held = [gain for c in problem.candidates if c.code in codes for gain in c.gains]
        raw = sum(gain.amount for gain in held if gain.item == priority.item)
        full, by_half = segments(priority.room)
        total += priority.weight * (2 * min(raw, full) + min(max(raw - full, 0), by_half))
    return total


def _links(problem: Problem, candidate: Candidate) -> list[tuple[str, ...]]:
    events = {event.code for event in problem.events}
    groups = [group for group in candidate.needs if not problem.met.intersection(group)]
    return groups + [(w.anchor,) for w in candidate.windows if w.anchor not in events]


def _needed_by(problem: Problem, plan: Plan, code: str) -> tuple[str, ...]:
    """Return the chosen measures that would lose their footing in the plan without this one."""
    return tuple(
        other
        for other in sorted(plan.codes - {code})
        if any(
            code in group and not plan.codes.intersection(set(group) - {code})
            for group in _links(problem, problem.candidate(other))
        )
    )


def _fallen(problem: Problem, codes: frozenset[str]) -> frozenset[str]:
    """Return what stands among these codes once those that lost their footing are gone too."""
    while True:
        standing = frozenset(
            code
            for code in codes
            if all(codes.intersection(group) for group in _links(problem, problem.candidate(code)))
        )
        if standing == codes:
            return codes
        codes = standing


def _left_out(problem: Problem, plan: Plan, candidate: Candidate) -> LeftOut:
    never = obstacle(problem, candidate)
    if never:
        return LeftOut(candidate.code, never, never.details.get("missing"))
    items = {priority.item for priority in problem.priorities if priority.weight and priority.room}
    if not any(gain.amount and gain.item in items for gain in candidate.gains):
        return LeftOut(candidate.code, ADDS_NOTHING(code=candidate.code))
    if value(problem, plan.codes | {candidate.code}) == plan.value:
        return LeftOut(candidate.code, FILLED(code=candidate.code))
    return _what_if(problem, plan, candidate.code)


def _what_if(problem: Problem, plan: Plan, code: str) -> LeftOut:
    """Put the measure beside the plan as it stands, and see what is missing first."""
    ignoring_time = cheapest(_alone(problem, plan, code))
    if ignoring_time and plan.cost + ignoring_time.cost > problem.budget.total:
        return _short(problem, plan, code, ignoring_time.cost)
    beside = _beside(problem, plan, code)
    if possible(beside):
        return LeftOut(code, WITHIN_GAP(code=code))
    paid = cheapest(without_budget(beside))
    if paid is not None:
        extra = paid.cost - plan.cost
        over = paid.cost > problem.budget.total
        return _short(problem, plan, code, extra) if over else LeftOut(code, LIMITED(code=code))
    if possible(without_trainer_limits(without_budget(beside))):
        return LeftOut(code, NO_TRAINER_LEFT(code=code))
    return LeftOut(code, NO_WEEK_LEFT(code=code))


def _short(problem: Problem, plan: Plan, code: str, extra: int) -> LeftOut:
    missing = plan.cost + extra - problem.budget.total
    return LeftOut(code, NO_BUDGET(code=code, cost=extra, missing=missing), missing)


def _alone(problem: Problem, plan: Plan, code: str) -> Problem:
    """The measure with what it still needs, the plan taken as done, time and money no object."""
    fresh = closure(problem, {code}) - plan.codes
    cut = only(without_time(without_budget(problem)), fresh)
    free = tuple(
        replace(c, windows=tuple(w for w in c.windows if w.anchor not in plan.codes)) for c in cut.candidates
    )
    return replace(cut, candidates=free, met=problem.met | plan.codes, pins=(*cut.pins, Pin(code)))


def _beside(problem: Problem, plan: Plan, code: str) -> Problem:
    """The plan held at its weeks and trainers, with the measure and what it needs added to it."""
    cut = only(problem, plan.codes | closure(problem, {code}))
    held = tuple(Pin(activity.code, activity.week, activity.trainer) for activity in plan.activities)
    return replace(cut, pins=(*held, Pin(code))).canonical()
