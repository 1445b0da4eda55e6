"""Prices seen: published series in excerpt, and what people at the markets asked and paid (made up)."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cahier.example import TODAY
from cahier.example.world import World
from cahier.kernel.money import Price
from cahier.markets.entries import PriceObservation

_DATA = Path(__file__).with_name("data")
_SERIES = {"cocoa": "COCOA", "coffee": "COFFEE_ARABIC"}
_BANK = "World Bank Commodity Markets (Pink Sheet), CC BY 4.0"
_WFP = "World Food Programme, CC BY-IGO"


def observe(world: World) -> None:
    """Write the prices that the organisation follows."""
    series = _SERIES.get(world.story.key)
    if series:
        _world_market(world, series)
    if world.story.key == "cocoa":
        _food(world)
    _local(world)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _world_market(world: World, series: str) -> None:
    market = {"fr": "Marché mondial", "es": "Mercado mundial", "en": "World market"}[world.story.language]
    for row in _rows("world-prices.csv"):
        day = dt.date.fromisoformat(f"{row['month']}-28")
        if row["series"] != series:
            continue
        entry = PriceObservation(
            day=day, market=market, commodity=series, price=Price(int(row["usd_per_tonne_cents"]), 1_000_000),
            currency="USD", unit="t", type="export", flag="aggregate", source=_BANK,
        )  # fmt: skip
        world.pen.put(f"{series} {row['month']}", entry, lag=max((world.story.opened - day).days, 0) + 20)


def _food(world: World) -> None:
    for row in _rows("food-prices.csv"):
        day = dt.date.fromisoformat(row["day"])
        entry = PriceObservation(
            day=day, market=row["market"], commodity=row["commodity"], price=Price(int(row["xof_per_kg"]), 1000),
            unit="KG", type="retail", flag=row["flag"], source=_WFP,
        )  # fmt: skip
        lag = max((world.story.opened - day).days, 0) + 20
        world.pen.put(f"{row['commodity']} {day}", entry, lag=lag)


def _local(world: World) -> None:
    """Ask every Wednesday what others pay at the farm gate. The young group never noted it."""
    if world.story.degree == "TY1":
        return
    source = {"fr": "Relevé de l’organisation", "es": "Registro de la organización", "en": "Own notes"}
    for number, crop in enumerate(world.story.crops):
        dice = world.dice(f"local {number}")
        day = crop.first + dt.timedelta(days=(2 - crop.first.weekday()) % 7)
        mass = world.product(crop.product).measure == "mass"
        while day <= min(crop.last, TODAY):
            price = crop.price * dice.randint(92, 103) // 100
            entry = PriceObservation(
                day=day, market=world.story.sections[0].name, product=world.products[crop.product],
                price=Price(price, 1000 if mass else 1), type="farmgate", source=source[world.story.language],
            )  # fmt: skip
            if dice.random() < 0.93:
                world.pen.put(f"{number} {day}", entry)
            day += dt.timedelta(days=7)
