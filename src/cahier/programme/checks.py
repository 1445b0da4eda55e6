"""Whether the question can be asked at all: each fault named in a sentence, before any solving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import Refused, reason
from cahier.programme.costing import NO_PAYER
from cahier.programme.problem import KINDS, MOST_PRIORITIES, NO_TRAINER, Candidate, Problem

TWICE = reason("programme.twice", "{code} is listed twice. Keep one of them.")
NO_MEASURE = reason(
    "programme.no_measure", "{code} is asked for but is not on the list of measures. Add it or drop the wish."
)
NO_TRAINER_NAMED = reason(
    "programme.no_trainer",
    "{code} is asked for as a trainer but is not on the list. Add them or drop the wish.",
)
NO_FUNDER = reason(
    "programme.no_funder",
    "{code} is to pay a share but is not on the list of funders. Add it or remove the share.",
)
NO_ANCHOR = reason(
    "programme.no_anchor",
    "{measure} is timed by {code}, which is neither a dated event nor a measure. Add it.",
)
NO_AUDIENCE = reason("programme.no_audience", "{measure} is for {code}, who are on no list. Add them.")
KIND = reason(
    "programme.kind",
    "{code} has the kind {kind}. Choose one of training, coaching, equipment, rule, hiring, alliance.",
)
NEGATIVE = reason("programme.negative", "A figure of {code} is {amount}. Give zero or more.")
NO_LENGTH = reason(
    "programme.no_length", "{code} has no week of duration. Give its half-days for at least one week."
)
TOO_MANY = reason("programme.priorities", "There are {count} priorities. Keep the {most} that matter most.")
WEEKS = reason(
    "programme.weeks", "The calendar has {count} weeks, the programme {weeks}. Give one figure for each week."
)
HOURS = reason(
    "programme.hours",
    "The hours of {code} cover {count} weeks, the programme has {weeks}. Give one for each week.",
)
CIRCLE = reason(
    "programme.circle",
    "These measures need each other in a circle: {codes}. Remove one of the prerequisites.",
)
PINNED_TWICE = reason(
    "programme.pinned_twice",
    "{code} is asked for in different weeks or with different trainers. Keep one wish.",
)
BLANK = reason(
    "programme.blank", "Something has no code. Give one to each measure, trainer, audience and funder."
)


def refuse_bad(problem: Problem) -> None:
    """Raise ``Refused`` with everything that is wrong in the question; return quietly when it is sound."""
    found = list(faults(problem))
    if found:
        raise Refused(*found)


def faults(problem: Problem) -> Iterator[Fault]:
    """Yield what is wrong in the question, each with the codes concerned."""
    yield from _names(problem)
    yield from _amounts(problem)
    yield from _weeks(problem)
    for candidate in problem.candidates:
        yield from _candidate(problem, candidate)
    if len(problem.priorities) > MOST_PRIORITIES:
        yield TOO_MANY(count=len(problem.priorities), most=MOST_PRIORITIES)
    circle = _circle(problem)
    if circle:
        yield CIRCLE(codes=", ".join(circle))


def _names(problem: Problem) -> Iterator[Fault]:
    lists = [
        [c.code for c in problem.candidates] + [e.code for e in problem.events],
        [t.code for t in problem.trainers],
        [a.code for a in problem.audiences],
        [p.item for p in problem.priorities],
        [f.code for f in problem.budget.funders],
    ]
    for codes in lists:
        yield from (TWICE(code=code) for code in _doubles(codes))
        if NO_TRAINER in codes:
            yield BLANK()
    yield from (PINNED_TWICE(code=code) for code in _doubles({(p.code, p) for p in problem.pins}))
    measures, trainers, funders = (
        set(lists[0]) - {e.code for e in problem.events},
        set(lists[1]),
        set(lists[4]),
    )
    yield from (NO_MEASURE(code=c) for c in sorted({pin.code for pin in problem.pins} - measures))
    named = {pin.trainer for pin in problem.pins if pin.trainer}
    yield from (NO_TRAINER_NAMED(code=c) for c in sorted(named - trainers))
    paying = {code for _, shares in problem.budget.split for code, _ in shares}
    yield from (NO_FUNDER(code=c) for c in sorted(paying - funders))


def _doubles(codes: Iterable[str] | Iterable[tuple[str, object]]) -> list[str]:
    counted = Counter(code if isinstance(code, str) else code[0] for code in codes)
    return sorted(code for code, count in counted.items() if count > 1)


def _amounts(problem: Problem) -> Iterator[Fault]:
    money = "budget"
    amounts = [(money, problem.budget.total)]
    amounts += [(money, period.amount) for period in problem.budget.periods]
    amounts += [(f.code, f.amount) for f in problem.budget.funders if f.amount is not None]
    amounts += [(c.code, line.amount) for c in problem.candidates for line in c.lines]
    amounts += [(c.code, gain.amount) for c in problem.candidates for gain in c.gains]
    amounts += [(c.code, n) for c in problem.candidates for n in c.half_days]
    amounts += [(t.code, n) for t in problem.trainers for n in (t.half_days, t.day_cost)]
    amounts += [(p.item, n) for p in problem.priorities for n in (p.weight, p.room)]
    amounts += [(line, weight) for line, shares in problem.budget.split for _, weight in shares]
    yield from (NEGATIVE(code=code, amount=amount) for code, amount in amounts if amount < 0)
    for line, shares in problem.budget.split:
        if not any(weight for _, weight in shares):
            yield NO_PAYER(line=line)


def _weeks(problem: Problem) -> Iterator[Fault]:
    for row in (problem.open_half_days, problem.months):
        if row and len(row) != problem.weeks:
            yield WEEKS(count=len(row), weeks=problem.weeks)
    for audience in problem.audiences:
        if audience.weekly and len(audience.weekly) != problem.weeks:
            yield HOURS(code=audience.code, count=len(audience.weekly), weeks=problem.weeks)


def _candidate(problem: Problem, candidate: Candidate) -> Iterator[Fault]:
    if candidate.kind not in KINDS:
        yield KIND(code=candidate.code, kind=candidate.kind)
    if not candidate.half_days:
        yield NO_LENGTH(code=candidate.code)
    anchors = {event.code for event in problem.events} | {c.code for c in problem.candidates}
    named = {window.anchor for window in candidate.windows}
    yield from (NO_ANCHOR(measure=candidate.code, code=code) for code in sorted(named - anchors))
    people = candidate.audiences - {a.code for a in problem.audiences}
    yield from (NO_AUDIENCE(measure=candidate.code, code=code) for code in sorted(people))


def _circle(problem: Problem) -> list[str]:
    """Return the codes that can never be reached because all their ways lead back to themselves."""
    reachable = set(problem.met)
    known = {candidate.code for candidate in problem.candidates}
    waiting = sorted(problem.candidates, key=lambda candidate: candidate.code)
    while True:
        ready = [c for c in waiting if all(any(p in reachable or p not in known for p in g) for g in c.needs)]
        if not ready:
            return [candidate.code for candidate in waiting]
        reachable |= {candidate.code for candidate in ready}
        waiting = [candidate for candidate in waiting if candidate.code not in reachable]
