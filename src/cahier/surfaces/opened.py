"""The files of imports on the workbench, and the table of one as it was opened."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from django.db.models import Max

from cahier.home import home
from cahier.journal.actor import Actor
from cahier.journal.entry import Entry
from cahier.journal.models import Book
from cahier.kernel.ids import new_id
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused, reason
from cahier.surfaces.columns import entry_class
from cahier.surfaces.files import read_table
from cahier.surfaces.header import Header, find_header
from cahier.surfaces.models import ImportRun
from cahier.surfaces.plan import Plan
from cahier.surfaces.sources import SourceReader, adapted, reader_for
from cahier.surfaces.table import Table

FILE_GONE = reason(
    "surfaces.file_gone", "The file of this import is not kept any more. Choose it again: nothing is doubled."
)
WRITTEN_ALREADY = reason(
    "surfaces.written_already",
    "Entries of this import are in the book. Take it back instead of throwing it away.",
)
_COPY = re.compile(
    r"(\s*\(\d+\)|[\s_-]+(copy|copie|copia)(\s*\d+)?|^(copy of|copie de|copia de)\s+)", re.IGNORECASE
)
_BLOCK = 1 << 20


def folder(run: ImportRun) -> Path:
    """Return where the file of an import and its reports lie."""
    return home() / "imports" / run.id


def take(book: Book, kind: str, stream: BinaryIO, name: str, *, actor: Actor, sheet: str = "") -> ImportRun:
    """Keep a file on the workbench and return its import, without reading it yet.

    Raises ``Refused`` for a kind that cannot come from a table, and if the actor may not write it.
    """
    entry_class(kind)
    actor.require("write", book.id, kind)
    last = ImportRun.objects.filter(book=book.id).aggregate(last=Max("number"))["last"] or 0
    run = ImportRun(
        id=new_id(), book=book.id, number=last + 1, kind=kind, name=Path(name).name[:200], sheet=sheet,
        author=actor.id, started=time.time_ns() // 1_000_000,
    )  # fmt: skip
    folder(run).mkdir(parents=True)
    run.digest = _copied(stream, folder(run) / "file")
    run.source = _source(run)
    run.save(force_insert=True)
    return run


def _copied(stream: BinaryIO, target: Path) -> str:
    digest = hashlib.sha256()
    with target.open("xb") as file:
        while block := stream.read(_BLOCK):
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _source(run: ImportRun) -> str:
    """Return the name of where the rows come from: the file's, without ending and marks of a copy.

    The same bytes under another name are the same source.
    """
    before = ImportRun.objects.filter(book=run.book, kind=run.kind, digest=run.digest).first()
    return before.source if before else source_named(run.name)


def source_named(name: str) -> str:
    """Return the source that a file name stands for: ``Deliveries March (1).xlsx`` -> ``deliveries march``."""
    return fold(_COPY.sub("", Path(name).stem)) or fold(name)


def discard(run: ImportRun) -> None:
    """Throw an import of which nothing was written off the workbench, with its file and reports."""
    if run.status not in (ImportRun.OPEN, ImportRun.CHECKED):
        raise Refused(WRITTEN_ALREADY())
    shutil.rmtree(folder(run), ignore_errors=True)
    run.delete()


@dataclass
class Opened:
    """The file of one import, read: its table, header, plan and entry class."""

    run: ImportRun
    book: Book

    @cached_property
    def cls(self) -> type[Entry]:
        """The class of the entries that the rows become."""
        return entry_class(self.run.kind)

    @cached_property
    def _read(self) -> tuple[Table, Header, SourceReader | None]:
        path = folder(self.run) / "file"
        if not path.exists():
            raise Refused(FILE_GONE())
        table = read_table(path, self.run.name, sheet=self.run.sheet or None)
        header = find_header(table)
        known = reader_for(self.run.kind, header.names)
        return (*adapted(table, header, known), known) if known else (table, header, None)

    @property
    def table(self) -> Table:
        """The table. Raises ``Refused`` with the sentence if the file cannot be read, or is gone."""
        return self._read[0]

    @property
    def header(self) -> Header:
        """The header row. Raises ``Refused`` where there is none."""
        return self._read[1]

    @property
    def known_source(self) -> bool:
        """Is the layout that of a published source with a reader of its own?"""
        return self._read[2] is not None

    @property
    def plan(self) -> Plan:
        """The plan as it was last saved."""
        return Plan.from_json(self.run.plan)


def opened(run: ImportRun) -> Opened:
    """Return the file of an import, to be read when it is needed."""
    return Opened(run, Book.objects.get(id=run.book))
