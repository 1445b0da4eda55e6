"""Positions and agreements in the browser."""

import datetime as dt

import pytest

from cahier.advocacy.entries import Agreement, DutyKept, DutyRow, Position, Proposal
from cahier.journal.write import write
from cahier.web.clock import today
from helpers.pages import address, cost, exported, grant_diego, speaks, status, text_of

PAGES = ("positions", "agreements")
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def put(cast):
    return lambda *entries: write(cast.a, entries, actor=cast.awa).ids


@pytest.fixture
def made(put):
    """One position with a proposal, one without a mandate, and an agreement of two duties."""
    road, _water = put(
        Position(day=DAY, theme="The collection road", mandate="assembly"),
        Position(day=DAY, theme="Water", mandate="none"),
    )
    put(Proposal(day=DAY, position=road, to="Town hall", subject="Mend the road", written=True))
    duties = (DutyRow(side="own", wording="Give stones", due=dt.date(2026, 3, 9)),
              DutyRow(side="other", wording="Lend the grader", due=today() + dt.timedelta(days=30)))  # fmt: skip
    return put(Agreement(day=DAY, partner="Town hall", title="Road of Dôra", position=road, duties=duties))[0]


def test_positions_say_who_gave_the_mandate_and_whom_they_were_put_to(acting, cast, book_a, made):
    browser, url = acting(cast.awa), address(book_a, "positions")
    assert "1 proposal waits for an answer." in text_of(browser.get(url))
    assert {(row[0], row[3]) for row in exported(browser, url)} == {
        ("The collection road", "Town hall"),
        ("Water", ""),
    }
    assert [row[0] for row in exported(browser, url + "?mandate=none")] == ["Water"]


def test_duties_of_both_sides_stand_with_what_became_of_them(acting, cast, book_a, made, put):
    browser, url = acting(cast.awa), address(book_a, "agreements")
    assert "0 of 2 duties are kept." in text_of(browser.get(url))
    assert [(row[0], row[4]) for row in exported(browser, url)] == [
        ("Give stones", "late"),
        ("Lend the grader", "on track"),
    ]
    put(DutyKept(day=DAY, agreement=made, duty=1, state="kept"))
    assert "1 of 2 duties are kept." in text_of(browser.get(url))
    assert [row[0] for row in exported(browser, url + "?state=kept")] == ["Give stones"]
    assert [row[0] for row in exported(browser, url + "?side=other")] == ["Lend the grader"]


def test_more_positions_cost_no_more_queries(acting, cast, book_a, made, put):
    browser = acting(cast.awa)
    before = {page: cost(browser, address(book_a, page)) for page in PAGES}
    put(*[Position(day=DAY, theme=f"Theme {n}", mandate="board") for n in range(12)])
    put(
        *[
            Agreement(day=DAY, partner="Union", title=f"T {n}", duties=(DutyRow(side="own", wording="Come"),))
            for n in range(12)
        ]
    )
    assert {page: cost(browser, address(book_a, page)) for page in PAGES} == before
    assert max(before.values()) <= 12


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, made):
    grant_diego(cast, "pages")
    for who, code in (("awa", 200), ("benito", 403), ("diego", 200), ("chloe", 404), ("esi", 404)):
        assert set(status(acting, cast, book_a, who, PAGES).values()) == {code}, who


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, made, language):
    for page in PAGES:
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
