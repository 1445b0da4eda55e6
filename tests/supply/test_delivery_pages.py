"""Deliveries in the browser: the list with its totals, the scale, the receipt, the stock."""

import pytest

from cahier.journal.models import JournalEntry
from cahier.journal.write import write
from cahier.kernel.ids import new_id
from cahier.registry.entries import Joined, Section
from cahier.supply.models import Delivery
from cahier.supply.stock import StockCount, StockIn
from helpers.pages import address, cost, exported, grant_diego, played_by, speaks, status, text_of
from helpers.trade import DAY, after, open_trade

PAGES = ("deliveries", "stock")


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def typed(trade, **given):
    usual = {"supplier": trade.esi, "product": trade.cocoa, "gross": "62.4", "tare": "0.9", "price": "1150",
             "day.d": "2", "day.m": "3", "day.y": "2026", "_id": new_id()}  # fmt: skip
    return {**usual, **given}


def test_gross_less_tare_is_written_and_the_receipt_comes(acting, cast, book_a, trade):
    browser = acting(cast.awa)
    done = browser.post(address(book_a, "weigh"), typed(trade, bags="1", grade="1"))
    row = Delivery.objects.get()
    assert (row.gross, row.tare, row.accepted, row.value, row.grade) == (62_400, 900, 61_500, 70_725, "1")
    text = text_of(browser.get(done.url))
    for said in ("61.5 kg", "0.9 kg", "1,150", "70,725", "Mensah Esi", row.receipt):
        assert said in text


def test_pressing_twice_weighs_once(acting, cast, book_a, trade):
    browser, sent = acting(cast.awa), typed(trade)
    assert (
        browser.post(address(book_a, "weigh"), sent).url == browser.post(address(book_a, "weigh"), sent).url
    )
    assert Delivery.objects.count() == 1


def test_the_collector_weighs_in_french_with_a_comma(acting, cast, book_a, trade):
    browser = acting(played_by(cast, "benito"))
    sent = typed(trade, gross="62,4", tare="0,9")
    done = browser.post(address(book_a, "weigh"), sent, headers={"accept-language": "fr"})
    assert done.status_code == 302, done.text
    assert Delivery.objects.get().accepted == 61_500


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"gross": "0.5", "tare": "0.9"}, "The tare is heavier than the full bag."),
        ({"gross": "", "accepted": ""}, "Net weight accepted"),
        ({"gross": "sixty"}, "is not a number"),
        ({"grade": "77"}, "Choose one of"),
    ],
)
def test_a_wrong_weighing_is_refused_and_kept_on_the_screen(acting, cast, book_a, trade, given, said):
    before = JournalEntry.objects.count()
    answer = acting(cast.awa).post(address(book_a, "weigh"), typed(trade, place="Quai 4", **given))
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Quai 4"' in answer.text
    assert JournalEntry.objects.count() == before


def test_the_next_weighing_keeps_product_and_place(acting, cast, book_a, trade):
    one = trade.one(trade.delivery(place="Quai 4", grade="2"))
    browser = acting(cast.awa)
    following = browser.get(address(book_a, ("receipt", one))).context["following"]
    form = browser.get(following).context["form"]
    kept = {name: form.at(name).text for name in ("product", "place", "grade", "supplier")}
    assert kept == {"product": trade.cocoa, "place": "Quai 4", "grade": "2", "supplier": ""}


def test_all_fields_are_there_for_who_asks(acting, cast, book_a, trade):
    browser = acting(cast.awa)
    assert "Moisture" not in text_of(browser.get(address(book_a, "weigh")))
    assert "Moisture" in text_of(browser.get(address(book_a, "weigh"), {"whole": "1"}))


def test_the_totals_are_those_of_the_filters(acting, cast, book_a, trade):
    [section] = write(cast.a, [Section(day=DAY, code="D", name="Dôra")], actor=cast.awa).ids
    trade.write(Joined(day=DAY, person=trade.esi, section=section))
    trade.write(trade.delivery(grade="1"), trade.delivery(supplier=trade.kofi, grade="2", day=after(300)))
    browser, url = acting(cast.awa), address(book_a, "deliveries")
    assert "2 deliveries: 122 kg Cocoa." in text_of(browser.get(url))
    for query in ({"grade": "1"}, {"section": section}, {"season": trade.season}):
        assert "1 delivery: 61 kg Cocoa." in text_of(browser.get(url, query))
    assert "Nothing was delivered." in text_of(browser.get(url, {"season": "no such season"}))
    rows = exported(browser, url + "?grade=1")
    assert [(row[2], row[5], row[6]) for row in rows] == [("Mensah Esi", "61", "70150")]


def test_more_deliveries_cost_no_more_queries(acting, cast, book_a, trade):
    trade.one(trade.delivery())
    browser, url = acting(cast.awa), address(book_a, "deliveries")
    before = cost(browser, url)
    trade.write(*[trade.delivery(supplier=(trade.esi, trade.kofi)[n % 2]) for n in range(30)])
    assert cost(browser, url) == before <= 14


def test_the_stock_sheet_says_what_should_be_there(acting, cast, book_a, trade):
    browser = acting(cast.awa)
    assert "Nothing is in store." in text_of(browser.get(address(book_a, "stock")))
    trade.write(StockIn(day=DAY, store=trade.store, product=trade.cocoa, quantity=90_000, why="reception"))
    trade.write(StockCount(day=DAY, store=trade.store, product=trade.cocoa, counted=88_000))
    text = text_of(browser.get(address(book_a, "stock")))
    assert "Store 1" in text
    assert "2 kg" in text


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, trade):
    grant_diego(cast)
    pages = [*PAGES, ("receipt", trade.one(trade.delivery()))]
    assert set(status(acting, cast, book_a, "awa", pages).values()) == {200}
    assert set(status(acting, cast, book_a, "benito", pages).values()) == {200}
    assert set(status(acting, cast, book_a, "chloe", pages).values()) == {404}
    assert set(status(acting, cast, book_a, "diego", pages).values()) == {200}
    assert set(status(acting, cast, book_a, "esi", pages).values()) == {404}
    assert status(acting, cast, book_a, "diego", ["weigh"]) == {"weigh": 403}


def test_who_may_not_weigh_is_not_led_to_the_scale(acting, cast, book_a, trade):
    grant_diego(cast)
    url = address(book_a, "weigh")
    for who, offered in (("diego", False), ("benito", True)):
        text = acting(played_by(cast, who)).get(address(book_a, "deliveries")).text
        assert (f'href="{url}"' in text) is offered, who


def test_a_delivery_of_another_book_has_no_receipt_here(acting, cast, book_a, trade):
    assert acting(cast.awa).get(address(book_a, ("receipt", new_id()))).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, trade, language):
    one = trade.one(trade.delivery())
    for page in (*PAGES, "weigh", ("receipt", one)):
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
