"""Proving that a book is what it was: every seal, every link, every head, every file, and the state."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connections

from cahier.journal import chain, cuts, files, models, rebuild, scope, scratch
from cahier.journal.entries import Opened
from cahier.kernel.refusals import Problem, reason

CHANGED = reason(
    "verify.changed", "Entry {place} ({kind}) was changed after it was written: its {part} does not fit."
)
BROKEN_LINK = reason(
    "verify.link", "Entry {place} does not follow the one before it: the history was rewritten there."
)
GAP = reason("verify.gap", "Entries are missing before {place}.")
CUT_OFF = reason("verify.cut-off", "The chain of {letter} should end at {last} and ends at {found}.")
NO_ERASURE = reason("verify.no-erasure", "Entry {place} lost its personal part, and no erasure says so.")
FILE_LOST = reason("verify.file", "The file {name} that entry {place} names is {state}.")
STATE = reason("verify.state", "The table {table} does not agree with the entries. Run: cahier rebuild")
COVER = reason("verify.cover", "The book's {part} reads {found}, which its opening entry does not say.")
DAMAGED = reason("verify.damaged", "The database file is damaged: {what}. Restore the last backup.")
NOT_THE_HEAD = reason(
    "verify.against", "The book is not what it was when {code} was printed: entries were changed or cut off."
)


@dataclass(frozen=True)
class Verdict:
    """What a check found: how many entries were walked, every fault, and the head now."""

    entries: int
    problems: list[Problem]
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def verify(
    book: str, *, against: str = "", state: bool = True, progress: Callable[[int], None] = lambda done: None
) -> Verdict:
    """Walk the whole chain of a book and compare the state with what the entries give.

    ``against`` is a code printed earlier: a wholly recomputed or shortened chain does not give it again.
    ``state=False`` leaves out the comparison of the tables, which takes as long as a rebuild.
    """
    with _undecoded():
        walker = _Walker(book, progress)
        problems = damage() + list(walker.problems())
        if against and not cuts.holds(book, against):
            problems.append(NOT_THE_HEAD(code=against))
        if state and not problems:
            problems += state_problems(book)
    return Verdict(walker.done, problems, cuts.head(book).code())


class _Walker:
    def __init__(self, book: str, progress: Callable[[int], None]) -> None:
        self.book, self.progress, self.done = book, progress, 0
        self.letters = dict(models.Origin.objects.values_list("id", "letter"))
        with scope.reading(book):
            self.erased = set(models.Erasure.objects.values_list("person", flat=True))
        self.changed = False
        self.ends: dict[str, tuple[int, str]] = {}

    def problems(self) -> Iterator[Problem]:
        for rows in rebuild.entries(self.book):
            for row in rows:
                yield from self._entry(row)
            self.done += len(rows)
            self.progress(self.done)
        yield from self._strays()
        yield from self._cover()
        yield from self._ends()

    def _entry(self, row: models.JournalEntry) -> Iterator[Problem]:
        number, previous = self.ends.get(row.origin, (0, chain.GENESIS))
        place = f"{self.letters.get(row.origin, '?')}{row.number}"
        if row.number != number + 1:
            yield GAP(place=place)
        elif row.previous != previous:
            yield BROKEN_LINK(place=place)
        part = chain.fault(envelope(row))
        if part:
            self.changed = True
            yield CHANGED(place=place, kind=row.kind, part=part)
        if row.personal_digest and not row.personal and row.subject not in self.erased:
            yield NO_ERASURE(place=place)
        for attached in () if part else files.named_in(row):
            trouble = files.trouble(attached)
            if trouble:
                yield FILE_LOST(name=attached["name"] or attached["sha256"][:12], place=place, state=trouble)
        self.ends[row.origin] = (row.number, row.hash)

    def _strays(self) -> Iterator[Problem]:
        """Entries of a chain whose head is gone would never be walked."""
        known = models.Chain.objects.filter(book=self.book).values_list("origin", flat=True)
        for origin in models.JournalEntry.objects.filter(book=self.book).exclude(origin__in=list(known)).values_list(
            "origin", flat=True
        ).distinct():  # fmt: skip
            yield CUT_OFF(letter=self.letters.get(origin, "?"), last=0, found="?")

    def _cover(self) -> Iterator[Problem]:
        """What the book is called and counts in must be what its opening entry says."""
        if self.changed:
            return
        book = models.Book.objects.get(id=self.book)
        opening = (
            models.JournalEntry.objects.filter(book=self.book, kind=Opened.KIND).order_by("number").first()
        )
        said = json.loads(opening.body) if opening else {}
        for name in ("name", "currency", "country", "language"):
            if said.get(name) != getattr(book, name):
                yield COVER(part=name, found=getattr(book, name))

    def _ends(self) -> Iterator[Problem]:
        for row in models.Chain.objects.filter(book=self.book):
            number, digest = self.ends.get(row.origin, (0, chain.GENESIS))
            if (number, digest) != (row.last, row.head):
                yield CUT_OFF(letter=self.letters.get(row.origin, "?"), last=row.last, found=number)


@contextmanager
def _undecoded() -> Iterator[None]:
    """Read texts that are no UTF-8 any more with a mark in their place, so that the fault can be named."""
    connection = connections[scope.database()]
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    raw: Any = connection.connection
    usual, raw.text_factory = raw.text_factory, lambda text: text.decode(errors="replace")
    try:
        yield
    finally:
        raw.text_factory = usual


def chain_problems(book: str) -> list[Problem]:
    """Return every fault of the chain alone."""
    return list(_Walker(book, lambda done: None).problems())


def damage() -> list[Problem]:
    """Return what the embedded database itself says is damaged."""
    connection = connections[scope.database()]
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(10)")
        said = [row[0] for row in cursor.fetchall()]
    return [] if said == ["ok"] else [DAMAGED(what=line) for line in said]


def state_problems(book: str) -> list[Problem]:
    """Return the tables that differ from what the entries give, found on a copy that is thrown away."""
    before = rebuild.fingerprint(book)
    after = _rebuilt(book)
    return [STATE(table=table) for table in sorted(before) if before[table] != after[table]]


def _rebuilt(book: str) -> dict[str, str]:
    if not scratch.embedded():
        return rebuild.and_roll_back(book)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "check.sqlite3"
        scratch.copy_database(connections[scope.database()].settings_dict["NAME"], copy)
        with scratch.opened(copy, "check"):
            rebuild.rebuild(book)
            return rebuild.fingerprint(book)


def envelope(row: models.JournalEntry) -> chain.Envelope:
    """Return the envelope of a stored row."""
    values: dict[str, Any] = {name: getattr(row, name) for name in chain.Envelope.__dataclass_fields__}
    return chain.Envelope(**values)
