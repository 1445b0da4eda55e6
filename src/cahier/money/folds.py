"""Balances: accounts, fees, shares and loans, each folded from all its facts, and what cannot be right."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Sum

from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import reason
from cahier.money import models

BELOW_ZERO = reason(
    "money.below-zero",
    "{account} stands at {balance} on {day}. Money that was not there cannot be spent: look for an entry that is missing.",
    amounts=("balance",),
)
SHARES_OVERPAID = reason(
    "money.shares-overpaid",
    "This person paid {paid} for shares and subscribed {subscribed}. Check both.",
    amounts=("paid", "subscribed"),
)
SHARES_OVERDRAWN = reason(
    "money.shares-overdrawn", "More shares were paid back than this person ever paid in."
)
REPAID_TOO_MUCH = reason(
    "money.repaid-too-much",
    "{repaid} were repaid of a loan of {principal}. Check the repayments.",
    amounts=("repaid", "principal"),
)
REPAID_FIRST = reason("money.repaid-first", "This repayment is dated before the loan was taken, on {day}.")


def _every(model: type[Any], column: str = "id") -> Callable[[str], Iterable[str]]:
    return lambda book: model.every.filter(book=book).values_list(column, flat=True).distinct()


@folder("account", makes=(models.AccountBalance,), everyone=_every(models.Account))
def accounts(book: str, ids: Sequence[str]) -> Folded:
    """Fold each account's entries, day by day, into its balance and its lowest point."""
    rows = models.CashEntry.every.filter(book=book, account__in=ids).values_list("account", "day")
    moved: dict[str, list[tuple[dt.date, int]]] = defaultdict(list)
    for account, day, total in rows.annotate(total=Sum("amount")).order_by("account", "day"):
        moved[account].append((day, int(total)))
    folded = Folded()
    for account in models.Account.every.filter(book=book, id__in=ids).order_by("id"):
        _fold_account(account, moved[account.id], folded)
    return folded


def _fold_account(account: models.Account, moved: Sequence[tuple[dt.date, int]], folded: Folded) -> None:
    balance, lowest, lowest_day, first_below = 0, 0, None, None
    for day, total in moved:
        balance += total
        if balance < lowest:
            lowest, lowest_day = balance, day
        if balance < -account.overdraft and first_below is None:
            first_below = day
            problem = BELOW_ZERO(account=account.name, balance=balance, day=day)
            folded.findings.append(Found(problem, account.id, account.id, stops=True))
    row = models.AccountBalance.row(
        book=account.book, id=account.id, balance=balance, lowest=lowest,
        lowest_day=days.number_or_none(lowest_day), last_day=days.number(moved[-1][0]) if moved else None,
    )  # fmt: skip
    folded.rows.append(Fact(models.AccountBalance, row))


def _fee_payers(book: str) -> Iterable[str]:
    return sorted({*_every(models.FeeDue, "person")(book), *_every(models.FeePaid, "person")(book)})


@folder("fees", makes=(models.FeeAccount,), everyone=_fee_payers)
def fees(book: str, people: Sequence[str]) -> Folded:
    """Fold what each person owes and paid of the yearly fees."""
    due: dict[str, int] = defaultdict(int)
    paid: dict[str, int] = defaultdict(int)
    until: dict[str, dt.date] = {}
    for owed in models.FeeDue.every.filter(book=book, person__in=people):
        due[owed.person] += owed.amount
    for fee in models.FeePaid.every.filter(book=book, person__in=people):
        paid[fee.person] += fee.amount
        until[fee.person] = max(fee.until, until.get(fee.person, fee.until))
    rows = [
        models.FeeAccount.row(
            book=book,
            id=person,
            due=due[person],
            paid=paid[person],
            until=days.number_or_none(until.get(person)),
        )
        for person in people
        if person in due or person in paid
    ]
    return Folded(rows=[Fact(models.FeeAccount, row) for row in rows])


@folder("shares", makes=(models.ShareAccount,), everyone=_every(models.ShareEvent, "person"))
def shares(book: str, people: Sequence[str]) -> Folded:
    """Fold each person's share capital: columns add up, whatever the order."""
    events = models.ShareEvent.every.filter(book=book, person__in=people).order_by("person", "day", "id")
    folded = Folded()
    for person, group in groupby(events, key=attrgetter("person")):
        _fold_shares(book, person, list(group), folded)
    return folded


def _fold_shares(book: str, person: str, events: Sequence[models.ShareEvent], folded: Folded) -> None:
    sums = {name: sum(getattr(event, name) for event in events) for name in _SHARE_COLUMNS}
    last = events[-1].id
    if sums["paid"] < 0:
        folded.findings.append(Found(SHARES_OVERDRAWN(), person, last, stops=True))
    elif sums["paid"] > sums["subscribed"]:
        problem = SHARES_OVERPAID(paid=sums["paid"], subscribed=sums["subscribed"])
        folded.findings.append(Found(problem, person, last, stops=True))
    folded.rows.append(Fact(models.ShareAccount, models.ShareAccount.row(book=book, id=person, **sums)))


_SHARE_COLUMNS = ("shares", "subscribed", "called", "paid")


@folder("loan", makes=(models.LoanBalance,), everyone=_every(models.Loan))
def loans(book: str, ids: Sequence[str]) -> Folded:
    """Fold each loan's repayments into what is left of it."""
    repaid: dict[str, list[models.LoanRepayment]] = defaultdict(list)
    for one in models.LoanRepayment.every.filter(book=book, loan__in=ids).order_by("day", "id"):
        repaid[one.loan].append(one)
    folded = Folded()
    for loan in models.Loan.every.filter(book=book, id__in=ids).order_by("id"):
        _fold_loan(loan, repaid[loan.id], folded)
    return folded


def _fold_loan(loan: models.Loan, repayments: Sequence[models.LoanRepayment], folded: Folded) -> None:
    principal = 0
    for one in repayments:
        if one.day < loan.day:
            folded.findings.append(Found(REPAID_FIRST(day=loan.day), loan.id, one.id, stops=True))
        before, principal = principal, principal + one.principal
        if principal > loan.principal >= before:
            problem = REPAID_TOO_MUCH(repaid=principal, principal=loan.principal)
            folded.findings.append(Found(problem, loan.id, one.id, stops=True))
    row = models.LoanBalance.row(
        book=loan.book, id=loan.id, side=loan.side, principal=loan.principal, repaid=principal,
        interest=sum(one.interest for one in repayments), outstanding=loan.principal - principal,
        last_day=days.number(repayments[-1].day) if repayments else None,
    )  # fmt: skip
    folded.rows.append(Fact(models.LoanBalance, row))
