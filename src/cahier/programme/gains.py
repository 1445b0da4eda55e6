"""What a module is expected to add to an item: a rule of the guide that anybody can recompute and change.

Rule (grade D, a proposal nobody has measured): ten hundredths of a level for every half-day of meeting,
fifteen where a practical task between meetings is required; at most one level. What people stated
themselves goes before the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cahier.guide.parts import Module
from cahier.kernel.words import noop
from cahier.programme.material import OwnGain
from cahier.programme.problem import Gain

A_HALF_DAY = 10
WITH_TASK = 15
MOST = 100
GRADE = "D"

RULE = noop("Proposal of the guide: 0.10 of a level a half-day, at most one level. Not measured.")
RULE_TASK = noop(
    "Proposal of the guide: 0.15 of a level a half-day, as a practical task is required; at most one level. "
    "Not measured."
)

Stated = Mapping[tuple[str, str], OwnGain]


def proposed(module: Module) -> tuple[int, str]:
    """Return the gain that the rule gives to each item a module serves, and the rule in words."""
    each, why = (WITH_TASK, RULE_TASK) if module.practical_task else (A_HALF_DAY, RULE)
    return min(MOST, each * module.half_days), why


def of_module(module: Module, items: Iterable[str], stated: Stated) -> tuple[Gain, ...]:
    """Return the gains of a module on these items: as stated, else by the rule."""
    amount, why = proposed(module)
    found = []
    for item in items:
        own = stated.get((module.id, item))
        found.append(Gain(item, own.gain, own.why, own.grade) if own else Gain(item, amount, why, GRADE))
    return tuple(found)


def of_measure(code: str, stated: Stated) -> tuple[Gain, ...]:
    """Return the gains stated for a measure of the organisation's own."""
    return tuple(
        Gain(item, own.gain, own.why, own.grade) for (of, item), own in sorted(stated.items()) if of == code
    )
