"""Published tables whose layout is known: a small reader turns their rows into the columns of a kind.

A feature declares its readers in ``readers.py``. What a source's row says that is no entry (a forecast that is
no figure, a unit that is no weight) is set aside by the reader with its reason, and counted as refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cahier.kernel.names import fold
from cahier.kernel.refusals import CATALOGUE, Problem, Refused
from cahier.surfaces.header import Header, data_rows
from cahier.surfaces.table import Row, Table

SET_ASIDE = "cahier_set_aside"

Read = Callable[[Mapping[str, str]], Mapping[str, str]]


@dataclass(frozen=True)
class SourceReader:
    """How one layout becomes one kind.

    ``headers`` are columns that tell the layout; ``columns`` the field keys it gives. ``read`` takes a row by
    header and returns cells by field key (decimal point, ISO days), or raises ``Refused`` to set it aside.
    """

    name: str
    kind: str
    headers: frozenset[str]
    columns: tuple[str, ...]
    read: Read

    def fits(self, kind: str, names: Sequence[str]) -> bool:
        """Tell whether a table of these headers, wanted as this kind, has the layout."""
        return kind == self.kind and {fold(one) for one in self.headers} <= {fold(name) for name in names}


READERS: dict[str, SourceReader] = {}


def source_reader(
    name: str, kind: str, headers: Sequence[str], columns: Sequence[str]
) -> Callable[[Read], Read]:
    """Register the decorated function as the reader of a layout."""

    def register(read: Read) -> Read:
        READERS[f"{name}:{kind}"] = SourceReader(name, kind, frozenset(headers), tuple(columns), read)
        return read

    return register


def reader_for(kind: str, names: Sequence[str]) -> SourceReader | None:
    """Return the reader of a layout, or none for a table of no known source."""
    return next((one for one in READERS.values() if one.fits(kind, names)), None)


def adapted(table: Table, header: Header, found: SourceReader) -> tuple[Table, Header]:
    """Return the table as the reader gives it, with row numbers of the file, and its header."""
    columns = (*found.columns, SET_ASIDE)

    def rows() -> Iterator[Row]:
        for number, cells in data_rows(table, header):
            by_name = {name: cell.strip() for name, cell in zip(header.names, cells, strict=False)}
            yield Row(number, _cells(found, by_name))

    return replace(table, reopen=rows), replace(header, names=columns, hashtags=())


def _cells(found: SourceReader, row: Mapping[str, str]) -> list[str]:
    try:
        read = found.read(row)
    except Refused as refused:
        said = [
            [one.code, {name: str(value) for name, value in one.details.items()}] for one in refused.problems
        ]
        return [*(row.get(key, "") for key in found.columns), json.dumps(said)]
    return [*(read.get(key, "") for key in found.columns), ""]


def set_aside(text: str) -> list[Problem]:
    """Return why a row was set aside."""
    return [CATALOGUE[code](**details) for code, details in json.loads(text)]
