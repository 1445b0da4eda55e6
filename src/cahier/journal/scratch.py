"""Working on a copy of the embedded database, so that the real file stays whole whatever happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections

from cahier.journal import scope


def copy_database(source: str | Path, target: Path) -> None:
    """Copy a live SQLite file whole, while others write."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)


def embedded() -> bool:
    """Tell whether the books lie in an embedded file of their own (not on a server, not in memory)."""
    connection = connections[scope.database()]
    return connection.vendor == "sqlite" and not connection.is_in_memory_db()  # type: ignore[attr-defined]


@contextmanager
def opened(path: Path, alias: str) -> Iterator[None]:
    """Send every query inside the block to another SQLite file."""
    connections.databases[alias] = {**connections["default"].settings_dict, "NAME": str(path)}
    try:
        with scope.using(alias):
            yield
    finally:
        connections[alias].close()
        del connections.databases[alias]
        del connections[alias]
