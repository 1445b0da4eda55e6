"""From an entry class to flat columns: the one mapping that template, importer, export and schema share.

A column has a permanent key (``net``, ``lines.2.person``), a header in the reader's language with its unit
(``Net weight (kg)``), a meaning, an example, and every name it may go by in any language. References stand
as the code that people use. ``ID`` is a column of our own: the entry's identifier, by which a table that we
wrote is recognised when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, gettext_lazy, override

from cahier.journal import fields
from cahier.journal.entry import KINDS, Entry
from cahier.journal.fields import Field
from cahier.kernel.refusals import Refused, reason
from cahier.kernel.units import USUAL
from cahier.surfaces.examples import example
from cahier.surfaces.matching import Target
from cahier.surfaces.synonyms import SYNONYMS, WEAKER

ID = "cahier_id"
MOST_ROWS = 10
SHOWN_ROWS = 3

NO_KIND = reason("surfaces.no_kind", "There is no kind of entry called {kind}. Choose one of: {kinds}.")
NO_TABLE = reason(
    "surfaces.no_table",
    "{kind} cannot come from a table, because {field} does not fit into a cell. Use its own page.",
)

_ID_LABEL = gettext_lazy("Entry in Cahier")
_ID_MEANING = gettext_lazy("Leave this column as it is: it tells which entry a row is when it comes back.")


@dataclass(frozen=True)
class EntryColumn:
    """One column of a kind: its key, the field behind it, and its row number where the field repeats."""

    key: str
    spec: Field
    line: int = 0
    group: Any = ""

    @property
    def label(self) -> str:
        """The name in the active language, without unit: ``Net weight``, ``Person 2``."""
        return f"{self.spec.label} {self.line}" if self.line else str(self.spec.label)

    def unit(self, currency: str) -> str:
        """Return what is counted: a unit of the measure, a currency, a currency for a unit, or nothing."""
        if isinstance(self.spec, fields.Money):
            return currency
        if isinstance(self.spec, fields.PriceField):
            return f"{currency}/{self.spec.unit}"
        return USUAL.get(self.spec.measure, "") if isinstance(self.spec, fields.Whole) else ""

    def header(self, currency: str) -> str:
        """Return the header of the column in the active language, with the unit in brackets."""
        unit = self.unit(currency)
        shown = "" if unit == "pc" else unit.replace("m2", "m²")
        return f"{self.label} ({shown})" if shown else self.label

    @property
    def needed(self) -> bool:
        """Must every row fill it? Later rows of a repeated field need not."""
        return not self.spec.optional and self.line < 2

    def meaning(self) -> str:
        """Return what a person should know of the column, in the active language."""
        parts = [str(self.spec.help)] if self.spec.help else []
        if isinstance(self.spec, fields.Choice):
            words = "; ".join(f"{code} = {word}" for code, word in self.spec.choices.items())
            parts.append(gettext("One of: {words}").format(words=words))
        if isinstance(self.spec, fields.Reference) and self.spec.kinds:
            named = ", ".join(str(KINDS[kind].LABEL) for kind in self.spec.kinds if kind in KINDS)
            parts.append(gettext("Code or name of: {what}").format(what=named))
        if isinstance(self.spec, fields.Serial):
            parts.append(gettext("Given by Cahier if left empty"))
        if self.spec.personal:
            parts.append(gettext("Personal: can be erased"))
        parts.append(gettext("Needed") if self.needed else gettext("May be left empty"))
        return ". ".join(parts)

    def example(self) -> str:
        """Return a made-up cell."""
        return example(self.spec)


def entry_class(kind: str) -> type[Entry]:
    """Return the class of a kind that can come from a table. Raises ``Refused`` for others."""
    if kind not in KINDS or kind.startswith("journal."):
        raise Refused(NO_KIND(kind=kind, kinds=", ".join(tabular_kinds())))
    cls = KINDS[kind]
    for spec in cls.FIELDS.values():
        if not _fits_a_cell(spec) and not spec.optional:
            raise Refused(NO_TABLE(kind=cls.LABEL, field=spec.label))
    return cls


def tabular_kinds() -> list[str]:
    """Return the kinds that can be written with a table."""
    return sorted(
        kind
        for kind, cls in KINDS.items()
        if not kind.startswith("journal.")
        and all(_fits_a_cell(spec) or spec.optional for spec in cls.FIELDS.values())
    )


def columns(cls: type[Entry], lines: int = SHOWN_ROWS) -> list[EntryColumn]:
    """Return the columns of a kind, the day first; a field of rows gives ``lines`` numbered ones each."""
    ordered = sorted(cls.FIELDS.values(), key=lambda spec: spec.name != "day")
    return [column for spec in ordered for column in _of_field(spec, lines)]


def targets(cls: type[Entry]) -> list[Target]:
    """Return every column a file may have, with its names in all languages, for the matching of headers."""
    found = [
        Target(column.key, _names(column, cls.KIND), WEAKER.get(column.spec.name, ()))
        for column in columns(cls, MOST_ROWS)
    ]
    return [*found, Target(ID, _in_all_languages(_ID_LABEL))]


def tag(key: str) -> str:
    """Return the key of a column as it stands in the machine's row of a table, behind a ``#``."""
    return key.replace(".", "_")


def tagged(cls: type[Entry], names: Sequence[str], hashtags: Sequence[str]) -> dict[str, str]:
    """Return the keys that the machine's row of one of our tables gives for the headers above it."""
    keys = {tag(target.key): target.key for target in targets(cls)}
    found = zip(names, hashtags, strict=False)
    return {name: keys[mark[1:].strip()] for name, mark in found if name and mark[1:].strip() in keys}


def id_label() -> str:
    """Return the header of the identifier's column in the active language."""
    return str(_ID_LABEL)


def id_meaning() -> str:
    """Return what the identifier's column is for."""
    return str(_ID_MEANING)


def _fits_a_cell(spec: Field) -> bool:
    if isinstance(spec, fields.Rows):
        return all(_fits_a_cell(inner) for inner in spec.of.FIELDS.values())
    return not isinstance(spec, fields.Record | fields.Attachment)


def _of_field(spec: Field, lines: int) -> Iterator[EntryColumn]:
    if isinstance(spec, fields.Rows) and _fits_a_cell(spec):
        for line in range(1, lines + 1):
            for inner in spec.of.FIELDS.values():
                yield EntryColumn(f"{spec.name}.{line}.{inner.name}", inner, line, spec.label)
    elif _fits_a_cell(spec):
        yield EntryColumn(spec.name, spec)


def _names(column: EntryColumn, kind: str) -> tuple[str, ...]:
    labels, name = _in_all_languages(column.spec.label), column.spec.name
    words = (*labels, *SYNONYMS.get(name, ()), *SYNONYMS.get(f"{kind}.{name}", ()))
    return tuple(f"{word} {column.line}" for word in words) if column.line else words


def _in_all_languages(label: Any) -> tuple[str, ...]:
    said = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            said.append(str(label))
    return tuple(dict.fromkeys(said))
