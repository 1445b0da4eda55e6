"""Reads of settlement that pages and exports share. All inside the book in scope; days include themselves."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Min, Sum

from cahier.settlement import models
from cahier.supply.models import Delivery


@dataclass(frozen=True)
class Owed:
    """A delivery that is not fully paid: amounts in minor units."""

    delivery: str
    supplier: str
    day: dt.date
    value: int
    paid: int

    @property
    def left(self) -> int:
        """Return what is still to be paid."""
        return self.value - self.paid


def owed(first: dt.date, last: dt.date, until: dt.date) -> list[Owed]:
    """Return the deliveries of a period that were not fully paid by the end of a day, the oldest first.

    Second payments, refunds and premiums come on top of the price and pay nothing of it.
    """
    payments = models.Payment.objects.filter(day__lte=until, kind__in=("advance", "balance"))
    paid = dict(payments.exclude(delivery="").values_list("delivery").annotate(total=Sum("amount")))
    rows = Delivery.objects.filter(day__gte=first, day__lte=last, value__isnull=False).order_by("day", "id")
    found = [
        Owed(row.id, row.supplier, row.day, row.value or 0, row.advance + int(paid.get(row.id, 0)))
        for row in rows
    ]
    return [one for one in found if one.left > 0]


def first_paid(first: dt.date, last: dt.date) -> dict[str, dt.date | None]:
    """Return, for each delivery of a period, the day of its first payment; none if it was never paid.

    What was paid at once counts as paid on the day of the delivery.
    """
    rows = models.Payment.objects.exclude(delivery="").values_list("delivery")
    days = dict(rows.annotate(first_day=Min("day")))
    deliveries = Delivery.objects.filter(day__gte=first, day__lte=last).values_list("id", "day", "advance")
    return {one: day if advance else days.get(one) for one, day, advance in deliveries}


def paid_to(person: str, first: dt.date, last: dt.date) -> dict[str, int]:
    """Return what a person received in a period, by kind of payment; what was paid at once is an advance."""
    sums: dict[str, int] = defaultdict(int)
    rows = models.Payment.objects.filter(person=person, day__gte=first, day__lte=last)
    for kind, total in rows.values_list("kind").annotate(total=Sum("amount")):
        sums[kind] += int(total)
    at_once = Delivery.objects.filter(supplier=person, day__gte=first, day__lte=last)
    sums["advance"] += int(at_once.aggregate(total=Sum("advance"))["total"] or 0)
    return {kind: total for kind, total in sums.items() if total}


def premium(first: dt.date, last: dt.date) -> tuple[int, int, int]:
    """Return the premium received in a period, what was spent of it as voted, and what was spent otherwise."""
    spent = models.PremiumSpent.objects.filter(day__gte=first, day__lte=last)
    received = models.PremiumReceived.objects.filter(day__gte=first, day__lte=last)
    return (
        int(received.aggregate(total=Sum("amount"))["total"] or 0),
        int(spent.filter(voted=True).aggregate(total=Sum("amount"))["total"] or 0),
        int(spent.filter(voted=False).aggregate(total=Sum("amount"))["total"] or 0),
    )
