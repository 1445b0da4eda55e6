"""What a group may agree: half points after discussion only, high levels with proof only.

Rules 1 and "Evidence" of section 3.1. A level that lacks proof is not lowered by the program: the group
is told why, agrees a lower one itself, and the level it wished for is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cahier.assessment.instrument import Level, Scale
from cahier.kernel.refusals import Problem, Refused, reason

LEVEL_OFF_SCALE = reason(
    "assessment.level_off_scale", "Level {level} is not on this scale. Levels go from {lowest} to {highest}."
)
LEVEL_NOT_A_STEP = reason(
    "assessment.level_not_a_step",
    "Level {level} is too fine. Agree a whole level, or a half after discussion.",
)
NO_HALVES = reason("assessment.no_halves", "This guide knows no half points. Agree a whole level.")
HALF_BEFORE_DISCUSSION = reason(
    "assessment.half_before_discussion",
    "A half point is agreed only after discussion. Discuss the item first, or agree a whole level.",
)
PROOF_MISSING = reason(
    "assessment.proof_missing",
    "A level above {limit} needs a document or records. Attach the proof, or agree at most {limit}; "
    "the level you wished for is kept beside it.",
)
WISHED_BELOW_AGREED = reason(
    "assessment.wished_below_agreed", "The level wished for, {wished}, is below the level agreed, {level}."
)
PROOF_EXPIRED = reason(
    "assessment.proof_expired",
    "The proof “{proof}” has expired. Is there a newer one? The score of that round stays as it is.",
)


@dataclass(frozen=True)
class Agreed:
    """What the group wrote: the level, and the higher one it wished for but could not yet prove."""

    level: Fraction
    wished: Fraction | None = None


@dataclass(frozen=True)
class Proof:
    """One proof of one item. ``expires`` is the last day it is valid, as a day number; None for never."""

    code: str
    item: str
    expires: int | None = None


def highest_allowed(scale: Scale, grade: int | None) -> Fraction:
    """Return the highest level that may be agreed with this grade of proof."""
    if scale.limit is None or _proved(scale, grade):
        return Fraction(scale.highest)
    return Fraction(scale.limit)


def objections(scale: Scale, level: Level, grade: int | None, discussed: bool) -> tuple[Problem, ...]:
    """Return every reason why this level cannot be agreed now; nothing means that it can."""
    if not scale.holds(level):
        return (LEVEL_OFF_SCALE(level=level, lowest=scale.lowest, highest=scale.highest),)
    found = [*_step_objections(scale, Fraction(level), discussed)]
    if level > highest_allowed(scale, grade):
        found.append(PROOF_MISSING(limit=scale.limit))
    return tuple(found)


def agree(
    scale: Scale, level: Level, grade: int | None, *, discussed: bool, wished: Level | None = None
) -> Agreed:
    """Return what is written when the group agrees ``level``.

    ``wished`` is kept only where it is above the level. Raises ``Refused`` with every objection.
    """
    problems = [*objections(scale, level, grade, discussed)]
    if wished is not None and not scale.holds(wished):
        problems.append(LEVEL_OFF_SCALE(level=wished, lowest=scale.lowest, highest=scale.highest))
    elif wished is not None and wished < level:
        problems.append(WISHED_BELOW_AGREED(wished=wished, level=level))
    if problems:
        raise Refused(*problems)
    return Agreed(Fraction(level), None if wished is None or wished == level else Fraction(wished))


def expired_questions(proofs: Iterable[Proof], day: int) -> tuple[Problem, ...]:
    """Return one question for each proof that is no longer valid on a day; no score changes.

    A proof is still valid on its last day.
    """
    late = [proof for proof in proofs if proof.expires is not None and proof.expires < day]
    return tuple(PROOF_EXPIRED(proof=proof.code).at(proof.item) for proof in late)


def _proved(scale: Scale, grade: int | None) -> bool:
    return grade is not None and scale.needed is not None and grade >= scale.needed


def _step_objections(scale: Scale, level: Fraction, discussed: bool) -> Iterable[Problem]:
    if level.denominator == 1:
        return ()
    if level.denominator != 2:
        return (LEVEL_NOT_A_STEP(level=level),)
    if not scale.halves:
        return (NO_HALVES(),)
    return () if discussed else (HALF_BEFORE_DISCUSSION(),)
