"""Reads of money that pages and exports share. All inside the book in scope; days include themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum

from cahier.money import models


@dataclass(frozen=True)
class Counted:
    """A cash count beside the book: amounts in minor units, ``difference`` is counted less book."""

    account: str
    day: dt.date
    counted: int
    book: int

    @property
    def difference(self) -> int:
        """Return what is too much, below zero what is missing."""
        return self.counted - self.book


def book_balance(account: str, day: dt.date) -> int:
    """Return what an account should hold at the end of a day."""
    rows = models.CashEntry.objects.filter(account=account, day__lte=day)
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def cash_counts(first: dt.date, last: dt.date) -> list[Counted]:
    """Return the counts of a period, each beside the book of that day."""
    rows = models.CashCount.objects.filter(day__gte=first, day__lte=last).order_by("day", "id")
    return [Counted(row.account, row.day, row.counted, book_balance(row.account, row.day)) for row in rows]


def moved_by_purpose(first: dt.date, last: dt.date) -> dict[str, tuple[int, int]]:
    """Return what came in and went out in a period, by purpose; transfers cancel out."""
    rows = models.CashEntry.objects.filter(day__gte=first, day__lte=last).exclude(purpose="transfer")
    into = rows.filter(amount__gt=0).values_list("purpose").annotate(total=Sum("amount"))
    out = rows.filter(amount__lt=0).values_list("purpose").annotate(total=Sum("amount"))
    found: dict[str, tuple[int, int]] = {purpose: (int(total), 0) for purpose, total in into}
    for purpose, total in out:
        found[purpose] = (found.get(purpose, (0, 0))[0], -int(total))
    return found


def costs_by_category(first: dt.date, last: dt.date) -> dict[str, int]:
    """Return the costs of a period by category."""
    rows = models.Cost.objects.filter(day__gte=first, day__lte=last)
    return {
        category: int(total) for category, total in rows.values_list("category").annotate(total=Sum("amount"))
    }


def fee_up_to_date(day: dt.date) -> set[str]:
    """Return the persons whose fee, paid on or before a day, covers that day."""
    rows = models.FeePaid.objects.filter(day__lte=day, until__gte=day)
    return set(rows.values_list("person", flat=True))


def share_capital(day: dt.date) -> dict[str, tuple[int, int]]:
    """Return what each person had subscribed and paid in by the end of a day."""
    rows = models.ShareEvent.objects.filter(day__lte=day).values_list("person")
    sums = rows.annotate(subscribed_sum=Sum("subscribed"), paid_sum=Sum("paid")).order_by("person")
    return {person: (int(subscribed), int(paid)) for person, subscribed, paid in sums}


def outstanding(side: str, day: dt.date) -> dict[str, int]:
    """Return what was left of each loan ``taken`` or ``given`` at the end of a day; loans paid back are left out."""
    loans = models.Loan.objects.filter(side=side, day__lte=day).values_list("id", "principal")
    repaid = _repaid(day)
    left = {loan: principal - repaid.get(loan, 0) for loan, principal in loans}
    return {loan: amount for loan, amount in left.items() if amount}


def overdue(side: str, day: dt.date, grace: int = 0) -> dict[str, int]:
    """Return the principal of each loan that fell due more than ``grace`` days before a day and was not repaid.

    An instalment due on the day itself is not overdue yet. Loans without instalments have no due day.
    """
    before = day - dt.timedelta(days=grace)
    loans = set(models.Loan.objects.filter(side=side, day__lte=day).values_list("id", flat=True))
    due = models.LoanDue.objects.filter(due_day__lt=before).values_list("id").annotate(total=Sum("principal"))
    repaid = _repaid(day)
    late = {loan: int(total) - repaid.get(loan, 0) for loan, total in due if loan in loans}
    return {loan: amount for loan, amount in late.items() if amount > 0}


def _repaid(day: dt.date) -> dict[str, int]:
    rows = models.LoanRepayment.objects.filter(day__lte=day).values_list("loan")
    return {loan: int(total) for loan, total in rows.annotate(total=Sum("principal"))}
