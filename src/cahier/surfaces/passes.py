"""The two walks through a file: one that only checks, one that writes. Both inside the scope of the book."""

from __future__ import annotations

import dataclasses
import datetime as dt
import gc
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction

from cahier.journal import corrections, scope, state
from cahier.journal.actor import Actor
from cahier.journal.models import JournalEntry, Withdrawal
from cahier.journal.write import Draft, Mode, sort_out, write
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.surfaces import refused
from cahier.surfaces.header import data_rows
from cahier.surfaces.opened import Opened
from cahier.surfaces.report import Report
from cahier.surfaces.rowwise import Parsed, RowReader

FAR_DAYS = reason(
    "surfaces.far_days",
    "Days that are still to come, or before 1950: {count}, the first is {day} in row {row}. Correct them if they "
    "are slips.",
)

BATCH, FIRST_BATCH, SMALLEST, SECONDS = 5_000, 1_000, 100, 1.0

Progress = Callable[[int, int], None]


class Walk:
    """One walk through the rows of a file."""

    def __init__(self, one: Opened) -> None:
        self.one, self.book = one, one.run.book
        self.reader = RowReader(one.cls, one.plan, one.run.source)
        taken_back = Withdrawal.objects.values_list("batch", flat=True)
        self.withdrawn = corrections.withdrawn(self.book, taken_back)

    def batches(self) -> Iterator[list[Parsed]]:
        """Yield the rows understood, so many at a time that about a second passes until the next are asked for."""
        rows, size = data_rows(self.one.table, self.one.header), FIRST_BATCH
        while True:
            began = time.monotonic()
            batch = self.reader.batch(itertools.islice(rows, size))
            if not batch:
                break
            self._renew(batch)
            yield batch
            took = max(time.monotonic() - began, 0.001)
            size = max(SMALLEST, min(BATCH, int(size * min(4.0, SECONDS / took))))

    def refuse(self, rows: Sequence[Parsed], problems: Sequence[Problem]) -> None:
        """Put each problem that names an entry by its place at the row it came from. Raises what cannot be placed."""
        for problem in problems:
            place, _dot, where = problem.where.partition(".") if len(rows) > 1 else ("1", "", problem.where)
            if not place.isdigit() or problem.code.startswith("access."):
                raise Refused(*problems)
            row = rows[int(place) - 1]
            row.troubles.append(self.reader.trouble(row, problem.at(where)))

    def _renew(self, batch: Sequence[Parsed]) -> None:
        """A row whose entry was taken back with its import becomes a new entry, not a forgotten one."""
        while self.withdrawn:
            keys = [row.key for row in batch]
            gone: set[str] = set()
            for part in state.chunks(keys):
                held = JournalEntry.objects.filter(book=self.book, id__in=part)
                gone.update(key for key, by in held.values_list("id", "batch") if by in self.withdrawn)
            if not gone:
                break
            for row in batch:
                if row.key in gone:
                    row.key = derived_id("again", row.key)
                    row.draft = dataclasses.replace(row.draft, id=row.key) if row.draft else None


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for cycles less often: a batch makes a hundred thousand objects and no cycle."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, before[1], before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def checked(one: Opened, report: Report, progress: Progress) -> Iterator[Parsed]:
    """Read the whole file, count every row into the report, and yield the refused ones."""
    walk, far = Walk(one), _FarDays()
    with _seldom_collecting():
        for batch in walk.batches():
            for row in batch:
                walk.reader.check_shape(row)
            ready = [row for row in batch if not row.troubles]
            far.see(ready)
            fresh, clashes = sort_out(walk.book, _drafts(ready))
            walk.refuse(ready, clashes)
            report.add(batch, {draft.id for draft in fresh})
            progress(report.done, report.total)
            yield from (row for row in batch if row.troubles)
    report.notes += far.notes()


class _FarDays:
    """Watches for days to come, and for days older than any book."""

    def __init__(self) -> None:
        self.today = dt.datetime.now().astimezone().date()
        self.count, self.first = 0, (0, "")

    def see(self, rows: Sequence[Parsed]) -> None:
        """Count the rows of a batch that bear such a day."""
        for row in rows:
            day = row.values.get("day")
            if isinstance(day, dt.date) and (day > self.today or day.year < 1950):
                self.first = self.first if self.count else (row.number, day.isoformat())
                self.count += 1

    def notes(self) -> list[Problem]:
        """Return what to tell."""
        return [FAR_DAYS(count=self.count, row=self.first[0], day=self.first[1])] if self.count else []


@_seldom_collecting()
def written(one: Opened, report: Report, actor: Actor, progress: Progress) -> None:
    """Write the rows after the checkpoint, batch by batch, each with its part of the report in one transaction."""
    walk, reached = Walk(one), one.run.checkpoint
    for batch in walk.batches():
        rows = [row for row in batch if row.number > reached]
        while rows and not _wrote(walk, rows, report, actor):
            pass
        progress(report.done, report.total)


def _wrote(walk: Walk, rows: list[Parsed], report: Report, actor: Actor) -> bool:
    """Write a batch; if rows of it are refused, mark them and return false, so that the others are tried again."""
    ready, run = [row for row in rows if not row.troubles], walk.one.run
    drafts = _drafts(ready)
    try:
        with transaction.atomic(using=scope.database()):
            done = write(walk.book, drafts, actor=actor, mode=Mode.FACT, batch=run.id) if drafts else None
            bad = [row for row in rows if row.troubles]
            if bad:
                refused.to_inbox(run, walk.one.header.names, bad)
            if walk.reader.id_place >= 0:
                refused.settle(walk.book, [row.key for row in ready])
            report.add(rows, done.fresh if done else ())
            report.ask([one.problem for one in done.findings] if done else ())
            run.checkpoint, run.counts = rows[-1].number, report.counts()
            run.save(update_fields=["checkpoint", "counts", "status"])
    except Refused as refusal:
        walk.refuse(ready, refusal.problems)
        return False
    return True


def _drafts(rows: Sequence[Parsed]) -> list[Draft]:
    return [row.draft for row in rows if row.draft is not None]
