"""Quantities as whole numbers of a base unit, and the one place where they are converted.

Stored: grams, millilitres, square metres, pieces, minutes, basis points (1/100 of a per cent) and
10^-7 degrees. People write kilos, bags, hectares; conversion happens here, exactly, or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True)
class Unit:
    """A unit people write, as a fraction of the base unit of its measure (``numerator/denominator``)."""

    symbol: str
    measure: str
    numerator: int
    denominator: int = 1


UNITS: dict[str, Unit] = {
    unit.symbol: unit
    for unit in [
        Unit("g", "mass", 1),
        Unit("kg", "mass", 1_000),
        Unit("t", "mass", 1_000_000),
        Unit("lb", "mass", 45_359_237, 100_000),  # exact by the international agreement of 1959
        Unit("qq46", "mass", 46_000),  # quintal of green coffee, 46 kg
        Unit("ml", "volume", 1),
        Unit("l", "volume", 1_000),
        Unit("m2", "area", 1),
        Unit("ha", "area", 10_000),
        Unit("pc", "count", 1),
        Unit("min", "time", 1),
        Unit("h", "time", 60),
        Unit("bp", "ratio", 1),
        Unit("%", "ratio", 100),
        Unit("deg", "angle", 10_000_000),
        Unit("half", "level", 1),
        Unit("level", "level", 2),
        Unit("currency", "money", 100),  # one of another currency, where a rate is written
    ]
}
BASE = {
    "mass": "g",
    "volume": "ml",
    "area": "m2",
    "count": "pc",
    "time": "min",
    "ratio": "bp",
    "angle": "deg",
    "level": "half",
}
USUAL = {
    "mass": "kg",
    "volume": "l",
    "area": "ha",
    "count": "pc",
    "time": "min",
    "ratio": "%",
    "angle": "deg",
    "level": "level",
}

_BLANKS = re.compile("[\\s\u00a0\u202f\u2009'’_]")


class NotANumber(ValueError):
    """The text is not a number in any habit we read."""


class TooFine(ValueError):
    """The number is finer than the base unit holds, so storing it would change it."""


def read_decimal(text: str, decimal_sign: str = "") -> Decimal:
    """Return the number a person wrote: ``1 250,5``, ``1,250.5``, ``1'250.5``, ``61``.

    ``decimal_sign`` is ``","`` or ``"."`` where the habit of the file or reader is known. Without it a
    lone sign followed by other than three digits is decimal, and a lone sign followed by exactly three
    digits is ambiguous and raises ``NotANumber``: 1,250 must not become 1.25 by guess.
    """
    bare = _BLANKS.sub("", text.strip())
    if not re.fullmatch(r"[+-]?[\d.,]*\d[\d.,]*", bare):
        raise NotANumber(text)
    sign = decimal_sign or _guess_sign(bare)
    other = "," if sign == "." else "."
    whole, _, fraction = bare.partition(sign)
    if sign in fraction or other in fraction or not _grouped(whole, other):
        raise NotANumber(text)
    try:
        return Decimal(f"{whole.replace(other, '') or '0'}.{fraction or '0'}")
    except InvalidOperation as error:
        raise NotANumber(text) from error


def to_base(number: Decimal, symbol: str) -> int:
    """Return the whole number of base units. Raises ``TooFine`` if the number does not fit exactly,

    except pounds, which are rounded half up to the gram because no pound is a whole number of grams.
    """
    unit = UNITS[symbol]
    exact = number * unit.numerator / unit.denominator
    if exact == exact.to_integral_value():
        return int(exact)
    if unit.denominator == 1:
        raise TooFine(f"{number} {symbol}")
    return int((exact + (Decimal("0.5") if exact >= 0 else Decimal("-0.5"))).to_integral_value("ROUND_DOWN"))


def from_base(quantity: int, symbol: str) -> Decimal:
    """Return a stored quantity in the unit asked for, exactly."""
    unit = UNITS[symbol]
    return Decimal(quantity) * unit.denominator / unit.numerator


def _guess_sign(bare: str) -> str:
    comma, dot = bare.rfind(","), bare.rfind(".")
    if comma >= 0 and dot >= 0:
        return "," if comma > dot else "."
    mark = "," if comma >= 0 else "."
    if bare.count(mark) > 1:
        return "." if mark == "," else ","
    if (
        bare.count(mark) == 1
        and len(bare) - bare.rfind(mark) == 4
        and not bare.lstrip("+-").startswith(("0", mark))
    ):
        raise NotANumber(f"{bare}: thousands or decimals?")
    return mark


def _grouped(whole: str, mark: str) -> bool:
    groups = whole.lstrip("+-").split(mark)
    return len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
