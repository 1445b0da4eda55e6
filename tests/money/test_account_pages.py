"""Accounts in the browser: balances, the cash book, counts, shares, and writing in two taps."""

import pytest

from cahier.journal.models import JournalEntry
from cahier.journal.write import Mode
from cahier.kernel.ids import new_id
from cahier.money.entries import CashCount, CashEntry, FeePaid, Reconciled, SharePaid, ShareSubscribed
from cahier.registry.entries import Joined
from helpers.pages import address, cost, exported, grant_diego, speaks, status, text_of
from helpers.trade import DAY, after, open_trade

PAGES = ("accounts", "counts", "shares")


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def moved(trade, amount, days=0, **given):
    direction = "in" if amount > 0 else "out"
    usual = {"account": trade.cash, "direction": direction, "amount": abs(amount), "purpose": "sales"}
    return CashEntry(day=after(days), **{**usual, **given})


def test_the_balance_runs_from_line_to_line(acting, cast, book_a, trade):
    trade.write(moved(trade, 50_000), moved(trade, -20_000, 2, purpose="overhead"), moved(trade, 5_000, 4))
    browser = acting(cast.awa)
    text = text_of(browser.get(address(book_a, ("cash-book", trade.cash))))
    assert "Cash box should hold 35,000 F." in text
    rows = exported(browser, address(book_a, ("cash-book", trade.cash)))
    assert [(row[4], row[5], row[6]) for row in rows] == [
        ("5000", "", "35000"),
        ("", "20000", "30000"),
        ("50000", "", "50000"),
    ]


def test_a_filter_leaves_the_balances_as_they_are(acting, cast, book_a, trade):
    trade.write(moved(trade, 50_000), moved(trade, -20_000, 2, purpose="overhead"))
    url = address(book_a, ("cash-book", trade.cash))
    rows = exported(acting(cast.awa), url + "?purpose=overhead")
    assert [row[6] for row in rows] == ["30000"]
    assert exported(acting(cast.awa), url + "?season=none") == []


def test_money_is_written_in_two_taps_and_once(acting, cast, book_a, trade):
    browser, url = acting(cast.awa), address(book_a, ("cash-move", trade.cash, "in"))
    sent = {
        "amount": "2500",
        "purpose": "overhead",
        "day.d": "2",
        "day.m": "3",
        "day.y": "2026",
        "_id": new_id(),
    }
    done = [browser.post(url, sent) for _time in range(2)]
    assert {one.url for one in done} == {address(book_a, ("cash-book", trade.cash))}
    assert "should hold 2,500 F" in text_of(browser.get(done[0].url))


def test_what_is_refused_stays_on_the_screen(acting, cast, book_a, trade):
    before = JournalEntry.objects.count()
    sent = {
        "amount": "",
        "purpose": "overhead",
        "voucher": "V-17",
        "day.d": "2",
        "day.m": "3",
        "day.y": "2026",
    }
    answer = acting(cast.awa).post(address(book_a, ("cash-move", trade.cash, "in")), sent)
    assert answer.status_code == 422
    assert 'value="V-17"' in answer.text
    assert JournalEntry.objects.count() == before


def test_counts_stand_beside_the_book_of_their_day(acting, cast, book_a, trade):
    trade.write(moved(trade, 50_000), moved(trade, 9_000, 9))
    trade.write(
        CashCount(day=after(3), account=trade.cash, counted=48_000),
        Reconciled(day=after(3), account=trade.cash, month=202603),
    )
    text = text_of(acting(cast.awa).get(address(book_a, "counts")))
    for said in ("48,000 F", "50,000 F", "-2,000 F", "differs", "2026-03"):
        assert said in text


def test_shares_and_fees_of_members(acting, cast, book_a, trade):
    trade.write(Joined(day=DAY, person=trade.esi), ShareSubscribed(day=DAY, person=trade.esi, amount=50_000, shares=5),
                SharePaid(day=DAY, person=trade.esi, amount=25_000), FeePaid(day=DAY, person=trade.esi, amount=2_000, year=2999))  # fmt: skip
    text = text_of(acting(cast.awa).get(address(book_a, "shares")))
    assert (
        "25,000 F of share capital is paid in, of 50,000 F subscribed. 1 member is up to date with the fee."
        in text
    )
    assert "Boateng" not in text  # not a member


def test_more_lines_cost_no_more_queries(acting, cast, book_a, trade):
    trade.write(
        moved(trade, 50_000, person=trade.esi),
        CashCount(day=DAY, account=trade.cash, counted=50_000),
        Joined(day=DAY, person=trade.esi),
    )
    browser = acting(cast.awa)
    pages = [*PAGES, ("cash-book", trade.cash)]
    before = {page: cost(browser, address(book_a, page)) for page in pages}
    trade.write(*[moved(trade, 100 + n, n, person=(trade.esi, trade.kofi)[n % 2]) for n in range(20)])
    trade.write(
        *[CashCount(day=after(n), account=(trade.cash, trade.bank)[n % 2], counted=n) for n in range(20)]
    )
    assert {page: cost(browser, address(book_a, page)) for page in pages} == before
    assert max(before.values()) <= 14


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, trade):
    pages = [*PAGES, ("cash-book", trade.cash)]
    assert set(status(acting, cast, book_a, "awa", pages).values()) == {200}
    assert set(status(acting, cast, book_a, "benito", pages).values()) == {403}
    assert set(status(acting, cast, book_a, "chloe", pages).values()) == {404}
    assert set(status(acting, cast, book_a, "esi", pages).values()) == {404}
    grant_diego(cast, "pages")
    assert set(status(acting, cast, book_a, "diego", pages).values()) == {403}
    grant_diego(cast, "named")
    assert set(status(acting, cast, book_a, "diego", pages).values()) == {200}
    assert status(acting, cast, book_a, "diego", [("cash-move", trade.cash, "in")]) == {
        ("cash-move", trade.cash, "in"): 403
    }


def test_there_is_no_cash_book_of_an_unknown_account(acting, cast, book_a, trade):
    assert acting(cast.awa).get(address(book_a, ("cash-book", new_id()))).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, trade, language):
    for page in (*PAGES, ("cash-book", trade.cash), ("cash-move", trade.cash, "in")):
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)


def test_a_question_about_money_says_the_day_and_the_currency(acting, cast, book_a, trade):
    trade.write(moved(trade, -20_000, 2, purpose="overhead"), mode=Mode.FACT)
    browser = acting(cast.awa)
    assert "Cash box stands at -20,000 F on 4 March 2026." in text_of(
        browser.get(address(book_a, "findings"))
    )
    spanish = speaks(browser, address(book_a, "findings"), "es").replace("\u00a0", " ").replace("\u202f", " ")
    assert "el 4 de marzo de 2026 queda en -20 000 F" in spanish
