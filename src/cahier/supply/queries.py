"""Reads of supply that pages and exports share. All inside the book in scope; days include themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum

from cahier.supply import models

BASES = ("measured", "estimated", "declared", "pledged")
"""Bases of a production figure, the best first."""


@dataclass(frozen=True)
class Supplied:
    """What one supplier brought in a period: number of deliveries, base units, minor units."""

    supplier: str
    deliveries: int
    accepted: int
    rejected: int
    value: int


def deliveries(first: dt.date, last: dt.date, supplier: str = "") -> QuerySet[models.Delivery]:
    """Return the deliveries of a period, of one supplier if named, by day."""
    rows = models.Delivery.objects.filter(day__gte=first, day__lte=last).order_by("day", "receipt", "id")
    return rows.filter(supplier=supplier) if supplier else rows


def by_supplier(first: dt.date, last: dt.date, product: str = "") -> list[Supplied]:
    """Return what each supplier brought in a period, the largest first."""
    rows = models.Delivery.objects.filter(day__gte=first, day__lte=last)
    rows = rows.filter(product=product) if product else rows
    sums = rows.values_list("supplier").annotate(Count("id"), Sum("accepted"), Sum("rejected"), Sum("value"))
    found = [Supplied(one, n, int(kept), int(gone), int(worth or 0)) for one, n, kept, gone, worth in sums]
    return sorted(found, key=lambda one: (-one.accepted, one.supplier))


def collected_by_day(first: dt.date, last: dt.date) -> dict[dt.date, int]:
    """Return what was accepted on each collection day of a period."""
    rows = models.Delivery.objects.filter(day__gte=first, day__lte=last).values_list("day")
    return {day: int(total) for day, total in rows.annotate(total=Sum("accepted")).order_by("day")}


def expected(season: str, product: str) -> dict[str, tuple[str, int]]:
    """Return each member's production in a season with its basis: the best basis known, the latest figure of it."""
    best: dict[str, tuple[str, int]] = {}
    rows = models.Pledge.objects.filter(season=season, product=product).order_by("day", "id")
    for row in rows:
        held = best.get(row.person)
        if held is None or BASES.index(row.basis) <= BASES.index(held[0]):
            best[row.person] = (row.basis, row.quantity)
    return best


def stock_now() -> list[models.StockBalance]:
    """Return what should be in each store, by store and product."""
    return list(models.StockBalance.objects.order_by("store", "product"))
