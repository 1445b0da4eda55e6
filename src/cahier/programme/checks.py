"""Whether the question can be asked at all: each fault named in a sentence, before any solving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import Refused, reason
from cahier.programme.problem import KINDS, MOST_PRIORITIES, NO_TRAINER, Candidate, Problem

TWICE = reason("programme.twice", "{code} is listed twice among the {what}. Keep one of them.")
UNKNOWN = reason(
    "programme.unknown",
    "{code} is named in {where} but is not in the list of {what}. Add it or remove the name.",
)
KIND = reason(
    "programme.kind",
    "{code} has the kind {kind}. Choose one of training, coaching, equipment, rule, hiring, alliance.",
)
NEGATIVE = reason("programme.negative", "{what} of {code} is {amount}. Give zero or more.")
NO_LENGTH = reason(
    "programme.no_length", "{code} has no week of duration. Give its half-days for at least one week."
)
TOO_MANY = reason("programme.priorities", "There are {count} priorities. Keep the {most} that matter most.")
WEEKS = reason(
    "programme.weeks",
    "{what} has {count} weeks, but the programme has {weeks}. Give one figure for each week.",
)
CIRCLE = reason(
    "programme.circle",
    "These measures need each other in a circle: {codes}. Remove one of the prerequisites.",
)
PINNED_TWICE = reason(
    "programme.pinned_twice",
    "{code} is asked for in different weeks or with different trainers. Keep one wish.",
)
BLANK = reason("programme.blank", "One of the {what} has no code. Give it one.")


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
    lists: list[tuple[str, list[str]]] = [
        ("measures", [c.code for c in problem.candidates] + [e.code for e in problem.events]),
        ("trainers", [t.code for t in problem.trainers]),
        ("audiences", [a.code for a in problem.audiences]),
        ("priorities", [p.item for p in problem.priorities]),
        ("funders", [f.code for f in problem.budget.funders]),
    ]
    for what, codes in lists:
        yield from (TWICE(code=code, what=what) for code in _doubles(codes))
        if NO_TRAINER in codes:
            yield BLANK(what=what)
    yield from (PINNED_TWICE(code=code) for code in _doubles({(p.code, p) for p in problem.pins}))
    known = {candidate.code for candidate in problem.candidates}
    yield from _unknown({pin.code for pin in problem.pins}, known, "the wishes", "measures")
    yield from _unknown(
        {pin.trainer for pin in problem.pins if pin.trainer},
        {trainer.code for trainer in problem.trainers},
        "the wishes",
        "trainers",
    )
    paying = {code for _, shares in problem.budget.split for code, _ in shares}
    funders = {funder.code for funder in problem.budget.funders}
    yield from _unknown(paying, funders, "the split of costs", "funders")


def _doubles(codes: Iterable[str] | Iterable[tuple[str, object]]) -> list[str]:
    counted = Counter(code if isinstance(code, str) else code[0] for code in codes)
    return sorted(code for code, count in counted.items() if count > 1)


def _unknown(named: set[str], known: set[str], where: str, what: str) -> Iterator[Fault]:
    yield from (UNKNOWN(code=code, where=where, what=what) for code in sorted(named - known))


def _amounts(problem: Problem) -> Iterator[Fault]:
    amounts = [("the budget", "the total", problem.budget.total)]
    amounts += [("the budget", "a period", period.amount) for period in problem.budget.periods]
    amounts += [(f.code, "the ceiling", f.amount) for f in problem.budget.funders if f.amount is not None]
    amounts += [(c.code, line.line, line.amount) for c in problem.candidates for line in c.lines]
    amounts += [(c.code, "the gain", gain.amount) for c in problem.candidates for gain in c.gains]
    amounts += [(c.code, "the half-days", n) for c in problem.candidates for n in c.half_days]
    amounts += [(t.code, "the half-days", t.half_days) for t in problem.trainers]
    amounts += [(t.code, "the day cost", t.day_cost) for t in problem.trainers]
    amounts += [(p.item, "the weight", p.weight) for p in problem.priorities]
    amounts += [(p.item, "the room", p.room) for p in problem.priorities]
    amounts += [(line, "a share", weight) for line, shares in problem.budget.split for _, weight in shares]
    yield from (NEGATIVE(code=code, what=what, amount=n) for code, what, n in amounts if n < 0)
    for line, shares in problem.budget.split:
        if not sum(weight for _, weight in shares):
            yield NEGATIVE(code=line, what="the sum of shares", amount=0)


def _weeks(problem: Problem) -> Iterator[Fault]:
    rows = [("The calendar", problem.open_half_days), ("The list of months", problem.months)]
    rows += [(audience.code, audience.weekly) for audience in problem.audiences]
    for what, row in rows:
        if row and len(row) != problem.weeks:
            yield WEEKS(what=what, count=len(row), weeks=problem.weeks)


def _candidate(problem: Problem, candidate: Candidate) -> Iterator[Fault]:
    if candidate.kind not in KINDS:
        yield KIND(code=candidate.code, kind=candidate.kind)
    if not candidate.half_days:
        yield NO_LENGTH(code=candidate.code)
    anchors = {event.code for event in problem.events} | {c.code for c in problem.candidates}
    yield from _unknown({window.anchor for window in candidate.windows}, anchors, candidate.code, "measures")
    yield from _unknown(
        set(candidate.audiences), {a.code for a in problem.audiences}, candidate.code, "audiences"
    )


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
