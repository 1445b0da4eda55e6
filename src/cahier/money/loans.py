"""The vocabulary of credit: loans taken and given, their repayment, credit lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import choice, day, money, reference, rows, serial, text, whole
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import Problem, reason
from cahier.money import models, words
from cahier.money.cash import account_field, balance, cash

SCHEDULE_SUM = reason(
    "money.schedule-sum",
    "The instalments add up to {sum}, the loan is {principal}. Change an instalment or the loan.",
)
NOTHING_REPAID = reason("money.nothing-repaid", "Give the principal or the interest that was repaid.")
LINE_ENDS_FIRST = reason(
    "money.credit-line-order", "The credit ends before it begins. Change one of the two days."
)


class Instalment(Row):
    """What falls due on one day."""

    due_day: dt.date = day(_("Due day"))
    principal: int = money(_("Principal"))
    interest: int = money(_("Interest"), default=0)


class _Loan(Entry):
    """What loans taken and given have in common."""

    SIDE: ClassVar[str]

    code: str = serial(_("Loan number"), series="loan")
    principal: int = money(_("Principal"), least=1)
    rate_bp: int | None = whole(_("Yearly interest"), default=None, measure="ratio", most=100_000)
    instalments: tuple[Instalment, ...] = rows(_("Instalments"), Instalment)
    account: str = account_field()

    def shape(self) -> Iterable[Problem]:
        """The instalments pay back the loan, no more and no less."""
        total = sum(one.principal for one in self.instalments)
        if self.instalments and total != self.principal:
            yield SCHEDULE_SUM(sum=total, principal=self.principal).at("instalments")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One loan, its instalments, the money."""
        person = getattr(self, "person", "")
        yield models.Loan.fact(
            at, side=self.SIDE, kind=getattr(self, "type"), code=self.code, person=person,  # noqa: B009
            lender=getattr(self, "lender", ""), principal=self.principal, rate_bp=self.rate_bp, day=at.day,
        )  # fmt: skip
        for line, one in enumerate(self.instalments):
            yield models.LoanDue.fact(
                at, line, due_day=days.number(one.due_day), principal=one.principal, interest=one.interest
            )  # fmt: skip
        sign = 1 if self.SIDE == "taken" else -1
        yield from cash(at, self.account, sign * self.principal, f"loan_{self.SIDE}", person=person)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The loan and the account."""
        yield Subject("loan", at.id)
        yield from balance(self.account)


_MADE = (models.Loan, models.LoanDue, models.CashEntry)


class LoanTaken(_Loan, kind="money.loan_taken", makes=_MADE, label=_("Loan taken"), named_by=("code",)):
    """The organisation borrowed money."""

    SIDE = "taken"

    lender: str = text(_("Lender"), most=120)
    type: str = choice(_("Kind of loan"), words.LOANS_TAKEN)


class LoanGiven(_Loan, kind="money.loan_given", makes=_MADE, label=_("Loan to a member"), named_by=("code",)):
    """The organisation lent to a member: inputs, an emergency advance, cash."""

    SIDE = "given"

    person: str = reference(_("Person"), "registry.person")
    type: str = choice(_("Kind of loan"), words.LOANS_GIVEN)


class _Repayment(Entry):
    """What repaying loans of both sides has in common."""

    SIDE: ClassVar[str]

    principal: int = money(_("Principal"), default=0)
    interest: int = money(_("Interest"), default=0)
    account: str = account_field()

    def shape(self) -> Iterable[Problem]:
        """Something was repaid."""
        if not self.principal and not self.interest:
            yield NOTHING_REPAID().at("principal")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One repayment, and the money."""
        yield models.LoanRepayment.fact(
            at, loan=getattr(self, "loan"), principal=self.principal, interest=self.interest,  # noqa: B009
            means=getattr(self, "means", "money"), day=at.day,
        )  # fmt: skip
        sign = -1 if self.SIDE == "taken" else 1
        yield from cash(at, self.account, sign * (self.principal + self.interest), f"loan_{self.SIDE}")

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The loan and the account."""
        yield Subject("loan", getattr(self, "loan"))  # noqa: B009
        yield from balance(self.account)


_REPAID = (models.LoanRepayment, models.CashEntry)


class LoanRepaid(_Repayment, kind="money.loan_repaid", makes=_REPAID, label=_("Loan repaid")):
    """The organisation paid back part of a loan it took."""

    SIDE = "taken"

    loan: str = reference(_("Loan"), "money.loan_taken")


class MemberLoanRepaid(
    _Repayment, kind="money.member_loan_repaid", makes=_REPAID, label=_("Loan repaid by a member")
):
    """A member paid back part of a loan, in money or with delivered produce."""

    SIDE = "given"

    loan: str = reference(_("Loan"), "money.loan_given")
    means: str = choice(_("Repaid with"), words.MEANS, default="money")


class CreditLine(Entry, kind="money.credit_line", makes=(models.CreditLine,), label=_("Credit agreed")):
    """A lender agreed to lend up to an amount between two days."""

    lender: str = text(_("Lender"), most=120)
    amount: int = money(_("Amount"), least=1)
    first_day: dt.date = day(_("First day"))
    last_day: dt.date = day(_("Last day"))

    def shape(self) -> Iterable[Problem]:
        """Credit does not end before it begins."""
        if self.last_day < self.first_day:
            yield LINE_ENDS_FIRST().at("last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One credit line."""
        first, last = days.number(self.first_day), days.number(self.last_day)
        yield models.CreditLine.fact(
            at, lender=self.lender, amount=self.amount, first_day=first, last_day=last, day=at.day
        )  # fmt: skip
