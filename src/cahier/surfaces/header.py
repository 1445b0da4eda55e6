"""Where the table begins: title lines, one or two header lines, a row of hashtags, then the data."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cahier.kernel.refusals import Problem, Refused, reason
from cahier.surfaces.table import Row, Table, letter

LOOKED_AT = 60
NO_HEADER = reason(
    "surfaces.no_header",
    "{file} shows no row of column names above the data. Put one name above each column.",
)
TITLES = reason("surfaces.titles", "Lines above the column names were read as titles: {titles}.")
TWO_LINES = reason("surfaces.two_lines", "Column names stand on rows {first} and {last} and were joined.")
REPEATED = reason(
    "surfaces.repeated_name", "The name {name} stands above {count} columns; the others got a number."
)
NAMELESS = reason("surfaces.nameless", "Columns without a name, left out unless you choose them: {letters}.")
HASHTAGS = reason("surfaces.hashtags", "Row {row} holds HXL hashtags; it was recognised and is not data.")

_HASHTAG = re.compile(r"#\s*[a-z][\w]*(\s*\+\s*[a-z][\w]*)*", re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")
_FIGURE = re.compile(r"[-+(]?[\d\s.,/:'\u00a0\u202f%-]*\d[\d\s.,/:'\u00a0\u202f%)Z-]*")


@dataclass(frozen=True)
class Header:
    """The names of the columns and where they were found.

    ``names`` is one per column, unique, empty above nameless columns; ``first`` and ``last`` are the rows
    they stand on; ``hashtags`` the HXL tags or nothing; data starts at row ``data``.
    """

    names: tuple[str, ...]
    first: int
    last: int
    data: int
    hashtags: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def find_header(table: Table) -> Header:
    """Return the header of a table. Raises ``Refused`` where no row can be one."""
    rows = [row for row in itertools.islice(table.rows(), LOOKED_AT) if any(map(str.strip, row.cells))]
    place = _header_at(rows)
    if place is None:
        raise Refused(NO_HEADER(file=table.name).at(str(table.place())))
    two = _has_two_lines(rows, place)
    last = rows[place + two]
    below = rows[place + two + 1 :]
    tagged = below[0] if below and _is_hashtags(below[0].cells) else None
    width = max(len(row.cells) for row in rows)
    raw = _joined(rows[place].cells, last.cells, width) if two else _padded(last.cells, width)
    while raw and not raw[-1]:
        raw.pop()
    names, notes = _unique(raw)
    above = [" ".join(filter(None, map(str.strip, row.cells))) for row in rows[:place]]
    notes = ([TITLES(titles="; ".join(above))] if above else []) + notes
    if two:
        notes.append(TWO_LINES(first=rows[place].number, last=last.number))
    if tagged:
        notes.append(HASHTAGS(row=tagged.number))
    return Header(
        names,
        rows[place].number,
        last.number,
        (tagged or last).number + 1,
        tuple(_padded(tagged.cells, len(names))) if tagged else (),
        tuple(notes),
    )


def data_rows(table: Table, header: Header) -> Iterator[Row]:
    """Return the rows of data, blank ones left out, each at least as wide as the header."""
    width = len(header.names)
    for number, cells in table.rows():
        if number >= header.data and any(map(str.strip, cells)):
            yield Row(number, cells if len(cells) >= width else _padded(cells, width))


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [cell.strip() for cell in cells[:width]] + [""] * (width - len(cells))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _is_label(text: str) -> bool:
    bare = text.strip()
    return bool(bare) and not _FIGURE.fullmatch(bare) and not _HASHTAG.fullmatch(bare)


def _is_hashtags(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and sum(1 for cell in filled if _HASHTAG.fullmatch(cell)) * 2 > len(filled)


def _labels(cells: Sequence[str]) -> int:
    """Return how many cells are names; two or more different years beside a name are names as well."""
    labels = sum(1 for cell in cells if _is_label(cell))
    years = [cell.strip() for cell in cells if _YEAR.fullmatch(cell.strip())]
    return labels + len(years) if labels and len(years) > 1 and len(set(years)) == len(years) else labels


def _header_at(rows: list[Row]) -> int | None:
    """Return the first row of labels that is about as wide as the rows below it."""
    widths = [_filled(row.cells) for row in rows]
    for place, row in enumerate(rows):
        below = sorted(widths[place + 1 :]) or [widths[place]]
        usual = below[len(below) // 2]
        labels = _labels(row.cells)
        wide = widths[place] >= max(2 if max(widths) > 1 else 1, 0.5 * usual)
        if wide and labels >= 0.7 * widths[place]:
            return place
    return None


def _has_two_lines(rows: list[Row], place: int) -> bool:
    """Return whether the next row is the second line of the header.

    Signs: gaps in the first line which the second fills, only labels in the second, and a column that
    holds figures below them.
    """
    if place + 2 >= len(rows):
        return False
    width = max(len(row.cells) for row in rows)
    top, under = _padded(rows[place].cells, width), _padded(rows[place + 1].cells, width)
    gaps = [i for i in range(width) if under[i] and not top[i]]
    if not gaps or not all(_is_label(cell) for cell in under if cell):
        return False
    below = [_padded(row.cells, width) for row in rows[place + 2 :]]
    return any(
        under[i] and sum(1 for cells in below if _FIGURE.fullmatch(cells[i])) * 2 > len(below)
        for i in range(width)
    )


def _joined(top: Sequence[str], under: Sequence[str], width: int) -> list[str]:
    joined, group = [], ""
    for first, second in zip(_padded(top, width), _padded(under, width), strict=True):
        group = first or (group if second else "")
        joined.append(group if not second or group == second else f"{group} {second}".strip())
    return joined


def _unique(raw: list[str]) -> tuple[tuple[str, ...], list[Problem]]:
    seen: dict[str, int] = {}
    taken = set(raw)
    names = []
    for name in raw:
        seen[name] = seen.get(name, 0) + 1
        number, made = seen[name], name
        while name and seen[name] > 1 and (made == name or made in taken):
            made = f"{name} ({number})"
            number += 1
        taken.add(made)
        names.append(made)
    notes = [REPEATED(name=name, count=n) for name, n in seen.items() if name and n > 1]
    nameless = [letter(place) for place, name in enumerate(raw) if not name]
    return tuple(names), notes + ([NAMELESS(letters=", ".join(nameless))] if nameless else [])
