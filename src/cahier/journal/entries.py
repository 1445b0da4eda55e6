"""The journal's own kinds: opening a book, correcting, taking back an import, erasing, closing a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.journal import models
from cahier.journal.entry import Entry, Stamp, Subject, decode
from cahier.journal.fields import record, reference, text, whole
from cahier.journal.state import Fact


class Opened(Entry, kind="journal.opened", label=_("Book opened")):
    """A book was opened for an organisation; from here its chain begins."""

    name: str = text(_("Name of the organisation"))
    currency: str = text(_("Currency"), most=3, help=_("ISO 4217 code, such as XOF"))
    country: str = text(_("Country"), most=2, help=_("ISO 3166 code, such as CI"))
    language: str = text(_("Language"), most=8)


class Void(Entry, kind="journal.void", makes=(models.Correction,), label=_("Entry voided")):
    """An entry did not happen as written and counts no more. It stays readable with the reason."""

    target: str = reference(_("Entry"))
    why: str = text(_("Reason"), most=500)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One correction."""
        yield _correction(at, self.target, voids=True)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The entry that is corrected: two corrections of it contradict each other."""
        yield Subject("correction", self.target)


class Replace(
    Entry, kind="journal.replace", makes=(models.Correction,), subject="about", label=_("Entry corrected")
):
    """An entry was written wrongly; this is how it should read."""

    target: str = reference(_("Entry"))
    kind: str = text(_("Kind"), most=60)
    version: int = whole(_("Version"), least=1)
    content: Any = record(_("Content"))
    about: str = reference(_("Person"), default="")
    private: str = text(_("Personal part"), default="", most=20_000, personal=True)
    why: str = text(_("Reason"), most=500)

    def corrected(self) -> Entry | None:
        """Return the entry as it should read, or none for a kind that is not known here."""
        return decode(self.kind, self.version, {**self.content, **json.loads(self.private or "{}")})

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One correction."""
        yield _correction(at, self.target, voids=False)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The entry that is corrected."""
        yield Subject("correction", self.target)


class Withdraw(Entry, kind="journal.withdraw", makes=(models.Withdrawal,), label=_("Import taken back")):
    """A whole import is taken back: none of its entries counts."""

    batch: str = text(_("Import"), most=36)
    why: str = text(_("Reason"), most=500)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One withdrawal."""
        yield models.Withdrawal.fact(at, batch=self.batch)


class Erase(Entry, kind="journal.erase", makes=(models.Erasure,), label=_("Personal data erased")):
    """A person's personal data were erased. Weights and money stay; names do not."""

    person: str = reference(_("Person"))
    why: str = text(_("Reason"), most=500)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One erasure."""
        yield models.Erasure.fact(at, person=self.person)


class CloseFinding(
    Entry, kind="journal.close-finding", makes=(models.FindingClosed,), label=_("Finding closed")
):
    """Somebody looked at a finding and says what was done, or why it stands."""

    finding: str = text(_("Finding"), most=36)
    note: str = text(_("What was done"), most=500)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One closing."""
        yield models.FindingClosed.fact(at, finding=self.finding, note=self.note, day=at.day)


CORRECTIONS = (Void, Replace)


def _correction(at: Stamp, target: str, *, voids: bool) -> Fact:
    return models.Correction.fact(
        at, target=target, voids=voids, day=at.day, clock=at.clock, origin=at.origin, number=at.number
    )
