"""Money as whole numbers of the smallest unit of its currency, and prices as exact fractions.

Minor units follow ISO 4217: 0 for the CFA francs (XOF, XAF), 2 for most, 3 for a few.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from cahier.kernel.shares import half_up
from cahier.kernel.units import TooFine

# ISO 4217 number of decimals, the currencies that are not 2 (list of January 2026, the ones in use).
_DECIMALS = {
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
    "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}  # fmt: skip


class Price(NamedTuple):
    """So many minor units for so many base units of quantity: 1,150 F a kilo is ``Price(1150, 1000)``."""

    amount: int
    per: int

    def of(self, quantity: int) -> int:
        """Return what a quantity costs, rounded half up once, to the minor unit."""
        return half_up(self.amount * quantity, self.per)


def decimals(currency: str) -> int:
    """Return how many decimals the currency has on paper."""
    return _DECIMALS.get(currency, 2)


def to_minor(number: Decimal, currency: str) -> int:
    """Return whole minor units. Raises ``TooFine`` for an amount the currency cannot hold."""
    exact = number.scaleb(decimals(currency))
    if exact != exact.to_integral_value():
        raise TooFine(f"{number} {currency}")
    return int(exact)


def from_minor(amount: int, currency: str) -> Decimal:
    """Return the amount as people write it."""
    return Decimal(amount).scaleb(-decimals(currency))
