"""How many times a row came before: exact for files of any length, in constant memory.

The counts lie in a nameless database of SQLite, which keeps what does not fit its cache in a temporary file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_PART = 500


class Ordinals:
    """Counts digests. Closed with ``close``, or when it is forgotten."""

    def __init__(self) -> None:
        self.counts = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self.counts.execute("PRAGMA journal_mode=OFF")
        self.counts.execute("PRAGMA synchronous=OFF")
        self.counts.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID")

    def take(self, digests: Sequence[str]) -> list[int]:
        """Return for each digest, in order, how many equal ones came before, in this call and all earlier."""
        keys = [bytes.fromhex(one[:32]) for one in digests]
        times = self._known(keys)
        before = []
        for key in keys:
            count = times.get(key, 0)
            before.append(count)
            times[key] = count + 1
        self.counts.execute("BEGIN")
        self.counts.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", sorted(times.items()))
        self.counts.execute("COMMIT")
        return before

    def close(self) -> None:
        """Forget everything."""
        self.counts.close()

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, int]:
        known: dict[bytes, int] = {}
        for start in range(0, len(keys), _PART):
            part = keys[start : start + _PART]
            places = ",".join("?" * len(part))
            known.update(self.counts.execute(f"SELECT * FROM seen WHERE digest IN ({places})", part))
        return known
