"""Sales, contracts and prices in the browser."""

import datetime as dt

import pytest

from cahier.kernel.money import Price
from cahier.markets.entries import Contract, PriceObservation, Sale, SalePaid
from cahier.web.clock import today
from helpers.pages import address, cost, exported, grant_diego, speaks, status, text_of
from helpers.trade import DAY, PRICE, after, open_trade

PAGES = ("sales", "contracts", "prices")


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def sale(trade, **given):
    usual = {"day": DAY, "buyer": trade.buyer, "product": trade.cocoa, "quantity": 1_000_000, "price": PRICE}
    return Sale(**{**usual, **given})


def contract(trade, **given):
    usual = {"day": DAY, "buyer": trade.buyer, "product": trade.cocoa, "quantity": 2_000_000, "first_day": DAY,
             "last_day": after(60), "written": True, "code": "C-1"}  # fmt: skip
    return Contract(**{**usual, **given})


def test_sales_say_what_was_paid_and_what_is_late(acting, cast, book_a, trade):
    one, _two, _three = trade.write(
        sale(trade),
        sale(trade, due_day=today() - dt.timedelta(days=1)),
        sale(trade, due_day=today() + dt.timedelta(days=9)),
    ).ids
    trade.write(SalePaid(day=after(3), sale=one, amount=1_150_000))
    browser = acting(cast.awa)
    assert "3 sales: 3,450,000 F." in text_of(browser.get(address(book_a, "sales")))
    rows = exported(browser, address(book_a, "sales"))
    assert sorted((row[6], row[7]) for row in rows) == [
        ("0", "late"),
        ("0", "not paid yet"),
        ("1150000", "paid"),
    ]


def test_each_currency_has_its_own_sum(acting, cast, book_a, trade):
    trade.write(sale(trade), sale(trade, price=None, amount=250_000, currency="USD", rate=Price(600, 1)))
    text = text_of(acting(cast.awa).get(address(book_a, "sales")))
    assert "2 sales: 2,500.00 USD, 1,150,000 F." in text


def test_a_contract_runs_is_fulfilled_or_falls_short(acting, cast, book_a, trade):
    [made] = trade.write(contract(trade)).ids
    browser, url = acting(cast.awa), address(book_a, "contracts")
    assert [row[6] for row in exported(browser, url)] == ["short"]  # its window is over
    trade.write(sale(trade, contract=made, quantity=2_000_000, conform=True, day=after(10)))
    assert [row[5:] for row in exported(browser, url)] == [["2000", "fulfilled"]]
    trade.write(contract(trade, code="C-2", last_day=today() + dt.timedelta(days=5)))
    assert "1 contract is running." in text_of(browser.get(url))


def test_prices_are_listed_with_their_source(acting, cast, book_a, trade):
    seen = [PriceObservation(day=DAY, market=market, product=trade.cocoa, price=PRICE, type="farmgate", source="Seen by Awa")
            for market in ("Dôra", "Kéla")]  # fmt: skip
    trade.write(*seen)
    browser, url = acting(cast.awa), address(book_a, "prices")
    text = text_of(browser.get(url))
    assert "2 prices were seen." in text
    assert "1,150 F / kg" in text
    assert "Seen by Awa" in text
    assert [row[2] for row in exported(browser, url + "?market=Dôra")] == ["Dôra"]


def test_more_sales_cost_no_more_queries(acting, cast, book_a, trade):
    trade.write(sale(trade), contract(trade))
    browser = acting(cast.awa)
    before = {page: cost(browser, address(book_a, page)) for page in PAGES}
    trade.write(*[sale(trade, day=after(n)) for n in range(15)])
    trade.write(*[contract(trade, code=f"C-{n}") for n in range(2, 12)])
    assert {page: cost(browser, address(book_a, page)) for page in PAGES} == before
    assert max(before.values()) <= 20


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, trade):
    grant_diego(cast, "pages")
    for who, code in (("awa", 200), ("benito", 403), ("diego", 403), ("chloe", 404), ("esi", 404)):
        assert set(status(acting, cast, book_a, who, PAGES).values()) == {code}, who
    grant_diego(cast, "named")
    assert set(status(acting, cast, book_a, "diego", PAGES).values()) == {200}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, trade, language):
    trade.write(sale(trade), contract(trade))
    for page in PAGES:
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
