"""Cash, bank, costs, budgets and accounts: it works, then each refusal."""

import datetime as dt

import pytest

from cahier.journal.correct import void
from cahier.journal.entries import Erase
from cahier.journal.models import Finding
from cahier.journal.write import Mode
from cahier.money import models
from cahier.money.accounts import (
    BalanceSheet,
    Budget,
    BudgetActual,
    BudgetLine,
    Cost,
    OperatingAccount,
    StatementShown,
    SurplusAllocated,
)  # fmt: skip
from cahier.money.entries import CashCount, CashEntry, Reconciled, Transfer
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def moved(trade, direction, amount, purpose="other", **given):
    usual = {"day": DAY, "account": trade.cash, "direction": direction, "amount": amount, "purpose": purpose}
    return CashEntry(**{**usual, **given})


def balance(account):
    return models.AccountBalance.objects.get(id=account)


def test_money_in_and_out(trade):
    trade.write(
        moved(trade, "in", 500_000, "grant", donor="Fund"),
        moved(trade, "out", 120_000, "overhead", day=after(3)),
    )
    row = balance(trade.cash)
    assert (row.balance, row.lowest, row.last_day) == (380_000, 0, after(3))
    assert sorted(models.CashEntry.objects.values_list("amount", flat=True)) == [-120_000, 500_000]


def test_a_new_account_stands_at_nothing(trade):
    row = balance(trade.bank)
    assert (row.balance, row.last_day) == (0, None)


def test_a_transfer_moves_money_and_makes_none(trade):
    trade.one(moved(trade, "in", 500_000))
    trade.one(Transfer(day=after(1), source=trade.cash, target=trade.bank, amount=200_000))
    assert (balance(trade.cash).balance, balance(trade.bank).balance) == (300_000, 200_000)


def test_a_transfer_to_the_same_account_is_refused(trade):
    entry = Transfer(day=DAY, source=trade.cash, target=trade.cash, amount=1)
    assert trade.refused(entry) == ["money.same-account"]


def test_a_cash_box_cannot_go_below_zero(trade):
    trade.one(moved(trade, "in", 100))
    assert trade.refused(moved(trade, "out", 101)) == ["money.below-zero"]
    assert trade.found(moved(trade, "out", 101)) == ["money.below-zero"]
    assert balance(trade.cash).balance == -1


def test_the_order_within_one_day_does_not_matter(trade):
    trade.write(moved(trade, "out", 100), moved(trade, "in", 100))
    assert Finding.objects.count() == 0


def test_a_bank_account_may_use_its_overdraft(trade):
    trade.one(moved(trade, "out", 100_000, account=trade.bank))
    assert balance(trade.bank).lowest == -100_000
    assert trade.refused(moved(trade, "out", 1, account=trade.bank)) == ["money.below-zero"]


def test_a_missing_receipt_that_turns_up_closes_the_finding(trade, cast):
    trade.one(moved(trade, "out", 700, day=after(9)), mode=Mode.FACT)
    made = trade.one(moved(trade, "in", 700, day=after(2)))
    assert Finding.objects.count() == 0
    with pytest.raises(Exception, match="stands at -700"):
        void(cast.a, made, why="not ours", day=DAY, actor=cast.awa)


def test_who_paid_is_personal_and_can_be_erased(trade, cast):
    entry = moved(trade, "in", 5_000, "fees", person=trade.esi, party="Esi Mensah")
    made = trade.one(entry)
    trade.one(Erase(day=DAY, person=trade.esi, why="she asked"))
    row = models.CashEntry.objects.get(id=made)
    assert (row.party, row.person, row.amount) == ("", trade.esi, 5_000)


def test_counts_and_reconciled_months(trade):
    trade.write(
        CashCount(day=after(5), account=trade.cash, counted=0),
        Reconciled(day=after(40), account=trade.bank, month=202603, difference=-200),
        StatementShown(day=after(60), period_end=dt.date(2026, 3, 31), shown_to="board"),
    )
    assert models.CashCount.objects.get().day == after(5)
    assert models.Reconciliation.objects.get().difference == -200
    assert models.StatementShown.objects.get().period_end == dt.date(2026, 3, 31)


@pytest.mark.parametrize("month", [202600, 202613])
def test_a_month_that_is_none_is_refused(trade, month):
    assert trade.refused(Reconciled(day=DAY, account=trade.bank, month=month)) == ["money.bad-month"]


def test_costs(trade):
    trade.write(
        Cost(day=DAY, category="freight", overhead=False, amount=80_000, product=trade.cocoa),
        Cost(day=DAY, category="depreciation", overhead=True, amount=90_000, granted_asset=True),
    )
    freight, depreciation = models.Cost.objects.order_by("amount")
    assert (freight.overhead, freight.recurrent, freight.product) == (False, True, trade.cocoa)
    assert (depreciation.granted_asset, depreciation.category) == (True, "depreciation")


def test_a_budget_and_what_it_came_to(trade):
    lines = (
        BudgetLine(code="1", name="Staff", amount=900, main=True),
        BudgetLine(code="2", name="Tea", amount=50),
    )
    trade.one(Budget(day=DAY, season=trade.season, peak_need=5_000, lines=lines))
    trade.one(BudgetActual(day=after(100), season=trade.season, code="1", amount=950))
    assert models.Budget.objects.get().peak_need == 5_000
    assert list(models.BudgetLine.objects.order_by("line").values_list("code", "main")) == [
        ("1", True),
        ("2", False),
    ]
    assert models.BudgetActual.objects.get().amount == 950


def test_a_budget_line_stands_once(trade):
    lines = (BudgetLine(code="1", name="Staff", amount=1), BudgetLine(code="1", name="Tea", amount=2))
    refused = trade.refused(Budget(day=DAY, season=trade.season, lines=lines))
    assert refused == ["money.budget-line-twice"]
    assert trade.refused(Budget(day=DAY, season=trade.season, lines=())) == ["field.rows"]


def test_balance_sheet_and_operating_account(trade):
    trade.write(
        BalanceSheet(day=DAY, current_assets=400, current_liabilities=200, total_assets=900, debt=300),
        OperatingAccount(day=DAY, first_day=DAY, last_day=after(364), turnover=10_000, result=-250),
    )
    assert models.BalanceSheet.objects.get().receivables == 0
    assert models.OperatingAccount.objects.get().result == -250


def test_assets_that_do_not_add_up_and_periods_turned_round(trade):
    sheet = BalanceSheet(day=DAY, current_assets=901, current_liabilities=0, total_assets=900, debt=0)
    period = OperatingAccount(day=DAY, first_day=after(1), last_day=DAY, turnover=0, result=0)
    assert trade.refused(sheet, period) == ["money.part-over-whole", "money.period-order"]


def test_the_surplus_is_shared_once(trade):
    shared = {"day": DAY, "period_end": DAY, "surplus": 1_000, "to_reserve": 200, "refund": 800}
    trade.one(SurplusAllocated(**shared))
    assert models.SurplusAllocation.objects.get().refund == 800
    assert trade.refused(SurplusAllocated(**{**shared, "refund": 801})) == ["money.more-than-surplus"]
    loss = SurplusAllocated(day=DAY, period_end=DAY, surplus=-5, refund=1)
    assert trade.refused(loss) == ["money.more-than-surplus"]
