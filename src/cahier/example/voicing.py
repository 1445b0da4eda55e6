"""What is said to buyers, town halls and the federation, and what came of it."""

from __future__ import annotations

import datetime as dt

from cahier.advocacy.entries import (
    Agreement,
    Dues,
    DuesPaid,
    DutyKept,
    DutyRow,
    FeedbackGiven,
    PlatformMeeting,
    Position,
    Proposal,
    ProposalAnswered,
    PublicMoney,
    SeatInPlatform,
)
from cahier.example import TODAY
from cahier.example.world import World


def speak(world: World) -> None:
    """Write the advocacy of the story."""
    voice = world.story.voice
    positions: list[str] = []
    for day, theme, mandate in voice.positions:
        positions.append(
            world.pen.put(f"{day} {theme}", Position(day=day, theme=theme, mandate=mandate), lag=4)
        )
    for day, to, subject, written, answered, outcome in voice.proposals:
        position = positions[0] if positions else ""
        entry = Proposal(day=day, to=to, subject=subject, written=written, position=position)
        made = world.pen.put(f"{day} {to}", entry)
        if answered >= 0:
            answer = day + dt.timedelta(days=answered)
            world.pen.put(
                f"{day} {to}",
                ProposalAnswered(day=answer, proposal=made, written=answered > 10, outcome=outcome),
            )
    for number, (day, partner, title, duties) in enumerate(voice.agreements):
        _agreement(world, number, day=day, partner=partner, title=title, duties=duties)
    _seats(world)
    _dues(world)
    for day in voice.feedback:
        world.pen.put(f"{day}", FeedbackGiven(day=day, to="assembly"))
    for day, source, level, purpose, amount in voice.public_money:
        money = PublicMoney(day=day, source=source, level=level, purpose=purpose, amount=amount)
        world.pen.put(f"{day}", money)


def _agreement(
    world: World, number: int, *, day: dt.date, partner: str, title: str, duties: tuple[tuple[str, str, dt.date, int], ...]
) -> None:  # fmt: skip
    rows = tuple(DutyRow(side=side, wording=wording, due=due) for side, wording, due, _ in duties)
    entry = Agreement(day=day, partner=partner, title=title, until=day + dt.timedelta(days=730), duties=rows)
    made = world.pen.put(f"{number}", entry)
    for place, (_, _, due, late) in enumerate(duties, 1):
        if late > -900:
            kept = DutyKept(day=due + dt.timedelta(days=late), agreement=made, duty=place, state="kept")
            world.pen.put(f"{number} {place}", kept)


def _seats(world: World) -> None:
    dice = world.dice("seats")
    for day, platform, type_, part in world.story.voice.seats:
        holder = world.people.get("chair", "")
        entry = SeatInPlatform(day=day, platform=platform, type=type_, person=holder)
        seat = world.pen.put(platform, entry)
        met = max(day, world.story.opened) + dt.timedelta(days=60)
        while met < TODAY:
            attended = dice.randint(1, 100) <= part
            world.pen.put(f"{platform} {met}", PlatformMeeting(day=met, seat=seat, attended=attended))
            met += dt.timedelta(days=120)


def _dues(world: World) -> None:
    federation = world.organisations.get("federation", "")
    for day, amount, paid in world.story.voice.dues:
        due = Dues(day=day, to=federation, amount=amount, due=day + dt.timedelta(days=60))
        made = world.pen.put(f"{day}", due)
        if paid:
            settled = DuesPaid(day=day + dt.timedelta(days=75), dues=made, amount=paid)
            world.pen.put(f"{day}", settled)
