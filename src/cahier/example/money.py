"""Accounts, fees, shares, running costs, and what keeps the cash box from running dry."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import accumulate

from cahier.example import TODAY
from cahier.example.plan import Running
from cahier.example.world import World, months
from cahier.money.accounts import Cost
from cahier.money.entries import (
    Account,
    CashCount,
    CashEntry,
    FeeDue,
    FeePaid,
    Reconciled,
    SharePaid,
    ShareSubscribed,
    Transfer,
)
from cahier.money.loans import Instalment, LoanRepaid, LoanTaken


def open_accounts(world: World) -> None:
    """Open the cash box and the bank account, with what was in them."""
    running = world.story.running
    if running is None:
        return
    for key, label, type_ in (("cash", running.cash, running.cash_type), ("bank", running.bank, "bank")):
        if not label:
            continue
        entry = Account(day=world.story.opened, name=label, type=type_)
        world.accounts[key] = world.pen.put(key, entry, lag=0)
        _move(
            world, key, f"opening {key}", world.story.opened, running.float_, purpose="other", recurrent=False
        )


def _move(
    world: World, account: str, key: str, day: dt.date, amount: int, *, purpose: str, recurrent: bool | None = True,
    donor: str = "", service: str = "", party: str = "",
) -> None:  # fmt: skip
    if not amount or account not in world.accounts:
        return
    entry = CashEntry(
        day=day, account=world.accounts[account], direction="in" if amount > 0 else "out", amount=abs(amount),
        purpose=purpose, recurrent=recurrent, donor=donor, service=service, party=party,
    )  # fmt: skip
    if world.pen.put(key, entry):
        world.cash(account, day, amount)


def members_money(world: World) -> None:
    """Fees of every year and shares subscribed and paid."""
    running = world.story.running
    if running is None or not running.fee:
        return
    dice = world.dice("fees")
    for member in world.members:
        diligence = dice.random()
        for year in sorted({season.last.year for season in world.story.seasons}):
            first = max(dt.date(year, 1, 10), member.entered)
            if not member.there(first) or first > TODAY or first.year != year:
                continue
            due = FeeDue(
                day=first, person=member.id, year=year, amount=running.fee, due_day=dt.date(year, 3, 31)
            )
            world.pen.put(f"{year} {member.place}", due, lag=0)
            if (diligence + dice.random()) / 2 < _until(running.fee_paid_bp):
                day = first + dt.timedelta(days=dice.randint(1, 120))
                paid = FeePaid(
                    day=day, person=member.id, amount=running.fee, year=year, account=world.accounts.get("cash", "")
                )  # fmt: skip
                if world.pen.put(f"{year} {member.place}", paid):
                    world.cash("cash", day, running.fee)
                    world.income[world.season_of(day), "fees"] += running.fee
        _shares(world, running, member.place, dice.random())


def _until(rate_bp: int) -> float:
    """Return the limit below which the mean of two throws falls with this probability."""
    rate = rate_bp / 10_000
    return float((rate / 2) ** 0.5 if rate <= 0.5 else 1 - ((1 - rate) / 2) ** 0.5)


def _shares(world: World, running: Running, place: int, throw: float) -> None:
    member = world.members[place]
    if not running.share:
        return
    day = max(member.entered, world.story.opened)
    subscribed = ShareSubscribed(day=day, person=member.id, amount=running.share * 5, shares=5)
    world.pen.put(f"{place}", subscribed)
    paid = running.share * (5 if throw < running.share_paid_bp / 10_000 else 2 if throw < 0.85 else 0)
    day = day + dt.timedelta(days=int(throw * 90))
    if not paid:
        return
    entry = SharePaid(day=day, person=member.id, amount=paid, account=world.accounts.get("cash", ""))
    if world.pen.put(f"{place}", entry):
        world.cash("cash", day, paid)


def house(world: World) -> None:
    """Salaries, office, transport, services, grants: month by month."""
    running = world.story.running
    if running is None:
        return
    dice = world.dice("house")
    came: dict[tuple[int, int], int] = defaultdict(int)
    for one in world.brought:
        came[one.day.year, one.day.month] += one.value
    account = "bank" if running.bank else "cash"
    for end in months(world.story.opened, TODAY):
        for category, amount, overhead in (
            ("staff", running.staff, True),
            ("office", running.office * dice.randint(7, 13) // 10, True),
            ("collection", came[end.year, end.month] * running.transport_bp // 10_000, False),
        ):
            if amount:
                _cost(world, f"{category} {end}", end, category, amount, overhead=overhead, account=account)
        for service, amount in running.services:
            fee = amount * dice.randint(5, 15) // 10
            _move(world, "cash", f"{service} {end}", end, fee, purpose="services", service=service)
            world.income[world.season_of(end), "services"] += fee if "cash" in world.accounts else 0
    for day, donor, amount in running.grants:
        _move(
            world,
            account,
            f"grant {day}",
            day,
            amount,
            purpose="grant",
            recurrent=False,
            donor=donor,
            party=donor,
        )
    for day, category, _, recurrent, amount in running.others:
        _cost(
            world,
            f"{category} {day}",
            day,
            category,
            amount,
            overhead=False,
            account=account,
            recurrent=recurrent,
        )


def _cost(
    world: World, key: str, day: dt.date, category: str, amount: int, *, overhead: bool, account: str,
    recurrent: bool = True,
) -> None:  # fmt: skip
    entry = Cost(day=day, category=category, overhead=overhead, amount=amount, recurrent=recurrent)
    if not world.pen.put(key, entry):
        return
    world.income[world.season_of(day), "recurrent costs" if recurrent else "other costs"] += amount
    purpose = "training" if category == "training" else "overhead" if overhead else "direct_cost"
    _move(world, account, f"paid {key}", day, -amount, purpose=purpose, recurrent=recurrent)


def settle(world: World) -> None:
    """Bring cash from the bank where it is needed, borrow where the bank would be empty, count and reconcile."""
    running = world.story.running
    if running is None:
        return
    if running.bank:
        _transfers(world)
        _borrow(world)
    _reconcile(world, running)
    for key, account in world.accounts.items():
        if min(_balances(world, key, world.story.opened, TODAY), default=0) < 0:
            world.planted.fault("account_below_zero", id=account)


def _transfers(world: World) -> None:
    """Each Monday the treasurer fetches what the week will cost in cash, or brings what is too much."""
    keep = world.story.running.float_ if world.story.running else 0
    days: dict[dt.date, int] = defaultdict(int)
    for day, amount in world.moved["cash"]:
        days[day] += amount
    held, monday = 0, world.story.opened - dt.timedelta(days=world.story.opened.weekday())
    while monday <= TODAY:
        week = [days.get(monday + dt.timedelta(days=place), 0) for place in range(7)]
        low = held + min(accumulate(week))
        moved = keep - low if low < keep else 2 * keep - low if low > 3 * keep else 0
        _transfer(world, max(monday, world.story.opened), moved)
        held += moved + sum(week)
        monday += dt.timedelta(days=7)


def _transfer(world: World, day: dt.date, amount: int) -> None:
    """Move money from the bank into the cash box, or back where the amount is below zero."""
    if not amount:
        return
    source, target = ("bank", "cash") if amount > 0 else ("cash", "bank")
    entry = Transfer(
        day=day, source=world.accounts[source], target=world.accounts[target], amount=abs(amount)
    )
    world.pen.put(f"{day}", entry, lag=0)
    world.cash("bank", day, -amount)
    world.cash("cash", day, amount)


def _borrow(world: World) -> None:
    """Take prefinance at the start of each season for its deepest point, and pay it back as far as possible."""
    float_ = world.story.running.float_ if world.story.running else 0
    for season in world.story.seasons:
        first = max(season.first, world.story.opened + dt.timedelta(days=1))
        lowest = min(_balances(world, "bank", first, min(season.last, TODAY)), default=0)
        if lowest >= 0:
            continue
        amount = -(-(float_ - lowest) // 100_000) * 100_000
        due = season.last - dt.timedelta(days=15)
        entry = LoanTaken(
            day=first, principal=amount, lender=_LENDER[world.story.country], type="prefinance", rate_bp=900,
            code=f"P-{season.name}", account=world.accounts["bank"],
            instalments=(Instalment(due_day=due, principal=amount, interest=amount * 9 // 100),),
        )  # fmt: skip
        loan = world.pen.put(season.name, entry, lag=0)
        world.cash("bank", first, amount)
        if due <= TODAY:
            _repay(world, season.name, loan, due, amount)


def _repay(world: World, season: str, loan: str, due: dt.date, amount: int) -> None:
    end = min(world.season(season).last, TODAY)
    later = min(_balances(world, "bank", due, end), default=0)
    back = min(amount, max(later, 0))
    if season == world.story.faults.get("arrears"):
        back = back * 6 // 10
        world.planted.fault("loan_in_arrears", id=loan, repaid=back, principal=amount)
    interest = amount * 9 // 100 if later > amount * 112 // 100 else 0
    if not back:
        return
    entry = LoanRepaid(day=due, loan=loan, principal=back, interest=interest, account=world.accounts["bank"])
    world.pen.put(season, entry, lag=0)
    world.cash("bank", due, -back - interest)


_LENDER = {
    "CI": "Microfinance du Sud-Ouest (exemple)",
    "PE": "Cooperativa de ahorro La Ladera (ejemplo)",
    "BF": "Caisse villageoise du Plateau (exemple)",
    "GH": "Community savings (example)",
}


def _balances(world: World, account: str, first: dt.date, last: dt.date) -> list[int]:
    """Return an account's balance at the end of every day on which it moved, between two days, and at the start."""
    days: dict[dt.date, int] = defaultdict(int)
    for day, amount in world.moved[account]:
        days[day] += amount
    ordered = sorted(days)
    sums = list(accumulate(days[day] for day in ordered))
    before = [one for day, one in zip(ordered, sums, strict=True) if day < first]
    return before[-1:] + [one for day, one in zip(ordered, sums, strict=True) if first <= day <= last]


def _reconcile(world: World, running: Running) -> None:
    dice = world.dice("counts")
    for end in months(world.story.opened, TODAY):
        for key, account in world.accounts.items():
            if dice.random() * 10_000 < running.reconciled_bp:
                day = end + dt.timedelta(days=dice.randint(2, 9))
                entry = Reconciled(day=day, account=account, month=end.year * 100 + end.month)
                world.pen.put(f"{key} {end}", entry)
        if "cash" not in world.accounts or (end.month * 30) % running.count_every:
            continue
        held = sum(amount for day, amount in world.moved["cash"] if day <= end)
        error = held * dice.randint(-running.count_error_bp, running.count_error_bp) // 10_000
        count = CashCount(day=end, account=world.accounts["cash"], counted=max(held + error, 0))
        world.pen.put(f"{end}", count, lag=0)
