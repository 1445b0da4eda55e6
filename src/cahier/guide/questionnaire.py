"""Reads somebody else's questionnaire, a CSV with one question a row, as a pack.

The description beside it (``pack.toml``) says which columns hold what and which level each answer stands
for: a questionnaire that offers "partly" or "not applicable" is never scored by a guess of ours.
Areas become variables, sub-areas sections, questions items; ids come from the key column and stay.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cahier.guide import refusals
from cahier.guide.kinds import BY_NAME
from cahier.guide.loader import PACK_FILE, assemble, parse
from cahier.guide.packs import Pack, Tables
from cahier.guide.values import Table
from cahier.kernel.refusals import Problem, Refused

_COLUMNS = ("key", "area", "section", "number", "question")
_TEXTS = {"variables": ["name"], "sections": ["name"], "items": ["name", "question"], "levels": ["name"]}
Row = Mapping[str, str]


def read(description: Path, questions: Path) -> Pack:
    """Return the pack made of a description (``pack.toml``) and a CSV that lies elsewhere.

    Raises ``Refused`` with the row and column that cannot be used.
    """
    about = parse(description)
    return assemble(_tables(about, _rows(questions)))


def convert(about: Mapping[str, Any], folder: Path) -> Tables:
    """Return the tables of the pack whose description names a CSV in its own folder."""
    table = Table(about, PACK_FILE).sub("questionnaire")
    table.need("file")
    return _tables(about, _rows(folder / table.text("file")))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [
                {name: (cell or "").strip() for name, cell in row.items() if name} for row in _reader(lines)
            ]
    except FileNotFoundError as error:
        raise Refused(refusals.FILE_MISSING(file=path.name).at(str(path))) from error
    except UnicodeDecodeError as error:
        raise Refused(refusals.NOT_TEXT().at(str(path))) from error


def _reader(lines: Any) -> Iterator[dict[str, str]]:
    return csv.DictReader(lines, restkey="")


def _tables(about: Mapping[str, Any], rows: Sequence[Row]) -> Tables:
    table = Table(about, PACK_FILE).sub("questionnaire")
    table.only((*_COLUMNS, "file", "prefixes", "spelling", "level_names"))
    table.need("key", "area", "question")
    _refuse_bad_rows(table, rows)
    language = Table(about, PACK_FILE).texts("languages")[0]
    structure, words = _parts(table, rows)
    levels = table.words("level_names")
    structure["levels"] = {f"L{value}": {"value": int(value)} for value in levels}
    words["levels"] = {f"L{value}": {"name": name} for value, name in levels.items()}
    files = {BY_NAME[kind].file: found for kind, found in structure.items()}
    texts = {BY_NAME[kind].text_file(language): found for kind, found in words.items()}
    return {PACK_FILE: {"texts": _TEXTS, **about}, **files, **texts}


def _refuse_bad_rows(table: Table, rows: Sequence[Row]) -> None:
    wanted = [table.text(column) for column in _COLUMNS if column in table.raw]
    have = list(rows[0]) if rows else []
    missing = [name for name in wanted if name not in have]
    if missing:
        listed = ", ".join(have)
        raise Refused(*(refusals.COLUMN_MISSING(column=name, columns=listed) for name in missing))
    problems = list(_row_problems(table, rows))
    if problems:
        raise Refused(*problems)


def _row_problems(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, row in enumerate(rows, 2):
        for column in ("key", "area", "question"):
            if not row[table.text(column)]:
                yield refusals.ROW_EMPTY(column=table.text(column)).at(f"row {place}")
        key = row[table.text("key")]
        if key in seen:
            yield refusals.ROW_TWICE(key=key).at(f"row {place}")
        seen.add(key)


def _parts(table: Table, rows: Sequence[Row]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return structure and words. Areas and sections are numbered as they first appear."""
    prefixes = {"area": "A", "section": "S", "item": "Q"} | dict(table.words("prefixes"))
    spelling = table.words("spelling")
    areas: dict[str, str] = {}
    sections: dict[tuple[str, str], str] = {}
    structure: dict[str, Any] = {"variables": {}, "sections": {}, "items": {}}
    words: dict[str, Any] = {"variables": {}, "sections": {}, "items": {}}
    width = len(str(len(rows)))
    for row in rows:
        area_name, section_name = row[table.text("area")], row.get(table.text("section"), "")
        area = areas.setdefault(area_name, f"{prefixes['area']}{len(areas) + 1}")
        structure["variables"][area] = {"grade": "S"}
        words["variables"][area] = {"name": spelling.get(area_name, area_name)}
        item: dict[str, Any] = {"variable": area, "grade": "S"}
        if section_name:
            new = f"{prefixes['section']}{len(sections) + 1:02d}"
            section = sections.setdefault((area, section_name), new)
            structure["sections"][section] = {"variable": area, "grade": "S"}
            words["sections"][section] = {"name": spelling.get(section_name, section_name)}
            item["section"] = section
        id_ = f"{prefixes['item']}{row[table.text('key')].rjust(width, '0')}"
        structure["items"][id_] = item
        words["items"][id_] = _item_words(table, row, words["sections"].get(item.get("section", ""), {}))
    return structure, words


def _item_words(table: Table, row: Row, section: Mapping[str, str]) -> dict[str, str]:
    number = row.get(table.text("number"), "") or row[table.text("key")]
    heading = section.get("name", "")
    return {"name": f"{heading} {number}".strip(), "question": row[table.text("question")]}
