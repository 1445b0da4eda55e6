"""The kinds of field an entry may have, and what each accepts, stores and means.

A field is declared once, in the entry class; page form, spreadsheet, JSON Schema and reference page
are all drawn from it. Each function below is written as the default of an annotated attribute::

    net: int = mass(_("Net weight"), least=1)
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cahier.kernel import days, ids
from cahier.kernel.money import Price
from cahier.kernel.refusals import Problem, reason

NEEDED = reason("field.needed", "{field} is missing. Fill it in.")
WRONG_TYPE = reason("field.type", "{field} holds {value}, which is not {wanted}.")
TOO_SMALL = reason("field.least", "{field} is {value}; the least accepted is {least}.")
TOO_LARGE = reason("field.most", "{field} is {value}; the most accepted is {most}.")
TOO_LONG = reason("field.long", "{field} has {length} signs; at most {most} fit.")
NOT_OFFERED = reason("field.choice", "{field} is {value}. Choose one of: {choices}.")
BAD_ROWS = reason("field.rows", "{field} needs at least {least} row(s).")

_MISSING = dataclasses.MISSING


@dataclass(frozen=True, kw_only=True)
class Field:
    """What is common to all fields.

    ``label`` and ``help`` are translatable; ``personal`` puts the value into the part of the entry that
    can be erased; ``optional`` fields may be left empty and then hold ``empty``.
    """

    label: Any
    help: Any = ""
    personal: bool = False
    optional: bool = False
    name: str = ""
    empty: Any = None
    wanted = "a value"

    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield what is wrong with a value, independent of any state."""
        if value is None or value == "":
            if not self.optional:
                yield NEEDED(field=self.label).at(self.name)
            return
        if not self.fits(value):
            yield WRONG_TYPE(field=self.label, value=value, wanted=self.wanted).at(self.name)
            return
        yield from self.limits(value)

    def fits(self, value: Any) -> bool:
        """Tell whether the value has the type this field stores."""
        return isinstance(value, str)

    def limits(self, value: Any) -> Iterable[Problem]:
        """Yield what is wrong with a value of the right type."""
        return ()

    def to_json(self, value: Any) -> Any:
        """Return the value as it stands in the entry's body."""
        return value

    def from_json(self, value: Any) -> Any:
        """Return the value of a body as the entry class holds it."""
        return value

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the stored value (draft 2020-12)."""
        return {"type": "string"}


@dataclass(frozen=True, kw_only=True)
class Text(Field):
    """Free text of limited length. ``lines`` above 1 asks for a larger box."""

    most: int = 200
    lines: int = 1
    empty: Any = ""
    wanted = "text"

    def limits(self, value: str) -> Iterable[Problem]:
        """Refuse what does not fit."""
        if len(value) > self.most:
            yield TOO_LONG(field=self.label, length=len(value), most=self.most).at(self.name)

    def schema(self) -> dict[str, Any]:
        """A string with a limit."""
        return {"type": "string", "maxLength": self.most}


@dataclass(frozen=True, kw_only=True)
class Serial(Text):
    """A human number (receipt, lot, member code) given from this installation's own series if left empty."""

    series: str = ""
    most: int = 40
    optional: bool = True


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of a short list of codes, each with its word."""

    choices: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    empty: Any = ""
    wanted = "one of the words offered"

    def limits(self, value: str) -> Iterable[Problem]:
        """Refuse a code that is not offered."""
        if value not in self.choices:
            offered = ", ".join(self.choices)
            yield NOT_OFFERED(field=self.label, value=value, choices=offered).at(self.name)

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"type": "string", "enum": [*([""] if self.optional else []), *self.choices]}


@dataclass(frozen=True, kw_only=True)
class Flag(Field):
    """Yes or no. Not known is the empty value of an optional flag."""

    wanted = "yes or no"

    def fits(self, value: Any) -> bool:
        """True and false only."""
        return isinstance(value, bool)

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": ["boolean", "null"] if self.optional else "boolean"}


@dataclass(frozen=True, kw_only=True)
class Whole(Field):
    """A whole number of base units. ``measure`` names what it counts (see ``kernel.units``)."""

    measure: str = "count"
    least: int | None = 0
    most: int | None = 2**53 - 1
    wanted = "a whole number"

    def fits(self, value: Any) -> bool:
        """Whole numbers; true and false are not numbers here."""
        return isinstance(value, int) and not isinstance(value, bool)

    def limits(self, value: int) -> Iterable[Problem]:
        """Refuse what is out of bounds."""
        if self.least is not None and value < self.least:
            yield TOO_SMALL(field=self.label, value=value, least=self.least).at(self.name)
        if self.most is not None and value > self.most:
            yield TOO_LARGE(field=self.label, value=value, most=self.most).at(self.name)

    def schema(self) -> dict[str, Any]:
        """An integer within its bounds."""
        made: dict[str, Any] = {"type": ["integer", "null"] if self.optional else "integer"}
        made |= {"minimum": self.least} if self.least is not None else {}
        return made | ({"maximum": self.most} if self.most is not None else {})


@dataclass(frozen=True, kw_only=True)
class Money(Whole):
    """Minor units of the entry's ``currency`` field if it has one, else of the book's currency."""

    measure: str = "money"


@dataclass(frozen=True, kw_only=True)
class PriceField(Field):
    """A price: minor units for a quantity in base units, never divided before the amount."""

    unit: str = "kg"
    wanted = "a price: an amount and the quantity it is for"

    def fits(self, value: Any) -> bool:
        """Two whole numbers, the second positive."""
        return isinstance(value, tuple) and len(value) == 2 and value[0] >= 0 and value[1] > 0

    def to_json(self, value: Any) -> Any:
        """Two named whole numbers."""
        return None if value is None else {"amount": value[0], "per": value[1]}

    def from_json(self, value: Any) -> Any:
        """A ``Price``."""
        return None if value is None else Price(value["amount"], value["per"])

    def schema(self) -> dict[str, Any]:
        """An object of two integers."""
        parts = {"amount": {"type": "integer", "minimum": 0}, "per": {"type": "integer", "minimum": 1}}
        return {"type": ["object", "null"] if self.optional else "object", "properties": parts,
                "required": ["amount", "per"], "additionalProperties": False}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A calendar day, without hour or zone."""

    wanted = "a day"

    def fits(self, value: Any) -> bool:
        """Dates, not date-times."""
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)

    def to_json(self, value: Any) -> Any:
        """``YYYY-MM-DD``."""
        return None if value is None else value.isoformat()

    def from_json(self, value: Any) -> Any:
        """A date. Raises ``ValueError`` for another spelling."""
        return None if value is None else days.parse_iso(value)

    def schema(self) -> dict[str, Any]:
        """A date string."""
        return {"type": ["string", "null"] if self.optional else "string", "format": "date"}


@dataclass(frozen=True, kw_only=True)
class Reference(Field):
    """The id of an entry of the same book that made what is meant: a person, a contract, a lot.

    ``kinds`` are the entry kinds it may point to; none means any.
    """

    kinds: tuple[str, ...] = ()
    empty: Any = ""
    wanted = "an identifier"

    def fits(self, value: Any) -> bool:
        """The one spelling of an id."""
        return ids.is_id(value)

    def schema(self) -> dict[str, Any]:
        """An id."""
        return {"type": "string", "x-refers-to": list(self.kinds)}


@dataclass(frozen=True)
class Attached:
    """A file that an entry names: where its bytes lie is decided by their digest."""

    sha256: str
    type: str
    size: int
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Attachment(Field):
    """A proof, photo or signed list, kept outside the journal under its SHA-256."""

    wanted = "a file"

    def fits(self, value: Any) -> bool:
        """An ``Attached``."""
        return isinstance(value, Attached)

    def to_json(self, value: Any) -> Any:
        """The digest, type, size and name."""
        return None if value is None else dataclasses.asdict(value)

    def from_json(self, value: Any) -> Any:
        """An ``Attached``."""
        return None if value is None else Attached(**value)

    def schema(self) -> dict[str, Any]:
        """An object."""
        return {"type": ["object", "null"]}


@dataclass(frozen=True, kw_only=True)
class Rows(Field):
    """One level of rows, each of the class ``of``."""

    of: Any = None
    least: int = 0
    empty: Any = ()
    wanted = "rows"

    def problems(self, value: Any) -> Iterable[Problem]:
        """Check each row, naming it by its number."""
        if not isinstance(value, tuple):
            yield WRONG_TYPE(field=self.label, value=value, wanted=self.wanted).at(self.name)
            return
        if len(value) < self.least:
            yield BAD_ROWS(field=self.label, least=self.least).at(self.name)
        for place, row in enumerate(value, start=1):
            for problem in row.problems():
                yield problem.at(f"{self.name}.{place}.{problem.where}")

    def to_json(self, value: Any) -> Any:
        """A list of records."""
        return [row.to_json() for row in value]

    def from_json(self, value: Any) -> Any:
        """A tuple of row objects."""
        return tuple(self.of.from_json(row) for row in value)

    def schema(self) -> dict[str, Any]:
        """An array."""
        return {"type": "array", "minItems": self.least, "items": self.of.schema()}


@dataclass(frozen=True, kw_only=True)
class Record(Field):
    """A nested value that is read by one feature alone and has no form of its own (a bill of votes, a plan).

    It may hold texts, whole numbers, lists and records, never floats. A kind that uses it declares its
    own pages.
    """

    empty: Any = None
    wanted = "a record"

    def fits(self, value: Any) -> bool:
        """A record or a list."""
        return isinstance(value, Mapping | Sequence) and not isinstance(value, str)

    def schema(self) -> dict[str, Any]:
        """Anything but a scalar."""
        return {"type": ["object", "array", "null"]}


def _made(spec: Field, default: Any) -> Any:
    metadata = {"field": spec}
    if default is _MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def text(
    label: Any,
    *,
    default: Any = _MISSING,
    most: int = 200,
    lines: int = 1,
    help: Any = "",
    personal: bool = False,
) -> Any:
    """Declare a text field."""
    spec = Text(
        label=label, most=most, lines=lines, help=help, personal=personal, optional=default is not _MISSING
    )
    return _made(spec, default)


def serial(label: Any, *, series: str, default: Any = "", help: Any = "") -> Any:
    """Declare a human number that is given from this installation's series when left empty."""
    return _made(Serial(label=label, series=series, help=help), default)


def choice(
    label: Any, choices: Mapping[str, Any], *, default: Any = _MISSING, help: Any = "", personal: bool = False
) -> Any:
    """Declare a choice among codes."""
    spec = Choice(
        label=label, choices=choices, help=help, personal=personal, optional=default is not _MISSING
    )
    return _made(spec, default)


def flag(label: Any, *, default: Any = _MISSING, help: Any = "", personal: bool = False) -> Any:
    """Declare a yes/no field; ``default=None`` lets it be unknown."""
    return _made(Flag(label=label, help=help, personal=personal, optional=default is not _MISSING), default)


def whole(
    label: Any, *, default: Any = _MISSING, measure: str = "count", least: int | None = 0, most: int | None = 2**53 - 1,
    help: Any = "", personal: bool = False,
) -> Any:  # fmt: skip
    """Declare a whole number of base units of a measure."""
    spec = Whole(label=label, measure=measure, least=least, most=most, help=help, personal=personal,
                 optional=default is not _MISSING)  # fmt: skip
    return _made(spec, default)


def mass(
    label: Any,
    *,
    default: Any = _MISSING,
    least: int | None = 0,
    most: int | None = 2**53 - 1,
    help: Any = "",
) -> Any:
    """Declare a mass in grams."""
    return whole(label, default=default, measure="mass", least=least, most=most, help=help)


def money(label: Any, *, default: Any = _MISSING, least: int | None = 0, help: Any = "") -> Any:
    """Declare an amount in minor units."""
    return _made(Money(label=label, least=least, help=help, optional=default is not _MISSING), default)


def price(label: Any, *, default: Any = _MISSING, unit: str = "kg", help: Any = "") -> Any:
    """Declare a price."""
    return _made(PriceField(label=label, unit=unit, help=help, optional=default is not _MISSING), default)


def day(label: Any, *, default: Any = _MISSING, help: Any = "", personal: bool = False) -> Any:
    """Declare a day; ``default=None`` makes it optional."""
    return _made(Day(label=label, help=help, personal=personal, optional=default is not _MISSING), default)


def reference(label: Any, *kinds: str, default: Any = _MISSING, help: Any = "") -> Any:
    """Declare a reference to what an entry of one of these kinds made; ``default=""`` makes it optional."""
    return _made(Reference(label=label, kinds=kinds, help=help, optional=default is not _MISSING), default)


def attachment(label: Any, *, default: Any = _MISSING, help: Any = "", personal: bool = False) -> Any:
    """Declare a file; ``default=None`` makes it optional."""
    return _made(
        Attachment(label=label, help=help, personal=personal, optional=default is not _MISSING), default
    )


def rows(label: Any, of: Any, *, least: int = 0, help: Any = "") -> Any:
    """Declare one level of rows of a ``Row`` class."""
    spec = Rows(label=label, of=of, least=least, help=help, optional=least == 0)
    return _made(spec, () if least == 0 else _MISSING)


def record(label: Any, *, default: Any = _MISSING, help: Any = "") -> Any:
    """Declare a nested value without a form."""
    return _made(Record(label=label, help=help, optional=default is not _MISSING), default)
