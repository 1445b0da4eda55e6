"""One command to keep everything, one to bring it back. The embedded database only; PostgreSQL has its own."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

from cahier import __version__
from cahier.home import database_path, files_path, home
from cahier.journal import books, cuts, models, scope, scratch
from cahier.journal.actor import Actor
from cahier.journal.entries import Erase
from cahier.journal.write import Mode, write
from cahier.kernel import days
from cahier.kernel.refusals import Refused, reason

ONLY_EMBEDDED = reason(
    "backup.postgres",
    "The books lie on a PostgreSQL server. Back it up with pg_dump, and the folder {files} with it.",
)
NOT_A_BACKUP = reason(
    "backup.not-one", "{name} is not a backup of Cahier, or was cut off. Nothing was changed."
)
EXISTS = reason("backup.exists", "{name} is there already. Choose another name.")
IN_THE_WAY = reason(
    "restore.in-the-way",
    "There are books in {folder}. Add --replace to put the backup in their place; they are kept beside it.",
)

_DATABASE, _MANIFEST = "cahier.sqlite3", "manifest.json"


def backup(target: Path) -> dict[str, Any]:
    """Write every book, file and account into one archive and return its manifest.

    Works while others write. The archive appears under its name only when it is whole.
    """
    if connection.vendor != "sqlite":
        raise Refused(ONLY_EMBEDDED(files=files_path()))
    if target.exists():
        raise Refused(EXISTS(name=target))
    manifest = {
        "cahier": __version__,
        "books": {book.slug: cuts.head(book.id).code() for book in models.Book.objects.all()},
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / "draft.tar.gz"
        scratch.copy_database(database_path(), Path(folder) / _DATABASE)
        (Path(folder) / _MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        with tarfile.open(draft, "w:gz") as archive:
            archive.add(Path(folder) / _MANIFEST, _MANIFEST)
            archive.add(Path(folder) / _DATABASE, _DATABASE)
            if files_path().exists():
                archive.add(files_path(), "files")
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    return manifest


def restore(source: Path, *, replace: bool = False) -> dict[str, Any]:
    """Bring a backup back and return its manifest.

    This becomes a new installation (a new origin), so that numbers given after the backup was made never
    come twice. People erased since stay erased: the erasures of the books that were here, and of the list
    kept beside the database, are written again. What was here before is kept in ``before-restore``.
    """
    if connection.vendor != "sqlite":
        raise Refused(ONLY_EMBEDDED(files=files_path()))
    if database_path().exists() and models.Book.objects.exists() and not replace:
        raise Refused(IN_THE_WAY(folder=home()))
    forgotten = erasures()
    home().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home()) as folder, _opened(source) as archive:
        archive.extractall(folder, filter="data")
        manifest: dict[str, Any] = json.loads((Path(folder) / _MANIFEST).read_text(encoding="utf-8"))
        _check(Path(folder) / _DATABASE, source)
        connections.close_all()
        _put_aside()
        (Path(folder) / _DATABASE).replace(database_path())
        if (Path(folder) / "files").exists():
            shutil.copytree(Path(folder) / "files", files_path(), dirs_exist_ok=True)
    books.mint_origin()
    forget_again(forgotten)
    return manifest


def erasures() -> dict[str, list[tuple[int, str]]]:
    """Return (day, person) of every erasure in the books that are here."""
    if not database_path().exists():
        return {}
    found: dict[str, list[tuple[int, str]]] = {}
    for row in models.Erasure.every.all():
        entry = models.JournalEntry.objects.get(book=row.book, id=row.id)
        found.setdefault(row.book, []).append((entry.day, row.person))
    return found


def forget_again(forgotten: dict[str, list[tuple[int, str]]]) -> None:
    """Write again the erasures that a restored book does not know."""
    restorer = Actor("restore", "restore", lambda verb, book, thing: True)
    for book, rows in forgotten.items():
        with scope.reading(book):
            known = set(models.Erasure.objects.values_list("person", flat=True))
            held = set(models.JournalEntry.objects.filter(book=book).values_list("id", flat=True))
            again = [
                Erase(day=days.date(day), person=person, why="erased before the restore")
                for day, person in rows
                if person not in known and person in held
            ]
        if again:
            write(book, again, actor=restorer, mode=Mode.FACT)


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(source, "r:gz") as archive:
            yield archive
    except (tarfile.TarError, EOFError, OSError, KeyError) as error:
        raise Refused(NOT_A_BACKUP(name=source)) from error


def _check(database: Path, source: Path) -> None:
    with closing(sqlite3.connect(database)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not sound:
        raise Refused(NOT_A_BACKUP(name=source))


def _put_aside() -> None:
    aside = home() / "before-restore"
    for suffix in ("", "-wal", "-shm"):
        old = database_path().with_name(database_path().name + suffix)
        if old.exists():
            aside.mkdir(exist_ok=True)
            old.replace(aside / old.name)
