"""An independent solver for tiny questions: tries every plan there is. Shares no code with the engines."""

from __future__ import annotations

from itertools import product

from cahier.kernel.shares import largest_remainder
from cahier.programme.problem import Activity, Candidate, Problem


def every_plan(problem: Problem):
    """Yield each combination of (start week, trainer) or nothing, for all candidates."""
    trainers = [trainer.code for trainer in problem.trainers]
    options = []
    for candidate in problem.candidates:
        leaders = [t.code for t in problem.trainers] if candidate.led else [""]
        assert trainers or not leaders or leaders == [""]
        ways = [Activity(candidate.code, week, who) for week in range(problem.weeks) for who in leaders]
        options.append([None, *ways])
    for picked in product(*options):
        yield tuple(activity for activity in picked if activity is not None)


def allowed(problem: Problem, plan: tuple[Activity, ...]) -> bool:
    """Tell whether a plan keeps all rules."""
    at = {activity.code: activity for activity in plan}
    of = {candidate.code: candidate for candidate in problem.candidates}
    return (
        not set(at) & problem.bans
        and all(_pinned(pin, at) for pin in problem.pins)
        and all(_alone(problem, of[code], activity) for code, activity in at.items())
        and all(_related(problem, of, at, code) for code in at)
        and _room(problem, of, plan)
        and _affordable(problem, of, plan)
    )


def value(problem: Problem, plan: tuple[Activity, ...]) -> int:
    """Return the weighted gain, counted hundredth by hundredth."""
    of = {candidate.code: candidate for candidate in problem.candidates}
    total = 0
    for priority in problem.priorities:
        raw = sum(g.amount for a in plan for g in of[a.code].gains if g.item == priority.item)
        counted = 0
        for _ in range(raw):
            counted += 2 if counted < 2 * (priority.room // 2) else 1 if counted < 2 * priority.room else 0
        total += priority.weight * counted
    return total


def price(problem: Problem, plan: tuple[Activity, ...]) -> int:
    """Return what a plan costs."""
    of = {candidate.code: candidate for candidate in problem.candidates}
    return sum(amount for a in plan for _, amount in _lines(problem, of[a.code], a))


def _pinned(pin, at) -> bool:
    got = at.get(pin.code)
    return got is not None and pin.week in (None, got.week) and pin.trainer in (None, got.trainer)


def _alone(problem: Problem, candidate: Candidate, activity: Activity) -> bool:
    weeks = [activity.week + n for n in range(len(candidate.half_days))]
    if weeks[-1] >= problem.weeks or not candidate.group[0] <= candidate.seats <= candidate.group[1]:
        return False
    if candidate.weeks is not None and not set(weeks) <= candidate.weeks:
        return False
    for window in candidate.windows:
        event = [e for e in problem.events if e.code == window.anchor]
        spans = [range(w + window.first, w + window.last + 1) for e in event for w in e.weeks]
        if event and not any(all(w in span for w in weeks) for span in spans):
            return False
    if candidate.led:
        trainer = next(t for t in problem.trainers if t.code == activity.trainer)
        return candidate.skills <= trainer.skills
    return True


def _related(problem: Problem, of, at, code: str) -> bool:
    def end(other: str) -> int:
        return at[other].week + len(of[other].half_days) - 1

    start = at[code].week
    for group in of[code].needs:
        if not any(c in problem.met for c in group) and not any(c in at and end(c) < start for c in group):
            return False
    for window in of[code].windows:
        if window.anchor in of and not (
            window.anchor in at and window.first <= start - end(window.anchor) <= window.last
        ):
            return False
    return True


def _room(problem: Problem, of, plan) -> bool:
    slots = [(a, of[a.code], a.week + n, hd) for a in plan for n, hd in enumerate(of[a.code].half_days) if hd]
    return all(_week(problem, slots, week) for week in range(problem.weeks)) and _whole(problem, slots)


def _week(problem: Problem, slots, week: int) -> bool:
    here = [(a, c, hd) for a, c, w, hd in slots if w == week]
    asked = [(len(here), problem.at_once)]
    if problem.open_half_days:
        asked.append((sum(hd for _, _, hd in here), problem.open_half_days[week]))
    for trainer in problem.trainers:
        used = sum(hd for a, _, hd in here if a.trainer == trainer.code)
        asked.append((used, 0 if week in trainer.absences else trainer.half_days))
    for audience in problem.audiences:
        if audience.weekly:
            used = sum(hd for _, c, hd in here if audience.code in c.audiences)
            asked.append((used, audience.weekly[week]))
    return all(used <= most for used, most in asked)


def _whole(problem: Problem, slots) -> bool:
    asked = [
        (sum(hd for a, _, _, hd in slots if a.trainer == trainer.code), trainer.most)
        for trainer in problem.trainers
    ]
    asked += [
        (
            sum(hd for _, c, w, hd in slots if audience.code in c.audiences and problem.months[w] == month),
            audience.monthly,
        )
        for audience in problem.audiences
        for month in set(problem.months)
    ]
    return all(most is None or used <= most for used, most in asked)


def _lines(problem: Problem, candidate: Candidate, activity: Activity):
    lines = [(line.line, line.amount) for line in candidate.lines]
    if candidate.led:
        trainer = next(t for t in problem.trainers if t.code == activity.trainer)
        twice = trainer.day_cost * sum(candidate.half_days)
        lines.append(("trainers", twice // 2 + twice % 2))
    return lines


def _affordable(problem: Problem, of, plan) -> bool:
    spent = [(a.week, name, amount) for a in plan for name, amount in _lines(problem, of[a.code], a)]
    if sum(amount for _, _, amount in spent) > problem.budget.total:
        return False
    for period in problem.budget.periods:
        if sum(n for w, _, n in spent if period.first_week <= w <= period.last_week) > period.amount:
            return False
    split = dict(problem.budget.split)
    for funder in problem.budget.funders:
        paid = 0
        for _, name, amount in spent:
            shares = sorted(split.get(name, ())) or [(problem.budget.funders[0].code, 1)]
            parts = largest_remainder(amount, [weight for _, weight in shares])
            paid += sum(part for (code, _), part in zip(shares, parts, strict=True) if code == funder.code)
        if funder.amount is not None and paid > funder.amount:
            return False
    return True
