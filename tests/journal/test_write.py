"""Writing into a book: it works, then each refusal."""

import datetime as dt
import json

import pytest

from cahier.journal import models, scope
from cahier.journal.correct import replace, void
from cahier.journal.entries import Erase
from cahier.journal.write import Draft, Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Joined, Left, Person, Season, Section
from cahier.registry.models import Membership
from cahier.registry.models import Person as PersonRow
from helpers.samples import DAY


def codes(refused):
    return [problem.code for problem in refused.value.problems]


def test_it_works(cast):
    [esi] = write(
        cast.a, [Person(day=DAY, family_name="Mensah", given_names="Esi", sex="f")], actor=cast.awa
    ).ids
    write(cast.a, [Joined(day=DAY, person=esi)], actor=cast.awa)
    row = PersonRow.objects.get(id=esi)
    assert (str(row), row.code, row.day) == ("Mensah Esi", "A-000001", DAY)
    assert Membership.objects.get(id=esi).entered == DAY
    entry = models.JournalEntry.objects.get(id=esi)
    assert entry.number == 2 and entry.author == "account:awa"
    assert "Mensah" not in entry.body and "Mensah" in entry.personal
    assert json.loads(entry.body)["code"] == "A-000001"


def test_same_entry_twice_is_written_once(cast):
    draft = Draft(Person(day=DAY, family_name="Mensah"))
    write(cast.a, [draft], actor=cast.awa)
    again = write(cast.a, [draft], actor=cast.awa)
    assert again.ids == [draft.id] and again.new == 0
    assert PersonRow.objects.count() == 1


def test_same_id_with_other_content_is_refused(cast):
    draft = Draft(Person(day=DAY, family_name="Mensah"))
    write(cast.a, [draft], actor=cast.awa)
    with pytest.raises(Refused) as refused:
        write(cast.a, [Draft(Person(day=DAY, family_name="Kouassi"), id=draft.id)], actor=cast.awa)
    assert codes(refused) == ["journal.same-id"]


def test_shape_is_refused_with_the_place(cast):
    with pytest.raises(Refused) as refused:
        write(cast.a, [Season(day=DAY, name="", first_day=DAY, last_day=dt.date(2026, 1, 1))], actor=cast.awa)
    assert [(p.code, p.where) for p in refused.value.problems] == [
        ("field.needed", "name"),
        ("registry.season-order", "last_day"),
    ]
    assert models.JournalEntry.objects.filter(kind="registry.season").count() == 0


def test_missing_and_wrong_references_are_refused(cast):
    [section] = write(cast.a, [Section(day=DAY, code="N", name="Nord")], actor=cast.awa).ids
    with pytest.raises(Refused) as refused:
        write(
            cast.a,
            [
                Joined(day=DAY, person=section),
                Joined(day=DAY, person=section[:-1] + ("1" if section.endswith("0") else "0")),
            ],
            actor=cast.awa,
        )
    assert codes(refused) == ["journal.wrong-kind", "journal.missing-reference"]


def test_a_form_stops_where_a_fact_opens_a_finding(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    with pytest.raises(Refused) as refused:
        write(cast.a, [Left(day=DAY, person=esi)], actor=cast.awa)
    assert codes(refused) == ["registry.left-outside"]
    assert models.JournalEntry.objects.filter(kind="registry.left").count() == 0
    written = write(cast.a, [Left(day=DAY, person=esi)], actor=cast.awa, mode=Mode.FACT)
    assert [found.problem.code for found in written.findings] == ["registry.left-outside"]
    assert models.Finding.objects.get().entry == written.ids[0]


def test_a_finding_goes_when_a_late_fact_explains_it(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    write(cast.a, [Left(day=dt.date(2026, 5, 1), person=esi)], actor=cast.awa, mode=Mode.FACT)
    assert models.Finding.objects.count() == 1
    write(cast.a, [Joined(day=DAY, person=esi)], actor=cast.awa)
    assert models.Finding.objects.count() == 0
    assert Membership.objects.get(id=esi).left == dt.date(2026, 5, 1)


def test_chloe_may_not_write_into_a_and_sees_nothing_of_it(cast):
    with pytest.raises(Refused) as refused:
        write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.chloe)
    assert codes(refused) == ["access.not-allowed"]
    write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa)
    with scope.reading(cast.b):
        assert PersonRow.objects.count() == 0


def test_state_outside_a_book_raises(cast):
    import contextvars

    def count():
        return PersonRow.objects.count()

    with pytest.raises(scope.OutsideBook):
        contextvars.Context().run(count)


def test_void_and_replace(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensa", birth_year=1990)], actor=cast.awa).ids
    replace(cast.a, esi, {"family_name": "Mensah"}, why="spelling", day=DAY, actor=cast.awa)
    row = PersonRow.objects.get(id=esi)
    assert (row.family_name, row.birth_year) == ("Mensah", 1990)
    voiding = void(cast.a, esi, why="enrolled twice", day=DAY, actor=cast.awa)
    assert not PersonRow.objects.exists()
    void(cast.a, voiding, why="it was another Mensah", day=DAY, actor=cast.awa)
    assert PersonRow.objects.get(id=esi).family_name == "Mensah"
    assert models.JournalEntry.objects.filter(kind="registry.person").count() == 1


def test_two_corrections_of_one_entry_are_a_finding(cast):
    from cahier.journal.entries import Void

    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensa")], actor=cast.awa).ids
    write(cast.a, [Void(day=DAY, target=esi, why="twice")], actor=cast.awa)
    with pytest.raises(Refused) as refused:
        write(cast.a, [Void(day=DAY, target=esi, why="again")], actor=cast.awa)
    assert codes(refused) == ["journal.two-corrections"]


def test_erasing_esi_keeps_the_chain(cast):
    from cahier.journal.verify import verify

    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah", sex="f")], actor=cast.awa).ids
    replace(cast.a, esi, {"given_names": "Esi"}, why="name", day=DAY, actor=cast.awa)
    write(cast.a, [Erase(day=DAY, person=esi, why="she asked")], actor=cast.awa)
    row = PersonRow.objects.get(id=esi)
    assert (row.family_name, row.given_names, row.sex) == ("", "", "f")
    assert not models.JournalEntry.objects.filter(personal__contains="Mensah").exists()
    assert verify(cast.a).problems == []


def test_an_import_brings_no_corrections(cast):
    from cahier.journal.entries import Void
    from cahier.kernel.ids import new_id

    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    with pytest.raises(Refused) as refused:
        write(
            cast.a, [Void(day=DAY, target=esi, why="twice")], actor=cast.awa, mode=Mode.FACT, batch=new_id()
        )
    assert codes(refused) == ["journal.correction-in-import"]
