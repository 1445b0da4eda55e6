"""Errors and what was done about them: corrected, voided, taken back, erased."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cahier.example import TODAY
from cahier.example.world import World
from cahier.journal.entries import Erase, Replace, Void, Withdraw
from cahier.journal.entry import Entry
from cahier.kernel.ids import derived_id
from cahier.kernel.money import Price
from cahier.supply.entries import Delivery

_MISREAD = 9_000
"""Grams by which a weight was misread: 52 kg on the slip, 61 kg in the book."""


def mishaps(world: World) -> None:
    """Correct some deliveries, void one, take an import back, erase a person."""
    if "import" in world.story.faults:
        _import_taken_back(world)
    if "corrected" in world.story.faults:
        _corrections(world, int(world.story.faults["corrected"]))
    if "erased" in world.story.faults:
        _erase(world)


def _corrections(world: World, count: int) -> None:
    """A weight was read wrongly: the paper slip says other grams than the book."""
    dice = world.dice("corrections")
    written = dict(world.pen.entries())
    plain = [one for one in world.brought if one.day < TODAY - dt.timedelta(days=30)]
    for number, one in enumerate(dice.sample(plain, count)):
        entry = written[one.id]
        if not isinstance(entry, Delivery):
            continue
        day = one.day + dt.timedelta(days=dice.randint(2, 20))
        world.pen.misread(one.id, replace(entry, accepted=entry.accepted + _MISREAD))
        world.pen.put(f"{number}", _replacing(one.id, entry, day, _SLIP[world.story.language]))
        world.planted.fault("corrected", id=one.id)
    doubled = dice.choice(plain)
    copied = written[doubled.id]
    twin = world.pen.put("twin", replace(copied, receipt=""))  # type: ignore[call-arg]
    void = Void(day=doubled.day + dt.timedelta(days=6), target=twin, why=_TWIN[world.story.language])
    world.pen.put("twin", void)
    world.planted.fault("voided", id=twin)


def _replacing(target: str, entry: Entry, day: dt.date, why: str) -> Replace:
    return Replace(
        day=day, target=target, kind=entry.KIND, version=entry.VERSION, content=entry.to_json(personal=False),
        about="", why=why,
    )  # fmt: skip


_SLIP = {
    "fr": "Le bordereau papier dit autre chose",
    "es": "La boleta dice otra cosa",
    "en": "Paper slip differs",
}
_TWIN = {"fr": "Saisi deux fois", "es": "Registrado dos veces", "en": "Entered twice"}


def _import_taken_back(world: World) -> None:
    """A workbook of another section was imported into this book, and taken back the next day."""
    batch = derived_id("example-batch", world.story.key)
    day = dt.date(2026, 1, 19)
    dice = world.dice("import")
    product = world.products[world.story.products[0].code]
    people = world.present(day)
    for number in range(60):
        entry = Delivery(
            day=day - dt.timedelta(days=dice.randint(1, 40)), supplier=dice.choice(people).id, product=product,
            accepted=dice.randint(20, 200) * 500, receipt=f"X{number + 1:03d}", price=Price(2800, 1000),
        )  # fmt: skip
        world.pen.put(f"import {number}", entry, lag=(day - entry.day).days, batch=batch)
    why = {"fr": "Mauvais fichier : une autre coopérative", "es": "Archivo equivocado", "en": "Wrong file"}
    taken = Withdraw(day=day + dt.timedelta(days=1), batch=batch, why=why[world.story.language])
    world.pen.put("import", taken, lag=1)
    world.planted.fault("withdrawn_import", batch=batch, entries=60)


def _erase(world: World) -> None:
    """Somebody who left asked that her name be erased; her kilograms stay."""
    gone = [one for one in world.members if one.left is not None and one.left < dt.date(2026, 6, 1)]
    member = min(gone, key=lambda one: one.place)
    member.erased = True
    why = {"fr": "À sa demande", "es": "A su pedido", "en": "At her request"}[world.story.language]
    world.pen.put("erase", Erase(day=dt.date(2026, 9, 3), person=member.id, why=why))
    world.planted.fault("erased_person", id=member.id)
