"""Published lots whose layout is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from cahier.kernel.refusals import Refused, reason
from cahier.surfaces.sources import source_reader

NO_BAG_UNIT = reason(
    "supply.no-bag-unit",
    "A bag of {weight} has no unit that can be trusted. Write kg or lbs. It was left out.",
)
NO_BAGS = reason("supply.no-bags", "The lot has {bags} bags of {weight}, so no weight. It was left out.")

_BAG = re.compile(r"(\d+(?:\.\d+)?)\s*(kg|lbs)")
_POUND = Decimal("0.45359237")
_LAYOUT = ["Species", "Owner", "Lot.Number", "Number.of.Bags", "Bag.Weight", "Grading.Date", "Moisture"]


@source_reader(
    "cqi",
    "supply.delivery",
    _LAYOUT,
    ["day", "supplier", "product", "accepted", "bags", "moisture_bp", "lot"],
)
def graded_delivery(row: Mapping[str, str]) -> Mapping[str, str]:
    """A lot of the Coffee Quality Institute's list as what its owner delivered: weight is bags by bag weight.

    A moisture of 0 stands for "not measured" there.
    """
    wet = Decimal(row["Moisture"] or 0) * 100
    return {
        "day": row["Grading.Date"], "supplier": row["Owner"], "product": row["Species"].upper(),
        "accepted": _kilos(row), "bags": row["Number.of.Bags"], "moisture_bp": f"{wet:f}" if wet else "", "lot": _code(row),
    }  # fmt: skip


@source_reader("cqi", "supply.lot", _LAYOUT, ["day", "code", "product", "quantity"])
def graded_lot(row: Mapping[str, str]) -> Mapping[str, str]:
    """A lot of the same list. Its number in the list is its code, because lot numbers repeat there."""
    return {
        "day": row["Grading.Date"], "code": _code(row), "product": row["Species"].upper(), "quantity": _kilos(row),
    }  # fmt: skip


def _code(row: Mapping[str, str]) -> str:
    return f"CQI-{row['Species'][:1].upper()}-{row.get('', '')}"


def _kilos(row: Mapping[str, str]) -> str:
    """Return the weight in kilos to the gram."""
    bag = _BAG.fullmatch(row["Bag.Weight"])
    if bag is None:
        raise Refused(NO_BAG_UNIT(weight=row["Bag.Weight"]))
    try:
        kilos = Decimal(row["Number.of.Bags"]) * Decimal(bag[1]) * (_POUND if bag[2] == "lbs" else 1)
    except InvalidOperation:
        kilos = Decimal(0)
    if not kilos:
        raise Refused(NO_BAGS(bags=row["Number.of.Bags"], weight=row["Bag.Weight"]))
    return f"{kilos.quantize(Decimal('0.001')):f}"
