"""Scores of a round: items, variables, index, confidence, gap, and the weakest variable.

Rules 1, 2, 3, 5, 7 and 11 of the reference, section 3.1, with their reading. Exact fractions throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cahier.assessment.instrument import UNMARKED, Instrument, Level, Mark, Marks, Scale, Variable
from cahier.kernel.refusals import Refused, reason
from cahier.kernel.shares import half_up

ENOUGH = Fraction(60, 100)
"""The share of its applicable items that a variable needs scored to have a score itself."""

WEIGHT_BELOW_ZERO = reason(
    "assessment.weight_below_zero",
    "The weight of {variable} is below zero. Give zero to leave it out of your reading, or more to let it count.",
)
WEIGHTS_ALL_ZERO = reason(
    "assessment.weights_all_zero", "All weights are zero. Give at least one variable a weight above zero."
)
WEIGHTS_DO_NOT_MATCH = reason(
    "assessment.weights_do_not_match",
    "Weights must be given for every variable of this guide and for no other. Look again at {variables}.",
)


@dataclass(frozen=True)
class VariableScore:
    """One variable of a profile.

    ``level`` is on the scale, ``points`` from 0 to 100; both None below 60 % of items scored.
    ``confidence`` is a share, None where nothing is scored. ``gap`` is self minus facilitator in levels,
    the mean over the ``gap_items`` items that have both.
    """

    code: str
    level: Fraction | None
    points: Fraction | None
    applicable: int
    scored: int
    proved: int
    confidence: Fraction | None
    gap: Fraction | None
    gap_items: int

    @property
    def present(self) -> bool:
        """A variable whose items are all not applicable drops out of the profile."""
        return self.applicable > 0


@dataclass(frozen=True)
class Profile:
    """The profile of a round. The variables come first, the index after them (rule 3).

    ``weakest`` names the variables with the lowest unrounded score, all of them on a tie. ``index`` uses
    the organisation's own weights, ``benchmark`` equal ones; both are None until every present variable
    has a score. ``present`` of ``total`` variables take part ("5 of 6").
    """

    variables: tuple[VariableScore, ...]
    weakest: tuple[str, ...]
    weakest_points: Fraction | None
    index: Fraction | None
    benchmark: Fraction | None
    present: int
    total: int


def normalise(scale: Scale, level: Level) -> Fraction:
    """Return a level as points from 0 (lowest) to 100 (highest): (s - lowest) / (highest - lowest) x 100."""
    return Fraction(level - scale.lowest) * 100 / (scale.highest - scale.lowest)


def mean(values: Iterable[Level]) -> Fraction | None:
    """Return the exact mean, or None of nothing."""
    listed = list(values)
    return Fraction(sum(listed)) / len(listed) if listed else None


def profile(instrument: Instrument, marks: Marks, weights: Mapping[str, Level] | None = None) -> Profile:
    """Return the profile of a round.

    ``weights`` are per variable, for the organisation's own reading; equal when not given. Raises
    ``Refused`` for weights below zero, all zero, or that do not match the variables.
    """
    if weights is not None:
        check_weights(instrument, weights)
    variables = tuple(variable_score(instrument.scale, variable, marks) for variable in instrument.variables)
    points = {each.code: each.points for each in variables if each.present}
    scored = {code: value for code, value in points.items() if value is not None}
    lowest = min(scored.values(), default=None)
    complete = scored if len(scored) == len(points) else {}
    return Profile(
        variables=variables,
        weakest=tuple(code for code, value in scored.items() if value == lowest),
        weakest_points=lowest,
        index=weighted_mean(complete, weights),
        benchmark=mean(complete.values()),
        present=len(points),
        total=len(variables),
    )


def variable_score(scale: Scale, variable: Variable, marks: Marks) -> VariableScore:
    """Return the score of one variable; its items weigh the same."""
    applicable = [mark for mark in (marks.get(item, UNMARKED) for item in variable.items) if mark.applicable]
    scored = [mark for mark in applicable if mark.scored]
    enough = bool(scored) and len(scored) >= ENOUGH * len(applicable)
    level = mean(mark.agreed for mark in scored if mark.agreed is not None) if enough else None
    proved = sum(is_proved(scale, mark) for mark in scored)
    gaps = [each for each in map(gap, applicable) if each is not None]
    return VariableScore(
        code=variable.code,
        level=level,
        points=None if level is None else normalise(scale, level),
        applicable=len(applicable),
        scored=len(scored),
        proved=proved,
        confidence=Fraction(proved, len(scored)) if scored else None,
        gap=mean(gaps),
        gap_items=len(gaps),
    )


def is_proved(scale: Scale, mark: Mark) -> bool:
    """Tell whether an item rests on a document or on records: the grade that the pack asks for, or better."""
    return scale.needed is not None and mark.grade is not None and mark.grade >= scale.needed


def gap(mark: Mark) -> Fraction | None:
    """Return self minus facilitator in levels, or None where one of them is missing (rule 5)."""
    if mark.self_score is None or mark.facilitator is None:
        return None
    return Fraction(mark.self_score - mark.facilitator)


def weighted_mean(points: Mapping[str, Fraction], weights: Mapping[str, Level] | None) -> Fraction | None:
    """Return the sum of weight x variable over the sum of weights of the variables present.

    None where no variable is present or where those present weigh nothing.
    """
    used = {code: Fraction(1 if weights is None else weights[code]) for code in points}
    whole = sum(used.values(), Fraction())
    if not whole:
        return None
    return sum((used[code] * value for code, value in points.items()), Fraction()) / whole


def check_weights(instrument: Instrument, weights: Mapping[str, Level]) -> None:
    """Refuse weights that are below zero, all zero, or not exactly one a variable."""
    codes = {variable.code for variable in instrument.variables}
    if different := sorted(codes ^ set(weights)):
        raise Refused(WEIGHTS_DO_NOT_MATCH(variables=", ".join(different)))
    below = [WEIGHT_BELOW_ZERO(variable=code) for code, weight in sorted(weights.items()) if weight < 0]
    if below:
        raise Refused(*below)
    if not any(weights.values()):
        raise Refused(WEIGHTS_ALL_ZERO())


def shown_level(level: Level) -> Decimal:
    """Return a level, or a difference of levels, as it is shown: to 0.1, halves away from zero."""
    return Decimal(half_up(level.numerator * 10, level.denominator)).scaleb(-1)


def shown_points(points: Level) -> int:
    """Return points, an index or a percentage as it is shown: whole, halves away from zero."""
    return half_up(points.numerator, points.denominator)
