"""Prices, contracts, sales: it works, then each refusal, then disorder."""

import pytest

from cahier.journal.correct import replace, void
from cahier.journal.models import Finding
from cahier.journal.write import Mode
from cahier.kernel.money import Price
from cahier.markets import models
from cahier.markets.entries import (
    Claim,
    Contract,
    ContractExtended,
    PriceObservation,
    Sale,
    SalePaid,
    SalesForecast,
)  # fmt: skip
from cahier.money.models import AccountBalance
from cahier.supply.entries import Product
from helpers.trade import DAY, PRICE, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def contract(trade, **given):
    usual = {"day": DAY, "buyer": trade.buyer, "product": trade.cocoa, "quantity": 10_000_000,
             "first_day": DAY, "last_day": after(30), "written": True, "price": PRICE}  # fmt: skip
    return Contract(**{**usual, **given})


def sale(trade, **given):
    usual = {"day": DAY, "buyer": trade.buyer, "product": trade.cocoa, "quantity": 1_000_000, "price": PRICE}
    return Sale(**{**usual, **given})


def seen(trade, **given):
    usual = {"day": DAY, "market": "Centre", "product": trade.cocoa, "price": PRICE, "type": "farmgate"}
    return PriceObservation(**{**usual, **given})


def test_a_price_observed(trade):
    made = trade.one(seen(trade, source="Market bulletin", unit="50 KG", currency="XOF"))
    row = models.PriceObservation.objects.get(id=made)
    assert (row.price_amount, row.price_per, row.flag, row.day) == (1150, 1000, "actual", DAY)


def test_the_empty_figure_of_a_forecast_is_no_price(trade):
    trade.one(seen(trade, price=Price(0, 1000), flag="forecast"))
    assert not models.PriceObservation.objects.exists() and not Finding.objects.exists()


def test_an_observed_price_of_zero(trade):
    assert trade.refused(seen(trade, price=Price(0, 1000))) == ["markets.zero-price"]
    assert trade.found(seen(trade, price=Price(0, 1000))) == ["markets.zero-price"]


def test_a_price_names_what_and_in_which_currency(trade):
    assert trade.refused(seen(trade, product="")) == ["markets.no-commodity"]
    assert trade.refused(seen(trade, currency="F")) == ["markets.bad-currency"]
    trade.one(seen(trade, product="", commodity="Maize (white)"))


def test_a_contract_delivered_within_its_window(trade):
    made = trade.one(contract(trade))
    trade.write(
        sale(trade, contract=made, quantity=4_000_000, day=after(5)),
        sale(trade, contract=made, quantity=6_000_000, day=after(30), conform=True),
    )
    row = models.ContractStatus.objects.get(id=made)
    assert (row.conform, row.extended, row.late, row.other) == (10_000_000, 0, 0, 0)


def test_extension_lateness_and_refused_goods_stay_apart(trade):
    made = trade.one(contract(trade))
    trade.one(ContractExtended(day=after(29), contract=made, last_day=after(40)))
    trade.write(
        sale(trade, contract=made, day=after(30)),
        sale(trade, contract=made, day=after(31), quantity=2_000_000),
        sale(trade, contract=made, day=after(41), quantity=3_000_000),
        sale(trade, contract=made, day=after(10), quantity=100_000, conform=False),
    )
    row = models.ContractStatus.objects.get(id=made)
    assert (row.conform, row.extended, row.late, row.other) == (1_000_000, 2_000_000, 3_000_000, 100_000)
    assert row.extended_day == after(40) and row.last_day == after(30)


def test_more_than_the_contract(trade):
    made = trade.one(contract(trade, quantity=1_000_000))
    trade.one(sale(trade, contract=made))
    over = sale(trade, contract=made, quantity=1)
    assert trade.refused(over) == ["markets.over-contract"]
    assert trade.found(over) == ["markets.over-contract"]


def test_a_sale_of_another_product(trade):
    other = trade.one(Product(day=DAY, code="COF", name="Coffee"))
    made = trade.one(contract(trade))
    assert trade.refused(sale(trade, contract=made, product=other)) == ["markets.wrong-product"]


def test_a_window_turned_round_is_refused(trade):
    assert trade.refused(contract(trade, last_day=after(-1))) == ["markets.window-order"]


def test_the_amount_of_a_sale(trade):
    made = trade.one(sale(trade, quantity=1_001_333))
    assert models.Sale.objects.get(id=made).amount == 1_151_533  # 1,151,532.95
    given = trade.one(sale(trade, amount=1_150_000))
    assert models.Sale.objects.get(id=given).amount == 1_150_000
    assert trade.refused(sale(trade, price=None)) == ["markets.no-amount"]


def test_a_sale_in_dollars_needs_its_rate(trade, cast):
    dollars = {"amount": 310_000, "currency": "USD"}
    assert trade.refused(sale(trade, **dollars)) == ["markets.no-rate"]
    made = trade.one(sale(trade, **dollars), mode=Mode.FACT)
    assert models.SaleAccount.objects.get(id=made).value is None
    replace(cast.a, made, {"rate": Price(600, 100)}, why="rate of the day", day=DAY, actor=cast.awa)
    assert models.SaleAccount.objects.get(id=made).value == 1_860_000
    assert Finding.objects.count() == 0


def test_the_own_currency_may_be_spelled_out(trade):
    made = trade.one(sale(trade, amount=900, currency="XOF"))
    assert models.SaleAccount.objects.get(id=made).value == 900


def test_paid_in_two_parts(trade):
    made = trade.one(sale(trade, amount=1_000))
    trade.write(
        SalePaid(day=after(9), sale=made, amount=400, account=trade.bank),
        SalePaid(day=after(5), sale=made, amount=600, account=trade.bank),
    )
    row = models.SaleAccount.objects.get(id=made)
    assert (row.paid, row.paid_day) == (1_000, after(9))
    assert AccountBalance.objects.get(id=trade.bank).balance == 1_000
    assert trade.refused(SalePaid(day=after(9), sale=made, amount=1)) == ["markets.paid-too-much"]


def test_a_payment_in_dollars_reaches_the_account_in_francs(trade):
    made = trade.one(sale(trade, amount=1_000, currency="USD", rate=Price(600, 100)))
    trade.one(SalePaid(day=after(5), sale=made, amount=1_000, account=trade.bank, received=5_990))
    assert AccountBalance.objects.get(id=trade.bank).balance == 5_990
    assert models.SaleAccount.objects.get(id=made).paid_day == after(5)


def test_a_voided_sale_leaves_the_contract(trade, cast):
    made = trade.one(contract(trade))
    sold = trade.one(sale(trade, contract=made))
    void(cast.a, sold, why="cancelled", day=DAY, actor=cast.awa)
    assert models.ContractStatus.objects.get(id=made).conform == 0
    assert not models.SaleAccount.objects.exists()


def test_claims_and_forecasts(trade):
    sold = trade.one(sale(trade))
    trade.write(
        Claim(day=after(20), sale=sold, value=50_000, why="quality"),
        SalesForecast(day=DAY, season=trade.season, product=trade.cocoa, quantity=12_000_000),
    )
    assert models.Claim.objects.get().value == 50_000
    assert models.SalesForecast.objects.get().quantity == 12_000_000
