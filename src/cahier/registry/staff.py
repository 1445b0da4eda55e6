"""Entries about the people whom the organisation employs, and about tasks that hang on one person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, reference, text
from cahier.journal.state import Fact
from cahier.registry import models

CONTRACTS = {
    "permanent": _("Permanent"),
    "fixed-term": _("Fixed term"),
    "seasonal": _("Seasonal"),
    "indemnity": _("Volunteer with an indemnity"),
    "seconded": _("Seconded by a partner"),
}

LEAVING = {
    "contract-ended": _("End of contract"),
    "resigned": _("Resigned"),
    "dismissed": _("Dismissed"),
    "retired": _("Retired"),
    "other": _("Other"),
}


class Hired(Entry, kind="registry.hired", makes=(models.Employment,), label=_("Staff hired")):
    """A person began to work for the organisation on this day (KA-11)."""

    person: str = reference(_("Person"), "registry.person")
    post: str = text(_("Post"), most=80)
    contract: str = choice(_("Contract"), CONTRACTS, default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One employment."""
        yield models.Employment.fact(
            at, person=self.person, post=self.post, contract=self.contract, day=at.day
        )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This employment."""
        yield Subject("employment", at.id)


class StaffLeft(Entry, kind="registry.staff-left", makes=(models.EmploymentEnd,), label=_("Staff left")):
    """An employment ended: this day is the first without it."""

    employment: str = reference(_("Employment"), "registry.hired")
    why: str = choice(_("Reason"), LEAVING, default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One end."""
        yield models.EmploymentEnd.fact(at, employment=self.employment, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The employment that ended."""
        yield Subject("employment", self.employment)


class CriticalTask(
    Entry, kind="registry.critical-task", makes=(models.CriticalTask,), label=_("Critical task"), named_by=("task",)
):  # fmt: skip
    """A task without which the organisation stops, and who does it (KA-10)."""

    task: str = text(_("Task"), most=120)
    holder: str = reference(_("Done by"), "registry.person", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One task."""
        yield models.CriticalTask.fact(at, task=self.task, holder=self.holder, day=at.day)


class SubstituteTrained(
    Entry, kind="registry.substitute-trained", makes=(models.Substitute,), label=_("Substitute trained")
):
    """Somebody else can now do a critical task."""

    task: str = reference(_("Task"), "registry.critical-task")
    person: str = reference(_("Substitute"), "registry.person")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One substitute."""
        yield models.Substitute.fact(at, task=self.task, person=self.person, day=at.day)
