"""Produce and money in any order: balances equal the sum of facts, and arrival changes nothing."""

import random

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.journal.models import Finding
from cahier.journal.rebuild import fingerprint, rebuild
from cahier.journal.write import Mode
from cahier.markets.entries import Contract, ContractExtended, Sale, SalePaid
from cahier.money import models as money
from cahier.money.entries import CashEntry, FeePaid, SharePaid, ShareRefunded, ShareSubscribed, Transfer
from cahier.money.loans import LoanRepaid, LoanTaken
from cahier.settlement.entries import Payment
from cahier.supply.models import StockBalance
from cahier.supply.stock import StockIn, StockOut, stock_id
from helpers.replay import envelopes_of, replayed
from helpers.trade import DAY, after, open_trade

_LENIENT = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def a_season(trade, dice):
    """Write a season with every fault the folds know; return nothing, the book holds it."""
    from cahier.journal.correct import void

    fact = {"mode": Mode.FACT}
    deliveries = trade.write(
        *[
            trade.delivery(
                day=after(n), supplier=dice.choice([trade.esi, trade.kofi]), accepted=60_000 + n,
                bags=dice.choice([None, 1]), receipt=f"R{n // 2}" if n < 4 else f"R{n}", advance=dice.choice([0, 500]),
            )
            for n in range(8)
        ],
        trade.delivery(accepted=1_860_000, bags=1), trade.delivery(rejected=5, presented=61_000), **fact,
    ).ids  # fmt: skip
    trade.write(
        *[
            Payment(day=after(20), person=trade.esi, delivery=one, type="balance", amount=60_000, channel="cash",
                    payment_reference="P1", account=trade.cash)
            for one in deliveries[:5]
        ],
        Payment(day=after(2), person=trade.kofi, season=trade.season, type="second", amount=9, channel="bank"), **fact,
    )  # fmt: skip
    void(trade.cast.a, deliveries[6], why="keyed twice", day=DAY, actor=trade.cast.awa)
    contract = trade.one(Contract(day=DAY, buyer=trade.buyer, product=trade.cocoa, quantity=900, first_day=DAY,
                                  last_day=after(9), written=True))  # fmt: skip
    trade.one(ContractExtended(day=after(8), contract=contract, last_day=after(12)))
    sales = trade.write(
        *[
            Sale(day=after(n), buyer=trade.buyer, product=trade.cocoa, contract=contract, quantity=400, amount=70,
                 currency=dice.choice(["", "USD"]))
            for n in (1, 11, 13)
        ], **fact,
    ).ids  # fmt: skip
    loan = trade.one(LoanTaken(day=DAY, lender="Bank", type="working", principal=100, account=trade.bank))
    trade.write(
        SalePaid(day=after(30), sale=sales[0], amount=80, account=trade.bank),
        LoanRepaid(day=after(5), loan=loan, principal=150, account=trade.bank),
        ShareSubscribed(day=DAY, person=trade.esi, amount=10),
        SharePaid(day=after(1), person=trade.esi, amount=30, account=trade.cash),
        ShareRefunded(day=after(2), person=trade.kofi, amount=5),
        FeePaid(day=after(2), person=trade.kofi, amount=5, year=2026),
        StockOut(day=after(2), store=trade.store, product=trade.cocoa, quantity=7, why="sale"),
        StockIn(day=after(3), store=trade.store, product=trade.cocoa, quantity=5, why="reception"), **fact,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_repetition_of_batches_gives_the_same_state(trade, cast, seed):
    a_season(trade, random.Random(seed))
    assert len(set(Finding.objects.values_list("rule", flat=True))) >= 10
    before = fingerprint(cast.a)
    assert replayed(cast.a, envelopes_of(cast.a), seed) == before


def test_rebuilding_gives_the_same_bytes(trade, cast):
    a_season(trade, random.Random(7))
    before = fingerprint(cast.a)
    rebuild(cast.a)
    assert fingerprint(cast.a) == before


@_LENIENT
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-900, 900).filter(bool)), min_size=1, max_size=12))
def test_the_balance_is_the_sum_of_all_movements(trade, moves):
    trade.write(
        *[
            CashEntry(day=after(day), account=trade.cash, direction="in" if amount > 0 else "out",
                      amount=abs(amount), purpose="other")
            for day, amount in moves
        ],
        mode=Mode.FACT,
    )  # fmt: skip
    rows = money.CashEntry.objects.filter(account=trade.cash)
    assert money.AccountBalance.objects.get(id=trade.cash).balance == rows.aggregate(sum=Sum("amount"))["sum"]


@_LENIENT
@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=8))
def test_transfers_conserve_money(trade, amounts):
    before = money.CashEntry.objects.aggregate(sum=Sum("amount"))["sum"] or 0
    trade.write(
        *[Transfer(day=DAY, source=trade.cash, target=trade.bank, amount=one) for one in amounts],
        mode=Mode.FACT,
    )
    assert money.CashEntry.objects.aggregate(sum=Sum("amount"))["sum"] == before


@_LENIENT
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.integers(1, 50_000)), min_size=1, max_size=10))
def test_stock_is_what_went_in_less_what_went_out(trade, moves):
    key = stock_id(trade.store, trade.cocoa)
    before = getattr(StockBalance.objects.filter(id=key).first(), "quantity", 0)
    kinds = {True: (StockIn, "reception"), False: (StockOut, "sale")}
    trade.write(
        *[
            kinds[into][0](day=after(day), store=trade.store, product=trade.cocoa, quantity=quantity, why=kinds[into][1])
            for into, day, quantity in moves
        ],
        mode=Mode.FACT,
    )  # fmt: skip
    change = sum(quantity if into else -quantity for into, _, quantity in moves)
    assert StockBalance.objects.get(id=key).quantity == before + change
