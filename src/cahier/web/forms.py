"""The page form of an entry class: drawn from its fields, read back into an entry.

The id of the entry is made when the form is shown and travels in it, so that pressing the button twice, or
sending again after the network failed, writes once. A form refuses with every problem at its field and keeps
every text that was typed::

    form = EntryForm(Joined, request.book)            # an empty form
    form = EntryForm(Joined, request.book, request.POST, request.FILES)
    if form.pressed_write and (written := form.write(request.actor)):
        return redirect(...)
    return page(request, "web/write.html", form=form, ...)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext as _

from cahier.journal import fields
from cahier.journal.actor import Actor
from cahier.journal.entry import Entry, Row
from cahier.journal.models import Book
from cahier.journal.write import Draft, Mode, Written, write
from cahier.kernel import ids
from cahier.kernel.refusals import Problem, Refused
from cahier.web import formats
from cahier.web.controls import Control, Surroundings, control, default_of

_SPARE = 2
_MOST_ROWS = 500


class RowsControl:
    """The rows of an entry: those filled in, and two blank ones; more come with the button, without script."""

    template = "web/controls/rows.html"

    def __init__(self, spec: fields.Rows, around: Surroundings) -> None:
        self.spec, self.around, self.error = spec, around, ""
        self.rows: list[list[Control]] = []
        self.grow(max(spec.least, 1) + _SPARE - 1)

    @property
    def name(self) -> str:
        """The name of the rows."""
        return self.spec.name

    @property
    def id(self) -> str:
        """The anchor."""
        return f"i-{self.name}"

    def grow(self, count: int) -> None:
        """Add blank rows."""
        for _step in range(count):
            prefix = f"{self.name}.{len(self.rows) + 1}."
            of = self.spec.of
            self.rows.append(
                [control(spec, self.around, prefix, default_of(of, name)) for name, spec in of.FIELDS.items()]
            )

    def take(self, data: Mapping[str, str], uploads: Mapping[str, UploadedFile[Any]]) -> None:
        """Read the rows that were sent, close up over blank ones, and leave blank ones at the end."""
        sent = _count(data.get(f"{self.name}.count", ""))
        self.rows = []
        self.grow(sent)
        for row in self.rows:
            for one in row:
                one.uploads = uploads
                one.take(data)
        kept = [row for row in self.rows if not all(one.untouched() for one in row)]
        for place, row in enumerate(kept, start=1):
            _renumber(row, f"{self.name}.{place}.")
        self.rows = kept
        self.filled = len(kept)
        self.grow(max(_SPARE, self.spec.least - len(kept)))

    filled = 0

    def value(self) -> tuple[Any, ...]:
        """Return the row objects. Raises ``Refused`` with what cannot be read in any of them."""
        problems: list[Problem] = []
        made: list[Row] = []
        for place, row in enumerate(self.rows[: self.filled], start=1):
            values, wrong = read_all(row)
            problems += [one.at(f"{self.name}.{place}.{one.where}") for one in wrong]
            if not wrong:
                made.append(self.spec.of(**values))
        if problems:
            raise Refused(*problems)
        return tuple(made)

    def fill(self, value: Iterable[Row]) -> None:
        """Show stored rows."""
        self.rows = []
        for row in value:
            self.grow(1)
            for one in self.rows[-1]:
                one.fill(getattr(row, one.spec.name))
        self.filled = len(self.rows)
        self.grow(_SPARE)

    def blank(self) -> bool:
        """Tell whether no row is filled in."""
        return self.filled == 0


def _count(text: str) -> int:
    return min(int(text), _MOST_ROWS) if text.isascii() and text.isdigit() else 0


def _renumber(row: list[Control], prefix: str) -> None:
    for one in row:
        texts = [one.typed.get(one.name + part, "") for part in one.parts]
        one.prefix = prefix
        one.typed = {one.name + part: text for part, text in zip(one.parts, texts, strict=True)}


def read_all(controls: Iterable[Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values of controls by field name, and what cannot be read or is wrong by itself."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for one in controls:
        try:
            values[one.spec.name] = one.value()
        except Refused as refused:
            problems += refused.problems
        else:
            problems += one.spec.problems(values[one.spec.name])
    return values, problems


class EntryForm:
    """The form of one entry class in one book. Inside the scope of the book."""

    def __init__(
        self,
        cls: type[Entry],
        book: Book,
        data: Mapping[str, str] | None = None,
        uploads: Mapping[str, UploadedFile[Any]] | None = None,
        *,
        leave_out: Iterable[str] = (),
        fixed: Mapping[str, Any] | None = None,
    ) -> None:
        """``fixed`` values are neither shown nor read; ``leave_out`` fields keep their default."""
        self.cls, self.book, self.data = cls, book, data
        self.fixed = dict(fixed or {})
        hidden = {*leave_out, *self.fixed}
        around = Surroundings(book.id, book.currency, reverse("find", args=[book.slug]))
        self.controls: list[Any] = [
            RowsControl(spec, around)
            if isinstance(spec, fields.Rows)
            else control(spec, around, default=default_of(cls, name))
            for name, spec in cls.FIELDS.items()
            if name not in hidden and not isinstance(spec, fields.Record)
        ]
        self.controls.sort(key=lambda one: one.spec.name == "day" and len(cls.FIELDS) > 1)
        self.summary: list[tuple[str, str]] = []
        self.id = ids.new_id()
        if data is None:
            self.fill({"day": dt.datetime.now().astimezone().date()})
        else:
            self._take(data, uploads or {})

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these stored values."""
        for one in self.controls:
            if one.spec.name in values:
                one.fill(values[one.spec.name])

    def fill_from(self, entry: Entry) -> None:
        """Show an entry, to correct it."""
        self.fill({name: getattr(entry, name) for name in entry.FIELDS})

    @property
    def pressed_write(self) -> bool:
        """Was the form sent to be written, not only to get more rows?"""
        return self.data is not None and "_more" not in self.data

    def entry(self) -> Entry:
        """Return the entry that was typed. Raises ``Refused`` with everything wrong in it."""
        values, problems = read_all(self.controls)
        if problems:
            raise Refused(*problems)
        return self.cls(**values, **self.fixed)

    def write(self, actor: Actor, mode: Mode = Mode.FORM) -> Written | None:
        """Write the entry and return what came of it; none if it is refused, and the form says why."""
        try:
            return write(self.book.id, [Draft(self.entry(), id=self.id)], actor=actor, mode=mode)
        except Refused as refused:
            self.refuse(refused.problems)
            return None

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at its field and into the summary."""
        for problem in problems:
            one = self.at(problem.where)
            if one is None:
                self.summary.append(("", formats.say(problem, self.book.currency)))
                continue
            sentence = (
                one.told(problem) if isinstance(one, Control) else formats.say(problem, self.book.currency)
            )
            one.error = one.error or sentence
            if (one.id, sentence) not in self.summary:
                self.summary.append((one.id, sentence))

    def at(self, where: str) -> Any:
        """Return the control that a place names: ``net``, ``rows.2.net``; none for no field of this form."""
        name, _dot, rest = where.partition(".")
        found = next((one for one in self.controls if one.spec.name == name), None)
        if isinstance(found, RowsControl) and rest:
            place, _dot, inner = rest.partition(".")
            row = found.rows[int(place) - 1] if place.isdigit() and int(place) <= len(found.rows) else []
            return next((one for one in row if one.spec.name == inner), found)
        return found

    def _take(self, data: Mapping[str, str], uploads: Mapping[str, UploadedFile[Any]]) -> None:
        self.id = data.get("_id", "") if ids.is_id(data.get("_id", "")) else self.id
        for one in self.controls:
            if isinstance(one, RowsControl):
                one.take(data, uploads)
                if data.get("_more") == one.name:
                    one.grow(_SPARE)
                continue
            one.uploads = uploads
            try:
                one.take(data)
            except Refused as refused:
                self.refuse([problem.at(one.spec.name) for problem in refused.problems])


def has_form(cls: type[Entry]) -> bool:
    """Tell whether a kind can be written with the generated form: none of its needed parts is a record."""
    return not any(isinstance(spec, fields.Record) and not spec.optional for spec in cls.FIELDS.values())


def told_written(written: Written) -> str:
    """Return what to say after writing."""
    if written.findings:
        return _("Written. The book has a question about it: see what needs you.")
    return _("Written.")
