"""Checks a plan against the rules of its question, from scratch and by other code than the model's.

It knows only the question and the plan: it walks the weeks, adds up hours and money, looks for each
prerequisite, recounts the value, and compares value, bound and gap.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import reason
from cahier.kernel.shares import half_up, largest_remainder
from cahier.programme.problem import Activity, Candidate, Plan, Problem

NOT_LISTED = reason("plan.not_listed", "{code} is in the plan but not among the measures to choose from.")
DOUBLE = reason("plan.double", "{code} is in the plan {count} times. Once is the most.")
BANNED = reason("plan.banned", "{code} is in the plan although it is excluded.")
PIN_LOST = reason("plan.pin_lost", "{code} was asked for, but the plan does not have it as asked.")
GROUP = reason("plan.group", "{code} has {seats} seats; its group size is {least} to {most}.")
NO_LEADER = reason("plan.trainer", "{code} has the trainer “{trainer}”, who cannot lead it.")
OUTSIDE = reason("plan.outside", "{code} in week {week} lies outside the weeks in which it may run.")
WINDOW = reason("plan.window", "{code} does not keep its distance to {anchor}: {first} to {last} weeks.")
TOO_EARLY = reason("plan.too_early", "{code} starts before any of {needs} has ended.")
AT_ONCE = reason("plan.at_once", "In week {week}, {used} measures run at once; {most} may.")
OPEN = reason("plan.open", "In week {week}, {used} half-days are planned; {most} are open.")
TRAINER_WEEK = reason("plan.trainer_week", "{code} gives {used} half-days in week {week}; {most} are there.")
TRAINER_ALL = reason("plan.trainer_all", "{code} gives {used} half-days in all; {most} are there.")
PEOPLE_WEEK = reason(
    "plan.people_week", "{code} are asked for {used} half-days in week {week}; they have {most}."
)
PEOPLE_MONTH = reason(
    "plan.people_month", "{code} are asked for {used} half-days in one month; {most} is the most."
)
BUDGET = reason("plan.budget", "The plan costs {used}; the budget is {most}.")
PERIOD = reason("plan.period", "What starts in weeks {first} to {last} costs {used}; {most} may be spent.")
FUNDER = reason("plan.funder", "{code} would pay {used}; {most} is the most.")
COST = reason("plan.cost", "The plan says it costs {said}; its lines add up to {counted}.")
VALUE = reason("plan.value", "The plan says its value is {said}; counted again it is {counted}.")
BOUND = reason("plan.bound", "The value {value} is above the bound {bound}, which cannot be.")
GAP = reason("plan.gap", "The plan says its gap is {said}; value and bound give {counted}.")


def verify(problem: Problem, plan: Plan) -> list[Fault]:
    """Return every rule that the plan breaks and every figure that is wrong; empty when it is sound."""
    known = {candidate.code: candidate for candidate in problem.candidates}
    strangers = [activity for activity in plan.activities if activity.code not in known]
    if strangers:
        return [NOT_LISTED(code=activity.code) for activity in strangers]
    held = [(activity, known[activity.code]) for activity in plan.activities]
    checks = (_presence, _people, _when, _order, _hours, _money, _figures)
    return [fault for check in checks for fault in check(problem, plan, held)]


Held = list[tuple[Activity, Candidate]]


def _presence(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    counts = Counter(activity.code for activity in plan.activities)
    yield from (DOUBLE(code=code, count=count) for code, count in sorted(counts.items()) if count > 1)
    yield from (BANNED(code=code) for code in sorted(set(counts) & problem.bans))
    for pin in problem.pins:
        kept = [
            activity
            for activity, _ in held
            if activity.code == pin.code
            and (pin.week is None or activity.week == pin.week)
            and (pin.trainer is None or activity.trainer == pin.trainer)
        ]
        if not kept:
            yield PIN_LOST(code=pin.code)


def _people(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    trainers = {trainer.code: trainer for trainer in problem.trainers}
    for activity, candidate in held:
        least, most = candidate.group
        if not least <= candidate.seats <= most:
            yield GROUP(code=candidate.code, seats=candidate.seats, least=least, most=most)
        trainer = trainers.get(activity.trainer)
        able = trainer is not None and not (candidate.skills - trainer.skills)
        if (not able) if candidate.led else activity.trainer:
            yield NO_LEADER(code=candidate.code, trainer=activity.trainer)


def _when(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    events = {event.code: event.weeks for event in problem.events}
    ends = {a.code: a.week + len(c.half_days) - 1 for a, c in held}
    for activity, candidate in held:
        running = set(range(activity.week, activity.week + len(candidate.half_days)))
        own = running if candidate.weeks is None else candidate.weeks
        if min(running) < 0 or max(running) >= problem.weeks or not running <= own:
            yield OUTSIDE(code=candidate.code, week=activity.week)
        for window in candidate.windows:
            if window.anchor in events:
                offsets = [{week - event for week in running} for event in events[window.anchor]]
            else:
                offsets = [{activity.week - ends[window.anchor]}] if window.anchor in ends else []
            if not any(window.first <= min(o) and max(o) <= window.last for o in offsets):
                yield WINDOW(code=candidate.code, anchor=window.anchor, first=window.first, last=window.last)


def _order(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    ends = {activity.code: activity.week + len(candidate.half_days) - 1 for activity, candidate in held}
    for activity, candidate in held:
        for group in candidate.needs:
            done = [c for c in group if c in problem.met or (c in ends and ends[c] < activity.week)]
            if not done:
                yield TOO_EARLY(code=candidate.code, needs=", ".join(group))


def _hours(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    given: Counter[tuple[str, int]] = Counter()
    attended: Counter[tuple[str, int]] = Counter()
    whole: Counter[int] = Counter()
    running: Counter[int] = Counter()
    for activity, candidate in held:
        for offset, half_days in enumerate(candidate.half_days):
            week = activity.week + offset
            given[activity.trainer, week] += half_days
            whole[week] += half_days
            running[week] += half_days > 0
            for audience in candidate.audiences:
                attended[audience, week] += half_days
    for week in range(problem.weeks):
        if running[week] > problem.at_once:
            yield AT_ONCE(week=week, used=running[week], most=problem.at_once)
        if problem.open_half_days and whole[week] > problem.open_half_days[week]:
            yield OPEN(week=week, used=whole[week], most=problem.open_half_days[week])
    yield from _trainer_hours(problem, given)
    yield from _audience_hours(problem, attended)


def _trainer_hours(problem: Problem, given: Counter[tuple[str, int]]) -> Iterator[Fault]:
    for trainer in problem.trainers:
        mine = {week: count for (code, week), count in given.items() if code == trainer.code}
        for week, count in sorted(mine.items()):
            most = 0 if week in trainer.absences else trainer.half_days
            if count > most:
                yield TRAINER_WEEK(code=trainer.code, week=week, used=count, most=most)
        if trainer.most is not None and sum(mine.values()) > trainer.most:
            yield TRAINER_ALL(code=trainer.code, used=sum(mine.values()), most=trainer.most)


def _audience_hours(problem: Problem, attended: Counter[tuple[str, int]]) -> Iterator[Fault]:
    for audience in problem.audiences:
        months: Counter[int] = Counter()
        for week in range(problem.weeks):
            count = attended[audience.code, week]
            if audience.weekly and count > audience.weekly[week]:
                yield PEOPLE_WEEK(code=audience.code, week=week, used=count, most=audience.weekly[week])
            if problem.months:
                months[problem.months[week]] += count
        for count in months.values():
            if audience.monthly is not None and count > audience.monthly:
                yield PEOPLE_MONTH(code=audience.code, used=count, most=audience.monthly)


def _money(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    fees = {trainer.code: trainer.day_cost for trainer in problem.trainers}
    spent: Counter[int] = Counter()
    paid: Counter[str] = Counter()
    for activity, candidate in held:
        lines = [(line.line, line.amount) for line in candidate.lines]
        if candidate.led:
            lines.append(("trainers", half_up(fees.get(activity.trainer, 0) * sum(candidate.half_days), 2)))
        spent[activity.week] += sum(amount for _, amount in lines)
        for name, amount in lines:
            _pay(problem, paid, name, amount)
    total = sum(spent.values())
    if total != plan.cost:
        yield COST(said=plan.cost, counted=total)
    if total > problem.budget.total:
        yield BUDGET(used=total, most=problem.budget.total)
    for period in problem.budget.periods:
        used = sum(n for week, n in spent.items() if period.first_week <= week <= period.last_week)
        if used > period.amount:
            yield PERIOD(first=period.first_week, last=period.last_week, used=used, most=period.amount)
    for funder in problem.budget.funders:
        if funder.amount is not None and paid[funder.code] > funder.amount:
            yield FUNDER(code=funder.code, used=paid[funder.code], most=funder.amount)


def _pay(problem: Problem, paid: Counter[str], name: str, amount: int) -> None:
    if not problem.budget.funders:
        return
    shares = sorted(dict(problem.budget.split).get(name, ()))
    if not shares:
        paid[problem.budget.funders[0].code] += amount
        return
    parts = largest_remainder(amount, [weight for _, weight in shares])
    for (funder, _), part in zip(shares, parts, strict=True):
        paid[funder] += part


def _figures(problem: Problem, plan: Plan, held: Held) -> Iterator[Fault]:
    raw: Counter[str] = Counter()
    for _, candidate in held:
        for gain in candidate.gains:
            raw[gain.item] += gain.amount
    value = 0
    for priority in problem.priorities:
        full = min(raw[priority.item], priority.room // 2)
        rest = min(raw[priority.item] - full, 2 * (priority.room - priority.room // 2))
        value += priority.weight * (2 * full + rest)
    if value != plan.value:
        yield VALUE(said=plan.value, counted=value)
    if plan.value > plan.bound:
        yield BOUND(value=plan.value, bound=plan.bound)
    gap = (plan.bound - plan.value) / plan.bound if plan.bound else 0.0
    if not math.isclose(gap, plan.gap, abs_tol=1e-12):
        yield GAP(said=plan.gap, counted=gap)
