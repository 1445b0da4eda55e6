"""Bands as data: what is red, what is green; everything between, and every shared limit, is amber.

A condition is written the way people say it: ``<50``, ``>75``, ``<=7``, ``>=15``, ``=0``, or an interval
``[30,80]`` with its ends, ``(15,60)`` without them. Percentages, days and ratios are meant as shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cahier.kernel.refusals import Refused, reason

BAD_CONDITION = reason(
    "indicators.bad-condition", "{text} is not a condition. Write it like <50, >=15, =0, [30,80] or (15,60)."
)

_NUMBER = r"-?\d+(?:\.\d+)?"
_LIMIT = re.compile(rf"(<=|>=|<|>|=)({_NUMBER})")
_INTERVAL = re.compile(rf"([\[(])({_NUMBER}),({_NUMBER})([\])])")


class Band(StrEnum):
    """How a figure stands. ``NONE``: it has no bands, or no value."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NONE = "none"


@dataclass(frozen=True)
class Bands:
    """What is red and what is green, as conditions. ``beside``: compare with another indicator's value.

    With ``beside`` the figure is amber within ``within`` points of the other, red below, green above.
    """

    red: str = ""
    green: str = ""
    beside: str = ""
    within: int = 0

    def of(self, value: Fraction, other: Fraction | None = None) -> Band:
        """Return the band of an unrounded value, shown in its unit (50 for 50 %)."""
        if self.beside:
            return Band.NONE if other is None else _beside(value - other, self.within)
        if meets(self.red, value):
            return Band.RED
        return Band.GREEN if meets(self.green, value) else Band.AMBER


def meets(condition: str, value: Fraction) -> bool:
    """Tell whether a value meets a condition. Raises ``Refused`` for a text that is none; empty never holds."""
    if not condition:
        return False
    limit = _LIMIT.fullmatch(condition)
    if limit:
        return _holds(limit[1], value, Fraction(limit[2]))
    interval = _INTERVAL.fullmatch(condition)
    if interval is None:
        raise Refused(BAD_CONDITION(text=condition))
    low, high = Fraction(interval[2]), Fraction(interval[3])
    return _holds(">=" if interval[1] == "[" else ">", value, low) and _holds(
        "<=" if interval[4] == "]" else "<", value, high
    )


def _holds(sign: str, value: Fraction, limit: Fraction) -> bool:
    signs = {"<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit}
    return signs.get(sign, value == limit)


def _beside(difference: Fraction, within: int) -> Band:
    if abs(difference) <= within:
        return Band.AMBER
    return Band.GREEN if difference > 0 else Band.RED
