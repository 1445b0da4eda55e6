"""Stock: what should be in a store, what was found, and what cannot be."""

import pytest

from cahier.journal.models import Finding
from cahier.journal.write import Mode
from cahier.supply.models import StockBalance
from cahier.supply.stock import StockCount, StockIn, StockOut, stock_id
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def put(trade, day, quantity, why="reception"):
    return StockIn(day=day, store=trade.store, product=trade.cocoa, quantity=quantity, why=why)


def take(trade, day, quantity, why="sale"):
    return StockOut(day=day, store=trade.store, product=trade.cocoa, quantity=quantity, why=why)


def count(trade, day, counted):
    return StockCount(day=day, store=trade.store, product=trade.cocoa, counted=counted)


def balance(trade):
    return StockBalance.objects.get(id=stock_id(trade.store, trade.cocoa))


def test_in_out_and_a_count(trade):
    trade.write(put(trade, DAY, 900_000), take(trade, after(2), 300_000), count(trade, after(3), 595_000))
    row = balance(trade)
    assert (row.quantity, row.lost, row.counted_day, row.last_day) == (595_000, 5_000, after(3), after(3))


def test_a_count_is_of_the_end_of_its_day(trade):
    trade.write(count(trade, DAY, 600_000), put(trade, DAY, 600_000))
    assert (balance(trade).quantity, balance(trade).lost) == (600_000, 0)


def test_the_first_count_of_a_store_is_its_opening_not_a_gain(trade):
    trade.write(count(trade, DAY, 400_000), take(trade, after(1), 100_000))
    assert (balance(trade).quantity, balance(trade).lost) == (300_000, 0)


def test_more_found_than_booked_is_a_loss_below_zero(trade):
    trade.write(put(trade, DAY, 100_000), count(trade, after(1), 103_000))
    assert balance(trade).lost == -3_000


def test_more_taken_than_there_was(trade):
    trade.one(put(trade, DAY, 100_000))
    assert trade.refused(take(trade, after(1), 100_001)) == ["supply.stock-below-zero"]
    assert trade.found(take(trade, after(1), 100_001)) == ["supply.stock-below-zero"]
    assert balance(trade).quantity == -1


def test_a_late_entry_into_the_store_explains_it(trade):
    trade.one(take(trade, after(5), 50_000), mode=Mode.FACT)
    assert Finding.objects.count() == 1
    trade.one(put(trade, DAY, 50_000))
    assert Finding.objects.count() == 0 and balance(trade).quantity == 0


def test_two_stores_are_two_stocks(trade):
    from cahier.supply.stock import Store

    other = trade.one(Store(day=DAY, code="M2", name="Store 2"))
    trade.one(put(trade, DAY, 10_000))
    trade.one(StockIn(day=DAY, store=other, product=trade.cocoa, quantity=4_000, why="transfer"))
    assert sorted(StockBalance.objects.values_list("quantity", flat=True)) == [4_000, 10_000]
