"""Two workshops: private votes by group, what was agreed, on what proof, and what the books asked."""

from __future__ import annotations

import datetime as dt
from functools import partial
from random import Random

from cahier.assessment.entries import (
    Bar,
    ContradictionAnswered,
    Demanded,
    GroupSeats,
    ItemAgreed,
    ItemVotes,
    Participants,
    Present,
    ProofListed,
    RoundClosed,
    RoundOpened,
    ShownItem,
)
from cahier.assessment.grid import Grid, to_record
from cahier.assessment.packs import grid_of, pack_of
from cahier.example.plan import RoundPlan
from cahier.example.world import World
from cahier.journal import cuts

_PACK = "cahier/2026"
_LEAN = {"leaders": 0.7, "members": -0.2, "women": -0.4, "youth": -0.5, "staff": 0.3}
"""How much higher or lower a group votes than what is agreed in the end, in levels."""

_SMALLEST = 5


def assess(world: World) -> None:
    """Write the rounds of the story."""
    if not world.story.rounds:
        return
    first = world.story.rounds[0].day - dt.timedelta(days=40)
    who, purpose, decided = _ASKED[world.story.language]
    demand = Demanded(
        day=max(first, world.story.opened), asked_by=who, purpose=purpose, decided_by=decided, sharing="partners",
        until=dt.date(2027, 12, 31),
    )  # fmt: skip
    world.pen.put("asked", demand)
    pack = pack_of(_PACK)
    grid = grid_of(pack)
    for number, plan in enumerate(world.story.rounds, 1):
        opened = RoundOpened(
            day=plan.day, pack=_PACK, digest=pack.digest, round_number=number, title=plan.title, grid=to_record(grid),
            groups=tuple(GroupSeats(code=code, people=women + men) for code, women, men in plan.people),
        )  # fmt: skip
        world.rounds[number] = world.pen.put(f"round {number}", opened, lag=0)
        _round(world, number, plan, grid)


_ASKED = {
    "fr": (
        "Le conseil d’administration",
        "Comprendre pourquoi les membres livrent ailleurs et décider d’un programme de renforcement",
        "L’assemblée générale",
    ),
    "es": (
        "El consejo directivo",
        "Saber qué fortalecer antes de renovar dirigentes y crecer en mercado orgánico",
        "La asamblea",
    ),
    "en": ("The group", "See where we stand after two harvests", "All members"),
}


def _round(world: World, number: int, plan: RoundPlan, grid: Grid) -> None:
    dice, made = world.dice(f"round {number}"), world.rounds[number]
    rows = tuple(
        Present(group=code, sex=sex, people=count)
        for code, women, men in plan.people
        for sex, count in (("f", women), ("m", men))
        if count
    )
    world.pen.put(f"round {number}", Participants(day=plan.day, round=made, present=rows), lag=0)
    for variable in grid.instrument.variables:
        for item in variable.items:
            halves = level(plan, variable.code, item, dice)
            _item(world, number, plan, item, halves=halves, dice=dice)
    _proofs(world, number, plan)
    for item, indicator, answer in plan.answers:
        entry = ContradictionAnswered(day=plan.day, round=made, item=item, indicator=indicator, answer=answer)
        world.pen.put(f"round {number} {item} {indicator}", entry, lag=0)
    if plan.closed:
        day = plan.day + dt.timedelta(days=1)
        stand_in = RoundClosed(day=day, round=made, code="-", cut={})
        world.pen.put_late(f"round {number}", stand_in, partial(_closing, world.pen.book, made, day))


def _closing(book: str, made: str, day: dt.date) -> RoundClosed:
    cut = cuts.head(book)
    return RoundClosed(day=day, round=made, code=cut.code(), cut={"last": cut.last, "digest": cut.digest})


def level(plan: RoundPlan, variable: str, item: str, dice: Random) -> int:
    """Return the level of an item in halves: its own, or the variable's and a little chance."""
    drawn = plan.levels[variable] + dice.choice((-1, 0, 0, 1))
    return max(2, min(10, plan.items.get(item, drawn)))


def _item(world: World, number: int, plan: RoundPlan, item: str, *, halves: int, dice: Random) -> None:
    made, key = world.rounds[number], f"round {number} {item}"
    if item in plan.not_here:
        entry = ItemAgreed(day=plan.day, round=made, item=item, applicable=False)
        world.pen.put(key, entry, lag=0)
        return
    bars, mean = _votes(plan, halves / 2, dice)
    world.pen.put(key, ItemVotes(day=plan.day, round=made, item=item, bars=bars), lag=0)
    grade = min(3, max(0, plan.proofs + dice.choice((-1, 0, 0, 1))))
    agreed = halves if halves <= 6 or grade >= 2 else 6
    former = world.agreed.get((number - 1, item))
    entry = ItemAgreed(
        day=plan.day, round=made, item=item, agreed=agreed, grade=f"PF{grade}", discussed=agreed % 2 == 1 or dice.random() < 0.6,
        self_score=min(10, halves + dice.choice((0, 0, 1, 2))), facilitator=max(2, agreed - dice.choice((0, 0, 0, 1))),
        panel=round(mean * 2), wished=halves if halves > agreed else None,
        then=None if former is None else max(2, former - dice.choice((0, 1, 1, 2))),
        rationale=plan.reasons.get(item, ""),
    )  # fmt: skip
    world.pen.put(key, entry, lag=0)
    world.agreed[number, item] = agreed


def _votes(plan: RoundPlan, wanted: float, dice: Random) -> tuple[tuple[Bar, ...], float]:
    """Let each group vote around its own view; groups under five are merged into the panel."""
    counts: dict[tuple[str, str], int] = {}
    levels: list[int] = []
    for code, women, men in plan.people:
        group = code if women + men >= _SMALLEST else "panel"
        for _ in range(women + men):
            vote = max(1, min(5, round(dice.gauss(wanted + _LEAN.get(code, 0.0), 0.75))))
            answer = "?" if dice.random() < 0.06 else str(vote)
            levels += [vote] if answer != "?" else []
            counts[group, answer] = counts.get((group, answer), 0) + 1
    small = sum(people for (group, _), people in counts.items() if group == "panel")
    if 0 < small < _SMALLEST:
        counts = _merged(counts)
    bars = tuple(
        Bar(group=group, answer=answer, people=people) for (group, answer), people in sorted(counts.items())
    )
    return bars, sum(levels) / len(levels) if levels else wanted


def _merged(counts: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Put the panel together with the smallest other group."""
    sizes: dict[str, int] = {}
    for (group, _), people in counts.items():
        sizes[group] = sizes.get(group, 0) + people
    other = min((group for group in sizes if group != "panel"), key=lambda group: (sizes[group], group))
    merged: dict[tuple[str, str], int] = {}
    for (group, answer), people in counts.items():
        key = ("panel" if group == other else group, answer)
        merged[key] = merged.get(key, 0) + people
    return merged


def _proofs(world: World, number: int, plan: RoundPlan) -> None:
    for place, (title, items, least) in enumerate(_PAPERS[world.story.language]):
        if plan.proofs < least:
            continue
        entry = ProofListed(
            day=plan.day, title=title, items=tuple(ShownItem(item=one) for one in items.split()),
            round=world.rounds[number], dated=plan.day - dt.timedelta(days=30 + 20 * place),
            expires=plan.day + dt.timedelta(days=300 if place % 3 else 150),
        )  # fmt: skip
        world.pen.put(f"round {number} {place}", entry, lag=0)


_PAPERS = {
    "fr": (
        ("Procès-verbal de l’assemblée, signé", "G2 R5", 1),
        ("Registre des membres", "A1 R1", 1),
        ("Cahier de caisse et relevés", "A2 A3", 2),
        ("Contrats de l’année", "E1 T4", 1),
        ("Bordereaux de pesée", "T2 T3", 1),
        ("Rapport du conseil de surveillance", "G4", 2),
    ),
    "es": (
        ("Acta de asamblea, firmada", "G2 R5", 1),
        ("Padrón de socios", "A1 R1", 1),
        ("Libro caja y estados de cuenta", "A2 A3", 1),
        ("Contratos y fichas de embarque", "E1 T4", 1),
        ("Informe de auditoría", "A6", 2),
        ("Certificado orgánico", "T4", 2),
    ),
    "en": (("Exercise book of the secretary", "A1", 1),),
}
