"""The only door in: check, append to the chain, apply to state, in one transaction."""

from __future__ import annotations

import enum
import json
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from django.db import transaction

from cahier.journal import chain, clock, corrections, folds, models, references, scope, state
from cahier.journal.actor import Actor
from cahier.journal.apply import apply, erased
from cahier.journal.books import here
from cahier.journal.entries import CORRECTIONS, Replace, Void
from cahier.journal.entry import Entry, Stamp
from cahier.kernel import days
from cahier.kernel.canonical import dumps
from cahier.kernel.ids import new_id
from cahier.kernel.refusals import Problem, Refused, reason

SAME_ID = reason(
    "journal.same-id",
    "An entry with this identifier was already written with other content. Nothing was changed.",
)
CORRECTION_IN_BATCH = reason(
    "journal.correction-in-import", "An import brings facts, not corrections. Correct entries one by one."
)
NO_BOOK = reason("journal.no-book", "There is no such book on this computer.")


class Mode(enum.Enum):
    """How strict the rules are: a form stops the writer, a fact that already happened opens a finding."""

    FORM = "form"
    FACT = "fact"


@dataclass(frozen=True)
class Draft:
    """An entry about to be written. The writer makes the id; ``captured`` is its clock, in ms since 1970."""

    entry: Entry
    id: str = field(default_factory=new_id)
    captured: int = 0


@dataclass(frozen=True)
class Written:
    """What came of a call: the ids in order, which of them were new, and the findings that opened."""

    ids: list[str]
    fresh: list[str]
    findings: list[folds.Found]

    @property
    def new(self) -> int:
        """How many were new."""
        return len(self.fresh)


def write(
    book: str,
    entries: Sequence[Entry | Draft],
    *,
    actor: Actor,
    mode: Mode = Mode.FORM,
    batch: str = "",
) -> Written:
    """Write entries into a book, all or none, and return their ids.

    An entry whose id is known with the same content is skipped, so that sending twice writes once.
    Raises ``Refused`` with every problem met: of shape, of missing references, of rights, and in
    ``Mode.FORM`` also the rules that state contradicts. ``batch`` is the id of an import.
    """
    now = time.time_ns() // 1_000_000
    drafts = [one if isinstance(one, Draft) else Draft(one) for one in entries]
    _require_rights(book, [draft.entry for draft in drafts], actor)
    check_shape(drafts)
    if batch and any(isinstance(draft.entry, CORRECTIONS) for draft in drafts):
        raise Refused(CORRECTION_IN_BATCH())
    with transaction.atomic(using=scope.database()), scope.reading(book):
        head = _lock(book)
        fresh = _unknown(book, drafts)
        fresh = _numbered(book, fresh)
        references.require(book, fresh)
        envelopes = _sealed(head, fresh, actor.id, batch, now)
        store(book, envelopes)
        found = apply(book, [(d.entry, stamp(e)) for d, e in zip(fresh, envelopes, strict=True)])
        if mode is Mode.FORM and any(one.stops for one in found):
            raise Refused(*[one.problem for one in found if one.stops])
    return Written([draft.id for draft in drafts], [draft.id for draft in fresh], found)


def _require_rights(book: str, entries: Sequence[Entry], actor: Actor) -> None:
    """Ask for the right to write each kind; who corrects needs the right to write what is corrected."""
    kinds = {entry.KIND for entry in entries}
    kinds |= {entry.kind for entry in entries if isinstance(entry, Replace)}
    targets = {entry.target for entry in entries if isinstance(entry, Void | Replace)}
    roots = corrections.stored(book, [corrections.root_of(book, target) for target in sorted(targets)])
    for kind in sorted(kinds | {row.kind for row in roots.values()}):
        actor.require("write", book, kind)


def check_shape(drafts: Sequence[Draft]) -> None:
    """Raise ``Refused`` with everything wrong in shape, each problem at its entry and field."""
    problems = [
        problem.at(f"{place}.{problem.where}" if len(drafts) > 1 else problem.where)
        for place, draft in enumerate(drafts, start=1)
        for problem in draft.entry.problems()
    ]
    if problems:
        raise Refused(*problems)


def stamp(envelope: chain.Envelope) -> Stamp:
    """Return what facts may know of an envelope."""
    return Stamp(
        envelope.book, envelope.id, envelope.origin, envelope.number, envelope.day, envelope.clock,
        envelope.captured, envelope.recorded, envelope.author, envelope.batch,
    )  # fmt: skip


_COLUMNS = tuple(chain.Envelope.__dataclass_fields__)
_VALUES = attrgetter(*_COLUMNS)


def store(book: str, envelopes: Sequence[chain.Envelope]) -> None:
    """Append sealed envelopes to the journal table."""
    gone = erased(book, {envelope.subject for envelope in envelopes})
    kept = (
        [replace(e, personal="", salt="") if e.subject in gone else e for e in envelopes]
        if gone
        else envelopes
    )
    state.insert(models.JournalEntry, [_VALUES(e) for e in kept], _COLUMNS)


def _lock(book: str) -> models.Chain:
    if not models.Book.objects.filter(id=book).exists():
        raise Refused(NO_BOOK())
    models.Chain.objects.get_or_create(book=book, origin=here().id, defaults={"head": chain.GENESIS})
    return models.Chain.objects.select_for_update().get(book=book, origin=here().id)


def sort_out(book: str, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Problem]]:
    """Return the drafts that are not in the book yet, each id once, and a problem for every clash of content."""
    known = corrections.stored(book, [draft.id for draft in drafts])
    fresh: dict[str, Draft] = {}
    problems: list[Problem] = []
    for place, draft in enumerate(drafts, start=1):
        row = known.get(draft.id)
        if row is not None:
            same = _same(row, draft.entry)
        else:
            first = fresh.setdefault(draft.id, draft)
            same = first is draft or first.entry == draft.entry
        if not same:
            problems.append(SAME_ID().at(f"{place}.id" if len(drafts) > 1 else "id"))
    return list(fresh.values()), problems


def _unknown(book: str, drafts: Sequence[Draft]) -> list[Draft]:
    fresh, problems = sort_out(book, drafts)
    if problems:
        raise Refused(*problems)
    return fresh


def _same(row: models.JournalEntry, entry: Entry) -> bool:
    """Compare with what is stored; numbers that this installation gave itself do not count as a difference."""
    body = json.loads(row.body)
    mine = entry.to_json(personal=False)
    given = {name for name in entry.SERIALS if not mine[name]}
    if row.kind != entry.KIND or {k: v for k, v in body.items() if k not in given} != {
        k: v for k, v in mine.items() if k not in given
    }:
        return False
    return not row.personal or json.loads(row.personal) == entry.to_json(personal=True)


def _numbered(book: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the human numbers that were left empty, given from this installation's series."""
    lacking = [_unnumbered(draft.entry) for draft in drafts]
    wanted = Counter(series for names in lacking for series in names.values())
    given = {series: next_numbers(book, series, count) for series, count in wanted.items()}
    numbered: list[Draft] = []
    for draft, names in zip(drafts, lacking, strict=True):
        numbers: dict[str, Any] = {name: next(given[series]) for name, series in names.items()}
        numbered.append(replace(draft, entry=replace(draft.entry, **numbers)) if numbers else draft)
    return numbered


def _unnumbered(entry: Entry) -> dict[str, str]:
    """Return the fields whose human number was left empty, each with its series."""
    return {name: spec.series for name, spec in entry.SERIALS.items() if not getattr(entry, name)}


def next_numbers(book: str, series: str, count: int) -> Iterator[str]:
    """Take so many numbers of a series, with this installation's letter: ``B-000042``. Inside a transaction."""
    models.Series.objects.get_or_create(book=book, name=series)
    row = models.Series.objects.select_for_update().get(book=book, name=series)
    models.Series.objects.filter(book=book, name=series).update(last=row.last + count)
    letter = here().letter
    return (f"{letter}-{row.last + place:06d}" for place in range(1, count + 1))


def _sealed(
    head: models.Chain, drafts: Sequence[Draft], author: str, batch: str, now: int
) -> list[chain.Envelope]:
    """Give numbers, clock and hashes under the lock, and move the head."""
    origin = models.Origin.objects.select_for_update().get(id=head.origin)
    number, previous, reading = head.last, head.head, origin.clock
    sealed: list[chain.Envelope] = []
    for draft in drafts:
        number, reading = number + 1, clock.tick(reading, now)
        entry = draft.entry
        personal = dumps(entry.to_json(personal=True)) if entry.PERSONAL else ""
        salt = secrets.token_hex(16) if personal else ""
        before_body = (
            head.book, head.origin, number, draft.id, entry.KIND, entry.VERSION, days.number(entry.day),
            draft.captured or now, now, reading, author, batch, entry.personal_subject(draft.id),
        )  # fmt: skip
        body, private = dumps(entry.to_json(personal=False)), chain.personal_seal(salt, personal)
        seal = chain.seal_of(before_body, body, private, previous)
        envelope = chain.Envelope(*before_body, body, personal, salt, private, previous, seal)
        previous = envelope.hash
        sealed.append(envelope)
    if sealed:
        models.Chain.objects.filter(book=head.book, origin=head.origin).update(last=number, head=previous)
        models.Origin.objects.filter(id=head.origin).update(clock=reading)
    return sealed
