"""The importer: any table to entries of one kind, checked whole before the first is written.

The way of a file::

    run = take(book, "supply.delivery", stream, "bons mars.xlsx", actor=actor)   # kept on the workbench
    understand(run, columns={"Poids": "accepted"})     # proposes columns, habits, units; open questions
    preview(run)                                       # the first rows as they will be understood
    check(run)                                         # the dry run: every row, nothing written
    carry_out(run, actor=actor)                        # written in atomic batches; again writes nothing new
    withdraw(run, why="wrong file", actor=actor)       # all of it taken back

Every row ends in one of three heaps, and the heaps add up: written now, there already, refused.
"""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from cahier.journal import scope, state
from cahier.journal.actor import Actor
from cahier.journal.entries import Withdraw
from cahier.journal.write import write
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.surfaces import damage, matched, passes, refused
from cahier.surfaces.columns import tagged
from cahier.surfaces.header import data_rows
from cahier.surfaces.models import ImportRun
from cahier.surfaces.opened import Opened, folder, opened, take
from cahier.surfaces.passes import Progress
from cahier.surfaces.plan import Plan, make, tallies
from cahier.surfaces.report import Report
from cahier.surfaces.rowwise import Parsed, RowReader
from cahier.surfaces.safe import SHEET_ROWS
from cahier.surfaces.sources import SET_ASIDE
from cahier.surfaces.table import Row

__all__ = ["carry_out", "check", "preview", "refused_rows", "take", "understand", "withdraw"]

_INSPECTED = 100_000

OPEN_QUESTIONS = reason(
    "surfaces.open_questions",
    "Before this file can be read, say for each of these columns what it means: {columns}.",
)
OVERHANG = reason(
    "surfaces.overhang",
    "Cells right of the last column name are left out: row {row} is the first of {count}. Name their column if "
    "they matter.",
)
NOT_CHECKED = reason(
    "surfaces.not_checked", "Check the file first: nothing is written before every row was read."
)
NOT_WHOLE = reason(
    "surfaces.not_all",
    "{count} rows are refused, and you asked for all or nothing. Nothing was written. Mend them first.",
)
NOT_WRITTEN = reason(
    "surfaces.not_written", "Nothing of this import is in the book, so nothing can be taken back."
)


def _silent(done: int, total: int) -> None:
    """Show no progress."""


def understand(
    run: ImportRun,
    *,
    columns: Mapping[str, str] | None = None,
    answers: Mapping[str, Mapping[str, str]] | None = None,
    constants: Mapping[str, str] | None = None,
) -> Plan:
    """Read the file once, propose a plan, apply what the person chose, and keep it.

    ``columns`` maps headers to field keys (empty: leave out), ``answers`` headers to ``decimal``, ``order``
    and ``unit``, ``constants`` field keys to one cell for all rows. Raises ``Refused`` for a file that
    cannot be read and for names that do not exist.
    """
    one = opened(run)
    names = one.header.names
    chosen = matched.by_folded_header(names, columns or {})
    given = {name: name for name in names if name != SET_ASIDE} if one.known_source else {}
    chosen = {**given, **tagged(one.cls, names, one.header.hashtags), **chosen}
    matches = matched.matches(run.book, one.cls, names, chosen)
    seen, rows = tallies(one.table, one.header, [match.column for match in matches if match.key])
    language, currency = one.book.language, one.book.currency
    plan = make(one.cls, matches, seen, currency=currency, language=language, constants=constants or {})
    plan = plan.stated() if one.known_source else matched.recalled(run.book, plan)
    plan = plan.with_answers(matched.by_folded_header(names, answers or {}))
    _keep_plan(run, plan, rows)
    return plan


def accept(run: ImportRun) -> Plan:
    """Answer every open question of the plan as proposed, keep it, and return it."""
    one = opened(run)
    plan = one.plan.accepted(one.book.language)
    _keep_plan(run, plan, run.counts["rows"])
    return plan


def preview(run: ImportRun, count: int = 10) -> list[Parsed]:
    """Return the first rows as they will be understood, with their troubles. Inside the scope of the book."""
    one = opened(run)
    reader = RowReader(one.cls, one.plan, run.source)
    parsed = reader.batch(itertools.islice(data_rows(one.table, one.header), count))
    for row in parsed:
        reader.check_shape(row)
    return parsed


def check(run: ImportRun, progress: Progress = _silent) -> Report:
    """Read every row, write nothing, and keep the report and the table of refused rows on the workbench.

    Raises ``Refused`` while the plan has open questions or lacks a column that every entry needs.
    """
    one = opened(run)
    plan = one.plan
    _require_complete(one, plan)
    report = Report(total=run.counts["rows"])
    report.notes = [*one.table.notes, *one.header.notes, *_damage(one)]
    with scope.reading(run.book):
        _keep_refused(one, passes.checked(one, report, progress), report.total)
    report.balance()
    run.report, run.status, run.checkpoint = report.to_json(), ImportRun.CHECKED, 0
    run.save()
    matched.remember(run.book, plan)
    return report


def carry_out(run: ImportRun, *, actor: Actor, progress: Progress = _silent) -> Report:
    """Write the rows of a checked file, and return what became of each.

    Goes on from its checkpoint after a cut; a second time it finds everything there. With ``run.whole``
    nothing stays written while one row is refused. Raises ``Refused`` if the file was not checked, or the
    actor may not write.
    """
    actor.require("write", run.book, run.kind)
    _require_ready(run)
    one = opened(run)
    report = Report(total=run.counts["rows"], notes=Report.from_json(run.report).notes)
    if run.status == ImportRun.WRITING:
        report.go_on(run.counts)
    run.status = ImportRun.WRITING
    with scope.reading(run.book):
        passes.written(one, report, actor, progress)
    if run.whole and report.refused:
        withdraw(run, why="all or nothing", actor=actor)
        raise Refused(NOT_WHOLE(count=report.refused))
    report.balance()
    state.refresh_statistics()
    run.counts, run.report = report.counts(), report.to_json()
    run.status, run.finished = ImportRun.DONE, time.time_ns() // 1_000_000
    run.save()
    (folder(run) / "file").unlink(missing_ok=True)
    return report


def withdraw(run: ImportRun, *, why: str, actor: Actor) -> str:
    """Take a whole import back and return the id of the entry that says so. None of its entries counts."""
    if not run.counts.get("written"):
        raise Refused(NOT_WRITTEN())
    today = dt.datetime.now().astimezone().date()
    written = write(run.book, [Withdraw(day=today, batch=run.id, why=why)], actor=actor)
    run.status = ImportRun.WITHDRAWN
    run.save()
    return written.ids[0]


def refused_rows(run: ImportRun, stream: BinaryIO) -> str:
    """Write the table of this import's refused rows and return its form, ``xlsx`` or ``csv``.

    Before writing these are the rows that would be refused; afterwards those that still lie in the inbox.
    """
    if run.status == ImportRun.CHECKED:
        for kind in ("xlsx", "csv"):
            kept = folder(run) / f"refused.{kind}"
            if kept.exists():
                stream.write(kept.read_bytes())
                return kind
    headers = [column.header for column in Plan.from_json(run.plan).columns]
    refused.write_refused(stream, "xlsx", headers, refused.from_inbox(run))
    return "xlsx"


def _keep_plan(run: ImportRun, plan: Plan, rows: int) -> None:
    run.plan, run.counts, run.status, run.checkpoint = plan.to_json(), {"rows": rows}, ImportRun.OPEN, 0
    run.save()


def _require_complete(one: Opened, plan: Plan) -> None:
    problems = list(plan.problems(one.cls))
    if plan.questions:
        asked = sorted({column.header for column, _ in plan.questions})
        problems.append(OPEN_QUESTIONS(columns=", ".join(asked)))
    if problems:
        raise Refused(*problems)


def _require_ready(run: ImportRun) -> None:
    if run.status not in (ImportRun.CHECKED, ImportRun.WRITING):
        raise Refused(NOT_CHECKED())
    if run.whole and run.report["refused"]:
        raise Refused(NOT_WHOLE(count=run.report["refused"]))


def _damage(one: Opened) -> list[Problem]:
    """Return what silent damage the mapped columns show, each at its column."""
    beyond: list[int] = []
    width = len(one.header.names)

    def watched() -> Iterator[Row]:
        for row in itertools.islice(data_rows(one.table, one.header), _INSPECTED):
            if len(row.cells) > width and any(map(str.strip, row.cells[width:])):
                beyond.append(row.number)
            yield row

    used = {place for place, column in enumerate(one.plan.columns) if column.key}
    found = damage.inspect(one.header.names, watched())
    overhang = [OVERHANG(row=beyond[0], count=len(beyond))] if beyond else []
    return overhang + [
        hit.problem.at(one.table.place(column=hit.column, header=hit.header).say())
        for hit in found
        if hit.column in used
    ]


def _keep_refused(one: Opened, rows: Iterable[Parsed], total: int) -> None:
    """Write the refused rows as they come, XLSX where they are sure to fit."""
    kind = "xlsx" if total < SHEET_ROWS - 2 else "csv"
    with (folder(one.run) / f"refused.{kind}").open("wb") as stream:
        refused.write_refused(stream, kind, one.header.names, map(refused.as_row, rows))
