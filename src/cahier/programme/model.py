"""The time-indexed model: one binary per choice, rows as sparse triplets, whole coefficients.

Precedence is in cumulative form: a helper column counts the starts of a candidate up to each week, and
whoever needs a candidate may have started by a week only if the other has ended before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from cahier.programme.choices import Choice, Resource, choices, limits
from cahier.programme.problem import Candidate, Problem, segments

Terms = dict[int, int]
"""A row: coefficient by column."""


@dataclass
class Model:
    """Columns and rows of one question; the first ``len(choices)`` columns are the binaries."""

    problem: Problem
    choices: list[Choice]
    upper: list[float] = field(default_factory=list)
    value: Terms = field(default_factory=dict)
    cost: Terms = field(default_factory=dict)
    early: Terms = field(default_factory=dict)
    columns: list[int] = field(default_factory=list)
    factors: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)

    def column(self, upper: float) -> int:
        """Add a column from 0 to ``upper`` and return its number."""
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: Terms, low: float = -np.inf, high: float = np.inf) -> None:
        """Add a row ``low <= terms <= high``."""
        self.columns.extend(terms)
        self.factors.extend(terms.values())
        self.starts.append(len(self.columns))
        self.lows.append(low)
        self.highs.append(high)


def build(problem: Problem) -> Model:
    """Return the model of a problem in canonical form."""
    model = Model(problem, choices(problem))
    for _ in model.choices:
        model.column(1)
    by_code = _by_code(model.choices)
    _chosen_once(model, by_code)
    _scarce(model)
    _precedence(model, by_code)
    _relations(model, by_code)
    _gains(model, by_code)
    _secondary(model)
    return model


def _by_code(found: list[Choice]) -> dict[str, list[int]]:
    by_code: dict[str, list[int]] = defaultdict(list)
    for index, choice in enumerate(found):
        by_code[choice.candidate.code].append(index)
    return by_code


def _chosen_once(model: Model, by_code: dict[str, list[int]]) -> None:
    pinned = {pin.code for pin in model.problem.pins}
    for code in sorted(set(by_code) | pinned):
        model.row(dict.fromkeys(by_code.get(code, ()), 1), 1 if code in pinned else 0, 1)


def _scarce(model: Model) -> None:
    """Every scarce thing is a row, except where all that could be asked of it is within its limit."""
    used: dict[Resource, Terms] = defaultdict(dict)
    for index, choice in enumerate(model.choices):
        for resource, amount in choice.uses:
            if amount:
                used[resource][index] = amount
    most = limits(model.problem)
    for resource in sorted(set(used) & set(most)):
        terms = used[resource]
        if _worst(model, terms) > most[resource]:
            model.row(terms, high=most[resource])


def _worst(model: Model, terms: Terms) -> int:
    worst: dict[str, int] = {}
    for index, amount in terms.items():
        code = model.choices[index].candidate.code
        worst[code] = max(worst.get(code, 0), amount)
    return sum(worst.values())


def open_needs(problem: Problem, candidate: Candidate) -> list[tuple[str, ...]]:
    """Return the groups of prerequisites that are not met before the programme starts."""
    return [group for group in candidate.needs if not problem.met.intersection(group)]


def _precedence(model: Model, by_code: dict[str, list[int]]) -> None:
    started: dict[str, list[int]] = {}
    for candidate in model.problem.candidates:
        if candidate.code not in by_code:
            continue
        for group in open_needs(model.problem, candidate):
            present = [code for code in group if code in by_code and code != candidate.code]
            for code in (candidate.code, *present):
                if code not in started:
                    started[code] = _started(model, by_code[code])
            _needs_one(model, candidate.code, present, by_code, started)


def _started(model: Model, indices: Iterable[int]) -> list[int]:
    """Add, for each week, a column that counts the starts up to it, and return their numbers."""
    starts: dict[int, Terms] = defaultdict(dict)
    for index in indices:
        starts[model.choices[index].week][index] = -1
    columns: list[int] = []
    for week in range(model.problem.weeks):
        columns.append(model.column(1))
        before = {columns[week - 1]: -1} if week else {}
        model.row({columns[week]: 1} | before | starts[week], 0, 0)
    return columns


def _needs_one(
    model: Model,
    code: str,
    present: list[str],
    by_code: dict[str, list[int]],
    started: dict[str, list[int]],
) -> None:
    lengths = {other: len(model.choices[by_code[other][0]].candidate.half_days) for other in present}
    for week in sorted({model.choices[index].week for index in by_code[code]}):
        terms = {started[code][week]: 1}
        for other, length in lengths.items():
            if week >= length:
                terms[started[other][week - length]] = -1
        model.row(terms, high=0)


def _relations(model: Model, by_code: dict[str, list[int]]) -> None:
    """A window around another candidate: a start needs an end of that one at the right distance."""
    events = {event.code for event in model.problem.events}
    for candidate in model.problem.candidates:
        for window in candidate.windows:
            if window.anchor in events:
                continue
            for week in sorted({model.choices[index].week for index in by_code.get(candidate.code, ())}):
                terms = {i: 1 for i in by_code[candidate.code] if model.choices[i].week == week}
                for index in by_code.get(window.anchor, ()):
                    if window.first <= week - model.choices[index].last_week <= window.last:
                        terms[index] = -1
                model.row(terms, high=0)


def _gains(model: Model, by_code: dict[str, list[int]]) -> None:
    """Two columns an item: what counts in full (2 half-points), what counts by half (1)."""
    for priority in model.problem.priorities:
        terms: Terms = {}
        for candidate in model.problem.candidates:
            gain = sum(gain.amount for gain in candidate.gains if gain.item == priority.item)
            if gain:
                terms |= dict.fromkeys(by_code.get(candidate.code, ()), -gain)
        full, by_half = segments(priority.room)
        first, second = model.column(full), model.column(by_half)
        model.row({first: 1, second: 1} | terms, high=0)
        model.value[first] = 2 * priority.weight
        model.value[second] = priority.weight


def _secondary(model: Model) -> None:
    """Cheaper; and earlier: first the sum of start weeks, then the sum of the trainers' places."""
    place = {trainer.code: index for index, trainer in enumerate(model.problem.trainers)}
    scale = 1 + len(model.problem.candidates) * len(place)
    for index, choice in enumerate(model.choices):
        model.cost[index] = choice.cost
        model.early[index] = choice.week * scale + place.get(choice.trainer, 0)
