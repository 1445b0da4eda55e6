"""The form that opens a book: the opening entry's fields, its currency, country and language offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from babel.core import get_global

from cahier.journal import fields
from cahier.journal.actor import Actor
from cahier.journal.entries import Opened
from cahier.journal.models import Book
from cahier.journal.opening import open_book
from cahier.kernel import ids
from cahier.kernel.names import fold
from cahier.kernel.refusals import Problem, Refused
from cahier.web import formats
from cahier.web.context import LANGUAGES
from cahier.web.controls import ChoiceControl, Control, Surroundings, control
from cahier.web.forms import read_all


class OpeningForm:
    """Name, country, currency and language of an organisation."""

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        self.id = ids.new_id()
        self.summary: list[tuple[str, str]] = []
        around = Surroundings("", "")
        self.controls: list[Control] = [
            control(Opened.FIELDS["name"], around),
            _offered("country", _countries(), around),
            _offered("currency", _currencies(), around),
            _offered("language", LANGUAGES, around),
        ]
        if data is None:
            self.controls[-1].fill(formats.language())
            return
        self.id = data.get("_id", "") if ids.is_id(data.get("_id", "")) else self.id
        for one in self.controls:
            one.take(data)

    def open(self, actor: Actor) -> str:
        """Open the book and return its slug; a second copy of the same form finds it open already."""
        values, problems = read_all(self.controls)
        if problems:
            raise Refused(*problems)
        there = Book.objects.filter(id=self.id).first()
        if there is None:
            actor.require("write", self.id, Opened.KIND)
            day = dt.datetime.now().astimezone().date()
            open_book(**values, day=day, actor=actor, book=self.id)
            there = Book.objects.get(id=self.id)
        return there.slug

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at its field and into the summary."""
        for problem in problems:
            one = next((one for one in self.controls if one.spec.name == problem.where), None)
            sentence = one.told(problem) if one else formats.say(problem)
            if one:
                one.error = sentence
            self.summary.append((one.id if one else "", sentence))


def _offered(name: str, choices: Mapping[str, Any], around: Surroundings) -> Control:
    spec = fields.Choice(label=Opened.FIELDS[name].label, choices=choices, name=name)
    return ChoiceControl(spec, around)


def _locale() -> Locale:
    return Locale.parse(formats.language())


def _countries() -> dict[str, str]:
    """Countries by their names in the reader's language."""
    named = {code: name for code, name in _locale().territories.items() if len(code) == 2 and code.isalpha()}
    known = get_global("territory_currencies")
    return dict(sorted(((c, n) for c, n in named.items() if c in known), key=lambda one: fold(one[1])))


def _currencies() -> dict[str, str]:
    """Currencies in use today, by name."""
    current = {
        code
        for listed in get_global("territory_currencies").values()
        for code, _start, end, tender in listed
        if end is None and tender
    }
    named = _locale().currencies
    return dict(sorted(((c, f"{named.get(c, c)} ({c})") for c in current), key=lambda one: fold(one[1])))
