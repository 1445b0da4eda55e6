"""State of money: every amount is in minor units of the book's currency."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class Account(FactModel):
    """A cash box, bank account or mobile-money wallet. ``overdraft`` is what the bank agreed to."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10)
    overdraft = models.BigIntegerField()
    day = DayField()

    def __str__(self) -> str:
        return self.name


class CashEntry(FactModel):
    """Money that came in (``amount`` above zero) or went out (below zero)."""

    account = IdField()
    amount = models.BigIntegerField()
    purpose = models.CharField(max_length=24)
    recurrent = models.BooleanField(null=True)
    donor = models.CharField(max_length=120, blank=True)
    service = models.CharField(max_length=80, blank=True)
    product = models.CharField(max_length=36, blank=True)
    person = models.CharField(max_length=36, blank=True)
    party = models.CharField(max_length=120, blank=True)
    voucher = models.CharField(max_length=40, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "day"], name="cash_day"),
            models.Index(fields=["book", "account", "day"], name="cash_account"),
        ]


class CashCount(FactModel):
    """What was counted in an account at the end of a day."""

    account = IdField()
    counted = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "account", "day"], name="cash_count_account")]


class Reconciliation(FactModel):
    """An account was reconciled with its statement for a month (``year * 100 + month``)."""

    account = IdField()
    month = models.IntegerField()
    difference = models.BigIntegerField()
    day = DayField()


class StatementShown(FactModel):
    """A financial statement up to ``period_end`` was shown on ``day``."""

    period_end = DayField()
    shown_to = models.CharField(max_length=12)
    day = DayField()


class AccountBalance(FoldModel):
    """Book balance of an account after all its entries; ``id`` is the account's."""

    balance = models.BigIntegerField()
    lowest = models.BigIntegerField()
    lowest_day = DayField(null=True)
    last_day = DayField(null=True)


class Cost(FactModel):
    """A cost, whether paid yet or not. ``overhead`` costs are fixed, direct ones follow the volume."""

    category = models.CharField(max_length=16)
    overhead = models.BooleanField()
    amount = models.BigIntegerField()
    recurrent = models.BooleanField()
    granted_asset = models.BooleanField()
    product = models.CharField(max_length=36, blank=True)
    lot = models.CharField(max_length=36, blank=True)
    service = models.CharField(max_length=80, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "day"], name="cost_day")]


class FeeDue(FactModel):
    """The yearly membership fee a person owes."""

    person = IdField()
    year = models.SmallIntegerField()
    amount = models.BigIntegerField()
    due_day = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="fee_due_person")]


class FeePaid(FactModel):
    """A fee paid: the person is up to date until ``until``, that day included."""

    person = IdField()
    year = models.SmallIntegerField()
    amount = models.BigIntegerField()
    until = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="fee_paid_person")]


class FeeAccount(FoldModel):
    """Fees of one person: what was due and paid, and until when the fee is paid; ``id`` is the person's."""

    due = models.BigIntegerField()
    paid = models.BigIntegerField()
    until = DayField(null=True)


class ShareEvent(FactModel):
    """A movement of member shares: columns add up. A refund has negative ``subscribed`` and ``paid``."""

    person = IdField()
    shares = models.IntegerField()
    subscribed = models.BigIntegerField()
    called = models.BigIntegerField()
    paid = models.BigIntegerField()
    due_day = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="share_person")]


class ShareAccount(FoldModel):
    """Share capital of one person; ``id`` is the person's."""

    shares = models.IntegerField()
    subscribed = models.BigIntegerField()
    called = models.BigIntegerField()
    paid = models.BigIntegerField()


class Loan(FactModel):
    """A loan: ``taken`` from a lender, or ``given`` to a member (``person``)."""

    side = models.CharField(max_length=6)
    kind = models.CharField(max_length=12)
    code = models.CharField(max_length=40)
    person = models.CharField(max_length=36, blank=True)
    lender = models.CharField(max_length=120, blank=True)
    principal = models.BigIntegerField()
    rate_bp = models.IntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "side"], name="loan_side")]


class LoanDue(FactModel):
    """One instalment of a loan's schedule. ``id`` is the loan's, ``line`` counts instalments from 0."""

    due_day = DayField()
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "due_day"], name="loan_due_day")]


class LoanRepayment(FactModel):
    """Principal and interest paid back; ``means`` says whether in money or by delivered produce."""

    loan = IdField()
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()
    means = models.CharField(max_length=10)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "loan"], name="repayment_loan")]


class LoanBalance(FoldModel):
    """What is left of a loan after all repayments; ``id`` is the loan's."""

    side = models.CharField(max_length=6)
    principal = models.BigIntegerField()
    repaid = models.BigIntegerField()
    interest = models.BigIntegerField()
    outstanding = models.BigIntegerField()
    last_day = DayField(null=True)


class CreditLine(FactModel):
    """Credit that a lender agreed to between two days."""

    lender = models.CharField(max_length=120)
    amount = models.BigIntegerField()
    first_day = DayField()
    last_day = DayField()
    day = DayField()


class Budget(FactModel):
    """A budget voted for a season, with the most money needed at once to buy produce."""

    season = IdField()
    peak_need = models.BigIntegerField(null=True)
    day = DayField()


class BudgetLine(FactModel):
    """One line of a budget. ``main`` lines are compared with what was spent."""

    season = IdField()
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    category = models.CharField(max_length=16)
    main = models.BooleanField()
    own_money = models.BooleanField()
    amount = models.BigIntegerField()


class BudgetActual(FactModel):
    """What a budget line came to."""

    season = IdField()
    code = models.CharField(max_length=20)
    amount = models.BigIntegerField()
    day = DayField()


class BalanceSheet(FactModel):
    """The figures of a balance sheet on ``day``."""

    current_assets = models.BigIntegerField()
    current_liabilities = models.BigIntegerField()
    total_assets = models.BigIntegerField()
    debt = models.BigIntegerField()
    receivables = models.BigIntegerField()
    day = DayField()


class OperatingAccount(FactModel):
    """Turnover and result of a period, as in the operating account shown to members."""

    first_day = DayField()
    last_day = DayField()
    turnover = models.BigIntegerField()
    result = models.BigIntegerField()
    day = DayField()


class SurplusAllocation(FactModel):
    """How the assembly shared the surplus of the period that ended on ``period_end``."""

    period_end = DayField()
    surplus = models.BigIntegerField()
    to_reserve = models.BigIntegerField()
    to_training = models.BigIntegerField()
    refund = models.BigIntegerField()
    other = models.BigIntegerField()
    day = DayField()
