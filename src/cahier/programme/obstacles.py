"""What keeps a measure out of every plan, whatever else is chosen: found without solving anything."""

from __future__ import annotations

from dataclasses import replace

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import reason
from cahier.programme.choices import able_trainers, choices, fits_group, start_weeks
from cahier.programme.model import open_needs
from cahier.programme.problem import Candidate, Problem, cost
from cahier.programme.relax import without_budget, without_calendar, without_trainer_limits

BANNED = reason("out.banned", "{code} is excluded by you. Allow it again to have it considered.")
GROUP = reason(
    "out.group",
    "{code} is for groups of {least} to {most}; {seats} seats are planned. Change the seats or the groups.",
)
NO_SKILL = reason(
    "out.no_skill", "No trainer masters what {code} asks for ({skills}). Find one, or train one."
)
NO_OWN_WEEK = reason(
    "out.no_own_week",
    "{code} takes {length} weeks, and no such time lies within the weeks allowed for it. Widen them.",
)
NO_TRAINER_DAYS = reason(
    "out.no_trainer_days", "No trainer of {code} has the days for it in any week that suits. Find more days."
)
NO_OPEN_WEEK = reason(
    "out.no_open_week",
    "The calendar leaves no week with enough half-days for {code}. Spread it over more weeks.",
)
TOO_DEAR = reason("out.too_dear", "{code} alone costs {cost}; {missing} more than there is.")
CEILING = reason(
    "out.ceiling", "{code} costs {cost}: more than a period or a funder allows. Raise that ceiling."
)
NEEDS_OUT = reason("out.needs_out", "{code} needs {needs} first, which cannot be in the plan: {because}")
NEEDS_UNKNOWN = reason(
    "out.needs_unknown", "{code} needs {needs} first, which is not on offer. Add it to the list."
)
PIN_TIME = reason("out.pin_time", "{code} cannot be held in the week and with the trainer asked for.")


def obstacle(problem: Problem, candidate: Candidate) -> Fault | None:
    """Return why this candidate can be in no plan at all, or ``None`` where nothing forbids it alone."""
    if candidate.code in problem.bans:
        return BANNED(code=candidate.code)
    if not fits_group(candidate):
        least, most = candidate.group
        return GROUP(code=candidate.code, least=least, most=most, seats=candidate.seats)
    if not able_trainers(problem, candidate):
        return NO_SKILL(code=candidate.code, skills=", ".join(sorted(candidate.skills)) or "-")
    if not start_weeks(problem, candidate):
        return NO_OWN_WEEK(code=candidate.code, length=len(candidate.half_days))
    return _no_choice(problem, candidate) or _no_prerequisite(problem, candidate)


def _no_choice(problem: Problem, candidate: Candidate) -> Fault | None:
    alone = replace(problem, candidates=(candidate,))
    if choices(alone):
        return None
    if choices(without_budget(alone)):
        price = min(cost(candidate, trainer) for trainer in able_trainers(problem, candidate))
        missing = price - problem.budget.total
        if missing > 0:
            return TOO_DEAR(code=candidate.code, cost=price, missing=missing)
        return CEILING(code=candidate.code, cost=price)
    if choices(without_trainer_limits(without_budget(alone))):
        return NO_TRAINER_DAYS(code=candidate.code)
    if choices(without_calendar(without_trainer_limits(without_budget(alone)))):
        return NO_OPEN_WEEK(code=candidate.code)
    return PIN_TIME(code=candidate.code)


def _no_prerequisite(problem: Problem, candidate: Candidate) -> Fault | None:
    known = {other.code: other for other in problem.candidates}
    for group in open_needs(problem, candidate):
        offered = [known[code] for code in group if code in known]
        if not offered:
            return NEEDS_UNKNOWN(code=candidate.code, needs=", ".join(group))
        blocked = [obstacle(problem, other) for other in offered]
        if all(blocked):
            return NEEDS_OUT(
                code=candidate.code, needs=", ".join(o.code for o in offered), because=blocked[0]
            )
    return None
