"""Taking in entries that another installation sealed: late, doubled, out of order, or one at a time."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from cahier.journal import chain, clock, corrections, folds, models, references, scope, state
from cahier.journal.apply import Applied, apply
from cahier.journal.books import here
from cahier.journal.entry import decode
from cahier.journal.write import stamp, store
from cahier.kernel.refusals import Refused, reason

BROKEN = reason(
    "journal.broken-envelope", "Entry {number} was changed on its way ({part} does not fit). Send it again."
)
FORK = reason(
    "journal.fork",
    "Number {number} of this installation already holds another entry: its history was rewritten.",
)


@dataclass(frozen=True)
class Received:
    """What came of a batch: how many were new, how many wait for another entry, the findings that opened."""

    new: int
    waiting: int
    findings: list[folds.Found]


def receive(book: str, envelopes: Sequence[chain.Envelope]) -> Received:
    """Store foreign envelopes byte for byte and apply those whose references are here.

    An envelope already held is skipped. Raises ``Refused``, writing nothing of the batch, for one that
    does not fit its own seal, and for a number that already holds another content.
    """
    with transaction.atomic(using=scope.database()), scope.reading(book):
        fresh = _fresh(book, envelopes)
        store(book, fresh)
        _witness(book, fresh)
        items = _readable(fresh)
        ready, waiting = settle(book, items)
        found = apply(book, ready + _released(book, [e.id for e in fresh]))
    return Received(len(fresh), waiting, found)


def settle(book: str, items: Sequence[Applied]) -> tuple[list[Applied], int]:
    """Split entries into those that can be applied and those that wait; remember what each waits for."""
    named = {target for entry, _ in items for target in references.targets(entry)}
    here_now = set(references.kinds_of(book, sorted(named)))
    ready, waits = [], []
    for entry, at in items:
        lacks = references.targets(entry) - here_now
        waits += [(book, at.id, target) for target in sorted(lacks)]
        if not lacks:
            ready.append((entry, at))
    state.insert(models.Waiting, waits, ("book", "id", "lacks"))
    return ready, len(items) - len(ready)


def _released(book: str, arrived: Sequence[str]) -> list[Applied]:
    """Return the waiting entries that lack nothing any more."""
    freed: set[str] = set()
    for part in state.chunks(sorted(arrived)):
        freed |= set(models.Waiting.every.filter(book=book, lacks__in=part).values_list("id", flat=True))
        state.delete(models.Waiting, book, part, column="lacks")
    for part in state.chunks(sorted(freed)):
        freed -= set(models.Waiting.every.filter(book=book, id__in=part).values_list("id", flat=True))
    rows = corrections.stored(book, freed).values()
    decoded = [(corrections.decoded(row), corrections.stamp(row)) for row in rows]
    return [(entry, at) for entry, at in decoded if entry is not None]


def _fresh(book: str, envelopes: Sequence[chain.Envelope]) -> list[chain.Envelope]:
    known = corrections.stored(book, [envelope.id for envelope in envelopes])
    fresh: dict[str, chain.Envelope] = {}
    for envelope in envelopes:
        part = "book" if envelope.book != book else chain.fault(envelope)
        if part:
            raise Refused(BROKEN(number=envelope.number, part=part))
        held = (
            known[envelope.id].hash if envelope.id in known else getattr(fresh.get(envelope.id), "hash", "")
        )
        if held and held != envelope.hash:
            raise Refused(FORK(number=envelope.number))
        if not held:
            fresh[envelope.id] = envelope
    _refuse_forks(book, list(fresh.values()))
    return list(fresh.values())


def _refuse_forks(book: str, fresh: Sequence[chain.Envelope]) -> None:
    seen: set[tuple[str, int]] = set()
    for envelope in fresh:
        place = (envelope.origin, envelope.number)
        taken = models.JournalEntry.objects.filter(book=book, origin=envelope.origin, number=envelope.number)
        if place in seen or taken.exists():
            raise Refused(FORK(number=envelope.number))
        seen.add(place)


def _witness(book: str, fresh: Sequence[chain.Envelope]) -> None:
    """Move the clock and the heads of the foreign chains."""
    if not fresh:
        return
    wall, mine = time.time_ns() // 1_000_000, here()
    seen = clock.witness(mine.clock, max(envelope.clock for envelope in fresh), wall)
    models.Origin.objects.filter(id=mine.id).update(clock=seen)
    for envelope in sorted(fresh, key=lambda one: (one.origin, one.number)):
        models.Origin.objects.get_or_create(id=envelope.origin, defaults={"letter": "?", "place": ""})
        head, _ = models.Chain.objects.get_or_create(
            book=book, origin=envelope.origin, defaults={"head": chain.GENESIS}
        )
        if envelope.number > head.last:
            rows = models.Chain.objects.filter(book=book, origin=envelope.origin)
            rows.update(last=envelope.number, head=envelope.hash)


def _readable(envelopes: Sequence[chain.Envelope]) -> list[Applied]:
    """Decode what is known here; a newer neighbour's kinds stay in the journal, unread."""
    made = []
    for one in envelopes:
        body = {**json.loads(one.body), **json.loads(one.personal or "{}")}
        entry = decode(one.kind, one.version, body)
        if entry is not None:
            made.append((entry, stamp(one)))
    return made
