"""Assemblies and boards of PO A, what they decide and whether it is done."""

import datetime as dt

import pytest

from cahier.governance import models, queries
from cahier.governance.entries import (
    ActionDone,
    BodyRules,
    Decision,
    DecisionDone,
    Meeting,
    MinutesShared,
    PlanAction,
)
from cahier.journal import scope
from cahier.journal.correct import replace, void
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from helpers.samples import DAY

APRIL, MAY, JUNE = dt.date(2026, 4, 30), dt.date(2026, 5, 20), dt.date(2026, 6, 30)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def rules():
    return sorted(Finding.objects.values_list("rule", flat=True))


def assembly(**given):
    counts = {"eligible": 640, "present_women": 90, "present_men": 124} | given
    return Meeting(day=APRIL, type="general_assembly", **counts)


def test_it_works(put):
    put(BodyRules(day=DAY, quorum_numerator=1, quorum_denominator=4, proxies_count=True, window_months=6,
                  year_end_month=12, year_end_day=31))  # fmt: skip
    [one] = put(assembly(called=dt.date(2026, 4, 10), proxies=12, accounts_debated=True))
    row = models.Meeting.objects.get(id=one)
    assert (row.present, queries.counted(row), queries.quorum(row)) == (214, 226, 160)
    assert queries.deadline_of_assembly(APRIL) == JUNE


def test_the_minutes_say_more_than_the_statutes(put):
    put(BodyRules(day=DAY, quorum_numerator=1, quorum_denominator=2))
    [one] = put(assembly(required=300))
    assert queries.quorum(models.Meeting.objects.get(id=one)) == 300


def test_the_second_call_has_its_own_quorum(put):
    put(BodyRules(day=DAY, quorum_numerator=1, quorum_denominator=2, second_quorum_numerator=1,
                  second_quorum_denominator=4))  # fmt: skip
    first, second = put(assembly(), assembly(call=2))
    assert queries.quorum(models.Meeting.objects.get(id=first)) == 320
    assert queries.quorum(models.Meeting.objects.get(id=second)) == 160


def test_what_nobody_wrote_down_is_not_known(put):
    [one] = put(Meeting(day=APRIL, type="board"))
    row = models.Meeting.objects.get(id=one)
    assert (row.present, queries.counted(row), queries.quorum(row)) == (None, None, None)
    assert queries.deadline_of_assembly(APRIL) is None
    put(BodyRules(day=DAY))
    assert queries.quorum(row) is None and queries.deadline_of_assembly(APRIL) is None


def test_proxies_do_not_count_unless_the_statutes_let_them(put):
    [one] = put(assembly(proxies=12))
    assert queries.counted(models.Meeting.objects.get(id=one)) == 214


def test_the_statutes_of_the_day_count_not_the_latest(put):
    put(BodyRules(day=DAY, quorum_numerator=1, quorum_denominator=2), BodyRules(day=MAY))
    assert queries.rules_on(APRIL).quorum_denominator == 2
    assert queries.rules_on(JUNE).quorum_denominator is None
    assert queries.rules_on(DAY - dt.timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("given", "code", "where"),
    [
        ({"quorum_numerator": 3, "quorum_denominator": 2}, "governance.quorum-above-one", "quorum_numerator"),
        ({"quorum_numerator": 1}, "governance.half-a-quorum", "quorum_denominator"),
        ({"second_quorum_denominator": 4}, "governance.half-a-quorum", "second_quorum_denominator"),
        ({"year_end_month": 12}, "governance.half-a-year-end", "year_end_day"),
        ({"board_seats": 0}, "field.least", "board_seats"),
    ],
)
def test_rules_that_cannot_be_are_refused(put, given, code, where):
    with pytest.raises(Refused) as refused:
        put(BodyRules(day=DAY, **given))
    assert codes(refused) == [(code, where)]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"eligible": 200}, "governance.too-many-present"),
        ({"eligible": 214, "proxies": 1}, "governance.too-many-present"),
        ({"required": 641}, "governance.quorum-too-high"),
        ({"called": MAY}, "governance.called-after"),
    ],
)
def test_counts_that_cannot_be_stop_a_form_and_open_a_finding_in_a_file(put, cast, given, code):
    with pytest.raises(Refused) as refused:
        put(assembly(**given))
    assert codes(refused) == [(code, "")]
    assert not models.Meeting.objects.exists()
    [one] = put(assembly(**given), mode=Mode.FACT)
    assert rules() == [code]
    right = {"eligible": 640, "required": 160, "called": DAY}
    replace(cast.a, one, right, why="misread", day=MAY, actor=cast.awa)
    assert rules() == []


def test_everybody_may_come(put):
    put(assembly(eligible=214, required=214, called=APRIL))
    assert rules() == []


def status(one):
    row = models.DutyStatus.objects.get(id=one)
    return row.matter, row.opened, row.due, row.done


def test_minutes_are_shared_once_by_either_way(put):
    first, second = put(assembly(minutes_shared=MAY), assembly())
    assert status(first) == ("minutes", APRIL, None, MAY)
    assert status(second) == ("minutes", APRIL, None, None)
    put(MinutesShared(day=MAY, of=second))
    assert status(second) == ("minutes", APRIL, None, MAY)
    with pytest.raises(Refused) as refused:
        put(MinutesShared(day=JUNE, of=second))
    assert codes(refused) == [("governance.done-twice", "")]


def test_minutes_are_not_shared_before_the_meeting(put):
    with pytest.raises(Refused) as refused:
        put(assembly(minutes_shared=DAY))
    assert codes(refused) == [("governance.done-first", "")]


def test_a_decision_is_open_late_and_done(put, cast):
    [meeting] = put(assembly())
    [scale] = put(Decision(day=APRIL, meeting=meeting, wording="Buy a second scale", due=MAY))
    assert [row.id for row in queries.open_duties("decision", MAY)] == [scale]
    assert not queries.late_duties("decision", MAY).exists()
    assert [row.id for row in queries.late_duties("decision", JUNE)] == [scale]
    [done] = put(DecisionDone(day=JUNE, decision=scale))
    assert status(scale) == ("decision", APRIL, MAY, JUNE)
    assert (
        queries.open_duties("decision", MAY).exists() and not queries.open_duties("decision", JUNE).exists()
    )
    void(cast.a, done, why="it was lent", day=JUNE, actor=cast.awa)
    assert status(scale)[3] is None


def test_the_first_day_counts_and_the_second_is_questioned(put):
    [plan] = put(PlanAction(day=APRIL, plan="2026", wording="Repair the store", due=JUNE))
    put(ActionDone(day=JUNE, action=plan))
    put(ActionDone(day=MAY, action=plan), mode=Mode.FACT)
    assert status(plan) == ("action", APRIL, JUNE, MAY)
    assert rules() == ["governance.done-twice"]


def test_a_decision_voided_takes_its_doing_with_it(put, cast):
    [scale] = put(Decision(day=APRIL, wording="Buy a scale", done_on=MAY))
    void(cast.a, scale, why="never voted", day=JUNE, actor=cast.awa)
    assert not models.DutyStatus.objects.exists() and not models.Done.objects.exists()


def test_chloe_sees_nothing_of_it(put, cast):
    put(assembly(), Decision(day=APRIL, wording="Buy a scale", due=MAY))
    with scope.reading(cast.b):
        assert not models.Meeting.objects.exists()
        assert not queries.open_duties("decision", JUNE).exists()
