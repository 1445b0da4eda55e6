"""An organisation's own pack laid over an edition: words changed, items added, items switched off.

What a level means never changes under an id that already has scores. The own pack therefore keeps the
scale, keeps every item in its variable, gives new ids its own prefix, and where it rewords the anchors of
an item says under ``same_meaning`` that the meaning stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cahier.guide import refusals
from cahier.guide.kinds import BY_NAME, KINDS, LEVEL, Kind
from cahier.guide.loader import PACK_FILE, assemble
from cahier.guide.packs import Pack, Tables
from cahier.guide.values import Table
from cahier.kernel.refusals import Problem, Refused

_KEPT = ("scale", "evidence", "rules")
_OWN = ("id", "edition", "licence", "attribution", "names", "lays_over", "off", "prefix", "same_meaning")
_SWITCHES = ("items", "modules")
_FIXED = ("variable", "section")


def overlay(base: Pack, own: Tables) -> Pack:
    """Return the edition with an own pack laid over it, in the languages that both have.

    Raises ``Refused`` with every rule the own pack breaks; the edition itself is never changed.
    """
    about = Table(own[PACK_FILE], PACK_FILE)
    about.need("id", "edition", "licence", "languages", "names", "lays_over")
    languages = tuple(tag for tag in base.languages if tag in about.texts("languages"))
    problems = [*_about_problems(base, about, languages), *_part_problems(base, own, about)]
    if problems:
        raise Refused(*problems)
    merged = _merge(base.tables, own, languages)
    merged[PACK_FILE] = {**base.tables[PACK_FILE], **_own_keys(about), "languages": list(languages)}
    return assemble(_without(merged, set(about.texts("off")), languages))


def _own_keys(about: Table) -> dict[str, Any]:
    return {key: value for key, value in about.raw.items() if key in _OWN or key in ("texts", "words")}


def _about_problems(base: Pack, about: Table, languages: tuple[str, ...]) -> Iterator[Problem]:
    if about.text("lays_over") != base.key:
        yield refusals.OTHER_BASE(wanted=about.text("lays_over"), base=base.key).at(PACK_FILE)
    if any(key in about.raw for key in _KEPT):
        yield refusals.SCALE_CHANGED().at(PACK_FILE)
    if not languages:
        known = ", ".join(base.languages)
        yield refusals.NO_COMMON_LANGUAGE(base=base.key, languages=known).at(PACK_FILE)
    there = {id_ for kind in _SWITCHES for id_ in base.parts(kind)}
    for id_ in about.texts("off"):
        if id_ not in there:
            yield refusals.OFF_UNKNOWN(id=id_, base=base.key).at(PACK_FILE)


def _part_problems(base: Pack, own: Tables, about: Table) -> Iterator[Problem]:
    for kind in KINDS:
        yield from _structure_problems(base, own, kind, about.text("prefix"))
    yield from _meaning_problems(base, own, about)


def _structure_problems(base: Pack, own: Tables, kind: Kind, prefix: str) -> Iterator[Problem]:
    below = base.tables.get(kind.file, {})
    table = Table(own.get(kind.file, {}), kind.file)
    for id_ in table.raw:
        if id_ not in below:
            if not prefix or not id_.startswith(prefix):
                wanted = prefix or f"{base.id[:2].upper()}-"
                yield refusals.OWN_PREFIX(id=id_, prefix=wanted).at(kind.file)
        elif any(table.sub(id_).raw.get(key, below[id_].get(key)) != below[id_].get(key) for key in _FIXED):
            yield refusals.MOVED(id=id_).at(kind.file)


def _meaning_problems(base: Pack, own: Tables, about: Table) -> Iterator[Problem]:
    kind = BY_NAME["items"]
    same = about.texts("same_meaning")
    for language in base.languages:
        file = kind.text_file(language)
        table, below = Table(own.get(file, {}), file), base.tables.get(file, {})
        for id_ in (id_ for id_ in table.raw if id_ in base.items and id_ not in same):
            for key, text in table.sub(id_).raw.items():
                if key.startswith(f"{LEVEL}_") and below.get(id_, {}).get(key) != text:
                    yield refusals.MEANING_CHANGED(id=id_, key=key).at(file)


def _merge(below: Tables, own: Tables, languages: tuple[str, ...]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for kind in KINDS:
        for file in (kind.file, *(kind.text_file(tag) for tag in languages)):
            merged[file] = _merge_file(below.get(file, {}), Table(own.get(file, {}), file))
    texts = tuple(f"{kind.folder}/text/" for kind in KINDS)
    strange = {file: table for file, table in own.items() if not file.startswith(texts)}
    return {**strange, **merged}


def _merge_file(below: Mapping[str, Any], own: Table) -> dict[str, Any]:
    return {**below, **{id_: {**below.get(id_, {}), **own.sub(id_).raw} for id_ in own.raw}}


def _without(tables: dict[str, Any], off: set[str], languages: tuple[str, ...]) -> dict[str, Any]:
    """Take ids out: their structure, their texts, the lists that name them, and emptied variables."""
    items = {id_: row for id_, row in tables[BY_NAME["items"].file].items() if id_ not in off}
    filled = {row.get("variable") for row in items.values()}
    if off:
        off = off | {id_ for id_ in tables[BY_NAME["variables"].file] if id_ not in filled}
    for kind in KINDS:
        for file in (kind.file, *(kind.text_file(tag) for tag in languages)):
            tables[file] = {id_: _trim(row, off) for id_, row in tables[file].items() if id_ not in off}
    return tables


def _trim(row: Mapping[str, Any], off: set[str]) -> dict[str, Any]:
    lists = ("modules", "serves")
    return {
        key: [id_ for id_ in value if id_ not in off] if key in lists else value for key, value in row.items()
    }
