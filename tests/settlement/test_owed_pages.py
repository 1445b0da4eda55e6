"""What members are owed: the list, the statement of one member, who waits too long, and step 1."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.kernel.ids import new_id
from cahier.kernel.money import Price
from cahier.money.loans import LoanGiven, MemberLoanRepaid
from cahier.registry.entries import Joined
from cahier.settlement.entries import Payment
from cahier.settlement.ledger import statement
from cahier.settlement.menu import records_in
from cahier.settlement.standing import accounts, late
from cahier.web.clock import today
from helpers.pages import address, cost, exported, grant_diego, speaks, status, text_of
from helpers.trade import DAY, after, open_trade

FAR = dt.date(2999, 1, 1)


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def paid(trade, amount, days=1, type="balance", **given):
    usual = {"person": trade.esi, "season": trade.season, "type": type, "amount": amount, "channel": "cash"}
    return Payment(day=after(days), **{**usual, **given})


def test_the_statement_begins_with_the_answer(acting, cast, book_a, trade):
    trade.write(trade.delivery(), paid(trade, 25_600))  # 61 kg at 1,150 F
    text = text_of(acting(cast.awa).get(address(book_a, ("statement", trade.esi))))
    assert "The cooperative owes you 44,550 F." in text
    assert text.index("70,150 F") < text.index("− 25,600 F")


@pytest.mark.parametrize(
    ("amount", "said"), [(70_150, "are even"), (80_150, "You were paid 10,000 F ahead.")]
)
def test_even_and_paid_ahead_are_said_in_words(acting, cast, book_a, trade, amount, said):
    trade.write(trade.delivery(), paid(trade, amount))
    assert said in text_of(acting(cast.awa).get(address(book_a, ("statement", trade.esi))))


def test_a_second_payment_comes_on_top_and_pays_nothing_of_the_price(trade):
    trade.write(trade.delivery(), paid(trade, 5_000, type="second"), paid(trade, 3_000, type="premium"))
    made = statement(trade.esi, "XOF", DAY, FAR)
    assert (made.left, accounts(FAR)[0].left) == (70_150, 70_150)


def test_a_loan_repaid_by_produce_pays_the_member(trade):
    loan = trade.one(LoanGiven(day=DAY, person=trade.esi, code="L1", type="input", principal=20_000))
    trade.write(
        trade.delivery(),
        MemberLoanRepaid(day=after(2), loan=loan, principal=20_000, interest=150, means="produce"),
    )
    assert statement(trade.esi, "XOF", DAY, FAR).left == accounts(FAR)[0].left == 50_000


def test_a_period_begins_with_what_was_left_before(trade):
    trade.write(
        trade.delivery(),
        trade.delivery(day=after(10)),
        paid(trade, 10_000, 5),
        trade.delivery(day=after(20), price=None),
    )
    made = statement(trade.esi, "XOF", after(8), after(30))
    assert (made.before, [line.left for line in made.lines], made.unpriced) == (60_150, [130_300], 1)


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(0, 400), st.integers(0, 90)), max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_list_and_statement_always_agree(trade, rows):
    for kilos, sum_paid, day in rows:
        trade.write(
            trade.delivery(accepted=kilos * 1000, day=after(day), price=Price(250, 1000), advance=kilos)
        )
        if sum_paid:
            trade.write(paid(trade, sum_paid, day))
    mine = next((one.left for one in accounts(FAR) if one.person == trade.esi), 0)
    made = statement(trade.esi, "XOF", DAY, FAR)
    assert mine == made.left == made.plus - made.minus


def test_who_waits_longest_is_told_with_the_day_of_the_oldest_unpaid_delivery(trade):
    trade.write(
        trade.delivery(), trade.delivery(day=after(5)), trade.delivery(supplier=trade.kofi, day=after(40))
    )
    trade.write(paid(trade, 70_150, 6))  # pays the first delivery whole
    assert late(after(60)) == [(trade.esi, 70_150, after(5))]
    assert late(after(71)) == [(trade.esi, 70_150, after(5)), (trade.kofi, 70_150, after(40))]


def test_the_list_totals_filters_and_exports(acting, cast, book_a, trade):
    trade.write(trade.delivery(), trade.delivery(supplier=trade.kofi), paid(trade, 80_000))
    browser, url = acting(cast.awa), address(book_a, "owed")
    assert "The cooperative owes 70,150 F to 1 member." in text_of(browser.get(url))
    assert [row[0] for row in exported(browser, url)] == ["Boateng Kofi", "Mensah Esi"]
    assert [row[4] for row in exported(browser, url + "?state=ahead")] == ["-9850"]
    assert [row[0] for row in exported(browser, url + "?q=boatengh")] == ["Boateng Kofi"]


def test_more_deliveries_cost_no_more_queries(acting, cast, book_a, trade):
    trade.write(trade.delivery())
    browser, pages = acting(cast.awa), ["owed", ("statement", trade.esi), ("member", trade.esi), "today"]
    before = {page: cost(browser, address(book_a, page)) for page in pages}
    trade.write(*[trade.delivery(day=after(n)) for n in range(20)])
    assert {page: cost(browser, address(book_a, page)) for page in pages if page != "today"} == {
        page: many for page, many in before.items() if page != "today"
    }
    assert max(before.values()) <= 60


def test_today_tells_who_waits(acting, cast, book_a, trade):
    browser, url = acting(cast.awa), address(book_a, "today")
    assert "Members wait for their money" not in text_of(browser.get(url))
    trade.write(trade.delivery(day=today() - dt.timedelta(days=50)))
    text = text_of(browser.get(url))
    assert "1 member waits for 70,150 F, for deliveries of more than 30 days ago." in text


def test_each_person_sees_what_the_table_of_rights_says(acting, cast, book_a, trade):
    pages = ["owed", ("statement", trade.esi)]
    assert set(status(acting, cast, book_a, "awa", pages).values()) == {200}
    assert set(status(acting, cast, book_a, "benito", pages).values()) == {403}
    assert set(status(acting, cast, book_a, "chloe", pages).values()) == {404}
    assert set(status(acting, cast, book_a, "esi", pages).values()) == {404}
    grant_diego(cast)
    assert set(status(acting, cast, book_a, "diego", pages).values()) == {200}
    assert acting(cast.awa).get(address(book_a, ("statement", new_id()))).status_code == 404


def test_records_are_in_when_there_are_members_and_deliveries(acting, cast, book_a, trade):
    assert not records_in(cast.a)
    trade.write(Joined(day=DAY, person=trade.esi))
    assert not records_in(cast.a)
    trade.write(trade.delivery())
    assert records_in(cast.a)
    text = text_of(acting(cast.awa).get(address(book_a, "records")))
    assert address(book_a, "imports") in text
    assert "Delivery" in text


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, trade, language):
    trade.write(trade.delivery(), paid(trade, 1000))
    for page in ("owed", ("statement", trade.esi), ("member", trade.esi), "records", "today"):
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)
