"""Trainings of PO A: announced or not, who came, what they can do, what they apply."""

import datetime as dt

import pytest

from cahier.governance.entries import Mandate
from cahier.journal import scope
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.learning import models, queries
from cahier.learning.entries import (
    ApplicationCheck,
    AttendanceRow,
    FollowUpVisit,
    RequiredModule,
    TaskResult,
    TestResult,
    Training,
    TrainingHeld,
)
from cahier.registry.entries import Person
from helpers.samples import DAY

APRIL, MAY, JUNE = dt.date(2026, 4, 30), dt.date(2026, 5, 20), dt.date(2026, 6, 30)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


@pytest.fixture
def people(put):
    return put(*[Person(day=DAY, family_name=name) for name in ("Mensah", "Adjei", "Yao")])


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def test_it_works(put, people):
    esi, benito, yao = people
    [training] = put(Training(day=DAY, module="M14", title="Cash book", planned_from=APRIL, planned_to=MAY))
    put(
        TrainingHeld(day=APRIL, training=training, minutes=210, planned=APRIL, own_trainer=False, cost=75_000, people=(
            AttendanceRow(person=esi), AttendanceRow(person=benito, minutes=90), AttendanceRow(person=yao, present=False))),
        TrainingHeld(day=MAY, training=training, minutes=210, people=(AttendanceRow(person=esi, confirmed=False),)),
    )  # fmt: skip
    assert queries.enrolled(training) == set(people)
    assert queries.minutes_by_person(DAY, JUNE) == {esi: 420, benito: 90}
    assert queries.minutes_by_person(DAY, APRIL) == {esi: 210, benito: 90}
    assert models.Training.objects.count() == 1 and models.TrainingSession.objects.count() == 2


def test_a_session_that_nobody_announced_is_its_own_training(put, people):
    [held] = put(
        TrainingHeld(day=APRIL, module="M05", planned=DAY, people=(AttendanceRow(person=people[0]),))
    )
    row = models.Training.objects.get(id=held)
    assert (row.module, row.planned_from, row.planned_to) == ("M05", DAY, DAY)
    put(TrainingHeld(day=MAY, training=held))
    assert models.TrainingSession.objects.filter(training=held).count() == 2


def test_without_training_and_module_it_is_refused(put):
    with pytest.raises(Refused) as refused:
        put(TrainingHeld(day=APRIL))
    assert codes(refused) == [("learning.no-module", "module")]


def test_lists_that_cannot_be_are_refused_with_their_row(put, people):
    rows = (
        AttendanceRow(person=people[0]),
        AttendanceRow(person=people[0]),
        AttendanceRow(person=people[1], minutes=300),
    )
    with pytest.raises(Refused) as refused:
        put(TrainingHeld(day=APRIL, module="M05", minutes=210, people=rows))
    assert codes(refused) == [
        ("learning.listed-twice", "people.2.person"),
        ("learning.stayed-longer", "people.3.minutes"),
    ]


def test_a_window_that_ends_first_is_refused(put):
    with pytest.raises(Refused) as refused:
        put(Training(day=DAY, module="M05", planned_from=MAY, planned_to=APRIL))
    assert codes(refused) == [("learning.window-order", "planned_to")]


def test_length_not_known_stays_not_known(put, people):
    put(TrainingHeld(day=APRIL, module="M05", people=(AttendanceRow(person=people[0]),)))
    assert models.Attendance.objects.get().minutes is None
    assert queries.minutes_by_person(DAY, JUNE) == {}


def test_who_comes_for_the_first_time(put, people):
    esi, benito, yao = people
    put(
        TrainingHeld(
            day=APRIL,
            module="M05",
            people=(AttendanceRow(person=esi), AttendanceRow(person=yao, present=False)),
        )
    )
    put(TrainingHeld(day=JUNE, module="M05", people=tuple(AttendanceRow(person=one) for one in people)))
    assert queries.first_times(MAY, JUNE) == {benito, yao}
    assert queries.first_times(DAY, MAY) == {esi}


def test_the_last_look_at_a_task_counts(put, people):
    esi, benito, _ = people
    [held] = put(
        TrainingHeld(day=APRIL, module="M14", people=tuple(AttendanceRow(person=one) for one in people))
    )
    put(TaskResult(day=JUNE, training=held, person=esi, accepted=True),
        TaskResult(day=MAY, training=held, person=esi, accepted=False),
        TaskResult(day=MAY, training=held, person=benito, accepted=False))  # fmt: skip
    assert queries.completed(held) == {esi}


def test_a_result_of_somebody_on_no_list_is_a_question_and_stops_nobody(put, people):
    esi, benito, _ = people
    [held] = put(TrainingHeld(day=APRIL, module="M14", people=(AttendanceRow(person=esi),)))
    [task] = put(TaskResult(day=MAY, training=held, person=benito, accepted=True))
    assert [(row.rule, row.entry) for row in Finding.objects.all()] == [("learning.never-there", task)]
    put(TrainingHeld(day=MAY, training=held, people=(AttendanceRow(person=benito),)))
    assert not Finding.objects.exists()


def test_without_any_list_nothing_is_questioned(put, people):
    [training] = put(Training(day=DAY, module="M14"))
    put(TaskResult(day=MAY, training=training, person=people[0], accepted=True))
    assert not Finding.objects.exists()


def test_points_and_checks_and_visits(put, people):
    [held] = put(TrainingHeld(day=APRIL, module="M14", people=(AttendanceRow(person=people[0]),)))
    with pytest.raises(Refused) as refused:
        put(TestResult(day=MAY, training=held, person=people[0], before=11, after=4))
    assert codes(refused) == [("learning.more-than-all", "before")]
    put(TestResult(day=MAY, training=held, person=people[0], before=3, after=8),
        ApplicationCheck(day=JUNE, training=held, person=people[0], term="90", applied=True, proof_seen=True),
        FollowUpVisit(day=MAY, training=held))  # fmt: skip
    check = models.ApplicationCheck.objects.get()
    assert (check.term, check.applied, check.proof) == (90, True, True)
    assert (models.FollowUpVisit.objects.get().day - APRIL).days == 20


def test_what_the_treasurer_still_has_to_learn(put, people):
    esi, benito, _ = people
    [mandate] = put(Mandate(day=DAY, person=esi, office="treasurer", body="board"))
    put(Mandate(day=DAY, person=benito, office="board_member", body="board"))
    assert queries.lacking(JUNE) == {}
    put(
        RequiredModule(day=DAY, office="treasurer", module="M13"),
        RequiredModule(day=DAY, office="treasurer", module="M14"),
    )
    assert queries.lacking(JUNE) == {mandate: {"M13", "M14"}}
    [held] = put(TrainingHeld(day=APRIL, module="M14", people=(AttendanceRow(person=esi),)))
    put(TaskResult(day=MAY, training=held, person=esi, accepted=True))
    assert queries.lacking(JUNE) == {mandate: {"M13"}}
    assert queries.lacking(APRIL) == {mandate: {"M13", "M14"}}


def test_chloe_sees_nothing_of_it(put, people, cast):
    [held] = put(TrainingHeld(day=APRIL, module="M05", people=(AttendanceRow(person=people[0]),)))
    with scope.reading(cast.b):
        assert queries.enrolled(held) == set() and queries.minutes_by_person(DAY, JUNE) == {}
