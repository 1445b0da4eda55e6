"""Trainings: announced, held early or late, attended by some, followed up or forgotten."""

from __future__ import annotations

import datetime as dt
from random import Random

from cahier.example import TODAY
from cahier.example.plan import Run
from cahier.example.world import Member, World
from cahier.learning.entries import (
    ApplicationCheck,
    AttendanceRow,
    FollowUpVisit,
    RequiredModule,
    TaskResult,
    TestResult,
    Training,
    TrainingHeld,
)

_REQUIRED = (("treasurer", "M14"), ("secretary", "M07"), ("chair", "M05"), ("supervisor", "M08"))


_WINDOW = 10


def teach(world: World) -> None:
    """Write every run of a module in the story."""
    if world.story.runs:
        for office, module in _REQUIRED:
            entry = RequiredModule(day=world.story.opened, office=office, module=module)
            world.pen.put(office, entry)
    for number, run in enumerate(world.story.runs):
        _run(world, f"{run.module} {number}", run)


def _people(world: World, run: Run, dice: Random) -> list[Member]:
    """Invite office-holders, or members by sex share, or the young."""
    there = world.present(run.planned)
    if run.who == "leaders":
        offices = {world.people[office.key] for office in world.story.offices if office.first <= run.planned}
        found = [one for one in there if one.id in offices]
        return (found + dice.sample(there, len(there)))[: run.size]
    if run.who == "young":
        there = [one for one in there if one.birth > 1991] or there
    women = [one for one in there if one.sex == "f"]
    men = [one for one in there if one.sex == "m"]
    count = min(run.size * run.women_bp // 10_000, len(women))
    return dice.sample(women, count) + dice.sample(men, min(run.size - count, len(men)))


def _run(world: World, key: str, run: Run) -> None:
    dice = world.dice(f"run {key}")
    announced = Training(
        day=max(run.planned - dt.timedelta(days=35), world.story.opened), module=run.module, title=run.title,
        planned_from=run.planned, planned_to=run.planned + dt.timedelta(days=_WINDOW),
    )  # fmt: skip
    training = world.pen.put(key, announced)
    people = list(dict.fromkeys(one.id for one in _people(world, run, dice)))
    there: list[str] = []
    for session, day in enumerate(run.held):
        if day > TODAY:
            continue
        rows = tuple(
            AttendanceRow(person=one, confirmed=True, present=dice.random() * 10_000 < run.presence_bp)
            for one in people
        )
        entry = TrainingHeld(
            day=day, training=training, minutes=run.minutes, planned=day if (run.held[0] - run.planned).days <= _WINDOW else run.planned,
            own_trainer=run.own, cost=run.cost // len(run.held), people=rows,
        )  # fmt: skip
        world.pen.put(f"{key} {session}", entry)
        there = [row.person for row in rows if row.present] or there
    if there:
        _follow(world, key, run, training=training, there=there, dice=dice)


def _follow(world: World, key: str, run: Run, *, training: str, there: list[str], dice: Random) -> None:
    end = run.held[-1]
    for place, person in enumerate(there):
        if run.test != (0, 0):
            before = max(0, min(10, run.test[0] + dice.randint(-2, 2)))
            after = max(before, min(10, run.test[1] + dice.randint(-1, 2)))
            entry = TestResult(day=end, training=training, person=person, before=before, after=after, most=10)
            world.pen.put(f"{key} {place}", entry)
        accepted = dice.random() * 10_000 < run.task_bp
        if run.task_bp >= 0:
            task = TaskResult(
                day=end + dt.timedelta(days=25), training=training, person=person, accepted=accepted
            )
            world.pen.put(f"{key} {place}", task)
        if run.applied_bp >= 0 and accepted:
            check = ApplicationCheck(
                day=end + dt.timedelta(days=92), training=training, person=person, term="90",
                applied=dice.random() * 10_000 < run.applied_bp, proof_seen=dice.random() < 0.7,
            )  # fmt: skip
            world.pen.put(f"{key} {place}", check)
    if run.coached:
        visit = FollowUpVisit(day=end + dt.timedelta(days=dice.randint(12, 29)), training=training)
        world.pen.put(key, visit)
