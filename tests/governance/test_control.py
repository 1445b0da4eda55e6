"""Supervision, audits, filings, disputes, deals with leaders, and results given back to members."""

import datetime as dt

import pytest

from cahier.governance import models, queries
from cahier.governance.entries import (
    Audit,
    AuditRemarksCleared,
    Complaint,
    ComplaintClosed,
    DealDisclosed,
    Filing,
    FilingDone,
    FindingsCleared,
    Meeting,
    RelatedPartyDeal,
    Restitution,
    SupervisoryReport,
)
from cahier.journal.entries import Erase
from cahier.journal.models import Finding, JournalEntry
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Person
from helpers.samples import DAY

APRIL, MAY, JUNE = dt.date(2026, 4, 30), dt.date(2026, 5, 20), dt.date(2026, 6, 30)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def test_a_filing_in_time_and_one_late(put):
    early, late = put(Filing(day=DAY, duty="Accounts to the registry", due=MAY),
                      Filing(day=DAY, duty="Tax return", due=MAY))  # fmt: skip
    put(FilingDone(day=APRIL, filing=early), FilingDone(day=JUNE, filing=late))
    assert [row.id for row in queries.late_duties("filing", MAY + dt.timedelta(days=1))] == [late]
    assert not queries.open_duties("filing", JUNE).exists()


def test_a_filing_may_be_older_than_its_record(put):
    put(Filing(day=JUNE, duty="Tax return", due=MAY, done_on=APRIL))
    assert models.DutyStatus.objects.get().done == APRIL
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("report", "cleared", "field"),
    [
        (SupervisoryReport(day=APRIL, raised=3), FindingsCleared, "report"),
        (Audit(day=APRIL, outside=True, raised=3), AuditRemarksCleared, "report"),
    ],
)
def test_no_more_is_put_right_than_was_raised(put, report, cleared, field):
    [one] = put(report)
    put(cleared(day=MAY, count=2, **{field: one}))
    with pytest.raises(Refused) as refused:
        put(cleared(day=JUNE, count=2, **{field: one}))
    assert codes(refused) == [("governance.cleared-too-many", "")]
    put(cleared(day=JUNE, count=1, **{field: one}))
    assert sum(models.Cleared.objects.values_list("count", flat=True)) == 3


def test_a_supervisory_finding_is_no_audit_remark(put):
    [audit] = put(Audit(day=APRIL, outside=False, raised=1))
    with pytest.raises(Refused) as refused:
        put(FindingsCleared(day=MAY, report=audit))
    assert codes(refused) == [("journal.wrong-kind", "report")]


def test_a_period_that_ends_first_is_refused(put):
    with pytest.raises(Refused) as refused:
        put(SupervisoryReport(day=JUNE, first_day=MAY, last_day=APRIL))
    assert codes(refused) == [("governance.period-order", "last_day")]


def test_a_dispute_is_closed_and_its_account_stays_apart(put):
    [one] = put(Complaint(day=APRIL, type="conflict", about="land", account="Mensah and Adjei quarrel"))
    entry = JournalEntry.objects.get(id=one)
    assert "Mensah" not in entry.body and "Mensah" in entry.personal
    assert models.Complaint.objects.get().number == "A-000001"
    put(ComplaintClosed(day=JUNE, complaint=one, outcome="agreed"))
    assert models.DutyStatus.objects.get(id=one).done == JUNE


def test_the_account_goes_with_the_person_and_the_case_stays(put):
    [esi] = put(Person(day=DAY, family_name="Mensah"))
    [one] = put(Complaint(day=APRIL, complainant=esi, account="Esi was underpaid", closed_on=MAY))
    put(Erase(day=JUNE, person=esi, why="she asked"))
    row = models.Complaint.objects.get(id=one)
    assert (row.account, row.complainant, row.day) == ("", esi, APRIL)
    assert models.DutyStatus.objects.get(id=one).done == MAY
    assert not JournalEntry.objects.filter(personal__contains="underpaid").exists()


def test_a_deal_known_is_open_until_it_is_disclosed(put):
    [esi] = put(Person(day=DAY, family_name="Mensah"))
    told, silent = put(RelatedPartyDeal(day=APRIL, person=esi, what="Rent of a store", amount=50_000),
                       RelatedPartyDeal(day=APRIL, person=esi, what="Transport"))  # fmt: skip
    [meeting] = put(Meeting(day=MAY, type="general_assembly"))
    put(DealDisclosed(day=MAY, deal=told, meeting=meeting))
    assert [row.id for row in queries.open_duties("deal", JUNE)] == [silent]
    assert models.Done.objects.get(matter="deal").meeting == meeting


def test_results_are_given_back(put):
    [meeting] = put(Meeting(day=MAY, type="general_assembly"))
    put(Restitution(day=MAY, assessed=DAY, meeting=meeting))
    row = models.Restitution.objects.get()
    assert (row.day - row.assessed).days == 79
