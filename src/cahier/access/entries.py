"""The vocabulary of access: grants, revocations and consents are entries of the book that gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.access import models
from cahier.access.roles import CHOICES
from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, reference, text
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import Problem, reason

GRANT_ENDS_FIRST = reason(
    "access.grant-order", "The grant ends before it begins. Change one of the two days."
)

HOLDERS = {"account": _("Account of a person"), "organisation": _("Organisation")}

WHAT = {
    "pages": _("Read pages"),
    "aggregates": _("Read figures without names"),
    "named": _("Read named records"),
    "role": _("Do what the role may do"),
}

PURPOSES = {
    "register": _("Being kept in the register"),
    "photo": _("Photographs"),
    "share-adviser": _("Sharing with the adviser"),
    "share-union": _("Sharing with the union or federation"),
    "share-buyer": _("Sharing with buyers"),
    "share-certifier": _("Sharing with certifiers"),
    "messages": _("Messages by telephone"),
    "research": _("Studies without names"),
}


class Grant(
    Entry, kind="access.grant", makes=(models.Grant,), label=_("Access granted"), named_by=("holder", "day")
):
    """Somebody outside or inside may read or act in this book, between two days, for a purpose."""

    holder_type: str = choice(_("Given to"), HOLDERS)
    holder: str = text(_("Account or organisation"), most=80)
    what: str = choice(_("What it opens"), WHAT)
    role: str = choice(_("Role"), CHOICES)
    first_day: dt.date = day(_("First day"))
    last_day: dt.date | None = day(_("Last day"), default=None)
    purpose: str = text(_("Purpose"), most=300)

    def shape(self) -> Iterable[Problem]:
        """A grant does not end before it begins."""
        if self.last_day is not None and self.last_day < self.first_day:
            yield GRANT_ENDS_FIRST().at("last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One grant."""
        yield models.Grant.fact(
            at, holder_type=self.holder_type, holder=self.holder, what=self.what, role=self.role,
            purpose=self.purpose, first_day=days.number(self.first_day),
            last_day=days.number(self.last_day) if self.last_day else None, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This grant."""
        yield Subject("grant", at.id)


class Revoke(Entry, kind="access.revoke", makes=(models.Revocation,), label=_("Access revoked")):
    """A grant was taken back: this day is the first without it."""

    grant: str = reference(_("Access grant"), "access.grant")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One revocation."""
        yield models.Revocation.fact(at, grant=self.grant, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The grant."""
        yield Subject("grant", self.grant)


class Consent(Entry, kind="access.consent", makes=(models.Consent,), label=_("Consent given or withdrawn")):
    """A person said yes or no to a use of data about her, on this day."""

    person: str = reference(_("Person"), "registry.person")
    purpose: str = choice(_("Purpose"), PURPOSES)
    given: bool = flag(_("Consent is given"))

    def _key(self) -> str:
        return derived_id("consent", self.person, self.purpose)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One word on one purpose."""
        yield models.Consent.fact(
            at, person=self.person, purpose=self.purpose, given=self.given, key=self._key(), day=at.day,
            clock=at.clock, origin=at.origin, number=at.number,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This person and this purpose."""
        yield Subject("consent", self._key())
