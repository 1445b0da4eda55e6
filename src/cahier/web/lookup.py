"""Finding what an entry refers to by the names people use: member code, family name, lot number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from cahier.journal import corrections, models
from cahier.journal.entry import KINDS, Entry
from cahier.kernel import ids
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused, reason

NOT_FOUND = reason(
    "web.not-found", "Nobody and nothing here is called {typed}. Write it first, or look for another name."
)
SEVERAL = reason("web.several", "Several fit {typed}: {offered}. Type the code.")
SHORT_LIST = 60
_SEARCHED = 20
_FIRST_LINE: dict[str, Any] = {"line": 0}


def _columns(cls: type[Entry]) -> list[str]:
    if not cls.MAKES:
        return []
    have = {field.attname for field in cls.MAKES[0]._meta.concrete_fields}
    return [name for name in cls.NAMED_BY if name in have]


def _label(parts: Iterable[object]) -> str:
    """``A-000012 · Kolibé Awa``: the first name alone, then the others together."""
    first, *others = [str(part) for part in parts if part not in (None, "")] or ["…"]
    return f"{first} · {' '.join(others)}" if others else first


def count(kinds: Sequence[str]) -> int:
    """Return how many there are of these kinds in the open book."""
    return sum(
        KINDS[kind].MAKES[0].objects.filter(**_FIRST_LINE).count() for kind in kinds if _columns(KINDS[kind])
    )


def offered(kinds: Sequence[str], typed: str = "", most: int = SHORT_LIST) -> list[tuple[str, str]]:
    """Return (id, label) of what may be meant, in the order of the labels; ``typed`` narrows them."""
    found: list[tuple[str, str]] = []
    for kind in kinds:
        columns = _columns(KINDS[kind])
        if not columns:
            continue
        rows = KINDS[kind].MAKES[0].objects.filter(**_FIRST_LINE)
        if typed:
            rows = rows.filter(_fits(KINDS[kind], columns, typed))
        found += [
            (row[0], _label(row[1:])) for row in rows.order_by(*columns).values_list("id", *columns)[:most]
        ]
    return sorted(found, key=lambda one: fold(one[1]))[:most]


def _fits(cls: type[Entry], columns: Sequence[str], typed: str) -> Q:
    code = typed.split(" · ", maxsplit=1)[0].strip()
    query = Q(**{f"{columns[0]}__iexact": code})
    for column in columns:
        query |= Q(**{f"{column}__icontains": typed.strip()})
    if "folded" in {field.attname for field in cls.MAKES[0]._meta.concrete_fields}:
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
    called: dict[str, str] = {}
    for key, row in corrections.stored(book, {one for one in wanted if one}).items():
        entry = corrections.effective(book, row) or corrections.decoded(row)
        if entry is None:
            continue
        parts = [getattr(entry, name) for name in entry.NAMED_BY]
        called[key] = _label(parts) if any(parts) else str(entry.LABEL)
    return called


def reasons_of(row: models.Refusal) -> list[str]:
    """Return the sentences that a refused entry was sent back with."""
    listed = json.loads(row.reasons or "[]")
    return [one if isinstance(one, str) else one.get("sentence", one.get("code", "")) for one in listed]
