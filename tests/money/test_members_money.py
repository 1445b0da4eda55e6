"""Fees, shares and loans: it works, then each refusal, then disorder."""

import datetime as dt

import pytest

from cahier.journal.correct import replace, void
from cahier.journal.models import Finding
from cahier.journal.write import Mode
from cahier.money import models
from cahier.money.entries import FeeDue, FeePaid, ShareCalled, SharePaid, ShareRefunded, ShareSubscribed
from cahier.money.loans import CreditLine, Instalment, LoanGiven, LoanRepaid, LoanTaken, MemberLoanRepaid
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def taken(trade, **given):
    usual = {"day": DAY, "lender": "Rural bank", "type": "working", "principal": 1_000_000}
    return LoanTaken(**{**usual, **given})


def test_a_fee_paid_counts_to_the_end_of_its_year(trade):
    trade.write(
        FeeDue(day=DAY, person=trade.esi, year=2026, amount=5_000),
        FeePaid(day=after(3), person=trade.esi, amount=5_000, year=2026, account=trade.cash),
    )
    row = models.FeeAccount.objects.get(id=trade.esi)
    assert (row.due, row.paid, row.until) == (5_000, 5_000, dt.date(2026, 12, 31))
    assert models.AccountBalance.objects.get(id=trade.cash).balance == 5_000
    assert models.CashEntry.objects.get().purpose == "fees"


def test_a_fee_until_a_day(trade):
    made = trade.one(FeePaid(day=DAY, person=trade.esi, amount=1, until=dt.date(2027, 2, 28)))
    row = models.FeePaid.objects.get(id=made)
    assert (row.year, row.until) == (2027, dt.date(2027, 2, 28))
    assert not models.CashEntry.objects.exists()


def test_a_fee_without_year_or_day_is_refused(trade):
    assert trade.refused(FeePaid(day=DAY, person=trade.esi, amount=1)) == ["money.no-fee-term"]


def test_voiding_a_fee_takes_the_money_out_of_the_account(trade, cast):
    made = trade.one(FeePaid(day=DAY, person=trade.esi, amount=500, year=2026, account=trade.cash))
    void(cast.a, made, why="another Esi", day=DAY, actor=cast.awa)
    assert models.AccountBalance.objects.get(id=trade.cash).balance == 0
    assert not models.FeeAccount.objects.exists()


def test_shares_subscribed_called_paid_and_paid_back(trade):
    trade.write(
        ShareSubscribed(day=DAY, person=trade.esi, amount=50_000, shares=5),
        ShareCalled(day=after(1), person=trade.esi, amount=20_000, due_day=after(31)),
        SharePaid(day=after(2), person=trade.esi, amount=20_000, account=trade.cash),
        SharePaid(day=after(9), person=trade.esi, amount=10_000),
        ShareRefunded(day=after(20), person=trade.esi, amount=10_000, shares=1, account=trade.cash),
    )
    row = models.ShareAccount.objects.get(id=trade.esi)
    assert (row.shares, row.subscribed, row.called, row.paid) == (4, 40_000, 20_000, 20_000)
    assert models.AccountBalance.objects.get(id=trade.cash).balance == 10_000


def test_more_paid_than_subscribed(trade):
    trade.one(ShareSubscribed(day=DAY, person=trade.esi, amount=10_000))
    entry = SharePaid(day=after(1), person=trade.esi, amount=10_001)
    assert trade.refused(entry) == ["money.shares-overpaid"]
    assert trade.found(entry) == ["money.shares-overpaid"]


def test_more_paid_back_than_paid_in(trade):
    assert trade.refused(ShareRefunded(day=DAY, person=trade.esi, amount=1)) == ["money.shares-overdrawn"]


def test_a_loan_and_its_instalments(trade):
    instalments = (
        Instalment(due_day=after(30), principal=400_000, interest=20_000),
        Instalment(due_day=after(60), principal=600_000),
    )
    loan = trade.one(taken(trade, instalments=instalments, account=trade.bank, rate_bp=1200))
    trade.one(LoanRepaid(day=after(30), loan=loan, principal=400_000, interest=20_000, account=trade.bank))
    row = models.LoanBalance.objects.get(id=loan)
    assert (row.side, row.repaid, row.interest, row.outstanding) == ("taken", 400_000, 20_000, 600_000)
    due = models.LoanDue.objects.filter(id=loan).order_by("line")
    assert [(one.due_day, one.principal) for one in due] == [(after(30), 400_000), (after(60), 600_000)]
    assert models.AccountBalance.objects.get(id=trade.bank).balance == 580_000


def test_instalments_that_miss_the_loan_are_refused(trade):
    one = Instalment(due_day=after(30), principal=999_999)
    assert trade.refused(taken(trade, instalments=(one,))) == ["money.schedule-sum"]


def test_more_repaid_than_taken(trade):
    loan = trade.one(taken(trade))
    trade.one(LoanRepaid(day=after(1), loan=loan, principal=1_000_000))
    entry = LoanRepaid(day=after(2), loan=loan, principal=1)
    assert trade.refused(entry) == ["money.repaid-too-much"]
    assert trade.found(entry) == ["money.repaid-too-much"]
    assert models.LoanBalance.objects.get(id=loan).outstanding == -1


def test_interest_alone_may_go_on(trade):
    loan = trade.one(taken(trade))
    trade.one(LoanRepaid(day=after(1), loan=loan, principal=1_000_000))
    trade.one(LoanRepaid(day=after(2), loan=loan, interest=300))
    assert models.LoanBalance.objects.get(id=loan).interest == 300
    assert trade.refused(LoanRepaid(day=DAY, loan=loan)) == ["money.nothing-repaid"]


def test_a_repayment_before_its_loan(trade, cast):
    loan = trade.one(taken(trade, day=after(10)))
    made = trade.one(LoanRepaid(day=after(1), loan=loan, principal=5), mode=Mode.FACT)
    assert Finding.objects.get().rule == "money.repaid-first"
    replace(cast.a, made, {"day": after(11)}, why="month misread", day=DAY, actor=cast.awa)
    assert Finding.objects.count() == 0


def test_a_member_pays_back_with_produce(trade):
    given = LoanGiven(day=DAY, person=trade.esi, type="advance", principal=30_000)
    loan = trade.one(given)
    trade.one(MemberLoanRepaid(day=after(9), loan=loan, principal=30_000, means="produce"))
    assert models.Loan.objects.get(id=loan).person == trade.esi
    assert models.LoanBalance.objects.get(id=loan).outstanding == 0
    assert models.LoanRepayment.objects.get().means == "produce"


def test_lending_from_an_empty_box_is_refused(trade):
    given = LoanGiven(day=DAY, person=trade.esi, type="cash", principal=30_000, account=trade.cash)
    assert trade.refused(given) == ["money.below-zero"]


def test_a_repayment_names_a_loan_of_its_side(trade):
    loan = trade.one(LoanGiven(day=DAY, person=trade.esi, type="cash", principal=30_000))
    assert trade.refused(LoanRepaid(day=DAY, loan=loan, principal=1)) == ["journal.wrong-kind"]


def test_a_credit_line(trade):
    line = {"day": DAY, "lender": "Rural bank", "amount": 9, "first_day": DAY}
    trade.one(CreditLine(**line, last_day=DAY))
    assert models.CreditLine.objects.get().last_day == DAY
    assert trade.refused(CreditLine(**line, last_day=after(-1))) == ["money.credit-line-order"]
