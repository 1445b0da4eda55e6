"""Payments to members and premiums: it works, then each refusal, then disorder."""

import pytest

from cahier.journal.entries import Void
from cahier.journal.models import Finding
from cahier.journal.write import Mode
from cahier.money.entries import CashEntry
from cahier.money.models import AccountBalance
from cahier.settlement import models
from cahier.settlement.entries import Payment, PaymentPromised, PremiumReceived, PremiumSpent
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def payment(trade, **given):
    usual = {"day": after(4), "person": trade.esi, "type": "balance", "amount": 10_000, "channel": "mobile"}
    return Payment(**{**usual, **given})


def test_a_delivery_is_paid_from_the_cash_box(trade):
    trade.one(CashEntry(day=DAY, account=trade.cash, direction="in", amount=100_000, purpose="sales"))
    made = trade.one(trade.delivery(advance=30_000))
    trade.one(payment(trade, delivery=made, amount=40_150, account=trade.cash, due_day=after(7)))
    row = models.Payment.objects.get()
    assert (row.person, row.delivery, row.due_day, row.day) == (trade.esi, made, after(7), after(4))
    assert AccountBalance.objects.get(id=trade.cash).balance == 59_850
    assert Finding.objects.count() == 0


def test_a_payment_is_for_one_thing(trade):
    made = trade.one(trade.delivery())
    assert trade.refused(payment(trade)) == ["settlement.for-what"]
    both = payment(trade, delivery=made, season=trade.season)
    assert trade.refused(both) == ["settlement.two-things"]


def test_more_than_the_delivery_is_worth(trade):
    made = trade.one(trade.delivery(advance=70_000))
    over = payment(trade, delivery=made, amount=151)
    assert trade.refused(over) == ["settlement.paid-over-value"]
    assert trade.found(over) == ["settlement.paid-over-value"]


def test_a_second_payment_comes_on_top_of_the_price(trade):
    made = trade.one(trade.delivery(advance=70_150))
    trade.one(payment(trade, delivery=made, amount=9_000, type="second"))
    assert Finding.objects.count() == 0


def test_a_payment_to_somebody_else(trade):
    made = trade.one(trade.delivery())
    assert trade.refused(payment(trade, delivery=made, person=trade.kofi)) == ["settlement.other-payee"]


def test_a_payment_whose_delivery_was_voided(trade):
    made = trade.one(trade.delivery())
    trade.one(payment(trade, delivery=made))
    assert trade.found(Void(day=DAY, target=made, why="keyed twice")) == ["settlement.no-delivery"]


def test_paid_for_a_season_without_having_delivered(trade):
    second = payment(trade, season=trade.season, type="second", day=after(90))
    assert trade.refused(second) == ["settlement.never-delivered"]
    trade.one(second, mode=Mode.FACT)
    assert Finding.objects.count() == 1
    trade.one(trade.delivery(day=after(89)))
    assert Finding.objects.count() == 0


def test_an_advance_may_come_before_the_harvest(trade):
    trade.one(payment(trade, season=trade.season, type="advance"))
    assert models.Payment.objects.get().kind == "advance"


def test_a_payment_reference_returns(trade):
    made = trade.one(trade.delivery())
    trade.one(payment(trade, delivery=made, payment_reference="S2-17"))
    again = payment(trade, delivery=made, payment_reference="S2-17", day=after(5))
    assert trade.refused(again) == ["settlement.reference-twice"]
    assert trade.found(again) == ["settlement.reference-twice"]


def test_an_announced_day(trade):
    trade.one(PaymentPromised(day=DAY, season=trade.season, type="second", promised_day=after(120)))
    assert models.PaymentPromise.objects.get().promised_day == after(120)
    nothing = PaymentPromised(day=DAY, type="second", promised_day=after(120))
    assert trade.refused(nothing) == ["settlement.for-what"]


def test_a_premium_received_and_spent_as_voted(trade):
    trade.one(
        PremiumReceived(day=DAY, amount=800_000, scheme="Fair trade", buyer=trade.buyer, account=trade.bank)
    )
    trade.one(
        PremiumSpent(day=after(9), amount=300_000, purpose="School roof", voted=True, account=trade.bank)
    )
    assert AccountBalance.objects.get(id=trade.bank).balance == 500_000
    assert models.PremiumSpent.objects.get().voted is True
