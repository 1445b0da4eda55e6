"""One member on one page, read by those who may; trainings with who came."""

import datetime as dt

import pytest

from cahier.kernel.ids import new_id
from cahier.learning.entries import AttendanceRow, Training, TrainingHeld
from cahier.money.entries import FeePaid, SharePaid, ShareSubscribed
from cahier.registry.entries import Joined, Left
from helpers.pages import address, cost, exported, grant_diego, played_by, speaks, status, text_of
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    made = open_trade(cast)
    made.write(Joined(day=DAY, person=made.esi), made.delivery(), made.delivery(day=after(400)))
    made.write(
        ShareSubscribed(day=DAY, person=made.esi, amount=50_000),
        SharePaid(day=DAY, person=made.esi, amount=20_000),
    )
    made.write(FeePaid(day=DAY, person=made.esi, amount=2_000, year=2026))
    return made


def session(*people, day=DAY):
    rows = tuple(AttendanceRow(person=one, confirmed=True, present=True) for one in people)
    return TrainingHeld(day=day, module="M05", title="Holding an assembly", minutes=180, people=rows)


def test_the_answer_stands_first_and_everything_below(acting, cast, book_a, trade):
    trade.write(session(trade.esi))
    text = text_of(acting(cast.awa).get(address(book_a, ("member", trade.esi))))
    for said in (
        "Member since 2 March 2026.",
        "Outside any season",
        "70,150 F",
        "20,000 F paid of 50,000 F",
        "31 December 2026",
        "M05",
    ):
        assert said in text


def test_leaving_is_said_with_both_days(acting, cast, book_a, trade):
    trade.write(Left(day=after(90), person=trade.esi))
    browser = acting(cast.awa)
    assert "Member from 2 March 2026 to 31 May 2026." in text_of(
        browser.get(address(book_a, ("member", trade.esi)))
    )
    assert "not a member" in text_of(browser.get(address(book_a, ("member", trade.kofi))))


def test_the_collector_sees_deliveries_and_no_money(acting, cast, book_a, trade):
    trade.write(session(trade.esi))
    text = text_of(acting(played_by(cast, "benito")).get(address(book_a, ("member", trade.esi))))
    assert "Deliveries by season" in text
    for hidden in ("70,150", "20,000", "M05", "Statement for the member"):
        assert hidden not in text


def test_others(acting, cast, book_a, trade):
    page = ("member", trade.esi)
    assert status(acting, cast, book_a, "chloe", [page]) == {page: 404}
    assert status(acting, cast, book_a, "esi", [page]) == {page: 404}
    grant_diego(cast, "pages")
    assert status(acting, cast, book_a, "diego", [page, "trainings"]) == {page: 403, "trainings": 200}
    grant_diego(cast, "named", last_day=dt.date(2026, 3, 5))
    assert status(acting, cast, book_a, "diego", [page]) == {page: 403}
    grant_diego(cast, "named")
    assert status(acting, cast, book_a, "diego", [page]) == {page: 200}
    assert status(acting, cast, book_a, "benito", ["trainings"]) == {"trainings": 403}
    assert acting(cast.awa).get(address(book_a, ("member", new_id()))).status_code == 404


def test_the_buttons_carry_the_member_along(acting, cast, book_a, trade):
    browser = acting(cast.awa)
    acts = browser.get(address(book_a, ("member", trade.esi))).context["acts"]
    assert acts
    for href, _label in acts:
        answer = browser.get(href)
        assert answer.status_code == 200
        assert trade.esi in answer.text or "Mensah Esi" in answer.text


def test_trainings_count_people_by_sex(acting, cast, book_a, trade):
    browser = acting(cast.awa)
    assert "No training was held yet." in text_of(browser.get(address(book_a, "trainings")))
    trade.write(Training(day=DAY, module="M02"), session(trade.esi, trade.kofi))
    text = text_of(browser.get(address(book_a, "trainings")))
    assert "1 session was held. 2 people came, 1 of them women." in text
    rows = exported(browser, address(book_a, "trainings"))
    assert {(row[0], *row[2:5]) for row in rows} == {("M05", "1", "2", "1"), ("M02", "0", "0", "0")}
    assert len(exported(browser, address(book_a, "trainings") + "?module=M05")) == 1


def test_more_trainings_cost_no_more_queries(acting, cast, book_a, trade):
    trade.write(session(trade.esi))
    browser, pages = acting(cast.awa), ["trainings", ("member", trade.esi)]
    before = {page: cost(browser, address(book_a, page)) for page in pages}
    trade.write(*[session(trade.esi, trade.kofi, day=after(n)) for n in range(15)])
    assert {page: cost(browser, address(book_a, page)) for page in pages} == before
    assert max(before.values()) <= 30


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, trade, language):
    for page in ("trainings", ("member", trade.esi)):
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
