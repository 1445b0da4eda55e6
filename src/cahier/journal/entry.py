"""Entry classes: the vocabulary of facts, and the registry of all kinds.

A feature writes one class a kind of fact::

    class Delivery(Entry, kind="supply.delivery", makes=(models.Delivery,)):
        \"\"\"A supplier brought produce and it was weighed.\"\"\"

        member: str = reference(_("Member"), "registry.person")
        net: int = mass(_("Net weight"), least=1)

        def facts(self, at: Stamp) -> Iterator[Fact]:
            yield models.Delivery.fact(at, member=self.member, net=self.net)
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from django.utils.translation import gettext_lazy as _

from cahier.journal import fields
from cahier.journal.fields import Field, Reference, Rows, Serial
from cahier.kernel.refusals import Problem, reason

if TYPE_CHECKING:
    from cahier.journal.state import Fact, StateModel

UNKNOWN_FIELD = reason("entry.unknown-field", "{kind} has no field called {field}.")
NO_FIELD = reason("entry.no-field", "{kind} lacks the field {field}.")

KINDS: dict[str, type[Entry]] = {}

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where and when an entry stands in its book: what ``facts`` may know besides the entry's fields.

    ``id`` is the id of the entry that made the fact in the first place, also after corrections.
    ``captured`` and ``recorded`` are milliseconds since 1970; ``clock`` is the hybrid logical clock.
    """

    book: str
    id: str
    origin: str
    number: int
    day: int
    clock: int
    captured: int
    recorded: int
    author: str
    batch: str = ""

    @property
    def order(self) -> tuple[int, int, str, int]:
        """The canonical order of facts: day, hybrid clock, origin, number."""
        return (self.day, self.clock, self.origin, self.number)


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing whose present status is folded from facts: ``("membership", person id)``."""

    type: str
    id: str


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(
        fields.text, fields.serial, fields.choice, fields.flag, fields.whole, fields.mass, fields.money, fields.price,
        fields.day, fields.reference, fields.attachment, fields.rows, fields.record,
    ),
)  # fmt: skip
class Row:
    """Base of typed records: rows inside an entry, and entries themselves."""

    FIELDS: ClassVar[dict[str, Field]] = {}
    SERIALS: ClassVar[dict[str, Serial]] = {}
    REFERRING: ClassVar[dict[str, Reference | Rows]] = {}
    PERSONAL: ClassVar[bool] = False

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        declared = {part.name: part.metadata["field"] for part in dataclasses.fields(cls)}  # type: ignore[arg-type]
        cls.FIELDS = {name: dataclasses.replace(spec, name=name) for name, spec in declared.items()}
        cls.SERIALS = {name: spec for name, spec in cls.FIELDS.items() if isinstance(spec, Serial)}
        cls.REFERRING = {
            name: spec for name, spec in cls.FIELDS.items() if isinstance(spec, Reference | Rows)
        }
        cls.PERSONAL = any(spec.personal for spec in cls.FIELDS.values())

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong in shape: what can be known from the record alone."""
        for name, spec in self.FIELDS.items():
            value = getattr(self, name)
            if not spec.optional or (value is not None and value != ""):
                yield from spec.problems(value)
        yield from self.shape()

    def shape(self) -> Iterable[Problem]:
        """Yield what is wrong between fields. Overridden where fields depend on one another."""
        return ()

    def to_json(self, personal: bool | None = None) -> dict[str, Any]:
        """Return the stored body; ``personal`` chooses the erasable part or the rest, none takes both."""
        return {
            name: spec.to_json(getattr(self, name))
            for name, spec in self.FIELDS.items()
            if personal is None or spec.personal is personal
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Return the record of a stored body; a part that was erased comes back empty."""
        values = {
            name: spec.from_json(body[name]) if name in body else spec.empty
            for name, spec in cls.FIELDS.items()
        }
        return cls(**values)

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the body."""
        needed = [name for name, spec in cls.FIELDS.items() if not spec.optional]
        properties = {name: {"title": str(spec.label), **spec.schema()} for name, spec in cls.FIELDS.items()}
        return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


class Entry(Row):
    """One thing that happened or was decided, on a day, in one book.

    Class options: ``kind`` (``feature.what``, permanent), ``version`` (1 and up), ``makes`` (the fact
    tables it writes), ``label`` (its name for people), ``named_by`` (fields by which people refer to
    what it makes), ``subject`` (the reference field that says whose personal data it holds; ``"self"``
    if the entry itself makes the person).
    """

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1
    MAKES: ClassVar[tuple[type[StateModel], ...]] = ()
    LABEL: ClassVar[Any] = ""
    NAMED_BY: ClassVar[tuple[str, ...]] = ()
    SUBJECT: ClassVar[str] = ""
    UPCAST: ClassVar[dict[int, Upcaster]] = {}

    day: dt.date = fields.day(_("Day"))

    def __init_subclass__(
        cls,
        *,
        kind: str = "",
        version: int = 1,
        makes: tuple[type[StateModel], ...] = (),
        label: Any = "",
        named_by: tuple[str, ...] = (),
        subject: str = "",
        **options: Any,
    ) -> None:
        super().__init_subclass__(**options)
        if not kind:
            return
        cls.KIND, cls.VERSION, cls.MAKES, cls.LABEL = kind, version, makes, label or cls.__name__
        cls.NAMED_BY, cls.SUBJECT = named_by, subject
        if KINDS.setdefault(kind, cls) is not cls:
            raise ValueError(f"entry kind {kind} is declared twice")

    def facts(self, at: Stamp) -> Iterable[Fact]:
        """Yield the fact rows this entry makes. Works also when the personal part was erased."""
        return ()

    def subjects(self, at: Stamp) -> Iterable[Subject]:
        """Yield the subjects whose status depends on this entry."""
        return ()

    def references(self) -> Iterator[tuple[str, Reference, str]]:
        """Yield every filled reference: the field's path, the field, the id it holds."""
        for name, spec in self.REFERRING.items():
            value = getattr(self, name)
            if isinstance(spec, Reference) and value:
                yield name, spec, value
            elif isinstance(spec, Rows):
                for place, row in enumerate(value, start=1):
                    for inner, part in row.FIELDS.items():
                        if isinstance(part, Reference) and getattr(row, inner):
                            yield f"{name}.{place}.{inner}", part, getattr(row, inner)

    def personal_subject(self, entry_id: str) -> str:
        """Return the id of the person whose personal data this entry holds, or an empty text."""
        if not self.SUBJECT:
            return ""
        return entry_id if self.SUBJECT == "self" else str(getattr(self, self.SUBJECT))


def decode(kind: str, version: int, body: Mapping[str, Any]) -> Entry | None:
    """Return the entry of a stored body, led up to the latest version; none for what is not known here.

    A kind or version that a newer neighbour wrote is kept and passed on, never dropped.
    """
    cls = KINDS.get(kind)
    if cls is None or version > cls.VERSION:
        return None
    led = dict(body)
    for step in range(version, cls.VERSION):
        led = cls.UPCAST[step](led)
    return cls.from_json(led)


def strange_fields(cls: type[Row], body: Mapping[str, Any]) -> list[Problem]:
    """Return what a body from outside has too much or too little of, before it is read."""
    kind = getattr(cls, "KIND", cls.__name__)
    extra = [UNKNOWN_FIELD(kind=kind, field=name) for name in body if name not in cls.FIELDS]
    lacking = [
        NO_FIELD(kind=kind, field=name)
        for name, spec in cls.FIELDS.items()
        if name not in body and not spec.optional
    ]
    return extra + lacking
