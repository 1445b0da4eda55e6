"""Statutes, assemblies, boards, offices, decisions, control: who decides, and on what paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from cahier.example import TODAY
from cahier.example.plan import Assembly, Office
from cahier.example.world import Member, World
from cahier.governance.entries import BodyRules, Decision, DecisionDone, Mandate, MandateEnded, Meeting
from cahier.registry.entries import CriticalTask, Hired, SubstituteTrained


def govern(world: World) -> None:
    """Write everything about who decides."""
    rules: dict[str, Any] = world.story.rules
    if rules:
        world.pen.put("rules", BodyRules(day=world.story.opened, **rules), lag=0)
    for assembly in world.story.assemblies:
        _assembly(world, assembly)
    _boards(world)
    _offices(world)
    _staff(world)


def needed(world: World, eligible: int, call: int) -> int | None:
    """Return the whole number that a quorum of the statutes means; none where no statutes say it."""
    prefix = "second_quorum" if call > 1 else "quorum"
    top, bottom = (
        world.story.rules.get(f"{prefix}_numerator"),
        world.story.rules.get(f"{prefix}_denominator"),
    )
    return None if top is None or bottom is None else -(-eligible * int(top) // int(bottom))


def _assembly(world: World, plan: Assembly) -> None:
    if plan.day > TODAY:
        return
    dice = world.dice(f"assembly {plan.key}")
    eligible = len(world.present(plan.day))
    present = min(eligible * plan.present_bp // 10_000, eligible)
    women = present * plan.women_bp // 10_000
    required = needed(world, eligible, plan.call)
    entry = Meeting(
        day=plan.day, type="general_assembly", call=plan.call, called=plan.day - dt.timedelta(days=plan.notice),
        eligible=eligible, required=required, present_women=women, present_men=present - women,
        minutes_shared=plan.day + dt.timedelta(days=plan.minutes) if plan.minutes >= 0 else None,
        accounts_debated=plan.accounts is not None, accounts_until=plan.accounts,
    )  # fmt: skip
    made = world.pen.put(plan.key, entry, lag=max(plan.minutes, 2))
    world.meetings[plan.key] = made
    if required is not None and present < required:
        world.planted.fault("failed_quorum", id=made, day=str(plan.day), present=present, required=required)
    if plan.minutes > 30:
        world.planted.fault("late_minutes", id=made, day=str(plan.day), days=plan.minutes)
    for number, (wording, due, done) in enumerate(plan.decisions, 1):
        _decision(
            world, plan, made, number=number, wording=wording, due=due, done=done,
            executor=dice.choice(world.members),
        )  # fmt: skip


def _decision(
    world: World, plan: Assembly, meeting: str, *, number: int, wording: str, due: int, done: int, executor: Member
) -> None:  # fmt: skip
    entry = Decision(
        day=plan.day, number=f"{plan.key}-{number}", meeting=meeting, wording=wording, executor=executor.id,
        due=plan.day + dt.timedelta(days=due),
    )  # fmt: skip
    made = world.pen.put(f"{plan.key} {number}", entry)
    if done >= 0:
        day = plan.day + dt.timedelta(days=done)
        world.pen.put(f"{plan.key} {number}", DecisionDone(day=day, decision=made))


def _boards(world: World) -> None:
    story, dice = world.story, world.dice("boards")
    if not story.board_every:
        return
    seats = int(story.rules.get("board_seats", 7))
    day, number = story.opened + dt.timedelta(days=20), 0
    while day <= TODAY:
        number += 1
        if dice.random() * 10_000 < story.board_held_bp:
            present = dice.randint(seats * 5 // 10, seats)
            women = min(present, dice.randint(0, 2) + story.women_bp // 4000)
            entry = Meeting(
                day=day, type="board", called=day - dt.timedelta(days=7), eligible=seats, present_women=women,
                present_men=present - women, minutes_shared=day + dt.timedelta(days=dice.randint(3, 24)),
            )  # fmt: skip
            world.meetings[f"board {number}"] = world.pen.put(f"board {number}", entry)
        day += dt.timedelta(days=story.board_every)


def choose(world: World, office: Office, taken: set[str]) -> Member:
    """Return who holds an office: of that sex and age, a member then, and nobody twice."""
    dice = world.dice(f"office {office.key}")
    able = [
        one
        for one in world.members
        if one.there(office.first) and one.left is None and one.id not in taken and one.known_sex
        and one.sex == office.sex and (one.birth > 1991) == office.young
        and office.section in ("", one.section)
    ]  # fmt: skip
    fitting = able or [one for one in world.members if one.sex == office.sex and one.id not in taken]
    return dice.choice(fitting)


def _offices(world: World) -> None:
    taken: set[str] = set()
    made: dict[str, str] = {}
    for office in world.story.offices:
        same = office.key.endswith("+") and office.replaces in made
        holder = world.people[office.replaces] if same else choose(world, office, taken).id
        taken.add(holder)
        world.people[office.key] = holder
        entry = Mandate(
            day=office.first, person=holder, office=office.office, body=office.body,
            meeting=world.meetings.get(office.by, ""), until=office.last, replaces=made.get(office.replaces, ""),
            section=world.sections.get(office.section, ""),
        )  # fmt: skip
        made[office.key] = world.pen.put(
            office.key, entry, lag=max((world.story.opened - office.first).days, 2)
        )
        if office.ended:
            ended = MandateEnded(day=office.ended, mandate=made[office.key], why=office.why)
            world.pen.put(office.key, ended, lag=20)
    _expired(world, made)


def _expired(world: World, made: dict[str, str]) -> None:
    followed = {office.replaces for office in world.story.offices}
    for office in world.story.offices:
        over = office.last is not None and office.last < TODAY
        if over and office.ended is None and office.key not in followed:
            world.planted.fault(
                "expired_mandates", id=made[office.key], office=office.office, until=str(office.last)
            )


def _staff(world: World) -> None:
    """Hire who is paid, and say which tasks hang on one person."""
    posts = _POSTS.get(world.story.key, ())
    for number, (post, contract, first) in enumerate(posts):
        person = world.people.get("manager") if number == 0 else None
        person = person or world.members[20 + 7 * number].id
        entry = Hired(day=first, person=person, post=post, contract=contract)
        world.pen.put(post, entry, lag=max((world.story.opened - first).days, 2))
        task = CriticalTask(
            day=max(first, world.story.opened),
            task=_TASK[world.story.language].format(post=post),
            holder=person,
        )
        made = world.pen.put(post, task)
        if number % 2:
            day = dt.date(2026, 2, 10)
            substitute = SubstituteTrained(day=day, task=made, person=world.members[40 + number].id)
            world.pen.put(post, substitute)


_TASK = {"fr": "Travail de : {post}", "es": "Trabajo de: {post}", "en": "Work of the {post}"}

_POSTS: dict[str, Sequence[tuple[str, str, dt.date]]] = {
    "cocoa": (
        ("Gérant", "permanent", dt.date(2022, 3, 1)),
        ("Comptable", "fixed-term", dt.date(2023, 10, 1)),
        ("Magasinier", "permanent", dt.date(2021, 9, 1)),
        ("Agent de contrôle interne", "fixed-term", dt.date(2025, 10, 1)),
    ),
    "coffee": (
        ("Gerente", "permanent", dt.date(2020, 1, 6)),
        ("Contadora", "permanent", dt.date(2021, 2, 1)),
        ("Catador", "permanent", dt.date(2022, 4, 1)),
        ("Inspector interno", "seasonal", dt.date(2024, 4, 1)),
    ),
    "garden": (
        ("Animatrice", "indemnity", dt.date(2024, 2, 1)),
        ("Gardien", "seasonal", dt.date(2024, 10, 1)),
    ),
}
