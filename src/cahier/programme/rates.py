"""Prices to start from where none was set: guesses by currency, to be replaced by those of the place.

They are assumptions of the program (grade ``?``): round amounts near what a rural workshop costs, brought
from euros by a rough rate and rounded to two digits. Nothing rests on them once a price is set.
"""

from __future__ import annotations

from collections.abc import Mapping

from cahier.kernel.money import decimals
from cahier.programme.costing import Rates

GRADE = "?"

_EUROS = {
    "fee": 60, "travel": 15, "per_diem": 15, "meals": 4, "transport": 2, "child_care": 1, "kit": 2, "room": 20,
    "materials": 12, "translation": 10, "follow_up": 40,
}  # fmt: skip
_PER_EURO = {
    "XOF": 656, "XAF": 656, "EUR": 1, "USD": 1, "PEN": 4, "BOB": 7, "COP": 4500, "GTQ": 8, "HNL": 28, "NIO": 40,
    "MXN": 20, "HTG": 145, "MGA": 5000, "GNF": 9400, "CDF": 3000, "RWF": 1500, "BIF": 3200, "KES": 140, "UGX": 4000,
    "TZS": 2900, "ETB": 140, "GHS": 16, "NGN": 1700, "MAD": 11, "TND": 3, "KHR": 4400, "LAK": 23000, "VND": 27000,
    "MRU": 43, "CVE": 110, "KMF": 492, "DOP": 65, "MWK": 1900, "ZMW": 28, "INR": 95, "NPR": 150,
}  # fmt: skip


def proposed(currency: str) -> dict[str, int]:
    """Return proposed prices in minor units by heading; none for a currency without a rough rate."""
    rate = _PER_EURO.get(currency)
    if rate is None:
        return {}
    minor = int(10 ** decimals(currency))
    return {heading: _round(euros * rate * minor) for heading, euros in _EUROS.items()}


def in_force(currency: str, set_here: Mapping[str, int]) -> dict[str, int]:
    """Return the prices set, completed by the proposed ones."""
    return {**proposed(currency), **set_here}


def as_rates(prices: Mapping[str, int], drivers: frozenset[str]) -> Rates:
    """Return the prices that a module with these cost drivers meets; its trainer is priced apart."""
    wanted = {
        "meals": "meals", "transport": "transport", "child_care": "child-care", "room": "room",
        "materials": "materials", "translation": "translation", "follow_up": "follow-up",
    }  # fmt: skip
    met = {name: prices.get(name, 0) for name, driver in wanted.items() if driver in drivers}
    return Rates(**met, kit=prices.get("kit", 0))


def trainer_day(prices: Mapping[str, int]) -> int:
    """Return what a trainer's day costs with everything, by the prices in force."""
    return sum(prices.get(heading, 0) for heading in ("fee", "travel", "per_diem"))


def _round(amount: int) -> int:
    """Round to two digits."""
    step = int(10 ** max(len(str(amount)) - 2, 0))
    return (amount + step // 2) // step * step
