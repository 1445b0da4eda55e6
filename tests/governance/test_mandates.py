"""Who holds which office: handed over, held twice, past its term, vacant."""

import datetime as dt

import pytest

from cahier.governance import models, queries
from cahier.governance.entries import BodyRules, Mandate, MandateEnded
from cahier.journal.correct import void
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Person
from helpers.samples import DAY

START, HANDOVER, LATER = dt.date(2023, 4, 30), dt.date(2026, 4, 30), dt.date(2026, 9, 1)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


@pytest.fixture
def people(put):
    return put(*[Person(day=DAY, family_name=name) for name in ("Mensah", "Adjei", "Yao")])


def treasurer(person, day=START, **given):
    return Mandate(day=day, person=person, office="treasurer", body="board", **given)


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def holders(day):
    return [(row.office, row.person) for row in queries.seated(day)]


def test_it_works(put, people):
    esi, benito, _ = people
    [first] = put(treasurer(esi, until=HANDOVER))
    assert holders(START) == [("treasurer", esi)]
    assert holders(START - dt.timedelta(days=1)) == []
    put(treasurer(benito, day=HANDOVER, replaces=first))
    assert holders(HANDOVER) == [("treasurer", benito)]
    assert holders(HANDOVER - dt.timedelta(days=1)) == [("treasurer", esi)]
    assert models.MandateTerm.objects.get(id=first).ended == HANDOVER


def test_two_treasurers_at_once_stop_a_form_and_are_found_in_a_file(put, people, cast):
    esi, benito, _ = people
    [first] = put(treasurer(esi, until=LATER))
    with pytest.raises(Refused) as refused:
        put(treasurer(benito, day=HANDOVER))
    assert codes(refused) == [("governance.seat-taken", "")]
    [second] = put(treasurer(benito, day=HANDOVER), mode=Mode.FACT)
    assert Finding.objects.get().entry == second
    put(MandateEnded(day=HANDOVER, mandate=first, why="resigned"))
    assert not Finding.objects.exists()


def test_an_open_end_is_a_mandate_that_still_runs(put, people):
    esi, benito, _ = people
    put(treasurer(esi))
    with pytest.raises(Refused):
        put(treasurer(benito, day=LATER))


def test_the_same_person_elected_again_is_no_contradiction(put, people):
    put(treasurer(people[0], until=HANDOVER), treasurer(people[0], day=HANDOVER))
    assert holders(HANDOVER) == [("treasurer", people[0])]


def test_a_successor_after_the_term_needs_no_word_about_the_one_before(put, people):
    esi, benito, _ = people
    put(treasurer(esi, until=HANDOVER - dt.timedelta(days=1)), treasurer(benito, day=HANDOVER))
    assert holders(HANDOVER) == [("treasurer", benito)]
    assert queries.past_term(LATER) == []


def test_a_seat_of_another_section_or_body_is_another_seat(put, people, cast):
    from cahier.registry.entries import Section

    north, south = put(Section(day=DAY, code="N", name="Nord"), Section(day=DAY, code="S", name="Sud"))
    put(*[Mandate(day=START, person=one, office="chair", body="section", section=section)
          for one, section in zip(people, (north, south), strict=False)])  # fmt: skip
    put(Mandate(day=START, person=people[2], office="chair", body="board"))
    assert len(queries.seated(LATER)) == 3


def test_many_may_sit_on_the_board(put, people):
    put(*[Mandate(day=START, person=one, office="board_member", body="board") for one in people])
    assert len(queries.seated(LATER)) == 3


def test_past_its_term_is_asked_of_a_day_and_not_stored(put, people):
    [one] = put(treasurer(people[0], until=HANDOVER))
    assert queries.past_term(HANDOVER) == []
    assert [row.id for row in queries.past_term(HANDOVER + dt.timedelta(days=1))] == [one]
    assert not Finding.objects.exists()


def test_vacant_seats_are_known_where_the_statutes_say_how_many(put, people):
    put(Mandate(day=START, person=people[0], office="board_member", body="board"))
    assert queries.vacant(LATER) == {}
    put(BodyRules(day=START, board_seats=7))
    assert queries.vacant(LATER) == {"board": 6}
    put(BodyRules(day=HANDOVER, board_seats=1, supervisory_seats=3))
    assert queries.vacant(LATER) == {"board": 0, "supervisory": 3}


def test_a_term_that_ends_before_it_begins_is_refused(put, people):
    with pytest.raises(Refused) as refused:
        put(treasurer(people[0], until=START - dt.timedelta(days=1)))
    assert codes(refused) == [("governance.term-order", "until")]


def test_a_mandate_does_not_end_before_it_began(put, people):
    [one] = put(treasurer(people[0]))
    with pytest.raises(Refused) as refused:
        put(MandateEnded(day=START - dt.timedelta(days=1), mandate=one))
    assert codes(refused) == [("governance.mandate-ended-first", "")]


def test_the_successor_voided_the_former_holds_again(put, people, cast):
    esi, benito, _ = people
    [first] = put(treasurer(esi))
    [second] = put(treasurer(benito, day=HANDOVER, replaces=first))
    void(cast.a, second, why="election annulled", day=LATER, actor=cast.awa)
    assert holders(LATER) == [("treasurer", esi)]
    assert models.MandateTerm.objects.get(id=first).ended is None
