"""The fact views on DuckDB: copied into memory, or kept as Parquet files for a whole network."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connections

from cahier.indicators.views import TEXT, all_views
from cahier.journal import scope
from cahier.kernel.refusals import Refused, reason

if TYPE_CHECKING:
    import duckdb

NO_DUCKDB = reason(
    "indicators.no-duckdb",
    'Figures over many books need DuckDB. Add it with: pip install "cahier[analytics]"',
)
_RUN = 10_000
_NULL = "\\N"


class Lake:
    """An analytical engine that holds the fact views as tables of the same names."""

    def __init__(self) -> None:
        try:
            import duckdb
        except ImportError as missing:
            raise Refused(NO_DUCKDB()) from missing
        self.connection: duckdb.DuckDBPyConnection = duckdb.connect()

    def rows(self, sql: str) -> list[Sequence[Any]]:
        """Return all rows of a query."""
        return list(self.connection.execute(sql).fetchall())

    def load(self, books: Iterable[str]) -> None:
        """Copy the facts of these books from this installation's database."""
        with tempfile.TemporaryDirectory() as folder:
            for name in _made():
                path, columns = _dumped(name, sorted(books), Path(folder))
                self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {_csv(path, columns)}")

    def keep(self, folder: Path) -> None:
        """Write every fact view as one Parquet file."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in self._names():
            self.connection.execute(f"COPY {name} TO '{_quoted(folder / name)}.parquet' (FORMAT parquet)")

    def open(self, folder: Path) -> None:
        """Read the facts from Parquet files, written by ``keep`` here or elsewhere."""
        for path in sorted(folder.glob("*.parquet")):
            self.connection.execute(
                f"CREATE OR REPLACE VIEW {path.stem} AS SELECT * FROM read_parquet('{_quoted(path)}')"
            )

    def _names(self) -> list[str]:
        rows = self.connection.execute(
            "SELECT table_name FROM information_schema.tables ORDER BY 1"
        ).fetchall()
        return [str(name) for (name,) in rows]


def _made() -> list[str]:
    connection = connections[scope.database()]
    with connection.cursor() as cursor:
        there = {one.name for one in connection.introspection.get_table_list(cursor) if one.type == "v"}
    return [one.name for one in all_views() if one.name in there]


def _dumped(name: str, books: Sequence[str], folder: Path) -> tuple[Path, list[str]]:
    """Write the rows of one view as CSV and return the file and its columns."""
    path = folder / f"{name}.csv"
    places = ", ".join(["%s"] * len(books))
    with (
        connections[scope.database()].cursor() as cursor,
        path.open("w", newline="", encoding="utf-8") as file,
    ):
        cursor.execute(f"SELECT * FROM {name} WHERE book IN ({places})", list(books))
        columns = [column[0] for column in cursor.description]
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        while rows := cursor.fetchmany(_RUN):
            writer.writerows([_NULL if value is None else value for value in row] for row in rows)
    return path, columns


def _csv(path: Path, columns: Sequence[str]) -> str:
    types = ", ".join(f"'{name}': '{'VARCHAR' if name in TEXT else 'BIGINT'}'" for name in columns)
    spelling = f"header=false, auto_detect=false, delim=',', quote='\"', escape='\"', nullstr='{_NULL}'"
    return f"SELECT * FROM read_csv('{_quoted(path)}', {spelling}, columns={{{types}}})"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
