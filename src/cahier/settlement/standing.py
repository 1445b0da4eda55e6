"""What the organisation owes each supplier, from totals: value brought, less everything paid for it.

Second payments, refunds and premiums come on top of the price: they are owed when paid, and pay nothing of
a delivery. A member's loan repaid by delivered produce is paid to the member by forgiving the loan.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Sum

from cahier.money.models import Loan, LoanRepayment
from cahier.settlement.models import Payment
from cahier.supply.models import Delivery

OF_THE_PRICE = ("advance", "balance")
PATIENCE = 30
"""Days after which an unpaid delivery counts as late. A proposal: no rule of the book says it."""


@dataclass(frozen=True)
class Account:
    """One supplier: minor units; ``left`` below zero means she was paid ahead."""

    person: str
    value: int
    paid: int
    last: dt.date | None

    @property
    def left(self) -> int:
        """Return what is still owed to her."""
        return self.value - self.paid


def accounts(until: dt.date, persons: Iterable[str] | None = None) -> list[Account]:
    """Return the account of everybody who delivered or was paid by the end of a day; the largest debt first."""
    value, paid = _worth(until, persons), _paid(until, persons)
    found = [
        Account(one, value[one][0] if one in value else 0, paid.get(one, 0), value[one][1] if one in value else None)
        for one in {*value, *paid}
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.left, one.person))


def _of(rows: Any, column: str, persons: Iterable[str] | None) -> Any:
    return rows if persons is None else rows.filter(**{f"{column}__in": list(persons)})


def _worth(until: dt.date, persons: Iterable[str] | None) -> dict[str, tuple[int, dt.date]]:
    rows = _of(Delivery.objects.filter(day__lte=until, value__isnull=False), "supplier", persons)
    sums = rows.order_by().values_list("supplier").annotate(total=Sum("value"), last=Max("day"))
    return {person: (int(total), last) for person, total, last in sums}


def _paid(until: dt.date, persons: Iterable[str] | None) -> dict[str, int]:
    paid: dict[str, int] = defaultdict(int)
    advances = _of(Delivery.objects.filter(day__lte=until, advance__gt=0), "supplier", persons)
    for person, total in advances.order_by().values_list("supplier").annotate(total=Sum("advance")):
        paid[person] += int(total)
    payments = _of(Payment.objects.filter(day__lte=until, kind__in=OF_THE_PRICE), "person", persons)
    for person, total in payments.order_by().values_list("person").annotate(total=Sum("amount")):
        paid[person] += int(total)
    for row in produce_repaid(until, persons):
        paid[row["person"]] += row["amount"]
    return paid


def produce_repaid(until: dt.date, persons: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Return what members paid back of their loans by delivered produce: person, amount, day, loan code."""
    loans = _of(Loan.objects.filter(side="given"), "person", persons)
    known = {row.id: row for row in loans}
    rows = (
        LoanRepayment.objects.filter(loan__in=list(known), means="produce", day__lte=until) if known else []
    )
    return [
        {"person": known[row.loan].person, "amount": row.principal + row.interest, "day": row.day, "id": row.id,
         "code": known[row.loan].code}
        for row in rows
    ]  # fmt: skip


def late(today: dt.date, patience: int = PATIENCE) -> list[tuple[str, int, dt.date]]:
    """Return (person, amount, since) of everybody whose deliveries of more than ``patience`` days ago are not all paid.

    What was paid counts for the oldest deliveries first.
    """
    before = today - dt.timedelta(days=patience)
    paid = _paid(today, None)
    worth = _worth(before, None)
    owed = {person: total - paid.get(person, 0) for person, (total, _last) in worth.items()}
    persons = [person for person, left in owed.items() if left > 0]
    rows = Delivery.objects.filter(supplier__in=persons, day__lte=before, value__isnull=False)
    since = _oldest_unpaid(rows.order_by("day", "id").values_list("supplier", "day", "value"), paid)
    return sorted(((one, owed[one], since[one]) for one in persons), key=lambda one: (one[2], one[0]))


def _oldest_unpaid(rows: Iterable[tuple[str, Any, int | None]], paid: dict[str, int]) -> dict[str, dt.date]:
    left = dict(paid)
    since: dict[str, dt.date] = {}
    for person, day, value in rows:
        left[person] = left.get(person, 0) - (value or 0)
        if left[person] < 0:
            since.setdefault(person, day)
    return since
