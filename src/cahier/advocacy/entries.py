"""The vocabulary of advocacy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cahier.advocacy import models
from cahier.advocacy.words import ANSWERS, AUDIENCES, LEVELS, MANDATES, PLATFORMS, SIDES, STEPS
from cahier.governance.done import number
from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import choice, day, flag, money, reference, rows, text, whole
from cahier.journal.state import Fact


class Position(
    Entry, kind="advocacy.position", makes=(models.Position,), label=_("Position taken"), named_by=("theme", "day")
):  # fmt: skip
    """The organisation took a position; ``mandate`` says which body gave it (KI-01)."""

    theme: str = text(_("Theme"), most=200)
    mandate: str = choice(_("Mandate of"), MANDATES)
    meeting: str = reference(_("Meeting"), "governance.meeting", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One position."""
        yield models.Position.fact(
            at, theme=self.theme, mandate=self.mandate, meeting=self.meeting, day=at.day
        )


class Proposal(
    Entry, kind="advocacy.proposal", makes=(models.Proposal,), label=_("Proposal made"), named_by=("subject", "day")
):  # fmt: skip
    """A proposal was put to an authority, a buyer or another body on this day."""

    to: str = text(_("Addressed to"), most=160)
    subject: str = text(_("Subject"), most=300)
    written: bool = flag(_("In writing"))
    position: str = reference(_("Position"), "advocacy.position", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One proposal."""
        yield models.Proposal.fact(
            at, position=self.position, to=self.to, subject=self.subject, written=self.written, day=at.day
        )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This proposal."""
        yield Subject("proposal", at.id)


class ProposalAnswered(
    Entry, kind="advocacy.proposal-answered", makes=(models.Answer,), label=_("Proposal answered")
):
    """A proposal was answered on this day."""

    proposal: str = reference(_("Proposal"), "advocacy.proposal")
    written: bool = flag(_("In writing"))
    outcome: str = choice(_("Answer"), ANSWERS)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One answer."""
        yield models.Answer.fact(
            at, proposal=self.proposal, written=self.written, outcome=self.outcome, day=at.day
        )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The proposal answered."""
        yield Subject("proposal", self.proposal)


class DutyRow(Row):
    """What one side has to do, and by when."""

    side: str = choice(_("Which side"), SIDES)
    wording: str = text(_("Duty"), most=300)
    due: dt.date | None = day(_("Due on"), default=None)
    amount: int | None = money(_("Amount"), default=None)


class Agreement(
    Entry, kind="advocacy.agreement", makes=(models.Agreement, models.Duty), label=_("Agreement"),
    named_by=("title", "day"),
):  # fmt: skip
    """An agreement was signed on this day, with the duties of both sides (KI-05)."""

    partner: str = text(_("Partner"), most=160)
    title: str = text(_("Title"), most=200)
    until: dt.date | None = day(_("Last day"), default=None)
    position: str = reference(_("Position"), "advocacy.position", default="")
    duties: tuple[DutyRow, ...] = rows(_("Duties"), DutyRow)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One agreement and its duties."""
        yield models.Agreement.fact(
            at, partner=self.partner, title=self.title, position=self.position, until=number(self.until), day=at.day
        )  # fmt: skip
        for line, row in enumerate(self.duties):
            yield models.Duty.fact(
                at, line, side=row.side, wording=row.wording, due=number(row.due), amount=row.amount, day=at.day
            )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This agreement."""
        yield Subject("agreement", at.id)


class DutyKept(
    Entry, kind="advocacy.duty-kept", makes=(models.DutyStep,), label=_("Duty started, kept or dropped")
):
    """What became of one duty of an agreement on this day."""

    agreement: str = reference(_("Agreement"), "advocacy.agreement")
    duty: int = whole(
        _("Number of the duty"), least=1, most=500, help=_("1 is the first duty of the agreement")
    )
    state: str = choice(_("What became of it"), STEPS, default="kept")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One step."""
        yield models.DutyStep.fact(
            at, agreement=self.agreement, duty=self.duty - 1, state=self.state, day=at.day, clock=at.clock,
            origin=at.origin, number=at.number,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The agreement."""
        yield Subject("agreement", self.agreement)


class FeedbackGiven(
    Entry, kind="advocacy.feedback-given", makes=(models.Feedback,), label=_("Members told what came of it")
):
    """Members were told on this day what became of their positions."""

    to: str = choice(_("Told to"), AUDIENCES, default="assembly")
    meeting: str = reference(_("Meeting"), "governance.meeting", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One report to members."""
        yield models.Feedback.fact(at, meeting=self.meeting, to=self.to, day=at.day)


class SeatInPlatform(
    Entry,
    kind="advocacy.seat",
    makes=(models.PlatformSeat,),
    label=_("Seat obtained"),
    named_by=("platform",),
):
    """The organisation has a seat in a union, a platform or a council from this day."""

    platform: str = text(_("Body"), most=160)
    type: str = choice(_("Type"), PLATFORMS)
    person: str = reference(_("Held by"), "registry.person", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One seat."""
        yield models.PlatformSeat.fact(
            at, platform=self.platform, type=self.type, person=self.person, day=at.day
        )


class SeatEnded(Entry, kind="advocacy.seat-ended", makes=(models.PlatformSeatEnd,), label=_("Seat lost")):
    """A seat was given up or lost: this day is the first without it."""

    seat: str = reference(_("Seat"), "advocacy.seat")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One end."""
        yield models.PlatformSeatEnd.fact(at, seat=self.seat, day=at.day)


class PlatformMeeting(
    Entry, kind="advocacy.platform-meeting", makes=(models.PlatformMeeting,), label=_("Meeting of a platform")
):
    """A body in which the organisation has a seat met on this day."""

    seat: str = reference(_("Seat"), "advocacy.seat")
    attended: bool = flag(_("We were there"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One meeting."""
        yield models.PlatformMeeting.fact(at, seat=self.seat, attended=self.attended, day=at.day)


class Dues(Entry, kind="advocacy.dues", makes=(models.Dues,), label=_("Dues owed"), named_by=("to", "due")):
    """Dues to a union or federation became known; they are payable by a day."""

    to: str = reference(_("Owed to"), "registry.organisation")
    amount: int = money(_("Amount"), least=1)
    due: dt.date = day(_("Due on"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One sum owed."""
        yield models.Dues.fact(at, to=self.to, amount=self.amount, due=number(self.due), day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """These dues."""
        yield Subject("dues", at.id)


class DuesPaid(Entry, kind="advocacy.dues-paid", makes=(models.DuesPayment,), label=_("Dues paid")):
    """Dues were paid on this day, in whole or in part."""

    dues: str = reference(_("Dues"), "advocacy.dues")
    amount: int = money(_("Amount"), least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One payment."""
        yield models.DuesPayment.fact(at, dues=self.dues, amount=self.amount, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The dues."""
        yield Subject("dues", self.dues)


class PublicMoney(
    Entry, kind="advocacy.public-money", makes=(models.PublicMoney,), label=_("Public money obtained")
):
    """A local or national budget line was obtained for members on this day."""

    source: str = text(_("Obtained from"), most=160)
    level: str = choice(_("Level"), LEVELS)
    purpose: str = text(_("What for"), default="", most=200)
    amount: int = money(_("Amount"))
    agreement: str = reference(_("Agreement"), "advocacy.agreement", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One budget line."""
        yield models.PublicMoney.fact(
            at, source=self.source, level=self.level, purpose=self.purpose, amount=self.amount,
            agreement=self.agreement, day=at.day,
        )  # fmt: skip
