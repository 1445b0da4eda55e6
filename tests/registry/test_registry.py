"""The register of PO A: people, sections, organisations, staff."""

import datetime as dt

import pytest

from cahier.journal import scope
from cahier.journal.correct import replace, void
from cahier.journal.entries import Erase
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry import models, queries
from cahier.registry.entries import (
    Affiliation,
    AffiliationEnded,
    CriticalTask,
    FunctionRow,
    Hired,
    Joined,
    Left,
    Moved,
    Organisation,
    Person,
    ProductRow,
    RegisterChecked,
    Section,
    StaffLeft,
    SubstituteTrained,
)
from helpers.samples import DAY

MAY, JUNE, JULY = dt.date(2026, 5, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 1)


@pytest.fixture
def put(cast):
    def put(*entries, mode=Mode.FORM):
        return write(cast.a, entries, actor=cast.awa, mode=mode).ids

    return put


def codes(refused):
    return [(one.code, one.where) for one in refused.value.problems]


def rules():
    return sorted(Finding.objects.values_list("rule", flat=True))


def test_it_works(put):
    esi, benito = put(
        Person(day=DAY, family_name="Mensah", sex="f"), Person(day=DAY, family_name="Adjei", sex="m")
    )
    north, south = put(Section(day=DAY, code="N", name="Nord"), Section(day=DAY, code="S", name="Sud"))
    put(Joined(day=DAY, person=esi, section=north), Joined(day=MAY, person=benito, section=north))
    put(Moved(day=JUNE, person=esi, section=south))
    assert queries.members_on(DAY) == [esi]
    assert sorted(queries.members_on(MAY)) == sorted([esi, benito])
    assert queries.sections_on(MAY) == {esi: north, benito: north}
    assert queries.sections_on(JUNE) == {esi: south, benito: north}
    assert [one.family_name for one in queries.people([esi, benito])] == ["Adjei", "Mensah"]


def test_who_left_that_day_is_no_member_at_its_end_and_may_come_back(put):
    [esi] = put(Person(day=DAY, family_name="Mensah"))
    put(
        Joined(day=DAY, person=esi),
        Left(day=MAY, person=esi, why="Moved to town"),
        Joined(day=JULY, person=esi),
    )
    assert [bool(queries.members_on(day)) for day in (DAY, MAY, JUNE, JULY)] == [True, False, False, True]
    assert models.Membership.objects.get().stays == 2
    assert queries.sections_on(MAY) == {}


def test_the_reason_for_leaving_goes_with_the_person(put, cast):
    from cahier.journal.models import JournalEntry

    [esi] = put(Person(day=DAY, family_name="Mensah"))
    put(Joined(day=DAY, person=esi), Left(day=MAY, person=esi, why="Quarrel with her brother"))
    assert not JournalEntry.objects.filter(body__contains="Quarrel").exists()
    put(Erase(day=JULY, person=esi, why="she asked"))
    assert not JournalEntry.objects.filter(personal__contains="Quarrel").exists()
    assert models.Membership.objects.get().left == MAY


def test_a_code_that_is_taken_stops_a_form_and_opens_a_finding_in_a_file(put, cast):
    put(Person(day=DAY, family_name="Mensah", code="M-1"))
    with pytest.raises(Refused) as refused:
        put(Person(day=DAY, family_name="Adjei", code="M-1"))
    assert codes(refused) == [("registry.code-twice", "")]
    [second] = put(Person(day=DAY, family_name="Adjei", code="M-1"), mode=Mode.FACT)
    assert rules() == ["registry.code-twice"]
    replace(cast.a, second, {"code": "M-2"}, why="misread", day=MAY, actor=cast.awa)
    assert rules() == []


def test_the_same_code_in_another_book_is_nobodys_business(put, cast):
    put(Person(day=DAY, family_name="Mensah", code="M-1"))
    write(cast.b, [Person(day=DAY, family_name="Quispe", code="M-1")], actor=cast.chloe)
    assert rules() == []
    with scope.reading(cast.b):
        assert rules() == []


def test_codes_are_checked_set_wise(put, cast, django_assert_max_num_queries):
    people = [Person(day=DAY, family_name=f"P {n}", code=f"M-{n}") for n in range(600)]
    with django_assert_max_num_queries(60):
        put(*people, mode=Mode.FACT)
    assert models.Person.objects.count() == 600


def test_an_organisation_with_its_functions_and_products(put):
    [own] = put(
        Organisation(
            day=DAY, name="Coopérative A", own=True, tier="cooperative", degree="TY2", legal_form="scoops", founded=2009,
            functions=(FunctionRow(function="FN3"), FunctionRow(function="FN5")),
            products=(ProductRow(product="cocoa", producers_in_area=2400, source="Census 2024"), ProductRow(product="maize")),
        )
    )  # fmt: skip
    assert queries.own_organisation().id == own
    assert queries.producers_in_area() == {"cocoa": 2400, "maize": None}
    functions = models.OrganisationFunction.objects.filter(id=own).order_by("line")
    assert [row.function for row in functions] == ["FN3", "FN5"]


def test_nothing_is_known_before_the_organisation_is_entered(put):
    assert queries.own_organisation() is None
    assert queries.producers_in_area() == {}


def test_a_function_listed_twice_is_refused_with_its_row(put):
    with pytest.raises(Refused) as refused:
        put(Organisation(day=DAY, name="A", tier="base", functions=(FunctionRow(function="FN3"),) * 2))
    assert codes(refused) == [("registry.listed-twice", "functions.2")]


def test_a_book_has_one_organisation_of_its_own(put):
    put(Organisation(day=DAY, name="A", own=True, tier="cooperative"))
    with pytest.raises(Refused) as refused:
        put(Organisation(day=DAY, name="B", own=True, tier="cooperative"))
    assert codes(refused) == [("registry.own-twice", "")]
    put(Organisation(day=DAY, name="B", own=True, tier="cooperative"), mode=Mode.FACT)
    assert rules() == ["registry.own-twice"]


def test_affiliations_begin_and_end(put):
    own, union, other = put(
        Organisation(day=DAY, name="A", own=True, tier="cooperative"),
        Organisation(day=DAY, name="Union", tier="union"),
        Organisation(day=DAY, name="Federation", tier="federation"),
    )
    to_union, _ = put(Affiliation(day=DAY, to=union), Affiliation(day=MAY, organisation=own, to=other))
    put(AffiliationEnded(day=JUNE, affiliation=to_union))
    assert [one.name for one in queries.affiliated_to(DAY)] == ["Union"]
    assert [one.name for one in queries.affiliated_to(MAY)] == ["Federation", "Union"]
    assert [one.name for one in queries.affiliated_to(JUNE)] == ["Federation"]


def test_nobody_is_affiliated_to_itself(put):
    [own] = put(Organisation(day=DAY, name="A", own=True, tier="cooperative"))
    with pytest.raises(Refused) as refused:
        put(Affiliation(day=DAY, organisation=own, to=own))
    assert codes(refused) == [("registry.to-itself", "to")]


def test_staff_at_the_end_of_a_day(put, cast):
    [benito] = put(Person(day=DAY, family_name="Adjei"))
    [post] = put(Hired(day=MAY, person=benito, post="Collector", contract="seasonal"))
    assert [queries.staff_on(day).count() for day in (DAY, MAY, JULY)] == [0, 1, 1]
    [left] = put(StaffLeft(day=JULY, employment=post, why="contract-ended"))
    assert [queries.staff_on(day).count() for day in (JUNE, JULY)] == [1, 0]
    void(cast.a, left, why="he stayed", day=JULY, actor=cast.awa)
    assert queries.staff_on(JULY).get().person == benito


def test_nobody_leaves_before_being_hired(put):
    [benito] = put(Person(day=DAY, family_name="Adjei"))
    [post] = put(Hired(day=MAY, person=benito, post="Collector"))
    with pytest.raises(Refused) as refused:
        put(StaffLeft(day=DAY, employment=post))
    assert codes(refused) == [("registry.left-unhired", "")]


def test_checks_and_tasks_without_a_substitute(put):
    esi, benito = put(Person(day=DAY, family_name="Mensah"), Person(day=DAY, family_name="Adjei"))
    put(RegisterChecked(day=MAY, person=esi), RegisterChecked(day=JULY, person=benito))
    assert queries.checked_between(MAY, JUNE) == {esi}
    assert queries.checked_between(MAY, JULY) == {esi, benito}
    cash, scale = put(
        CriticalTask(day=DAY, task="Cash book", holder=esi), CriticalTask(day=DAY, task="Scale")
    )
    put(SubstituteTrained(day=MAY, task=cash, person=benito))
    assert [one.id for one in queries.tasks_without_substitute()] == [scale]


def test_chloe_sees_nothing_of_it(put, cast):
    put(Organisation(day=DAY, name="A", own=True, tier="cooperative"), CriticalTask(day=DAY, task="Cash"))
    with scope.reading(cast.b):
        assert queries.own_organisation() is None
        assert not queries.tasks_without_substitute().exists()
        assert queries.members_on(JULY) == []


def test_erasing_leaves_what_names_nobody(put):
    [esi] = put(
        Person(day=DAY, family_name="Mensah", given_names="Esi", sex="f", birth_year=1990, birth_day=dt.date(1990, 5, 1),
               phone="+225 00 00 00", area_m2=12_000)
    )  # fmt: skip
    before = models.Person.objects.get(id=esi)
    assert (before.phone, before.birth_day, before.folded) == (
        "+225 00 00 00",
        dt.date(1990, 5, 1),
        "mensah esi",
    )
    put(Erase(day=MAY, person=esi, why="she asked"))
    row = models.Person.objects.get(id=esi)
    assert (row.phone, row.birth_day, row.folded, row.sort_key.strip(), row.family_name) == (
        "",
        None,
        "",
        "",
        "",
    )
    assert (row.sex, row.birth_year, row.area_m2, str(row)) == ("f", 1990, 12_000, row.code)
