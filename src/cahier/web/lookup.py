"""Finding what an entry refers to by the names people use: member code, family name, lot number."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import CharField, Q

from cahier.journal import corrections, models, scope
from cahier.journal.entry import KINDS, Entry
from cahier.journal.fields import Choice, Reference
from cahier.kernel import ids
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused, reason
from cahier.web import formats

NOT_FOUND = reason(
    "web.not-found", "Nobody and nothing here is called {typed}. Write it first, or look for another name."
)
SEVERAL = reason("web.several", "Several fit {typed}: {offered}. Type the code.")
SHORT_LIST = 60
_SEARCHED = 20
_READ = 300
_FIRST_LINE: dict[str, Any] = {"line": 0}


def _columns(cls: type[Entry]) -> list[str]:
    """Return the columns of the kind's first table that hold the names people use; none if any is not there."""
    if not cls.MAKES or not cls.NAMED_BY or _coded(cls):
        return []
    have = _texts(cls) | {"day"}
    return list(cls.NAMED_BY) if set(cls.NAMED_BY) <= have else []


def _coded(cls: type[Entry]) -> bool:
    """Whether a table would show a code or an identifier where people expect a word or a name."""
    return any(isinstance(cls.FIELDS.get(name), Choice | Reference) for name in cls.NAMED_BY)


def _texts(cls: type[Entry]) -> set[str]:
    fields = cls.MAKES[0]._meta.concrete_fields
    return {field.attname for field in fields if isinstance(field, CharField)}


def _label(parts: Iterable[object]) -> str:
    """``A-000012 · Kolibé Awa``: the first name alone, then the others together."""
    said = [formats.day(part, "short") if isinstance(part, dt.date) else str(part) for part in parts if part]
    first, *others = said or ["…"]
    return f"{first} · {' '.join(others)}" if others else first


def count(kinds: Sequence[str]) -> int:
    """Return how many there are of these kinds in the open book."""
    book = scope.current_book()
    return models.JournalEntry.objects.filter(book=book, kind__in=kinds).count()


def offered(kinds: Sequence[str], typed: str = "", most: int = SHORT_LIST) -> list[tuple[str, str]]:
    """Return (id, label) of what may be meant, in the order of the labels; ``typed`` narrows them."""
    found: dict[str, str] = {}
    for kind in kinds:
        found |= dict(_in_table(kind, typed, most) if _columns(KINDS[kind]) else _in_journal(kind, typed))
    return sorted(found.items(), key=lambda one: fold(one[1]))[:most]


def _in_table(kind: str, typed: str, most: int) -> Iterator[tuple[str, str]]:
    columns = _columns(KINDS[kind])
    rows = KINDS[kind].MAKES[0].objects.filter(**_FIRST_LINE)
    if typed:
        rows = rows.filter(_fits(KINDS[kind], columns, typed))
    for row in rows.order_by(*columns)[:most]:
        yield row.id, _label(getattr(row, name) for name in columns)


def _in_journal(kind: str, typed: str) -> Iterator[tuple[str, str]]:
    """Kinds that no table lists by name are read from their latest entries."""
    book = scope.current_book()
    latest = models.JournalEntry.objects.filter(book=book, kind=kind).order_by("-recorded", "-number")[:_READ]
    standing = [row.id for row in latest if corrections.effective(book, row) is not None]
    for key, label in names(book, standing).items():
        if fold(typed) in fold(label):
            yield key, label


def _fits(cls: type[Entry], columns: Sequence[str], typed: str) -> Q:
    texts = [name for name in columns if name in _texts(cls)]
    query = Q(**{f"{texts[0]}__iexact": typed.split(" · ", maxsplit=1)[0].strip()}) if texts else Q()
    for column in texts:
        query |= Q(**{f"{column}__icontains": typed.strip()})
    if "folded" in _texts(cls):
        query |= Q(folded__contains=fold(typed))
    return query


def find(kinds: Sequence[str], typed: str) -> str:
    """Return the id that a typed code, name or label means. Raises ``Refused`` for none or several."""
    if ids.is_id(typed):
        return typed
    hits = offered(kinds, typed, _SEARCHED)
    code = fold(typed.split(" · ", maxsplit=1)[0])
    exact = [one for one in hits if fold(one[1].split(" · ")[0]) == code or fold(one[1]) == fold(typed)]
    hits = exact or hits
    if not hits:
        raise Refused(NOT_FOUND(typed=typed))
    if len(hits) > 1:
        raise Refused(SEVERAL(typed=typed, offered=", ".join(label for _, label in hits[:5])))
    return hits[0][0]


def names(book: str, wanted: Iterable[str]) -> dict[str, str]:
    """Return how each of these entries is called by people, as it reads now; ids not found are left out."""
    rows = corrections.stored(book, {one for one in wanted if one})
    read = {key: corrections.effective(book, row) or corrections.decoded(row) for key, row in rows.items()}
    found = {key: entry for key, entry in read.items() if entry is not None}
    within = {value for entry in found.values() for value in _named_within(entry)}
    others = names(book, within) if within else {}
    called: dict[str, str] = {}
    for key, entry in found.items():
        parts = [_part(entry, name, others) for name in entry.NAMED_BY]
        called[key] = _label(parts if any(parts) else [str(entry.LABEL), entry.day])
    return called


def _named_within(entry: Entry) -> Iterator[str]:
    """Yield the entries by whose names this one is called, such as the person of a mandate."""
    for name in entry.NAMED_BY:
        if isinstance(entry.FIELDS.get(name), Reference) and (value := getattr(entry, name)):
            yield value


def _part(entry: Entry, name: str, others: Mapping[str, str]) -> object:
    """Return one part of what people call an entry: the word of a code, the name of who is meant."""
    spec, value = entry.FIELDS.get(name), getattr(entry, name)
    if isinstance(spec, Choice):
        return str(spec.choices[value]) if value in spec.choices else value
    return others.get(value, value) if isinstance(spec, Reference) else value


def reasons_of(row: models.Refusal) -> list[str]:
    """Return the sentences that a refused entry was sent back with."""
    listed = json.loads(row.reasons or "[]")
    return [one if isinstance(one, str) else one.get("sentence", one.get("code", "")) for one in listed]
