"""State of governance: statutes in force, meetings, decisions, mandates, control, duties and disputes."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class BodyRules(FactModel):
    """What the statutes say from ``day`` on; every rule may be unknown (empty). The latest day counts."""

    year_end_month = models.SmallIntegerField(null=True)
    year_end_day = models.SmallIntegerField(null=True)
    window_months = models.SmallIntegerField(null=True)
    quorum_numerator = models.SmallIntegerField(null=True)
    quorum_denominator = models.SmallIntegerField(null=True)
    second_quorum_numerator = models.SmallIntegerField(null=True)
    second_quorum_denominator = models.SmallIntegerField(null=True)
    notice_days = models.SmallIntegerField(null=True)
    proxies_count = models.BooleanField(null=True)
    board_seats = models.SmallIntegerField(null=True)
    supervisory_seats = models.SmallIntegerField(null=True)
    term_months = models.SmallIntegerField(null=True)
    board_meetings_year = models.SmallIntegerField(null=True)
    supervisory_reports_year = models.SmallIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "day"], name="body_rules_day")]


class Meeting(FactModel):
    """A meeting that was held on ``day``. Counts are persons; ``present`` is the sum of what is known.

    ``required`` is the whole number of the quorum that the minutes state; empty: work it out from
    ``BodyRules``. ``accounts_until`` is the last day of the accounts that were debated.
    """

    type = models.CharField(max_length=24)
    section = models.CharField(max_length=36, blank=True)
    call = models.SmallIntegerField()
    called = DayField(null=True)
    eligible = models.BigIntegerField(null=True)
    required = models.BigIntegerField(null=True)
    present_women = models.BigIntegerField(null=True)
    present_men = models.BigIntegerField(null=True)
    present_unknown = models.BigIntegerField(null=True)
    present = models.BigIntegerField(null=True)
    proxies = models.BigIntegerField(null=True)
    accounts_debated = models.BooleanField(null=True)
    accounts_until = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "type", "day"], name="meeting_type_day")]


class Decision(FactModel):
    """A decision of a meeting (``meeting`` may be empty), to be carried out by ``due``."""

    number = models.CharField(max_length=40, blank=True)
    meeting = models.CharField(max_length=36, blank=True)
    wording = models.CharField(max_length=1000)
    executor = models.CharField(max_length=36, blank=True)
    due = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "meeting"], name="decision_meeting")]


class PlanAction(FactModel):
    """One action of the organisation's yearly plan (KA-06)."""

    plan = models.CharField(max_length=80, blank=True)
    wording = models.CharField(max_length=500)
    responsible = models.CharField(max_length=36, blank=True)
    due = DayField(null=True)
    day = DayField()


class Mandate(FactModel):
    """A person was given an office from ``day`` until ``until`` (the last day of the term).

    ``single`` tells that the body has one such seat; ``seat`` is the same for all holders of one seat.
    """

    person = IdField()
    office = models.CharField(max_length=20)
    body = models.CharField(max_length=12)
    section = models.CharField(max_length=36, blank=True)
    meeting = models.CharField(max_length=36, blank=True)
    replaces = models.CharField(max_length=36, blank=True)
    single = models.BooleanField()
    seat = IdField()
    until = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "seat"], name="mandate_seat"),
            models.Index(fields=["book", "person"], name="mandate_person"),
            models.Index(fields=["book", "replaces"], name="mandate_replaces"),
        ]


class MandateEnd(FactModel):
    """A mandate ended otherwise than by its term; ``day`` is the first day without it."""

    mandate = IdField()
    why = models.CharField(max_length=20, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "mandate"], name="mandate_end")]


class MandateTerm(FoldModel):
    """One mandate as it stands. ``until``: last day of the term, if known; ``ended``: first day without it.

    A mandate whose ``until`` lies before the day asked for and that has not ``ended`` is past its term.
    """

    person = IdField()
    office = models.CharField(max_length=20)
    body = models.CharField(max_length=12)
    section = models.CharField(max_length=36, blank=True)
    single = models.BooleanField()
    seat = IdField()
    start = DayField()
    until = DayField(null=True)
    ended = DayField(null=True)

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "ended"], name="mandate_term_ended")]


class SupervisoryReport(FactModel):
    """A report of the supervisory committee delivered on ``day``, and how many findings it raised."""

    first_day = DayField(null=True)
    last_day = DayField(null=True)
    raised = models.BigIntegerField()
    day = DayField()


class Audit(FactModel):
    """An audit report of ``day``; ``outside`` tells that the auditor does not belong to the organisation."""

    outside = models.BooleanField()
    auditor = models.CharField(max_length=120, blank=True)
    period_end = DayField(null=True)
    raised = models.BigIntegerField()
    day = DayField()


class Cleared(FactModel):
    """Findings of a report or remarks of an audit (``report``) were put right: ``count`` of them."""

    report = IdField()
    count = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "report"], name="cleared_report")]


class Filing(FactModel):
    """A duty towards the registry, the tax office or another authority, due on a day (KA-09)."""

    duty = models.CharField(max_length=120)
    authority = models.CharField(max_length=120, blank=True)
    due = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "due"], name="filing_due")]


class Complaint(FactModel):
    """A complaint or a conflict was opened on ``day``. Who and what stays in the personal part."""

    number = models.CharField(max_length=40)
    type = models.CharField(max_length=10)
    about = models.CharField(max_length=12)
    section = models.CharField(max_length=36, blank=True)
    complainant = models.CharField(max_length=36, blank=True)
    account = models.CharField(max_length=2000, blank=True)
    day = DayField()


class RelatedPartyDeal(FactModel):
    """A deal between the organisation and one of its leaders or their kin (KG-12), known since ``day``."""

    person = IdField()
    what = models.CharField(max_length=200)
    amount = models.BigIntegerField(null=True)
    day = DayField()


class Restitution(FactModel):
    """The results of an assessment agreed on ``assessed`` were presented to the members on ``day``."""

    assessment = models.CharField(max_length=36, blank=True)
    assessed = DayField()
    meeting = models.CharField(max_length=36, blank=True)
    day = DayField()


class Done(FactModel):
    """What was open is done, on ``day``. ``matter`` is one of those of ``DutyStatus``."""

    matter = models.CharField(max_length=10)
    target = IdField()
    meeting = models.CharField(max_length=36, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "target"], name="done_target")]


class DutyStatus(FoldModel):
    """Everything that is opened, may be due, and gets done once. ``id`` is that of what is open.

    ``matter``: decision, action, filing, complaint, deal (done: disclosed), minutes (of a meeting; done:
    shared). ``done`` is the first day on which it was done.
    """

    matter = models.CharField(max_length=10)
    opened = DayField()
    due = DayField(null=True)
    done = DayField(null=True)

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "matter", "due"], name="duty_matter_due")]
