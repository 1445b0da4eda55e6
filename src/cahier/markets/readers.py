"""Published prices whose layout is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from cahier.kernel.refusals import Refused, reason
from cahier.surfaces.sources import source_reader

EMPTY_FORECAST = reason(
    "markets.empty-forecast", "This row is a forecast without a figure: its price is 0. It was left out."
)
NO_WEIGHT = reason("markets.no-weight", "The price is for {unit}, which is no weight. It was left out.")
NO_PRICE = reason("markets.no-price", "{price} is no price above 0. It was left out.")

WFP = "WFP food prices, CC BY-IGO"
_UNIT = re.compile(r"(\d+(?:\.\d+)?)?\s*(kg|g|pounds?|libras?|lb|mt)", re.IGNORECASE)
_SYMBOLS = {
    "kg": "kg",
    "g": "g",
    "pound": "lb",
    "pounds": "lb",
    "libra": "lb",
    "libras": "lb",
    "lb": "lb",
    "mt": "t",
}
_TYPES = {"Retail": "retail", "Wholesale": "wholesale", "Producer": "farmgate", "Farm Gate": "farmgate"}


@source_reader(
    "wfp",
    "markets.price_observation",
    ["date", "market", "commodity", "unit", "priceflag", "pricetype", "currency", "price"],
    ["day", "market", "commodity", "price", "currency", "unit", "type", "flag", "source"],
)
def world_food_programme(row: Mapping[str, str]) -> Mapping[str, str]:
    """One row of the World Food Programme's price files, the older layout of 14 columns or the newer of 16.

    Forecasts carry 0 for "no figure" in these files, and are set aside, as are prices for what is no weight.
    """
    if row["priceflag"] == "forecast":
        raise Refused(EMPTY_FORECAST())
    unit = _UNIT.fullmatch(row["unit"])
    if unit is None:
        raise Refused(NO_WEIGHT(unit=row["unit"]))
    if not _above_zero(row["price"]):
        raise Refused(NO_PRICE(price=row["price"]))
    symbol = _SYMBOLS[unit[2].lower()]
    return {
        "day": row["date"],
        "market": ", ".join(filter(None, [row["market"], row.get("admin1", "")])),
        "commodity": row["commodity"],
        "price": f"{row['price']}/{unit[1] or 1} {symbol}",
        "currency": row["currency"],
        "unit": row["unit"],
        "type": _TYPES.get(row["pricetype"], row["pricetype"]),
        "flag": "aggregate" if "aggregate" in row["priceflag"] else row["priceflag"],
        "source": WFP,
    }


def _above_zero(text: str) -> bool:
    try:
        return Decimal(text) > 0
    except InvalidOperation:
        return False
