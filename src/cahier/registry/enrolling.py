"""Enrolling a member: a person and her membership, written together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse

from cahier.journal.actor import Actor
from cahier.journal.models import Book
from cahier.journal.write import Draft, Mode, Written, write
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Joined, Person
from cahier.web.controls import Surroundings, control
from cahier.web.forms import EntryForm, read_all


class EnrolForm(EntryForm):
    """The form of a person with one question more: the section she joins. The day is that of joining."""

    def __init__(
        self,
        book: Book,
        data: Mapping[str, str] | None = None,
        uploads: Mapping[str, UploadedFile[Any]] | None = None,
    ) -> None:
        super().__init__(Person, book, data, uploads)
        around = Surroundings(book.id, book.currency, reverse("find", args=[book.slug]))
        section = control(Joined.FIELDS["section"], around)
        if data is not None:
            section.take(data)
        self.controls.insert(-1, section)

    def drafts(self) -> list[Draft]:
        """Return the person and the membership. Raises ``Refused`` with everything wrong in the form."""
        values, problems = read_all(self.controls)
        if problems:
            raise Refused(*problems)
        section = values.pop("section")
        joined = Joined(day=values["day"], person=self.id, section=section)
        return [Draft(Person(**values), id=self.id), Draft(joined, id=derived_id("enrolled", self.id))]

    def write(self, actor: Actor, mode: Mode = Mode.FORM) -> Written | None:
        """Write both entries; none if one is refused, and the form says why."""
        try:
            return write(self.book.id, self.drafts(), actor=actor, mode=mode)
        except Refused as refused:
            self.refuse(refused.problems)
            return None
