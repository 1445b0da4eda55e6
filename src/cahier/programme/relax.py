"""The same question with one kind of limit lifted, or cut down to what matters for a few measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cahier.programme.problem import Candidate, Problem, Trainer


def without_budget(problem: Problem) -> Problem:
    """Return the question with money enough for everything, and no ceiling of period or funder."""
    days = max((trainer.day_cost for trainer in problem.trainers), default=0)
    plenty = 1 + sum(
        sum(line.amount for line in candidate.lines) + days * (1 + sum(candidate.half_days))
        for candidate in problem.candidates
    )
    funders = tuple(replace(funder, amount=None) for funder in problem.budget.funders)
    budget = replace(problem.budget, total=max(plenty, problem.budget.total), periods=(), funders=funders)
    return replace(problem, budget=budget)


def without_calendar(problem: Problem) -> Problem:
    """Return the question with no closed week and no limit on anybody's hours."""
    free = tuple(replace(audience, weekly=(), monthly=None) for audience in problem.audiences)
    return replace(problem, open_half_days=(), audiences=free)


def without_trainer_limits(problem: Problem) -> Problem:
    """Return the question with trainers who are never away nor busy; their skills stay what they are."""
    plenty = 1 + sum(sum(candidate.half_days) for candidate in problem.candidates)
    return replace(problem, trainers=tuple(_tireless(trainer, plenty) for trainer in problem.trainers))


def without_at_once(problem: Problem) -> Problem:
    """Return the question with no limit on how many measures run in one week."""
    return replace(problem, at_once=len(problem.candidates))


def without_time(problem: Problem) -> Problem:
    """Return the question in which only skills, order and own weeks count: no hours, no busy trainer."""
    return without_at_once(without_calendar(without_trainer_limits(problem)))


def closure(problem: Problem, codes: Iterable[str]) -> set[str]:
    """Return these codes with all that could serve them: prerequisites, any of them, and anchors."""
    known = {candidate.code: candidate for candidate in problem.candidates}
    found: set[str] = set()
    waiting = [code for code in codes if code in known]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += [other for other in _linked(known[code]) if other in known]
    return found


def only(problem: Problem, codes: Iterable[str]) -> Problem:
    """Return the question cut down to the candidates of these codes, and pins among them."""
    kept = set(codes)
    return replace(
        problem,
        candidates=tuple(candidate for candidate in problem.candidates if candidate.code in kept),
        pins=tuple(pin for pin in problem.pins if pin.code in kept),
    )


def _tireless(trainer: Trainer, plenty: int) -> Trainer:
    return replace(trainer, half_days=plenty, absences=frozenset(), most=None)


def _linked(candidate: Candidate) -> list[str]:
    return [code for group in candidate.needs for code in group] + [w.anchor for w in candidate.windows]
