"""What the figures should say, worked out from the generator's own lists."""

from __future__ import annotations

import datetime as dt
from statistics import median

from cahier.example import TODAY
from cahier.example.governing import needed
from cahier.example.plan import SeasonPlan
from cahier.example.world import World


def expect(world: World) -> None:
    """Note the figures of every season that has begun."""
    for season in world.story.seasons:
        end = min(season.last, TODAY)
        if season.first > TODAY or season.last < world.story.opened:
            continue
        _members(world, season, end)
        if any(one.season == season.name for one in world.brought):
            _supply(world, season)
            _payments(world, season)
            _loyalty(world, season)
            _autonomy(world, season)
        _assembly(world, season, end)
    leaking = world.story.faults.get("leaking", "").split()
    for place in leaking:
        world.planted.fault("leaking_farm", id=world.members[int(place)].id)


def _members(world: World, season: SeasonPlan, end: dt.date) -> None:
    there = world.present(end)
    known = [one for one in there if one.known_sex]
    women = sum(one.sex == "f" for one in known)
    world.planted.figure("KW-01", season.name, numerator=women, denominator=len(known))
    active = {one.member.place for one in world.brought if one.season == season.name}
    if world.story.crops and active:
        count = sum(one.place in active for one in there)
        world.planted.figure("KM-01", season.name, numerator=count, denominator=len(there))


def _supply(world: World, season: SeasonPlan) -> None:
    came = [one for one in world.brought if one.season == season.name]
    if len({one.measure for one in world.story.products}) > 1:
        return
    rejected, accepted = sum(one.rejected for one in came), sum(one.accepted for one in came)
    world.planted.figure("KC-05", season.name, numerator=rejected, denominator=accepted + rejected)
    totals: dict[int, int] = {}
    for one in came:
        totals[one.member.place] = totals.get(one.member.place, 0) + one.accepted
    ordered = sorted(totals.values(), reverse=True)
    largest = sum(ordered[: -(-len(ordered) // 10)])
    world.planted.figure("KM-10", season.name, numerator=largest, denominator=sum(ordered))


def _payments(world: World, season: SeasonPlan) -> None:
    came = [one for one in world.brought if one.season == season.name]
    delays = [(paid - one.day).days for one in came for paid in [world.paid.get(one.id)] if paid is not None]
    if delays:
        world.planted.figure("KP-01", season.name, median=float(median(delays)), paid=len(delays))


def _loyalty(world: World, season: SeasonPlan) -> None:
    """What members with a stated harvest brought of it: the rest went elsewhere."""
    stated, main = world.pledged[season.name], world.story.products[0].code
    came = sum(
        one.accepted
        for one in world.brought
        if (one.season, one.product) == (season.name, main) and one.member.place in stated
    )
    if stated and season.last <= TODAY and world.story.degree != "TY1":
        world.planted.figure("KM-05", season.name, ratio=came / sum(stated.values()))


def _autonomy(world: World, season: SeasonPlan) -> None:
    """Own recurrent income over recurrent cost."""
    money = {what: amount for (name, what), amount in world.income.items() if name == season.name}
    cost = money.get("recurrent costs", 0)
    own = money.get("sold", 0) - money.get("paid", 0) + money.get("fees", 0) + money.get("services", 0)
    if cost and season.last <= TODAY:
        world.planted.figure("KF-01", season.name, ratio=own / cost)


def _assembly(world: World, season: SeasonPlan, end: dt.date) -> None:
    """Presence over quorum at the last assembly up to the end of the season."""
    held = [one for one in world.story.assemblies if one.day <= end]
    if not held or not world.story.rules:
        return
    last = max(held, key=lambda one: one.day)
    eligible = len(world.present(last.day))
    world.planted.figure(
        "KG-02", season.name, numerator=eligible * last.present_bp // 10_000,
        denominator=needed(world, eligible, last.call),
    )  # fmt: skip
