"""What contradicts itself in deliveries, and the stock that should be in each store.

Deliveries come by the million: each is judged by itself and by its receipt number alone, set-wise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan

from cahier.journal.entry import Subject
from cahier.journal.folds import Folded, Found, folder, refold
from cahier.journal.state import Fact
from cahier.kernel import days, units
from cahier.kernel.refusals import reason
from cahier.supply import models

RECEIPT_TWICE = reason("supply.receipt-twice", "The receipt number {receipt} was given {times} times.")
HEAVY_BAG = reason("supply.heavy-bag", "One bag weighs {weight} kg here. Did you mean {likely}?")
MORE_THAN_PRESENTED = reason(
    "supply.more-than-presented",
    "Accepted and rejected are together more than what was presented. Check the three weights.",
)
STOCK_BELOW_ZERO = reason(
    "supply.stock-below-zero",
    "On {day} more was taken out of {store} than was in it. Look for an entry into the store that is missing.",
)

Movement = tuple[dt.date, int, str]


def _suspects() -> Q:
    return Q(presented__lt=F("accepted") + F("rejected")) | Q(bags__isnull=False)


def _doubtful(heaviest: Mapping[str, int]) -> Q:
    """The deliveries to look at one by one: all whose bags may be too heavy, and hardly any other."""
    less = Q(presented__lt=F("accepted") + F("rejected"))
    if not heaviest:
        return less
    full = Coalesce(F("gross"), F("presented"))
    return less | Q(GreaterThan(full, F("bags") * min(heaviest.values())), bags__gt=0)


@folder(
    "delivery",
    everyone=lambda book: (
        models.Delivery.every.filter(_suspects(), book=book).values_list("id", flat=True).iterator()
    ),
)
def deliveries(book: str, ids: Sequence[str]) -> Folded:
    """Find deliveries whose weights cannot be right."""
    limits = models.Product.every.filter(book=book, bag_most__gt=0).values_list("id", "bag_most")
    heaviest = {product: most for product, most in limits if most is not None}
    rows = models.Delivery.every.filter(_doubtful(heaviest), book=book, id__in=ids).order_by("id")
    folded = Folded()
    for row in rows:
        if row.presented < row.accepted + row.rejected:
            folded.findings.append(Found(MORE_THAN_PRESENTED(), row.id, row.id, stops=True))
        limit, weight = heaviest.get(row.product), _bag(row)
        if limit is not None and weight > limit:
            problem = HEAVY_BAG(weight=_kilos(weight), likely=_kilos(_likely(weight, limit)))
            folded.findings.append(Found(problem, row.id, row.id, stops=True))
    return folded


def _bag(row: models.Delivery) -> int:
    """Return the grams of one bag, on average."""
    whole = row.gross if row.gross is not None else row.presented
    return whole // row.bags if row.bags else 0


def _likely(weight: int, limit: int) -> int:
    """Return the weight with the decimal sign moved until a person could carry the bag."""
    while weight > limit:
        weight //= 10
    return weight


def _kilos(grams: int) -> Decimal:
    return units.from_base(grams, "kg").quantize(Decimal("0.1"))


@folder("product", everyone=lambda book: ())
def products(book: str, ids: Sequence[str]) -> Folded:
    """Judge the bagged deliveries of products anew, because the heaviest bag was corrected."""
    bagged = models.Delivery.every.filter(book=book, product__in=ids, bags__isnull=False)
    refold(book, [Subject("delivery", one) for one in bagged.values_list("id", flat=True)])
    return Folded()


@folder(
    "receipt",
    everyone=lambda book: (
        models.Delivery.every.filter(book=book)
        .exclude(receipt="")
        .values("receipt")
        .annotate(times=Count("id"))
        .filter(times__gt=1)
        .order_by("receipt")
        .values_list("receipt", flat=True)
    ),
)
def receipts(book: str, numbers: Sequence[str]) -> Folded:
    """Find receipt numbers that several deliveries bear; the finding is about all but the first."""
    rows = models.Delivery.every.filter(book=book, receipt__in=numbers)
    many = rows.values_list("receipt").annotate(times=Count("id")).filter(times__gt=1)
    times = dict(many.order_by("receipt"))
    folded = Folded()
    if not times:
        return folded
    doubled = models.Delivery.every.filter(book=book, receipt__in=sorted(times))
    for receipt, group in groupby(doubled.order_by("receipt", "day", "id"), key=attrgetter("receipt")):
        problem = RECEIPT_TWICE(receipt=receipt, times=times[receipt])
        folded.findings += [Found(problem, receipt, row.id, stops=True) for row in list(group)[1:]]
    return folded


def _stocks(book: str) -> Iterable[str]:
    tables = (models.StockMovement, models.StockCount)
    return sorted(
        {one for table in tables for one in table.every.filter(book=book).values_list("stock", flat=True)}
    )


@folder("stock", makes=(models.StockBalance,), everyone=_stocks)
def stock(book: str, ids: Sequence[str]) -> Folded:
    """Fold movements and counts of each product in each store into what should be there."""
    moved = models.StockMovement.every.filter(book=book, stock__in=ids).order_by("stock", "day", "id")
    counted = models.StockCount.every.filter(book=book, stock__in=ids)
    counts = counted.order_by("stock", "day", "clock", "origin", "number")
    movements_of = {key: list(group) for key, group in groupby(moved, key=attrgetter("stock"))}
    counts_of = {key: list(group) for key, group in groupby(counts, key=attrgetter("stock"))}
    names = dict(models.Store.every.filter(book=book).values_list("id", "name"))
    folded = Folded()
    for one in sorted(movements_of.keys() | counts_of.keys()):
        _fold_stock(one, movements_of.get(one, []), counts_of.get(one, []), names, folded)
    return folded


def _fold_stock(
    stock_id: str,
    movements: Sequence[models.StockMovement],
    counts: Sequence[models.StockCount],
    names: dict[str, str],
    folded: Folded,
) -> None:
    first = (movements or counts)[0]
    quantity, lost, begun, below = 0, 0, False, False
    by_day = {day: list(group) for day, group in groupby(movements, key=attrgetter("day"))}
    counted = {count.day: count.counted for count in counts}
    for day in sorted(by_day.keys() | counted.keys()):
        quantity += sum(one.quantity for one in by_day.get(day, []))
        if day in counted:
            begun, lost = True, lost + (quantity - counted[day] if begun or by_day.get(day) else 0)
            quantity = counted[day]
        if quantity < 0 and not below:
            below = True
            problem = STOCK_BELOW_ZERO(day=day, store=names.get(first.store, ""))
            folded.findings.append(Found(problem, stock_id, by_day[day][-1].id, stops=True))
        begun = True
    ends = [days.number(day) for day in (max(by_day, default=None), max(counted, default=None)) if day]
    row = models.StockBalance.row(
        book=first.book, id=stock_id, store=first.store, product=first.product, quantity=quantity, lost=lost,
        counted_day=days.number_or_none(max(counted, default=None)), last_day=max(ends),
    )  # fmt: skip
    folded.rows.append(Fact(models.StockBalance, row))
