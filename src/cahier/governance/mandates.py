"""Entries about offices: who holds which, since when, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.governance import models
from cahier.governance.done import number
from cahier.governance.words import BODIES, OFFICES, SINGLE_SEAT
from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, reference
from cahier.journal.state import Fact
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import Problem, reason

TERM_ENDS_FIRST = reason(
    "governance.term-order", "The term ends before it begins. Change one of the two days."
)

ENDINGS = {
    "resigned": _("Resigned"),
    "revoked": _("Revoked by the assembly"),
    "replaced": _("Replaced at an election"),
    "died": _("Died"),
    "left": _("Left the organisation"),
    "other": _("Other"),
}


class Mandate(
    Entry, kind="governance.mandate", makes=(models.Mandate,), label=_("Mandate"),
    named_by=("office", "person", "day"),
):  # fmt: skip
    """A person holds an office from this day: elected, named or hired."""

    person: str = reference(_("Person"), "registry.person")
    office: str = choice(_("Office"), OFFICES)
    body: str = choice(_("Body"), BODIES)
    section: str = reference(_("Section"), "registry.section", default="")
    meeting: str = reference(_("Elected by"), "governance.meeting", default="")
    replaces: str = reference(_("Takes the seat of"), "governance.mandate", default="")
    until: dt.date | None = day(_("Last day of the term"), default=None)

    def shape(self) -> Iterable[Problem]:
        """A term does not end before it begins."""
        if self.until is not None and self.until < self.day:
            yield TERM_ENDS_FIRST().at("until")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One mandate."""
        yield models.Mandate.fact(
            at, person=self.person, office=self.office, body=self.body, section=self.section,
            meeting=self.meeting, replaces=self.replaces, single=self.office in SINGLE_SEAT,
            seat=derived_id("seat", self.body, self.office, self.section), until=number(self.until), day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This mandate, the one it follows, and the offices of the book together."""
        yield Subject("mandate", at.id)
        yield Subject("seats", at.book)
        if self.replaces:
            yield Subject("mandate", self.replaces)


class MandateEnded(
    Entry, kind="governance.mandate-ended", makes=(models.MandateEnd,), label=_("Mandate ended")
):
    """A mandate ended before its term, or was handed over: this day is the first without it."""

    mandate: str = reference(_("Mandate"), "governance.mandate")
    why: str = choice(_("Reason"), ENDINGS, default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One end."""
        yield models.MandateEnd.fact(at, mandate=self.mandate, why=self.why, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The mandate that ended, and the offices of the book together."""
        yield Subject("mandate", self.mandate)
        yield Subject("seats", at.book)
