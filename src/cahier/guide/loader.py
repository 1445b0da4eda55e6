"""Reads the folder of a pack: every file parsed, every value of its declared type, or a sentence why not.

What a file says is checked here one value at a time; how the parts hang together is checked by ``checks``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cahier.guide import refusals
from cahier.guide.declarations import KEYS, evidence, limits, rules, scale
from cahier.guide.kinds import KINDS, Kind
from cahier.guide.packs import Pack, Tables
from cahier.guide.parts import Part
from cahier.guide.typesetting import typeset
from cahier.guide.values import Table
from cahier.kernel import canonical
from cahier.kernel.refusals import Refused

PACK_FILE = "pack.toml"
_READERS: Mapping[str, Callable[[Table, str], Any]] = {
    "str": Table.text,
    "int": Table.number,
    "bool": Table.truth,
    "Ids": Table.texts,
    "Numbers": Table.numbers,
    "Choices": Table.choices,
}


def read_tables(folder: Path) -> Tables:
    """Return every TOML file under a folder, parsed, by its path inside the folder.

    Raises ``Refused`` (``guide.pack_missing``, ``guide.not_toml``, ``guide.not_text``).
    """
    if not (folder / PACK_FILE).is_file():
        raise Refused(refusals.PACK_MISSING(pack=folder.name).at(str(folder)))
    return {path.relative_to(folder).as_posix(): parse(path) for path in sorted(folder.rglob("*.toml"))}


def parse(path: Path) -> dict[str, Any]:
    """Return one TOML file. Raises ``Refused`` with the path and the line that cannot be read."""
    try:
        return tomllib.loads(path.read_bytes().decode())
    except UnicodeDecodeError as error:
        raise Refused(refusals.NOT_TEXT().at(str(path))) from error
    except tomllib.TOMLDecodeError as error:
        raise Refused(refusals.NOT_TOML(error=str(error)).at(str(path))) from error


def assemble(tables: Tables) -> Pack:
    """Return the pack that these files make.

    Raises ``Refused`` naming the file and heading where a key is missing or unknown or a value has
    another type than declared.
    """
    about = Table(tables.get(PACK_FILE, {}), PACK_FILE)
    about.only(KEYS)
    about.need("id", "edition", "licence", "languages", "names", "scale")
    languages = about.texts("languages")
    found: dict[str, Any] = {kind.name: _parts(tables, kind) for kind in KINDS}
    return Pack(
        id=about.text("id"),
        edition=about.text("edition"),
        licence=about.text("licence"),
        attribution=about.text("attribution"),
        languages=languages,
        names=about.words("names"),
        lays_over=about.text("lays_over"),
        off=frozenset(about.texts("off")),
        scale=scale(about.sub("scale")),
        evidence=evidence(about.sub("evidence")),
        rules=rules(about.sub("rules")),
        limits=limits(about),
        digest=canonical.digest(canonical.dumps(_plain(tables))),
        tables=MappingProxyType(dict(tables)),
        texts=MappingProxyType({tag: MappingProxyType(_texts(tables, tag)) for tag in languages}),
        **found,
    )


def _parts(tables: Tables, kind: Kind) -> MappingProxyType[str, Part]:
    table = Table(tables.get(kind.file, {}), kind.file)
    made = [_part(kind.cls, id_, place, table.sub(id_)) for place, id_ in enumerate(table.raw, 1)]
    return MappingProxyType({part.id: part for part in sorted(made, key=lambda part: part.order)})


def _part(cls: type[Part], id_: str, place: int, table: Table) -> Part:
    types = {entry.name: str(entry.type) for entry in fields(cls) if entry.name != "id"}
    table.only(tuple(types))
    values: dict[str, Any] = {key: _READERS[types[key]](table, key) for key in table.raw}
    return cls(id=id_, **{"order": place, **values})


def _plain(value: Any) -> Any:
    """Return the value with dates and fractions as text, so that its bytes are the same everywhere."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int) else str(value)


def _texts(tables: Tables, language: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        table = Table(tables.get(kind.text_file(language), {}), kind.text_file(language))
        for id_ in table.raw:
            found |= {(id_, key): typeset(text, language) for key, text in table.sub(id_).lines().items()}
    return found
