"""What members harvest, pledge, bring, and are paid: the bulk of every book."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from cahier.example import TODAY
from cahier.example.plan import Crop
from cahier.example.world import Brought, Member, World
from cahier.kernel.money import Price
from cahier.settlement.entries import Payment
from cahier.supply.entries import Delivery, Grade, Lot, Pledge, Product

_LEAKING = 0.3  # a big farm brings this part of what it harvests


@dataclass(frozen=True)
class Coming:
    """One walk to the collection point that will take place."""

    member: Member
    crop: Crop
    day: dt.date
    quantity: int
    visit: int


def products(world: World) -> None:
    """Write the products the organisation deals in."""
    for one in world.story.products:
        grades = tuple(
            Grade(code=code, name=name, rank=rank) for rank, (code, name) in enumerate(one.grades, 1)
        )
        entry = Product(
            day=world.story.opened, code=one.code, name=one.name, measure=one.measure, bag_most=one.bag_most,
            grades=grades,
        )  # fmt: skip
        world.products[one.code] = world.pen.put(one.code, entry, lag=0)


def season(world: World) -> None:
    """Write pledges, deliveries and payments of all seasons."""
    if not world.story.crops:
        return
    harvested: dict[tuple[str, str, int], int] = {}
    coming: list[Coming] = []
    for number, crop in enumerate(world.story.crops):
        dice = world.dice(f"crop {number}")
        for member in world.members:
            whole = int(member.area * crop.yield_m2 * member.vigour)
            key = (crop.season, crop.product, member.place)
            harvested[key] = harvested.get(key, 0) + whole
            coming += _visits(world, crop, member, whole, dice)
    _pledges(world, harvested)
    coming.sort(key=lambda one: (one.day, one.member.place, one.crop.product, one.visit))
    for number, one in enumerate(coming):
        _bring(world, number + 1, one)
    _doubled(world)
    _second(world)


def _active(world: World, crop: Crop, member: Member) -> bool:
    """The same people stay away all season, whatever comes in; nobody before entering or after leaving."""
    season = world.season(crop.season)
    throw = world_throw(world, "active", crop.season, member.place)
    return throw < crop.active_bp / 10_000 and member.entered <= season.last


def world_throw(world: World, *parts: object) -> float:
    """Return a throw that belongs to these words, whoever asks first."""
    return world.dice("/".join(str(part) for part in parts)).random()


def _visits(world: World, crop: Crop, member: Member, whole: int, dice: Random) -> list[Coming]:
    visits = dice.randint(*crop.visits)
    loyal = min(1.0, crop.sold_bp / 10_000 * member.loyalty)
    if str(member.place) in world.story.faults.get("leaking", "").split():
        loyal = _LEAKING
    spread = [dice.uniform(0.6, 1.4) for _ in range(visits)]
    span = (crop.last - crop.first).days
    found: list[Coming] = []
    if not _active(world, crop, member):
        return found
    for visit, part in enumerate(spread):
        day = crop.first + dt.timedelta(days=int(dice.triangular(0, span, span * 0.35)))
        step = 500 if world.product(crop.product).measure == "mass" else 10
        quantity = int(whole * loyal * part / sum(spread)) // step * step
        if day <= TODAY and member.there(day) and quantity >= step:
            found.append(Coming(member, crop, day, quantity, visit))
    return found


def _pledges(world: World, harvested: dict[tuple[str, str, int], int]) -> None:
    story, main = world.story, world.story.products[0].code
    dice = world.dice("pledges")
    for (name, product, place), whole in harvested.items():
        member = world.members[place]
        first = min(one.first for one in story.crops if (one.season, one.product) == (name, product))
        if product != main or dice.random() * 10_000 >= story.pledged_bp or whole < 1000:
            continue
        day = first + dt.timedelta(days=dice.randint(0, 25))
        if not member.there(day) or day > TODAY:
            continue
        declared = int(whole * dice.uniform(0.93, 1.05)) // 5000 * 5000 or 1000
        entry = Pledge(
            day=day, person=member.id, season=world.seasons[name], product=world.products[product],
            quantity=declared, basis=story.pledge_basis,
        )  # fmt: skip
        if world.pen.put(f"{name} {product} {place}", entry):
            world.pledged[name][place] = declared


def _bring(world: World, number: int, one: Coming) -> None:
    dice = world.dice(f"bring {number}")
    crop, member, plan = one.crop, one.member, world.product(one.crop.product)
    rejected = _rejected(one.quantity, crop.reject_bp, dice)
    accepted = one.quantity - rejected
    bags = max(1, -(-one.quantity // plan.bag)) if plan.measure == "mass" else None
    tare = bags * 900 if bags else None
    gross = one.quantity + tare if tare is not None else None
    written = _scale(world, one, accepted)
    grade = (
        dice.choices([code for code, _ in plan.grades], _weights(len(plan.grades)))[0] if plan.grades else ""
    )
    receipt = f"R{one.day:%y}-{number:05d}"
    price = Price(crop.price, 1000 if plan.measure == "mass" else 1)
    slip = dice.random() * 10_000 < crop.slip_bp if world.story.slips else None
    entry = Delivery(
        day=one.day, supplier=member.id, product=world.products[crop.product], accepted=written, rejected=rejected,
        gross=gross, tare=tare, bags=bags, grade=grade, receipt=receipt, price=price, slip=slip,
        moisture_bp=dice.randint(680, 860) if crop.product == "CACAO" else None,
        place=next(s.name for s in world.story.sections if s.code == member.section),
        plot_known=dice.random() * 10_000 < crop.plot_bp, lot=_lot(world, one),
    )  # fmt: skip
    made = world.pen.put(f"{number}", entry)
    value = price.of(written)
    if written != accepted:
        world.planted.fault(
            "scale_bias", id=made, receipt=receipt, day=str(one.day), true=accepted, written=written
        )
    world.brought.append(
        Brought(made, member, crop.product, crop.season, one.day, written, rejected, value, receipt, member.section,
                _lot(world, one))
    )  # fmt: skip
    _pay(world, number, made, one=one, value=value, dice=dice)


def _lot(world: World, one: Coming) -> str:
    """Return the lot of the three weeks in which this came, formed with its first bag; none where none are kept."""
    length = world.story.lots_days
    if not length:
        return ""
    part = (one.day - one.crop.first).days // length
    key = f"{one.crop.season}-{part + 1:02d}"
    if key not in world.lots:
        entry = Lot(
            day=one.day, code=f"L{key}", product=world.products[one.crop.product], season=world.seasons[one.crop.season]
        )  # fmt: skip
        world.lots[key] = world.pen.put(key, entry, lag=0)
    return world.lots[key]


def _weights(grades: int) -> list[int]:
    return [6, 3, 1, 1][:grades]


def _rejected(quantity: int, rate_bp: int, dice: Random) -> int:
    """Most bags pass whole; one in five loses something, so that the rate comes out on average."""
    if dice.random() > 0.2:
        return 0
    lost = int(quantity * rate_bp / 10_000 * 5 * dice.uniform(0.4, 1.6))
    return min(lost // 100 * 100 if quantity > 2000 else lost, quantity // 2)


def _scale(world: World, one: Coming, accepted: int) -> int:
    """On some days the scale of one section shows three per cent less than there is."""
    told = world.story.faults.get("scale", "").split()
    if not told or one.member.section != told[0] or str(one.day) not in told[1:]:
        return accepted
    return accepted * 97 // 100 // 100 * 100


def _pay(world: World, number: int, delivery: str, *, one: Coming, value: int, dice: Random) -> None:
    crop, member = one.crop, one.member
    day = one.day + dt.timedelta(days=int(dice.triangular(*(crop.pay[0], crop.pay[2] + 1, crop.pay[1]))))
    if day > TODAY or not value or world_throw(world, "unpaid", number) < 0.004:
        return
    running = world.story.running
    digital = running is not None and running.bank != "" and dice.random() < 0.35
    channel = "mobile" if digital else "cash"
    account = "bank" if digital else "cash"
    entry = Payment(
        day=day, person=member.id, delivery=delivery, type="balance", amount=value, channel=channel,
        due_day=one.day + dt.timedelta(days=crop.promise) if crop.promise else None,
        own_account=dice.random() < (0.62 if member.sex == "f" else 0.96) if digital or dice.random() < 0.8 else None,
        payment_reference=f"MM{number:06d}" if digital else "", account=world.accounts.get(account, ""),
    )  # fmt: skip
    if world.pen.put(f"{number}", entry):
        world.cash(account, day, -value)
        world.paid[delivery] = day
        world.income[world.season_of(day), "paid"] += value


def _doubled(world: World) -> None:
    """One receipt number of the book was used for two people: the second slip came from another pad."""
    told = world.story.faults.get("receipt")
    if told is None or not world.brought:
        return
    wanted = int(told)
    first = world.brought[wanted]
    other = next(one for one in world.brought[wanted + 1 :] if one.member is not first.member)
    member = other.member
    entry = Delivery(
        day=other.day, supplier=member.id, product=world.products[first.product], accepted=31_500,
        gross=32_400, tare=900, bags=1, receipt=first.receipt, price=Price(first.value * 1000 // first.accepted, 1000),
        slip=True, plot_known=True, place=member.section,
    )  # fmt: skip
    made = world.pen.put("doubled", entry)
    price = Price(first.value * 1000 // first.accepted, 1000)
    world.planted.fault("doubled_receipt", receipt=first.receipt, ids=sorted([first.id, made]))
    world.brought.append(
        Brought(made, member, first.product, first.season, other.day, 31_500, 0, price.of(31_500), first.receipt,
                member.section)
    )  # fmt: skip


def _second(world: World) -> None:
    """Pay each supplier again by the kilo when the season's accounts allow it."""
    for season, day, per_unit in world.story.second:
        weights: dict[int, int] = {}
        for one in world.brought:
            if one.season == season and one.product == world.story.products[0].code:
                weights[one.member.place] = weights.get(one.member.place, 0) + one.accepted
        for place, weight in sorted(weights.items()):
            member, amount = world.members[place], Price(per_unit, 1000).of(weight)
            paid = day + dt.timedelta(days=place % 9)
            entry = Payment(
                day=paid, person=member.id, season=world.seasons[season], type="second", amount=amount,
                channel="bank", own_account=True, account=world.accounts.get("bank", ""),
            )  # fmt: skip
            if amount and world.pen.put(f"second {season} {place}", entry):
                world.cash("bank", paid, -amount)
                world.income[world.season_of(paid), "paid"] += amount
