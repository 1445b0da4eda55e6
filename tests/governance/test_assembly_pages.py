"""Assemblies in the browser: quorum in words, decisions, mandates, duties, and what waits on Today."""

import datetime as dt

import pytest

from cahier.governance.entries import BodyRules, Complaint, Decision, Filing, Mandate, Meeting
from cahier.journal.write import Mode, write
from cahier.registry.entries import Person
from cahier.web.clock import today
from helpers.pages import address, cost, exported, grant_diego, played_by, speaks, status, text_of

PAGES = ("assemblies", "decisions", "mandates", "duties")
DAY = dt.date(2026, 3, 2)


def ago(days):
    return today() - dt.timedelta(days=days)


@pytest.fixture
def put(cast):
    def put(*entries):
        return write(cast.a, entries, actor=cast.awa, mode=Mode.FACT).ids

    return put


@pytest.fixture
def held(put):
    """An assembly that missed its quorum, a late decision, an expired mandate, a late duty, a complaint."""
    [person] = put(Person(day=DAY, family_name="Zongo", given_names="Paul"))
    put(BodyRules(day=ago(900), quorum_numerator=1, quorum_denominator=2))
    [meeting] = put(
        Meeting(day=ago(100), type="general_assembly", eligible=101, present_women=20, present_men=30)
    )
    put(
        Decision(day=ago(100), meeting=meeting, number="7", wording="Buy a second scale", executor=person, due=ago(40)),
        Mandate(day=ago(800), person=person, office="chair", body="board", until=ago(60)),
        Filing(day=ago(200), duty="Yearly return", authority="Registry", due=ago(20)),
        Complaint(day=ago(10), number="C1", type="complaint", about="weighing", complainant=person, account="Said in trust"),
    )  # fmt: skip
    return {"person": person, "meeting": meeting}


def test_the_quorum_is_said_in_words(acting, cast, book_a, held):
    text = text_of(acting(cast.awa).get(address(book_a, "assemblies")))
    assert "Quorum missed: 50 of 51 needed." in text
    assert "not shared" in text


@pytest.mark.parametrize(
    ("women", "said"), [(21, "Quorum reached: 51 of 51 needed."), (None, "is not known")]
)
def test_a_reached_and_an_unknown_quorum(acting, cast, book_a, held, put, women, said):
    counts = {"present_women": women, "present_men": 30} if women else {}
    put(Meeting(day=ago(1), type="general_assembly", eligible=101, **counts))
    assert said in text_of(acting(cast.awa).get(address(book_a, "assemblies")))


def test_decisions_mandates_and_duties_say_what_is_late(acting, cast, book_a, held):
    browser = acting(cast.awa)
    for page, said, name in [("decisions", "1 decision is late.", "Zongo Paul"), ("mandates", "1 mandate has expired.", "Zongo Paul"),
                             ("duties", "1 duty is late.", "Registry")]:  # fmt: skip
        text = text_of(browser.get(address(book_a, page)))
        assert said in text
        assert name in text


def test_filters_and_export_agree(acting, cast, book_a, held, put):
    browser = acting(cast.awa)
    put(Decision(day=ago(5), wording="Paint the store"))
    assert [row[0] for row in exported(browser, address(book_a, "decisions") + "?state=late")] == [
        "Buy a second scale"
    ]
    assert len(exported(browser, address(book_a, "decisions") + "?state=open")) == 2
    assert exported(browser, address(book_a, "decisions") + "?state=done") == []
    assert len(exported(browser, address(book_a, "mandates") + "?state=expired")) == 1
    assert exported(browser, address(book_a, "mandates") + "?state=ended") == []
    assert len(exported(browser, address(book_a, "assemblies") + "?minutes=no")) == 1
    assert exported(browser, address(book_a, "assemblies") + "?minutes=yes") == []


def test_complaints_are_counted_without_names(acting, cast, book_a, held):
    text = text_of(acting(cast.awa).get(address(book_a, "duties")))
    assert "1 was written down. 1 is open." in text
    assert "Said in trust" not in text
    assert "Zongo" not in text


def test_who_may_not_read_the_register_sees_offices_without_names(acting, cast, book_a, held):
    grant_diego(cast, "pages")
    text = text_of(acting(played_by(cast, "diego")).get(address(book_a, "mandates")))
    assert "Chair" in text
    assert "Zongo" not in text


def test_today_shows_the_oldest_harm_first(acting, cast, book_a, held):
    answer = acting(cast.awa).get(address(book_a, "today"))
    titles = [one.title for one in answer.context["urgent"]]
    assert titles[:4] == [
        "Minutes are not shared", "Mandates have expired", "Decisions are not carried out", "A duty towards an authority is late",
    ]  # fmt: skip
    assert len(titles) <= 5
    for one in answer.context["urgent"]:
        assert acting(cast.awa).get(one.href).status_code == 200


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, held):
    assert set(status(acting, cast, book_a, "awa", PAGES).values()) == {200}
    assert set(status(acting, cast, book_a, "benito", PAGES).values()) == {403}
    assert set(status(acting, cast, book_a, "chloe", PAGES).values()) == {404}
    assert set(status(acting, cast, book_a, "esi", PAGES).values()) == {404}
    grant_diego(cast, "pages")
    assert set(status(acting, cast, book_a, "diego", PAGES).values()) == {200}


def test_a_collector_is_not_told_what_he_may_not_read(acting, cast, book_a, held):
    text = text_of(acting(played_by(cast, "benito")).get(address(book_a, "today")))
    assert "Mandates have expired" not in text


def test_more_rows_cost_no_more_queries(acting, cast, book_a, held, put):
    browser = acting(cast.awa)
    before = {page: cost(browser, address(book_a, page)) for page in PAGES}
    put(*[Meeting(day=ago(n), type="board", present_men=5) for n in range(10, 30)])
    put(*[Decision(day=ago(n), wording="Do it", executor=held["person"]) for n in range(10, 30)])
    put(*[Filing(day=ago(n), duty="Return", due=ago(n - 5)) for n in range(10, 30)])
    assert {page: cost(browser, address(book_a, page)) for page in PAGES} == before
    assert max(before.values()) <= 16


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, held, language):
    for page in (*PAGES, "today"):
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
