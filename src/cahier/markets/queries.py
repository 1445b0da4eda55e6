"""Reads of markets that pages and exports share. All inside the book in scope; days include themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Sum

from cahier.markets import models
from cahier.money.models import CashEntry


@dataclass(frozen=True)
class Sold:
    """A sale with what it is worth in the book's currency (none: rate not known) and what was paid of it."""

    sale: models.Sale
    value: int | None
    paid: int
    paid_day: dt.date | None


@dataclass(frozen=True)
class Fulfilment:
    """A contract with its status; ``missing`` is what was contracted and did not come in the window or extension."""

    contract: models.Contract
    status: models.ContractStatus

    @property
    def missing(self) -> int:
        """Return the quantity in default, never below zero."""
        return max(0, self.status.quantity - self.status.conform - self.status.extended)


def sales(first: dt.date, last: dt.date) -> Iterator[Sold]:
    """Yield the sales of a period with their accounts, by day."""
    rows = list(models.Sale.objects.filter(day__gte=first, day__lte=last).order_by("day", "invoice", "id"))
    accounts = {row.id: row for row in models.SaleAccount.objects.all()}
    for row in rows:
        account = accounts[row.id]
        yield Sold(row, account.value, account.paid, account.paid_day)


def contracts(closed_by: dt.date | None = None) -> list[Fulfilment]:
    """Return the contracts, those whose window closed before a day if one is given, by last day."""
    rows = models.Contract.objects.order_by("last_day", "code", "id")
    rows = rows.filter(last_day__lt=closed_by) if closed_by else rows
    status = {row.id: row for row in models.ContractStatus.objects.all()}
    return [Fulfilment(row, status[row.id]) for row in rows]


def receivables(day: dt.date) -> int:
    """Return what buyers owed at the end of a day for sales in the book's own currency or with a known rate.

    The unpaid part of a foreign sale counts at the rate of the sale, rounded down.
    """
    paid = dict(
        models.SalePayment.objects.filter(day__lte=day).values_list("sale").annotate(total=Sum("amount"))
    )
    owed = 0
    for account in models.SaleAccount.objects.filter(
        id__in=models.Sale.objects.filter(day__lte=day).values("id")
    ):
        left = account.amount - int(paid.get(account.id, 0))
        if left > 0 and account.value is not None:
            owed += account.value * left // account.amount
    return owed


def sold_for_cash(first: dt.date, last: dt.date) -> int:
    """Return what sales brought into the accounts in a period."""
    rows = CashEntry.objects.filter(day__gte=first, day__lte=last, purpose="sales")
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def prices_of_week(product: str, day: dt.date, kind: str = "farmgate") -> list[models.PriceObservation]:
    """Return the prices seen for a product in the ISO week of a day; forecasts are no observations."""
    monday = day - dt.timedelta(days=day.weekday())
    rows = models.PriceObservation.objects.filter(product=product, type=kind, price_amount__gt=0)
    week = rows.filter(day__gte=monday, day__lte=monday + dt.timedelta(days=6))
    return list(week.exclude(flag="forecast").order_by("day", "market", "id"))
