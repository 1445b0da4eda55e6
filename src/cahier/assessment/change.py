"""Change between two rounds: common items only, and the then-test that separates learning from decline.

Rules 8 and 9 of section 3.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cahier.assessment.instrument import UNMARKED, Instrument, Marks
from cahier.assessment.scoring import mean, normalise
from cahier.kernel.refusals import Refused, reason

SCALES_DIFFER = reason(
    "assessment.scales_differ",
    "The two rounds were made with different scales, {before} and {now}. They cannot be compared level by level.",
)


@dataclass(frozen=True)
class VariableChange:
    """One variable in both rounds, recomputed on its common items; levels and points, None without any."""

    code: str
    common: int
    items: int
    before: Fraction | None
    now: Fraction | None
    before_points: Fraction | None
    now_points: Fraction | None

    @property
    def difference(self) -> Fraction | None:
        """Points now minus points before, unrounded."""
        return _difference(self.now_points, self.before_points)


@dataclass(frozen=True)
class Change:
    """Two rounds on common ground: ``common`` of ``items`` items of the later instrument."""

    variables: tuple[VariableChange, ...]
    common: int
    items: int
    before: Fraction | None
    now: Fraction | None

    @property
    def difference(self) -> Fraction | None:
        """Index now minus index before, both on common items and equal weights, unrounded."""
        return _difference(self.now, self.before)


@dataclass(frozen=True)
class Shift:
    """The then-test over some items, in levels: ``observed`` = ``adjusted`` + ``shift``, exactly."""

    items: int
    observed: Fraction
    adjusted: Fraction
    shift: Fraction


def common_items(before: Marks, now: Marks) -> frozenset[str]:
    """Return the permanent ids that are scored in both rounds."""
    return frozenset(item for item, mark in now.items() if mark.scored and before.get(item, UNMARKED).scored)


def compare(earlier: Instrument, before: Marks, later: Instrument, now: Marks) -> Change:
    """Return the change, variable by variable as the later instrument groups the items.

    A variable without a common item leaves both indexes. Raises ``Refused`` where the scales differ.
    """
    if (earlier.scale.lowest, earlier.scale.highest) != (later.scale.lowest, later.scale.highest):
        raise Refused(SCALES_DIFFER(before=_span(earlier), now=_span(later)))
    known = frozenset(earlier.items) & common_items(before, now)
    variables = tuple(
        _variable_change(later, variable.code, variable.items, known, (before, now))
        for variable in later.variables
    )
    return Change(
        variables=variables,
        common=sum(each.common for each in variables),
        items=len(later.items),
        before=mean(each.before_points for each in variables if each.before_points is not None),
        now=mean(each.now_points for each in variables if each.now_points is not None),
    )


def then_test(items: Sequence[str], before: Marks, now: Marks) -> Shift | None:
    """Return observed, adjusted and shift over the items that have all three levels, or None.

    observed = now - before, adjusted = now - then, shift = then - before, each a mean over the same
    items; an item without a then-score leaves all three.
    """
    common = common_items(before, now)
    triples = []
    for item in items:
        then, agreed, old = now.get(item, UNMARKED).then, now.get(item, UNMARKED).agreed, before.get(item)
        if item in common and then is not None and agreed is not None and old and old.agreed is not None:
            triples.append((old.agreed, then, agreed))
    if not triples:
        return None
    number = len(triples)
    adjusted = Fraction(sum(agreed - then for _, then, agreed in triples)) / number
    shift = Fraction(sum(then - old for old, then, _ in triples)) / number
    observed = Fraction(sum(agreed - old for old, _, agreed in triples)) / number
    return Shift(number, observed, adjusted, shift)


def _variable_change(
    instrument: Instrument,
    code: str,
    items: Sequence[str],
    known: frozenset[str],
    rounds: tuple[Marks, Marks],
) -> VariableChange:
    common = [item for item in items if item in known]
    levels = [mean(marks[item].agreed or 0 for item in common) for marks in rounds]
    points = [None if level is None else normalise(instrument.scale, level) for level in levels]
    return VariableChange(code, len(common), len(items), levels[0], levels[1], points[0], points[1])


def _difference(now: Fraction | None, before: Fraction | None) -> Fraction | None:
    return None if now is None or before is None else now - before


def _span(instrument: Instrument) -> str:
    return f"{instrument.scale.lowest}–{instrument.scale.highest}"
