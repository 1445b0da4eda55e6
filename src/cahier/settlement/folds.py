"""What contradicts itself in payments to members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef

from cahier.journal.folds import Folded, Found, folder
from cahier.kernel.refusals import reason
from cahier.settlement import models
from cahier.supply.models import Delivery

NO_DELIVERY = reason(
    "settlement.no-delivery",
    "This payment is for a delivery that does not stand any more. Correct the payment or the delivery.",
)
OTHER_PAYEE = reason(
    "settlement.other-payee",
    "This payment went to somebody else than the supplier of the delivery. Check the person.",
)
PAID_OVER_VALUE = reason(
    "settlement.paid-over-value",
    "{paid} were paid for a delivery worth {value}. Check the payments.",
    amounts=("paid", "value"),
)
NEVER_DELIVERED = reason(
    "settlement.never-delivered",
    "This person was paid for produce of a season and had delivered nothing until then. Check the person.",
)
REFERENCE_TWICE = reason(
    "settlement.reference-twice",
    "The payment reference {reference} was used {times} times. One of them may have been paid twice.",
)
_FOR_PRODUCE = ("balance", "second", "refund")
_OF_PRICE = ("advance", "balance")


@folder(
    "delivery",
    everyone=lambda book: (
        models.Payment.every.filter(book=book)
        .exclude(delivery="")
        .order_by("delivery")
        .values_list("delivery", flat=True)
        .distinct()
    ),
)
def paid_deliveries(book: str, ids: Sequence[str]) -> Folded:
    """Find payments without a delivery, to another person, or beyond what the delivery is worth."""
    paid: dict[str, list[models.Payment]] = defaultdict(list)
    for row in models.Payment.every.filter(book=book, delivery__in=ids).order_by("delivery", "day", "id"):
        paid[row.delivery].append(row)
    known = {row.id: row for row in Delivery.every.filter(book=book, id__in=sorted(paid))} if paid else {}
    folded = Folded()
    for delivery, payments in sorted(paid.items()):
        folded.findings += _judged(delivery, known.get(delivery), payments)
    return folded


def _judged(key: str, delivery: Delivery | None, payments: Sequence[models.Payment]) -> list[Found]:
    if delivery is None:
        return [Found(NO_DELIVERY(), key, payment.id, stops=True) for payment in payments]
    found = [
        Found(OTHER_PAYEE(), key, one.id, stops=True) for one in payments if one.person != delivery.supplier
    ]
    total = delivery.advance
    for one in payments:
        before, total = total, total + (one.amount if one.kind in _OF_PRICE else 0)
        if delivery.value is not None and total > delivery.value >= before:
            found.append(Found(PAID_OVER_VALUE(paid=total, value=delivery.value), key, one.id, stops=True))
    return found


@folder(
    "supplier",
    everyone=lambda book: (
        models.Payment.every.filter(book=book, delivery="", kind__in=_FOR_PRODUCE)
        .order_by("person")
        .values_list("person", flat=True)
        .distinct()
    ),
)
def paid_suppliers(book: str, people: Sequence[str]) -> Folded:
    """Find people paid for a season's produce who had delivered nothing until then."""
    brought = Delivery.every.filter(book=book, supplier=OuterRef("person"), day__lte=OuterRef("day"))
    paid = models.Payment.every.filter(book=book, person__in=people, delivery="", kind__in=_FOR_PRODUCE)
    rows = paid.exclude(Exists(brought)).order_by("id")
    return Folded(findings=[Found(NEVER_DELIVERED(), row.person, row.id, stops=True) for row in rows])


@folder(
    "payment reference",
    everyone=lambda book: (
        models.Payment.every.filter(book=book)
        .exclude(reference="")
        .order_by("reference")
        .values_list("reference", flat=True)
        .distinct()
    ),
)
def references(book: str, used: Sequence[str]) -> Folded:
    """Find payment references that return; the finding is about all but the first."""
    rows = models.Payment.every.filter(book=book, reference__in=used)
    times = dict(
        rows.values_list("reference").annotate(times=Count("id")).filter(times__gt=1).order_by("reference")
    )
    folded = Folded()
    seen: set[str] = set()
    for row in rows.filter(reference__in=sorted(times)).order_by("reference", "day", "id") if times else ():
        if row.reference in seen:
            problem = REFERENCE_TWICE(reference=row.reference, times=times[row.reference])
            folded.findings.append(Found(problem, row.reference, row.id, stops=True))
        seen.add(row.reference)
    return folded
