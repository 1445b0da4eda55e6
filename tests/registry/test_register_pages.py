"""The register in the browser: who sees it, finding people, enrolling, the organisation, seasons."""

import datetime as dt

import pytest

from cahier.journal.models import JournalEntry
from cahier.journal.write import write
from cahier.kernel.ids import new_id
from cahier.registry.entries import FunctionRow, Joined, Left, Organisation, Person, Season, Section
from cahier.registry.models import Membership
from cahier.registry.models import Person as PersonRow
from cahier.registry.seasons import running
from cahier.web.clock import today
from helpers.pages import address, cost, exported, grant_diego, played_by, speaks, status, text_of

DAY = dt.date(2026, 3, 2)
PAGES = ("members", "organisation", "seasons")


@pytest.fixture
def people(cast):
    """Two sections, three members and one who left. All made up."""
    section = write(cast.a, [Section(day=DAY, code="D", name="Dôra")], actor=cast.awa).ids[0]
    names = [
        ("Ouédraogo", "Aminata", "f"),
        ("Kouassi", "Yao", "m"),
        ("Zongo", "Paul", ""),
        ("Kaboré", "Salif", "m"),
    ]
    ids = write(
        cast.a, [Person(day=DAY, family_name=f, given_names=g, sex=s) for f, g, s in names], actor=cast.awa
    ).ids
    write(cast.a, [Joined(day=DAY, person=one, section=section) for one in ids], actor=cast.awa)
    write(cast.a, [Left(day=dt.date(2026, 5, 1), person=ids[3])], actor=cast.awa)
    return {"section": section, "ids": ids}


def names_in(text):
    return [name for name in ("Ouédraogo", "Kouassi", "Zongo", "Kaboré") if name in text]


def test_it_works(acting, cast, book_a, people):
    text = text_of(acting(cast.awa).get(address(book_a, "members")))
    assert "3 members: 1 women, 1 men." in text
    assert names_in(text) == ["Ouédraogo", "Kouassi", "Zongo", "Kaboré"]
    assert "left 1 May 2026" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "ouedraogo"}, ["Ouédraogo"]),
        ({"q": "WEDRAOGO"}, ["Ouédraogo"]),
        ({"q": "kwasi yao"}, ["Kouassi"]),
        ({"q": "nobody at all"}, []),
        ({"sex": "f"}, ["Ouédraogo"]),
        ({"status": "left"}, ["Kaboré"]),
        ({"status": "member"}, ["Ouédraogo", "Kouassi", "Zongo"]),
        ({"status": "never"}, []),
    ],
)
def test_people_are_found_as_they_are_spelled_or_sound(acting, cast, book_a, people, query, found):
    text = text_of(acting(cast.awa).get(address(book_a, "members"), query))
    assert names_in(text) == found


def test_the_section_filter_keeps_its_members_of_today(acting, cast, book_a, people):
    browser = acting(cast.awa)
    assert names_in(text_of(browser.get(address(book_a, "members"), {"section": people["section"]}))) == [
        "Ouédraogo", "Kouassi", "Zongo",
    ]  # fmt: skip


def test_the_export_is_the_list_that_the_filters_let_through(acting, cast, book_a, people):
    browser = acting(cast.awa)
    rows = exported(browser, address(book_a, "members") + "?sex=m")
    assert [row[0] for row in rows] == ["Kaboré Salif", "Kouassi Yao"]
    assert len(exported(browser, address(book_a, "members"))) == PersonRow.objects.count()


def test_more_people_cost_no_more_queries(acting, cast, book_a, people):
    browser, url = acting(cast.awa), address(book_a, "members")
    before = cost(browser, url)
    more = [Person(day=DAY, family_name=f"Name {n}", given_names="X") for n in range(30)]
    ids = write(cast.a, more, actor=cast.awa).ids
    write(cast.a, [Joined(day=DAY, person=one) for one in ids], actor=cast.awa)
    assert cost(browser, url) == before <= 14


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, people):
    grant_diego(cast)
    assert set(status(acting, cast, book_a, "awa", PAGES).values()) == {200}
    assert set(status(acting, cast, book_a, "benito", PAGES).values()) == {200}
    assert set(status(acting, cast, book_a, "chloe", PAGES).values()) == {404}
    assert set(status(acting, cast, book_a, "diego", PAGES).values()) == {200}
    assert set(status(acting, cast, book_a, "esi", PAGES).values()) == {404}


def test_diego_reads_until_his_last_day_and_never_writes(acting, cast, book_a, people):
    grant_diego(cast, last_day=dt.date(2026, 3, 5))
    assert status(acting, cast, book_a, "diego", ["members"]) == {"members": 404}
    grant_diego(cast)
    browser = acting(played_by(cast, "diego"))
    assert browser.get(address(book_a, "enrol")).status_code == 403
    assert "Enrol a member" not in text_of(browser.get(address(book_a, "members")))


def filled(**given):
    return {"family_name": "Sanou", "given_names": "Awa", "sex": "f", "day.d": "3", "day.m": "3", "day.y": "2026",
            "section": "", "_id": new_id(), **given}  # fmt: skip


def test_one_form_enrols_and_joins_once(acting, cast, book_a, people):
    browser, sent = acting(cast.awa), filled(section=people["section"])
    before = JournalEntry.objects.count()
    first, again = (browser.post(address(book_a, "enrol"), sent) for _time in range(2))
    assert first.url == again.url
    assert JournalEntry.objects.count() == before + 2
    stay = Membership.objects.get(id=sent["_id"])
    assert (stay.entered, stay.section) == (dt.date(2026, 3, 3), people["section"])


def test_a_refused_enrolment_keeps_what_was_typed_and_writes_nothing(acting, cast, book_a, people):
    before = JournalEntry.objects.count()
    sent = filled(family_name="", given_names="", phone="70 11 22 33")
    answer = acting(cast.awa).post(address(book_a, "enrol"), sent)
    assert answer.status_code == 422
    assert 'value="70 11 22 33"' in answer.text
    assert "Give at least a family name or a given name." in answer.text
    assert JournalEntry.objects.count() == before


def test_a_collector_enrols_nobody(acting, cast, book_a, people):
    assert acting(played_by(cast, "benito")).post(address(book_a, "enrol"), filled()).status_code == 403


def test_the_organisation_says_what_it_is(acting, cast, book_a, people):
    browser = acting(cast.awa)
    assert "is not described yet" in text_of(browser.get(address(book_a, "organisation")))
    own = Organisation(
        day=DAY,
        name="PO A",
        own=True,
        tier="cooperative",
        founded=2011,
        functions=(FunctionRow(function="FN3"),),
    )
    write(cast.a, [own], actor=cast.awa)
    text = text_of(browser.get(address(book_a, "organisation")))
    assert "PO A: Cooperative." in text
    assert "Collection, storage, quality sorting" in text
    assert "2011" in text


def test_the_running_season_stands_on_the_cover(acting, cast, book_a):
    last = today() + dt.timedelta(days=30)
    entries = [Season(day=DAY, name="2026", first_day=DAY, last_day=last),
               Season(day=DAY, name="2019", first_day=dt.date(2019, 1, 1), last_day=dt.date(2019, 6, 1))]  # fmt: skip
    write(cast.a, entries, actor=cast.awa)
    text = text_of(acting(cast.awa).get(address(book_a, "seasons")))
    assert "2026 is running." in text
    assert running(dt.date(2019, 9, 1)).name == "2019"
    assert running(dt.date(2018, 9, 1)) is None


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("page", [*PAGES, "enrol"])
def test_every_page_speaks_three_languages(acting, cast, book_a, people, page, language):
    assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
