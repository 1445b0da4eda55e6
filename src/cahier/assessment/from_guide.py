"""The instrument that a pack of the guide declares, in the plain form the scoring engine reads."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from cahier.assessment.instrument import Instrument, Scale, Variable
from cahier.guide.packs import Pack
from cahier.kernel.refusals import Refused, reason

GAPS = reason(
    "assessment.scale_gaps",
    "The levels of {pack} are {levels}. Only scales without gaps can be scored: number the levels one by one.",
)
TWO_LIMITS = reason(
    "assessment.two_limits",
    "The pack {pack} asks for proof from more than one level or grade on. Keep one rule, and count items as "
    "proved from the grade it names.",
)


def instrument(pack: Pack, functions: Collection[str] | None = None) -> Instrument:
    """Return the instrument of a pack, with ``functions`` only the items that apply to them.

    A grade of proof is its rank in the pack (``pack.evidence.rank``). Variables left without an item drop
    out. Raises ``Refused`` where the pack declares a scale or a rule that the engine does not know.
    """
    items = {code: pack.items_of(code, functions) for code in pack.variables}
    variables = tuple(Variable(code, tuple(item.id for item in mine)) for code, mine in items.items() if mine)
    return Instrument(f"{pack.key} {pack.digest[:12]}", scale(pack), variables)


def scale(pack: Pack) -> Scale:
    """Return the scale of a pack with its rule of evidence. Raises ``Refused`` as ``instrument`` does."""
    declared, evidence = pack.scale, pack.evidence
    if declared.levels != tuple(range(declared.lowest, declared.highest + 1)):
        raise Refused(GAPS(pack=pack.key, levels=", ".join(map(str, declared.levels))))
    if len(evidence.rules) > 1 or any(grade != evidence.counted_from for _, grade in evidence.rules):
        raise Refused(TWO_LIMITS(pack=pack.key))
    limit, grade = evidence.rules[0] if evidence.rules else (None, evidence.counted_from)
    return Scale(
        declared.lowest,
        declared.highest,
        limit=limit,
        needed=evidence.rank(grade) if grade else None,
        halves=declared.half_points,
        spread_limit=Fraction(pack.rules.spread_above_hundredths, 100),
    )
