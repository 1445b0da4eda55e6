"""The controls of a form: one for each kind of field. Each reads what was typed and shows what is stored.

A control is made for one field at one place (``prefix``). ``typed`` maps input names to the texts that stand
in them, so that nothing a person wrote is ever lost.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, dumps, loads

from cahier.journal import fields, files
from cahier.journal.entry import Row
from cahier.journal.fields import Attached, Field
from cahier.kernel import money as currencies
from cahier.kernel import units
from cahier.kernel.money import Price
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.kernel.units import NotANumber, TooFine
from cahier.web import formats, lookup

NO_NUMBER = reason("web.no-number", "{field}: {typed} is not a number. Write it like {example}.")
TWO_READINGS = reason(
    "web.two-readings", "{field}: is {typed} thousands or decimals? Write it like {example}, without points."
)
TOO_FINE = reason("web.too-fine", "{field}: {typed} is finer than the book holds. Round it.")
NO_DAY = reason(
    "web.no-day", "{field}: there is no such day. Write day, month and year in figures, like 8 2 2027."
)
NO_FILE = reason("web.no-file", "{field}: the file was lost on its way. Choose it again.")
FEW = 5


@dataclass(frozen=True)
class Surroundings:
    """What a control must know besides its field: the book, its currency, and where to look things up."""

    book: str
    currency: str
    find: str = ""


@dataclass
class Control:
    """One question of a form. ``id`` is the anchor of its first input; ``error`` the sentence to show."""

    spec: Field
    around: Surroundings
    prefix: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    error: str = ""
    uploads: Mapping[str, UploadedFile[Any]] = field(default_factory=dict)
    default: Any = None

    template = "web/controls/text.html"
    parts: ClassVar[tuple[str, ...]] = ("",)

    @property
    def name(self) -> str:
        """The name of the input, unique in the form."""
        return f"{self.prefix}{self.spec.name}"

    @property
    def id(self) -> str:
        """The anchor."""
        return f"i-{self.name.replace('.', '-')}"

    @property
    def described(self) -> str:
        """What a screen reader reads with the input."""
        marks = [f"{self.id}-h"] if self.spec.help else []
        return " ".join([*marks, *([f"{self.id}-e"] if self.error else [])])

    @property
    def text(self) -> str:
        """What stands in the one input."""
        return self.typed.get(self.name, "")

    def take(self, data: Mapping[str, str]) -> None:
        """Remember what was typed."""
        for part in self.parts:
            self.typed[self.name + part] = data.get(self.name + part, "").strip()

    def blank(self) -> bool:
        """Tell whether nothing was typed."""
        return not any(self.typed.get(self.name + part) for part in self.parts)

    @property
    def optional(self) -> bool:
        """May it be left empty, and then mean that nobody knows?"""
        return self.spec.optional and not self.preset

    @property
    def preset(self) -> bool:
        """Does the entry class say what holds where nothing is typed?"""
        return self.default not in (None, "", ())

    def untouched(self) -> bool:
        """Tell whether nothing was typed, or only what the form itself had put there."""
        if self.blank() or not self.preset:
            return self.blank()
        fresh = type(self)(self.spec, self.around, self.prefix)
        fresh.fill(self.default)
        return all(self.typed.get(name) == text for name, text in fresh.typed.items())

    def value(self) -> Any:
        """Return what was typed as the entry stores it. Raises ``Refused`` if it cannot be read."""
        if not self.blank():
            return self.read()
        return self.default if self.preset else self.spec.empty

    def read(self) -> Any:
        """Return the value of what was typed."""
        return self.text

    def fill(self, value: Any) -> None:
        """Show a stored value in the inputs."""
        self.typed[self.name] = "" if value is None else str(value)

    def told(self, problem: Problem) -> str:
        """Return a problem of this field in the reader's words and units."""
        return formats.say(problem)

    def refuse(self, why: Any, **details: Any) -> Refused:
        """Return the refusal of what was typed here."""
        return Refused(why(field=self.spec.label, typed=self.text, **details).at(self.spec.name))


class TextControl(Control):
    """One line, or a box of ruled lines. A human number may be left empty."""

    @property
    def serial(self) -> bool:
        """Is the number given by the book if it is left empty?"""
        return isinstance(self.spec, fields.Serial)

    @property
    def lines(self) -> int:
        """How many lines are offered."""
        spec = self.spec
        return max(spec.lines, 3 if spec.most > 300 else 1) if isinstance(spec, fields.Text) else 1


class ChoiceControl(Control):
    """Radio rows for a few words, a list for many."""

    template = "web/controls/choice.html"

    @property
    def options(self) -> list[tuple[str, Any]]:
        """The codes and words."""
        return list(self.spec.choices.items()) if isinstance(self.spec, fields.Choice) else []

    @property
    def few(self) -> bool:
        """Are radio rows shown?"""
        return len(self.options) <= FEW

    def told(self, problem: Problem) -> str:
        """Offer words instead of codes."""
        if problem.code == fields.NOT_OFFERED.code:
            return formats.say(problem, choices=", ".join(str(word) for _, word in self.options))
        return formats.say(problem)


class FlagControl(Control):
    """Yes or no, and not known where that is allowed."""

    template = "web/controls/flag.html"

    def read(self) -> Any:
        """True or false."""
        return self.text == "yes"

    def fill(self, value: Any) -> None:
        """Yes, no, or neither."""
        self.typed[self.name] = "" if value is None else "yes" if value else "no"


class NumberControl(Control):
    """A number in the unit people use, stored in the base unit."""

    template = "web/controls/number.html"

    @property
    def measure(self) -> str:
        """What is counted."""
        return self.spec.measure if isinstance(self.spec, fields.Whole) else "count"

    @property
    def unit(self) -> str:
        """What is written behind the input."""
        money = isinstance(self.spec, fields.Money)
        return formats.currency_sign(self.around.currency) if money else formats.unit_shown(self.measure)

    def read(self) -> Any:
        """Whole base units."""
        try:
            return self._base(formats.read_number(self.text))
        except NotANumber as error:
            why = TWO_READINGS if "?" in str(error) else NO_NUMBER
            raise self.refuse(why, example=formats.number(Decimal("62.5"))) from error
        except TooFine as error:
            raise self.refuse(TOO_FINE) from error

    def _base(self, number: Decimal) -> int:
        if isinstance(self.spec, fields.Money):
            return currencies.to_minor(number, self.around.currency)
        if self.measure in units.USUAL:
            return units.to_base(number, units.USUAL[self.measure])
        number *= formats.SCALES.get(self.measure, 1)
        if number != number.to_integral_value():
            raise TooFine(str(number))
        return int(number)

    def fill(self, value: Any) -> None:
        """The number alone, as the reader would type it."""
        self.typed[self.name] = "" if value is None else self._written(value)

    def _written(self, value: int) -> str:
        if isinstance(self.spec, fields.Money):
            return _plain(currencies.from_minor(value, self.around.currency))
        if self.measure in units.USUAL:
            return _plain(units.from_base(value, units.USUAL[self.measure]))
        return _plain(Decimal(value) / formats.SCALES.get(self.measure, 1))

    def told(self, problem: Problem) -> str:
        """Limits in the unit of the input."""
        shown = {
            name: self.shown(value)
            for name, value in problem.details.items()
            if name in ("value", "least", "most") and isinstance(value, int)
        }
        return formats.say(problem, **shown)

    def shown(self, value: int) -> str:
        """A stored value in words."""
        if isinstance(self.spec, fields.Money):
            return formats.money(value, self.around.currency)
        return formats.quantity(value, self.measure)


class PriceControl(Control):
    """An amount for one unit."""

    template = "web/controls/price.html"

    @property
    def unit(self) -> str:
        """``F / kg``."""
        unit = self.spec.unit if isinstance(self.spec, fields.PriceField) else "pc"
        return f"{formats.currency_sign(self.around.currency)} / {formats.unit_word(unit)}"

    @property
    def per(self) -> int:
        """Base units in one unit."""
        return units.to_base(Decimal(1), self.spec.unit) if isinstance(self.spec, fields.PriceField) else 1

    def read(self) -> Any:
        """A ``Price`` per unit; finer than the currency's minor unit it is kept as an amount for ten, a hundred …"""
        try:
            number = formats.read_number(self.text)
        except NotANumber as error:
            raise self.refuse(NO_NUMBER, example=formats.number(Decimal("62.5"))) from error
        minor = number.scaleb(currencies.decimals(self.around.currency))
        finer = max(0, -int(minor.normalize().as_tuple().exponent))
        return Price(int(minor.scaleb(finer)), self.per * 10**finer)

    def fill(self, value: Any) -> None:
        """The amount for one unit."""
        if value is None:
            self.typed[self.name] = ""
            return
        amount = currencies.from_minor(value.amount, self.around.currency) * self.per / value.per
        self.typed[self.name] = _plain(amount)


class DayControl(Control):
    """A day in three boxes."""

    template = "web/controls/day.html"
    parts: ClassVar[tuple[str, ...]] = (".d", ".m", ".y")

    @property
    def id(self) -> str:
        """The box of the day."""
        return f"i-{self.name.replace('.', '-')}-d"

    @property
    def boxes(self) -> tuple[str, ...]:
        """What stands in the three boxes."""
        return tuple(self.typed.get(self.name + part, "") for part in self.parts)

    def read(self) -> Any:
        """A date."""
        try:
            day, month, year = (int(box) for box in self.boxes)
            return dt.date(year if year > 99 else 2000 + year, month, day)
        except ValueError as error:
            raise self.refuse(NO_DAY) from error

    def fill(self, value: Any) -> None:
        """Day, month and year."""
        boxes = ("", "", "") if value is None else (str(value.day), str(value.month), str(value.year))
        self.typed.update({self.name + part: box for part, box in zip(self.parts, boxes, strict=True)})


class ReferenceControl(Control):
    """A list of what may be meant if it is short, else a search by code or name."""

    template = "web/controls/reference.html"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that may be named."""
        return self.spec.kinds if isinstance(self.spec, fields.Reference) else ()

    @property
    def short(self) -> bool:
        """Is the list shown?"""
        return bool(self.kinds) and lookup.count(self.kinds) <= lookup.SHORT_LIST

    @property
    def options(self) -> list[tuple[str, str]]:
        """What may be chosen."""
        return lookup.offered(self.kinds)

    @property
    def search(self) -> str:
        """The address that answers while one types."""
        return f"{self.around.find}?{'&'.join(f'kind={kind}' for kind in self.kinds)}"

    def read(self) -> Any:
        """The id of what was meant."""
        try:
            return lookup.find(self.kinds, self.text)
        except Refused as refused:
            raise Refused(*[one.at(self.spec.name) for one in refused.problems]) from refused

    def fill(self, value: Any) -> None:
        """The id in a list, the name in a search box."""
        text = str(value or "")
        self.typed[self.name] = text if self.short else lookup.names(self.around.book, [text]).get(text, text)


class FileControl(Control):
    """A proof or photo. Once sent it is kept, also when another field was wrong."""

    template = "web/controls/file.html"
    parts: ClassVar[tuple[str, ...]] = (".kept",)

    @property
    def kept(self) -> str:
        """The name of the file that is already here."""
        try:
            return str(loads(self.typed.get(f"{self.name}.kept", ""), salt="file")["name"])
        except BadSignature:
            return ""

    def take(self, data: Mapping[str, str]) -> None:
        """Keep an uploaded file at once."""
        super().take(data)
        upload = self.uploads.get(self.name)
        if upload is not None and upload.size:
            made = files.keep(upload.open(), upload.name or "file")  # type: ignore[arg-type]
            self.fill(made)

    def read(self) -> Any:
        """An ``Attached``."""
        try:
            return Attached(**loads(self.typed[f"{self.name}.kept"], salt="file"))
        except BadSignature as error:
            raise self.refuse(NO_FILE) from error

    def fill(self, value: Any) -> None:
        """What is kept, signed, so that only files sent here can be named."""
        if value is not None:
            self.typed[f"{self.name}.kept"] = dumps(
                {"sha256": value.sha256, "type": value.type, "size": value.size, "name": value.name},
                salt="file",
            )


CONTROLS: tuple[tuple[type[Field], type[Control]], ...] = (
    (fields.Choice, ChoiceControl),
    (fields.Flag, FlagControl),
    (fields.Whole, NumberControl),
    (fields.PriceField, PriceControl),
    (fields.Day, DayControl),
    (fields.Reference, ReferenceControl),
    (fields.Attachment, FileControl),
    (fields.Text, TextControl),
)


def control(spec: Field, around: Surroundings, prefix: str = "", default: Any = None) -> Control:
    """Return the control of a field, showing its default if it has one.

    Raises ``KeyError`` for a field that has no form of its own.
    """
    for kind, make in CONTROLS:
        if isinstance(spec, kind):
            made = make(spec, around, prefix, default=default)
            if made.preset:
                made.fill(default)
            return made
    raise KeyError(spec.name)


def default_of(cls: type[Row], name: str) -> Any:
    """Return what the entry class holds where a field is not given; none if it must be given."""
    found = next(part.default for part in dataclasses.fields(cls) if part.name == name)  # type: ignore[arg-type]
    return None if found is dataclasses.MISSING else found


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():f}" if number else "0"
    return text.replace(".", formats.decimal_sign())
