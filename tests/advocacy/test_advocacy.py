"""What PO A asks for, what it is answered, and what both sides keep."""

import datetime as dt

import pytest

from cahier.advocacy import models, queries
from cahier.advocacy.commitments import standing, tally
from cahier.advocacy.entries import (
    Agreement,
    Dues,
    DuesPaid,
    DutyKept,
    DutyRow,
    FeedbackGiven,
    PlatformMeeting,
    Position,
    Proposal,
    ProposalAnswered,
    PublicMoney,
    SeatEnded,
    SeatInPlatform,
)
from cahier.governance.entries import Meeting
from cahier.journal import scope
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Organisation
from helpers.samples import DAY

APRIL, MAY, JUNE = dt.date(2026, 4, 30), dt.date(2026, 5, 20), dt.date(2026, 6, 30)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def agreement(*duties):
    return Agreement(day=DAY, partner="Commune", title="Feeder road", duties=duties)


OWN = DutyRow(side="own", wording="Clear the verge", due=APRIL)
OTHER = DutyRow(side="other", wording="Lay gravel", due=JUNE, amount=4_000_000)


def test_it_works(put):
    [assembly] = put(Meeting(day=DAY, type="general_assembly"))
    [position] = put(Position(day=DAY, theme="Feeder road", mandate="assembly", meeting=assembly))
    [letter] = put(Proposal(day=APRIL, to="Commune", subject="Gravel", written=True, position=position))
    assert [row.id for row in queries.unanswered(APRIL)] == [letter]
    put(ProposalAnswered(day=MAY, proposal=letter, written=True, outcome="partly"))
    assert queries.unanswered(APRIL).exists() and not queries.unanswered(MAY).exists()
    put(FeedbackGiven(day=JUNE, meeting=assembly))
    assert models.Feedback.objects.get().to == "assembly"


def test_an_answer_before_its_proposal_stops_a_form(put):
    [letter] = put(Proposal(day=MAY, to="Commune", subject="Gravel", written=True))
    answer = ProposalAnswered(day=APRIL, proposal=letter, written=True, outcome="refused")
    with pytest.raises(Refused) as refused:
        put(answer)
    assert codes(refused) == [("advocacy.answered-first", "")]
    put(answer, mode=Mode.FACT)
    assert Finding.objects.get().rule == "advocacy.answered-first"


def test_duties_of_both_sides(put):
    [one] = put(agreement(OWN, OTHER))
    assert [(c.number, c.standing) for c in queries.commitments(APRIL)] == [(1, "on_track"), (2, "on_track")]
    assert [(c.number, c.standing) for c in queries.commitments(MAY)] == [(1, "late"), (2, "on_track")]
    put(DutyKept(day=MAY, agreement=one, duty=1), DutyKept(day=JUNE, agreement=one, duty=2, state="dropped"))
    assert [c.standing for c in queries.commitments(JUNE)] == ["kept", "dropped"]
    row = models.AgreementStatus.objects.get(id=one)
    assert (row.own_duties, row.own_kept, row.own_dropped) == (1, 1, 0)
    assert (row.other_duties, row.other_kept, row.other_dropped) == (1, 0, 1)


def test_the_last_step_counts_whenever_it_arrives(put):
    [one] = put(agreement(OWN))
    put(DutyKept(day=JUNE, agreement=one, duty=1), DutyKept(day=MAY, agreement=one, duty=1, state="dropped"))
    assert models.AgreementStatus.objects.get().own_kept == 1


def test_a_duty_that_the_agreement_lacks_stops_a_form(put):
    [one] = put(agreement(OWN))
    with pytest.raises(Refused) as refused:
        put(DutyKept(day=MAY, agreement=one, duty=2))
    assert codes(refused) == [("advocacy.no-such-duty", "")]
    with pytest.raises(Refused) as refused:
        put(DutyKept(day=MAY, agreement=one, duty=0))
    assert codes(refused) == [("field.least", "duty")]


def test_twelve_commitments_counted_as_the_domain_file_does():
    states = [("kept", 5)] * 3 + [("", 20)] * 3 + [("started", None)] + [("", 9)] * 2 + [("dropped", 9)] * 3
    counted = tally(standing(state, due, today=10) for state, due in states)
    assert (counted.all, counted.kept, counted.on_track, counted.late, counted.dropped) == (12, 3, 4, 2, 3)


def test_due_today_is_not_late():
    assert standing("", 10, today=10) == "on_track"
    assert standing("", 9, today=10) == "late"


def test_dues_are_paid_in_parts_and_not_more_than_owed(put):
    [union] = put(Organisation(day=DAY, name="Union", tier="union"))
    [owed] = put(Dues(day=DAY, to=union, amount=50_000, due=APRIL))
    put(DuesPaid(day=APRIL, dues=owed, amount=20_000))
    assert queries.dues_open(DAY) == {}
    assert queries.dues_open(APRIL) == {owed: 30_000}
    with pytest.raises(Refused) as refused:
        put(DuesPaid(day=MAY, dues=owed, amount=30_001))
    assert codes(refused) == [("advocacy.overpaid", "")]
    put(DuesPaid(day=MAY, dues=owed, amount=30_000))
    assert queries.dues_open(MAY) == {owed: 0}


def test_seats_are_held_until_they_end(put):
    [seat] = put(SeatInPlatform(day=APRIL, platform="Council of the commune", type="council"))
    put(PlatformMeeting(day=MAY, seat=seat, attended=False), SeatEnded(day=JUNE, seat=seat))
    assert [queries.seats_on(day).count() for day in (DAY, APRIL, MAY, JUNE)] == [0, 1, 1, 0]
    assert models.PlatformMeeting.objects.get().attended is False


def test_public_money_names_where_it_comes_from(put):
    [one] = put(agreement(OTHER))
    put(
        PublicMoney(
            day=JUNE, source="Commune", level="local", purpose="Gravel", amount=4_000_000, agreement=one
        )
    )
    assert models.PublicMoney.objects.get().amount == 4_000_000
    with pytest.raises(Refused) as refused:
        put(PublicMoney(day=JUNE, source="Commune", level="local", amount=-1))
    assert codes(refused) == [("field.least", "amount")]


def test_chloe_sees_nothing_of_it(put, cast):
    put(agreement(OWN), Proposal(day=APRIL, to="Commune", subject="Gravel", written=True))
    with scope.reading(cast.b):
        assert queries.commitments(JUNE) == [] and not queries.unanswered(JUNE).exists()
