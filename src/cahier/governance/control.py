"""Entries about control and duties: supervision, audits, filings, disputes, deals, restitution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.governance import models
from cahier.governance.done import Closing, done, number
from cahier.governance.words import DISPUTES, MATTERS, OUTCOMES
from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, money, reference, serial, text, whole
from cahier.journal.state import Fact
from cahier.kernel.refusals import Problem, reason

PERIOD_ENDS_FIRST = reason(
    "governance.period-order", "The period ends before it begins. Change one of the two days."
)


class SupervisoryReport(
    Entry, kind="governance.supervisory-report", makes=(models.SupervisoryReport,),
    label=_("Supervisory report"), named_by=("day",),
):  # fmt: skip
    """The supervisory committee delivered a report on this day (KG-11)."""

    first_day: dt.date | None = day(_("Period: first day"), default=None)
    last_day: dt.date | None = day(_("Period: last day"), default=None)
    raised: int = whole(_("Findings raised"), default=0)

    def shape(self) -> Iterable[Problem]:
        """The period does not end before it begins."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            yield PERIOD_ENDS_FIRST().at("last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One report."""
        yield models.SupervisoryReport.fact(
            at, first_day=number(self.first_day), last_day=number(self.last_day), raised=self.raised or 0, day=at.day
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The report, whose findings are cleared."""
        yield Subject("report", at.id)


class Audit(
    Entry, kind="governance.audit", makes=(models.Audit,), label=_("Audit report"), named_by=("day",)
):
    """An auditor delivered a report on this day (KA-07, KA-08)."""

    outside: bool = flag(_("By somebody from outside"))
    auditor: str = text(_("Auditor"), default="", most=120)
    period_end: dt.date | None = day(_("Accounts closed on"), default=None)
    raised: int = whole(_("Remarks raised"), default=0)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One audit."""
        yield models.Audit.fact(
            at, outside=self.outside, auditor=self.auditor, period_end=number(self.period_end),
            raised=self.raised or 0, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The report, whose remarks are cleared."""
        yield Subject("report", at.id)


class _Cleared(Entry):
    """What clearing findings and remarks have in common."""

    report: str = reference(_("Report"), "governance.supervisory-report", "governance.audit")
    count: int = whole(_("How many"), default=1, least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """So many put right."""
        yield models.Cleared.fact(at, report=self.report, count=self.count or 0, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The report."""
        yield Subject("report", self.report)


class FindingsCleared(
    _Cleared, kind="governance.findings-cleared", makes=(models.Cleared,),
    label=_("Supervisory findings put right"),
):  # fmt: skip
    """Findings of the supervisory committee were put right."""

    report: str = reference(_("Report"), "governance.supervisory-report")


class AuditRemarksCleared(
    _Cleared, kind="governance.audit-remarks-cleared", makes=(models.Cleared,),
    label=_("Audit remarks put right"),
):  # fmt: skip
    """Remarks of an audit were put right."""

    report: str = reference(_("Audit"), "governance.audit")


class Filing(
    Entry, kind="governance.filing", makes=(models.Filing, models.Done), label=_("Filing due"),
    named_by=("duty", "due"),
):  # fmt: skip
    """Something has to be filed with an authority by a day (KA-09)."""

    duty: str = text(_("What is filed"), most=120)
    authority: str = text(_("With whom"), default="", most=120)
    due: dt.date = day(_("Due on"))
    done_on: dt.date | None = day(_("Filed on"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One duty."""
        yield models.Filing.fact(
            at, duty=self.duty, authority=self.authority, due=number(self.due), day=at.day
        )
        yield from done(at, "filing", at.id, self.done_on)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This filing."""
        yield Subject("filing", at.id)


class FilingDone(Closing, kind="governance.filing-done", makes=(models.Done,), label=_("Filing done")):
    """A filing was handed in on this day."""

    MATTER, TARGET = "filing", "filing"

    filing: str = reference(_("Filing"), "governance.filing")


class Complaint(
    Entry, kind="governance.complaint", makes=(models.Complaint, models.Done), subject="complainant",
    label=_("Complaint or conflict"), named_by=("number", "day"),
):  # fmt: skip
    """A complaint was brought or a conflict became known on this day (KG-13). Names go into the account."""

    number: str = serial(_("Number"), series="complaint")
    type: str = choice(_("Type"), DISPUTES, default="complaint")
    about: str = choice(_("About"), MATTERS, default="other")
    section: str = reference(_("Section"), "registry.section", default="")
    complainant: str = reference(_("Brought by"), "registry.person", default="")
    account: str = text(
        _("What happened"), default="", most=2000, lines=5, personal=True,
        help=_("Read only by those who settle it"),
    )  # fmt: skip
    closed_on: dt.date | None = day(_("Closed on"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One dispute."""
        yield models.Complaint.fact(
            at, number=self.number, type=self.type, about=self.about, section=self.section,
            complainant=self.complainant, account=self.account, day=at.day,
        )  # fmt: skip
        yield from done(at, "complaint", at.id, self.closed_on)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This dispute."""
        yield Subject("complaint", at.id)


class ComplaintClosed(
    Closing, kind="governance.complaint-closed", makes=(models.Done,), label=_("Complaint or conflict closed")
):
    """A complaint or a conflict was settled on this day."""

    MATTER, TARGET = "complaint", "complaint"

    complaint: str = reference(_("Complaint or conflict"), "governance.complaint")
    outcome: str = choice(_("Outcome"), OUTCOMES, default="")


class RelatedPartyDeal(
    Entry, kind="governance.related-party-deal", makes=(models.RelatedPartyDeal, models.Done),
    label=_("Deal with a leader or their kin"),
):  # fmt: skip
    """A deal between the organisation and one of its leaders, or kin of one, became known (KG-12)."""

    person: str = reference(_("Leader concerned"), "registry.person")
    what: str = text(_("What for"), most=200)
    amount: int | None = money(_("Amount"), default=None)
    disclosed_on: dt.date | None = day(_("Disclosed on"), default=None)
    meeting: str = reference(_("Disclosed to"), "governance.meeting", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One deal."""
        yield models.RelatedPartyDeal.fact(
            at, person=self.person, what=self.what, amount=self.amount, day=at.day
        )
        yield from done(at, "deal", at.id, self.disclosed_on, self.meeting)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This deal."""
        yield Subject("deal", at.id)


class DealDisclosed(
    Closing, kind="governance.deal-disclosed", makes=(models.Done,), label=_("Deal disclosed")
):
    """A deal with a leader or their kin was disclosed on this day."""

    MATTER, TARGET = "deal", "deal"

    deal: str = reference(_("Deal"), "governance.related-party-deal")
    meeting: str = reference(_("Disclosed to"), "governance.meeting", default="")


class Restitution(
    Entry, kind="governance.restitution", makes=(models.Restitution,), label=_("Assessment presented to members")
):  # fmt: skip
    """The results of an assessment were presented to the members on this day (KG-09)."""

    assessment: str = reference(_("Assessment"), default="")
    assessed: dt.date = day(_("Assessment agreed on"))
    meeting: str = reference(_("Meeting"), "governance.meeting", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One restitution."""
        yield models.Restitution.fact(
            at, assessment=self.assessment, assessed=number(self.assessed), meeting=self.meeting, day=at.day
        )
