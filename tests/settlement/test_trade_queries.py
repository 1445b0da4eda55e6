"""What pages and exports read of produce and money, counted by hand."""

import datetime as dt

import pytest

from cahier.kernel.money import Price
from cahier.markets import queries as markets
from cahier.markets.entries import Contract, ContractExtended, PriceObservation, Sale, SalePaid
from cahier.money import queries as money
from cahier.money.accounts import Cost
from cahier.money.entries import CashCount, CashEntry, FeePaid, SharePaid, ShareSubscribed, Transfer
from cahier.money.loans import Instalment, LoanGiven, LoanTaken, MemberLoanRepaid
from cahier.settlement import queries as settlement
from cahier.settlement.entries import Payment, PremiumReceived, PremiumSpent
from cahier.supply import queries as supply
from cahier.supply.entries import Pledge
from cahier.supply.stock import StockIn
from helpers.trade import DAY, PRICE, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def moved(trade, day, direction, amount, purpose):
    return CashEntry(day=day, account=trade.cash, direction=direction, amount=amount, purpose=purpose)


def test_the_book_beside_the_count(trade):
    trade.write(
        moved(trade, DAY, "in", 1_000, "grant"), moved(trade, after(5), "out", 300, "overhead"),
        moved(trade, after(6), "in", 50, "fees"), CashCount(day=after(5), account=trade.cash, counted=690),
    )  # fmt: skip
    [count] = money.cash_counts(DAY, after(10))
    assert (count.counted, count.book, count.difference) == (690, 700, -10)
    assert money.cash_counts(after(6), after(10)) == []


def test_money_by_purpose_leaves_transfers_out(trade):
    trade.write(
        moved(trade, DAY, "in", 1_000, "grant"), moved(trade, DAY, "out", 300, "overhead"),
        moved(trade, DAY, "in", 20, "overhead"), Transfer(day=DAY, source=trade.cash, target=trade.bank, amount=100),
        moved(trade, after(9), "in", 7, "fees"),
    )  # fmt: skip
    assert money.moved_by_purpose(DAY, after(8)) == {"grant": (1_000, 0), "overhead": (20, 300)}


def test_costs_by_category(trade):
    trade.write(*[Cost(day=after(n), category="staff", overhead=True, amount=100) for n in range(3)])
    assert money.costs_by_category(after(1), after(2)) == {"staff": 200}


def test_who_is_up_to_date_with_the_fee(trade):
    trade.one(FeePaid(day=after(5), person=trade.esi, amount=1, until=after(10)))
    answers = [trade.esi in money.fee_up_to_date(after(day)) for day in (4, 5, 10, 11)]
    assert answers == [False, True, True, False]


def test_share_capital_on_a_day(trade):
    trade.write(
        ShareSubscribed(day=DAY, person=trade.esi, amount=100),
        SharePaid(day=after(3), person=trade.esi, amount=60),
    )
    assert money.share_capital(after(2)) == {trade.esi: (100, 0)}
    assert money.share_capital(after(3)) == {trade.esi: (100, 60)}


def test_what_is_overdue(trade):
    instalments = (Instalment(due_day=after(10), principal=40), Instalment(due_day=after(50), principal=60))
    loan = trade.one(
        LoanGiven(day=DAY, person=trade.esi, type="input", principal=100, instalments=instalments)
    )
    other = trade.one(LoanTaken(day=DAY, lender="Bank", type="working", principal=500))
    trade.one(MemberLoanRepaid(day=after(9), loan=loan, principal=15))
    assert money.outstanding("given", after(8)) == {loan: 100}
    assert money.outstanding("given", after(9)) == {loan: 85}
    assert money.outstanding("taken", after(9)) == {other: 500}
    assert money.overdue("given", after(10)) == {}
    assert money.overdue("given", after(11)) == {loan: 25}
    assert money.overdue("given", after(40), grace=30) == {}
    assert money.overdue("given", after(41), grace=30) == {loan: 25}
    assert money.overdue("taken", after(99)) == {}


def test_sales_contracts_and_receivables(trade):
    contract = trade.one(Contract(day=DAY, buyer=trade.buyer, product=trade.cocoa, quantity=1_000, first_day=DAY,
                                  last_day=after(9), written=True))  # fmt: skip
    trade.one(ContractExtended(day=after(9), contract=contract, last_day=after(20)))
    usual = {"buyer": trade.buyer, "product": trade.cocoa, "contract": contract}
    first, second, _ = trade.write(
        Sale(day=after(2), quantity=600, amount=1_000, **usual),
        Sale(day=after(12), quantity=100, amount=300, currency="USD", rate=Price(6, 1), **usual),
        Sale(day=after(30), quantity=50, amount=10, **usual),
    ).ids
    trade.write(
        SalePaid(day=after(5), sale=first, amount=400), SalePaid(day=after(13), sale=second, amount=100)
    )
    sold = list(markets.sales(DAY, after(12)))
    assert [(one.value, one.paid, one.paid_day) for one in sold] == [(1_000, 400, None), (1_800, 100, None)]
    [one] = markets.contracts(closed_by=after(10))
    assert one.missing == 300
    assert markets.contracts(closed_by=after(9)) == []
    assert [markets.receivables(after(day)) for day in (1, 4, 5, 12, 13)] == [0, 1_000, 600, 2_400, 1_800]


def test_prices_of_the_week(trade):
    monday = dt.date(2026, 3, 2)
    usual = {"product": trade.cocoa, "market": "Centre", "type": "farmgate", "price": PRICE}
    trade.write(
        PriceObservation(day=monday, **usual), PriceObservation(day=monday + dt.timedelta(days=6), **usual),
        PriceObservation(day=monday + dt.timedelta(days=7), **usual),
        PriceObservation(day=monday, **{**usual, "type": "retail"}),
        PriceObservation(day=monday, flag="forecast", **usual),
    )  # fmt: skip
    assert len(markets.prices_of_week(trade.cocoa, monday + dt.timedelta(days=3))) == 2


def test_deliveries_by_supplier_and_day(trade):
    trade.write(
        trade.delivery(accepted=10_000), trade.delivery(accepted=5_000, day=after(1), price=None, rejected=500),
        trade.delivery(accepted=40_000, supplier=trade.kofi), trade.delivery(day=after(9)),
    )  # fmt: skip
    kofi, esi = supply.by_supplier(DAY, after(8))
    assert (kofi.supplier, kofi.accepted, kofi.value) == (trade.kofi, 40_000, 46_000)
    assert (esi.deliveries, esi.accepted, esi.rejected, esi.value) == (2, 15_000, 500, 11_500)
    assert supply.collected_by_day(DAY, after(8)) == {DAY: 50_000, after(1): 5_000}
    assert supply.deliveries(DAY, after(9), trade.esi).count() == 3
    assert supply.by_supplier(DAY, after(8), product=trade.esi) == []


def test_the_best_basis_is_named_and_never_mixed(trade):
    usual = {"season": trade.season, "product": trade.cocoa}
    trade.write(
        Pledge(day=DAY, person=trade.esi, quantity=9, basis="pledged", **usual),
        Pledge(day=after(1), person=trade.esi, quantity=7, basis="measured", **usual),
        Pledge(day=after(2), person=trade.esi, quantity=8, basis="declared", **usual),
        Pledge(day=after(3), person=trade.kofi, quantity=3, basis="pledged", **usual),
        Pledge(day=after(4), person=trade.kofi, quantity=4, basis="pledged", **usual),
    )
    assert supply.expected(trade.season, trade.cocoa) == {
        trade.esi: ("measured", 7),
        trade.kofi: ("pledged", 4),
    }


def test_stock_now(trade):
    trade.one(StockIn(day=DAY, store=trade.store, product=trade.cocoa, quantity=5, why="reception"))
    assert [(row.store, row.quantity) for row in supply.stock_now()] == [(trade.store, 5)]


def test_what_is_still_to_be_paid(trade):
    paid, half, never = trade.write(
        trade.delivery(advance=70_150), trade.delivery(advance=10_000), trade.delivery(day=after(1))
    ).ids
    usual = {"person": trade.esi, "channel": "cash"}
    trade.write(
        Payment(day=after(4), delivery=half, type="balance", amount=40_000, **usual),
        Payment(day=after(5), delivery=never, type="second", amount=40_000, **usual),
        Payment(day=after(6), season=trade.season, type="refund", amount=900, **usual),
    )
    owed = settlement.owed(DAY, after(9), after(9))
    assert [(one.delivery, one.left) for one in owed] == [(half, 20_150), (never, 70_150)]
    assert [one.left for one in settlement.owed(DAY, DAY, after(3))] == [60_150]
    assert settlement.first_paid(DAY, after(9)) == {paid: DAY, half: DAY, never: after(5)}
    assert settlement.paid_to(trade.esi, DAY, after(9)) == {
        "advance": 80_150, "balance": 40_000, "second": 40_000, "refund": 900,
    }  # fmt: skip
    assert settlement.paid_to(trade.kofi, DAY, after(9)) == {}


def test_premium_as_voted_and_otherwise(trade):
    trade.write(
        PremiumReceived(day=DAY, amount=100), PremiumSpent(day=DAY, amount=60, purpose="Roof", voted=True),
        PremiumSpent(day=DAY, amount=15, purpose="Fuel", voted=False), PremiumReceived(day=after(9), amount=1),
    )  # fmt: skip
    assert settlement.premium(DAY, after(8)) == (100, 60, 15)
