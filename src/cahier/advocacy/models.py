"""State of advocacy: positions, proposals and answers, agreements and duties, seats, dues, public money."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class Position(FactModel):
    """A position was taken on ``day``. ``mandate`` says who gave it: assembly, section, board or none."""

    theme = models.CharField(max_length=200)
    mandate = models.CharField(max_length=10)
    meeting = models.CharField(max_length=36, blank=True)
    day = DayField()


class Proposal(FactModel):
    """A proposal was put to somebody on ``day`` (KI-04)."""

    position = models.CharField(max_length=36, blank=True)
    to = models.CharField(max_length=160)
    subject = models.CharField(max_length=300)
    written = models.BooleanField()
    day = DayField()


class Answer(FactModel):
    """A proposal was answered on ``day``."""

    proposal = IdField()
    written = models.BooleanField()
    outcome = models.CharField(max_length=10)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "proposal"], name="answer_proposal")]


class Agreement(FactModel):
    """An agreement with a partner, signed on ``day``; ``until`` is its last day."""

    partner = models.CharField(max_length=160)
    title = models.CharField(max_length=200)
    position = models.CharField(max_length=36, blank=True)
    until = DayField(null=True)
    day = DayField()


class Duty(FactModel):
    """One duty of an agreement (``id`` is the agreement's). ``side`` is own or other."""

    side = models.CharField(max_length=5)
    wording = models.CharField(max_length=300)
    due = DayField(null=True)
    amount = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "due"], name="duty_due")]


class DutyStep(FactModel):
    """A duty (row ``duty``, from 0, of an agreement) was started, kept or dropped on ``day``."""

    agreement = IdField()
    duty = models.SmallIntegerField()
    state = models.CharField(max_length=8)
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "agreement"], name="duty_step_agreement")]


class AgreementStatus(FoldModel):
    """How an agreement stands, duties counted by side: all, kept, dropped. What is due is read from ``Duty``."""

    own_duties = models.BigIntegerField()
    own_kept = models.BigIntegerField()
    own_dropped = models.BigIntegerField()
    other_duties = models.BigIntegerField()
    other_kept = models.BigIntegerField()
    other_dropped = models.BigIntegerField()


class Feedback(FactModel):
    """Members were told on ``day`` what became of their positions (KI-07)."""

    meeting = models.CharField(max_length=36, blank=True)
    to = models.CharField(max_length=10)
    day = DayField()


class PlatformSeat(FactModel):
    """The organisation has a seat in a platform, union or council since ``day`` (KI-02)."""

    platform = models.CharField(max_length=160)
    type = models.CharField(max_length=16)
    person = models.CharField(max_length=36, blank=True)
    day = DayField()


class PlatformSeatEnd(FactModel):
    """A seat was given up or lost; ``day`` is the first day without it."""

    seat = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "seat"], name="platform_seat_end")]


class PlatformMeeting(FactModel):
    """A meeting of the body in which the organisation has a seat; ``attended`` tells whether it was there."""

    seat = IdField()
    attended = models.BooleanField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "seat"], name="platform_meeting_seat")]


class Dues(FactModel):
    """Dues to a union or federation, payable by ``due``, in minor units of the book's currency (KI-03)."""

    to = IdField()
    amount = models.BigIntegerField()
    due = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "due"], name="dues_due")]


class DuesPayment(FactModel):
    """Dues were paid, in whole or in part, on ``day``."""

    dues = IdField()
    amount = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "dues"], name="dues_payment")]


class PublicMoney(FactModel):
    """A local or national budget line was obtained for members on ``day`` (KI-06)."""

    source = models.CharField(max_length=160)
    level = models.CharField(max_length=10)
    purpose = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    agreement = models.CharField(max_length=36, blank=True)
    day = DayField()
