"""Stores, contracts, sales, what buyers pay and claim, and the premiums."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from random import Random

from cahier.example import TODAY
from cahier.example.plan import BuyerPlan, Trade
from cahier.example.world import Brought, World
from cahier.kernel.money import Price
from cahier.markets.entries import Buyer, Claim, Contract, Sale, SalePaid, SalesForecast
from cahier.settlement.entries import PremiumReceived, PremiumSpent
from cahier.supply.entries import CollectionDay
from cahier.supply.stock import StockCount, StockIn, StockOut, Store


@dataclass(frozen=True)
class Load:
    """What leaves for one buyer on one day."""

    buyer: BuyerPlan
    day: dt.date
    quantity: int
    cost: int
    lot: str = ""


@dataclass(frozen=True)
class Desk:
    """What the sales of one season share: ids of buyers and contracts, the store, the dice."""

    trade: Trade
    buyers: dict[str, str]
    contracts: dict[str, str]
    store: str
    dice: Random


def sell(world: World) -> None:
    """Write everything between the store and the buyer's money."""
    if not world.story.trades:
        return
    buyers = {
        one.key: world.pen.put(
            one.key,
            Buyer(day=world.story.opened, code=one.key, name=one.name, type=one.type, country=one.country),
        )
        for one in world.story.buyers
    }
    store = world.pen.put(
        "store", Store(day=world.story.opened, code="MAG1", name=_STORE[world.story.language])
    )
    for trade in world.story.trades:
        _season(world, trade, buyers, store)


_STORE = {"fr": "Magasin central", "es": "Almacén central", "en": "Store"}


def _season(world: World, trade: Trade, buyers: dict[str, str], store: str) -> None:
    came = [one for one in world.brought if (one.season, one.product) == (trade.season, trade.product)]
    dice = world.dice(f"trade {trade.season} {trade.product}")
    _into_store(world, trade, store, came)
    loads = _loads(world, trade, came, dice)
    contracts = _contracts(world, trade, buyers, came, dice)
    desk = Desk(trade, buyers, contracts, store, dice)
    for number, load in enumerate(loads):
        _load(world, desk, number, load)
    _count(world, trade, store, came, loads)
    _forecast(world, trade, came, dice)


def _into_store(world: World, trade: Trade, store: str, came: list[Brought]) -> None:
    """Weigh again at the store, week by week: its scale is right, so a bad one at a section shows here."""
    biased = {one["id"]: one["true"] - one["written"] for one in world.planted.faults.get("scale_bias", ())}
    weeks: dict[dt.date, int] = defaultdict(int)
    for one in came:
        weeks[one.day + dt.timedelta(days=6 - one.day.weekday())] += one.accepted + biased.get(one.id, 0)
    product = world.products[trade.product]
    for day, quantity in sorted(weeks.items()):
        entry = StockIn(day=min(day, TODAY), store=store, product=product, quantity=quantity, why="reception")
        world.pen.put(f"in {trade.season} {trade.product} {day}", entry)
        planned = CollectionDay(
            day=min(day, TODAY), place=_STORE[world.story.language], product=product,
            planned=max(int(quantity * 1.12) // 1000 * 1000, 1000),
        )  # fmt: skip
        world.pen.put(f"plan {trade.season} {trade.product} {day}", planned, lag=0)


def _loads(world: World, trade: Trade, came: list[Brought], dice: Random) -> list[Load]:
    """Cut what came into loads, every so many days, each to one buyer drawn by his share."""
    if not came:
        return []
    buyers = list(world.story.buyers)
    if world.story.lots_days:
        return _lots(world, trade, came, buyers, dice=dice)
    day = min(one.day for one in came) + dt.timedelta(days=trade.every_days)
    last = max(one.day for one in came)
    last = last + dt.timedelta(days=trade.every_days + 6)
    waiting = sorted(came, key=lambda one: (one.day, one.id))
    loads: list[Load] = []
    while day <= last and waiting:
        ready = [one for one in waiting if one.day + dt.timedelta(days=6) < day]
        sold = _whole(world, trade, sum(one.accepted for one in ready))
        if sold < trade.least and day + dt.timedelta(days=trade.every_days) <= last:
            day += dt.timedelta(days=trade.every_days)
            continue
        waiting = waiting[len(ready) :]
        cost = sum(one.value for one in ready)
        if sold and day <= TODAY:
            buyer = dice.choices(buyers, [one.share_bp for one in buyers])[0]
            loads.append(Load(buyer, day, sold, cost))
        day += dt.timedelta(days=trade.every_days)
    return loads


def _lots(
    world: World, trade: Trade, came: list[Brought], buyers: list[BuyerPlan], *, dice: Random
) -> list[Load]:
    """Each lot goes whole to one buyer, three weeks after its last bag."""
    lots: dict[str, list[Brought]] = defaultdict(list)
    for one in came:
        lots[one.lot].append(one)
    loads: list[Load] = []
    for lot, bags in lots.items():
        day = max(one.day for one in bags) + dt.timedelta(days=trade.every_days)
        buyer = dice.choices(buyers, [one.share_bp for one in buyers])[0]
        sold = _whole(world, trade, sum(one.accepted for one in bags))
        if day <= TODAY:
            loads.append(Load(buyer, day, sold, sum(one.value for one in bags), lot))
    return loads


def _whole(world: World, trade: Trade, came: int) -> int:
    """Return what is sold of what came: without what is lost, in whole kilograms."""
    sold = came * (10_000 - trade.keep_bp) // 10_000
    return sold // 1000 * 1000 if world.product(trade.product).measure == "mass" else sold


def _contracts(
    world: World, trade: Trade, buyers: dict[str, str], came: list[Brought], dice: Random
) -> dict[str, str]:
    """Written buyers agree before the season on about what will come."""
    season = world.season(trade.season)
    whole = sum(one.accepted for one in came) * trade.out_bp // 10_000
    if season.last > TODAY:
        whole *= 3
    made: dict[str, str] = {}
    for one in world.story.buyers:
        quantity = whole * one.share_bp // 10_000 * trade.contract_bp // 10_000 // 1_000_000 * 1_000_000
        if not one.written or quantity <= 0 or world.product(trade.product).measure != "mass":
            continue
        entry = Contract(
            day=season.first - dt.timedelta(days=dice.randint(8, 40)), code=f"C-{one.key}-{trade.season}-{trade.product}",
            buyer=buyers[one.key], product=world.products[trade.product], quantity=quantity, channel=one.channel,
            first_day=season.first, last_day=season.last, currency=trade.currency, written=True,
            incoterm="FOB" if trade.currency else "DAP", price_rule=_RULE[world.story.language],
        )  # fmt: skip
        made[one.key] = world.pen.put(f"{one.key} {trade.season} {trade.product}", entry)
    return made


_RULE = {
    "fr": "Prix officiel du jour plus différentiel convenu",
    "es": "Bolsa de Nueva York más diferencial, con precio mínimo",
    "en": "Market price of the day",
}


def _load(world: World, desk: Desk, number: int, load: Load) -> None:
    trade, dice, contracts = desk.trade, desk.dice, desk.contracts
    key, product = f"{trade.season} {trade.product} {number}", world.products[trade.product]
    out = StockOut(day=load.day, store=desk.store, product=product, quantity=load.quantity, why="sale")
    world.pen.put(f"out {key}", out, lag=0)
    value = load.cost * (10_000 + trade.margin_bp) // 10_000 // 5 * 5
    amount = value * trade.rate[1] // trade.rate[0]
    shipped = load.quantity * trade.out_bp // 10_000
    shipped = shipped // 1000 * 1000 if trade.out_bp < 10_000 else shipped
    buyer, due = load.buyer, load.day + dt.timedelta(days=30)
    sale = Sale(
        day=load.day, buyer=desk.buyers[buyer.key], contract=contracts.get(buyer.key, ""), product=product,
        quantity=shipped, conform=dice.random() > 0.03 if contracts.get(buyer.key) else None, channel=buyer.channel,
        written=buyer.written, amount=amount, currency=trade.currency,
        rate=Price(*trade.rate) if trade.currency else None, fob_value=value if trade.currency else None,
        due_day=due if buyer.written else None, invoice=f"V{load.day:%y}-{trade.product[:2]}{number + 1:03d}", lot=load.lot,
    )  # fmt: skip
    made = world.pen.put(key, sale)
    world.income[trade.season, "sales"] += value
    world.income[world.season_of(load.day), "sold"] += value
    world.income[trade.season, "purchases"] += load.cost
    _paid(world, desk, key, made, load=load, amount=amount, value=value)
    if dice.random() * 10_000 < trade.claim_bp * 10:
        claim = Claim(day=load.day + dt.timedelta(days=21), sale=made, value=value // 12, why="quality")
        world.pen.put(key, claim)
    _premium(world, desk, key, made, load)


def _paid(world: World, desk: Desk, key: str, sale: str, *, load: Load, amount: int, value: int) -> None:
    trade = desk.trade
    day = load.day + dt.timedelta(days=desk.dice.randint(*trade.paid_days))
    if load.buyer.written is False:
        day = load.day
    if trade.paid_until is not None and load.day > trade.paid_until:
        return
    account = "bank" if world.accounts.get("bank") and load.buyer.written else "cash"
    if account not in world.accounts:
        account = ""
    entry = SalePaid(
        day=day, sale=sale, amount=amount, account=world.accounts.get(account, ""),
        received=value if trade.currency else None,
    )  # fmt: skip
    if world.pen.put(key, entry):
        world.cash(account, day, value)


def _premium(world: World, desk: Desk, key: str, sale: str, load: Load) -> None:
    """A premium by the kilo, paid six weeks later; most of it is spent as voted, some is not."""
    trade = desk.trade
    if not trade.premium or load.buyer.channel == "conventional":
        return
    amount = trade.premium * load.quantity // 1000
    day = load.day + dt.timedelta(days=42)
    bank, season = world.accounts.get("bank", ""), world.seasons[trade.season]
    received = PremiumReceived(
        day=day, amount=amount, scheme=load.buyer.channel, buyer=desk.buyers[load.buyer.key], sale=sale, season=season,
        account=bank,
    )  # fmt: skip
    if not world.pen.put(key, received):
        return
    world.cash("bank", day, amount)
    if world.dice(f"premium {key}").random() < 0.7:
        spent = day + dt.timedelta(days=60)
        entry = PremiumSpent(
            day=spent, amount=amount * 8 // 10, purpose=_PREMIUM[world.story.language], voted=True, season=season,
            account=bank,
        )  # fmt: skip
        if world.pen.put(key, entry):
            world.cash("bank", spent, -(amount * 8 // 10))


_PREMIUM = {
    "fr": "Pompe du village et prime aux membres",
    "es": "Módulos de secado y fondo escolar",
    "en": "School",
}


def _count(world: World, trade: Trade, store: str, came: list[Brought], loads: list[Load]) -> None:
    season = world.season(trade.season)
    if season.last > TODAY or not came:
        return
    left = sum(one.accepted for one in came) - sum(load.quantity for load in loads)
    entry = StockCount(
        day=season.last, store=store, product=world.products[trade.product], counted=max(left * 2 // 5, 0)
    )
    world.pen.put(f"{trade.season} {trade.product}", entry, lag=1)


def _forecast(world: World, trade: Trade, came: list[Brought], dice: Random) -> None:
    season = world.season(trade.season)
    whole = sum(one.accepted for one in came)
    if season.last > TODAY:
        whole *= 3
    entry = SalesForecast(
        day=max(season.first - dt.timedelta(days=90), world.story.opened), season=world.seasons[trade.season],
        product=world.products[trade.product], quantity=max(int(whole * dice.uniform(0.9, 1.3)), 1),
    )  # fmt: skip
    world.pen.put(f"{trade.season} {trade.product}", entry)
