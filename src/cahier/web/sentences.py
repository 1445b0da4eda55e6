"""An entry in the reader's words: one line for lists, and label and value of each field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.access.permissions import ENTRY_GROUPS
from cahier.journal import corrections, fields
from cahier.journal.entries import Replace
from cahier.journal.entry import KINDS, Entry, Row
from cahier.journal.fields import Field
from cahier.journal.models import Book, JournalEntry
from cahier.kernel import ids
from cahier.web import formats, lookup

_IN_A_LINE = 4


_TELL: tuple[tuple[type[Field], Callable[[Any, Any, Book], str]], ...] = (
    (fields.Choice, lambda spec, value, book: str(spec.choices.get(value, value))),
    (fields.Money, lambda spec, value, book: formats.money(value, book.currency)),
    (fields.Whole, lambda spec, value, book: formats.quantity(value, spec.measure)),
    (fields.PriceField, lambda spec, value, book: formats.price(value, book.currency, spec.unit)),
    (fields.Rows, lambda spec, value, book: _lines(len(value))),
)


def _lines(many: int) -> str:
    return ngettext("{n} line", "{n} lines", many).format(n=formats.number(many))


def words(spec: Field, value: Any, book: Book, names: Mapping[str, str]) -> str:
    """Return a field's value as people read it; an empty text for an empty value."""
    if value in (None, "", ()):
        return ""
    for kind, tell in _TELL:
        if isinstance(spec, kind):
            return tell(spec, value, book)
    return _other(value, names)


def _other(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.date):
        return formats.day(value)
    if isinstance(value, fields.Attached):
        return value.name or _("a file")
    if isinstance(value, str):
        return names.get(value, _("an entry that is not here") if ids.is_id(value) else value)
    return _("see its own page")


def sentence(entry: Entry, book: Book, names: Mapping[str, str]) -> str:
    """Return one line: the kind, then the first fields that say something. ``Joined · Kolibé Awa · Dôra``.

    Of kinds that not every reader of entries may read, and of corrections, personal fields are left out.
    """
    quiet = entry.KIND in ENTRY_GROUPS or isinstance(entry, Replace)
    said = [
        words(spec, getattr(entry, name), book, names)
        for name, spec in entry.FIELDS.items()
        if name != "day" and not (quiet and spec.personal)
    ]
    return " · ".join([str(entry.LABEL), *[text for text in said if text][:_IN_A_LINE]])


def listed(record: Row, book: Book, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return label and text of every field that is filled in; rows bring ``rows``, each listed likewise."""
    made: list[dict[str, Any]] = []
    for name, spec in record.FIELDS.items():
        value = getattr(record, name)
        text = words(spec, value, book, names)
        if not text:
            continue
        inner = [listed(row, book, names) for row in value] if isinstance(spec, fields.Rows) else []
        target = value if isinstance(spec, fields.Reference) else ""
        made.append({"label": spec.label, "text": text, "rows": inner, "target": target})
    return made


def author(code: str) -> str:
    """Return who wrote, for people: this computer's owner, a phone in the room, or the account's own code."""
    known = {
        "local": _("the owner of this computer"),
        "local:phone": _("a phone in the room"),
        "example": _("the made-up example"),
    }
    return known.get(code, code.removeprefix("account:"))


def named_in(entries: Iterable[Entry | None]) -> set[str]:
    """Return the ids that entries refer to."""
    return {target for entry in entries if entry for _path, _spec, target in entry.references()}


def lines(book: Book, rows: Sequence[JournalEntry]) -> list[JournalEntry]:
    """Give each row its ``sentence``, ``entry`` (as it reads now, or none) and ``label``; names in one query."""
    for row in rows:
        now = corrections.effective(book.id, row)
        row.entry = now or corrections.decoded(row)  # type: ignore[attr-defined]
        row.out = now is None and row.kind in KINDS  # type: ignore[attr-defined]
    names = lookup.names(book.id, named_in(row.entry for row in rows))  # type: ignore[attr-defined]
    for row in rows:
        entry = row.entry  # type: ignore[attr-defined]
        known = (
            sentence(entry, book, names)
            if entry
            else _("Written by a newer version: {kind}").format(kind=row.kind)
        )
        row.sentence = known  # type: ignore[attr-defined]
        row.by = author(row.author)  # type: ignore[attr-defined]
        row.label = str(entry.LABEL) if entry else row.kind  # type: ignore[attr-defined]
    return list(rows)
