"""A member's statement, line by line: what was brought, what was paid, and what is left after each line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cahier.kernel.money import Price
from cahier.settlement.models import Payment
from cahier.settlement.standing import OF_THE_PRICE, produce_repaid
from cahier.settlement.words import CHANNELS, KINDS
from cahier.supply.models import Delivery, Product
from cahier.web import formats


@dataclass(frozen=True)
class Line:
    """One line. ``plus`` is for the member, ``minus`` was paid or kept back; ``left`` is owed after it."""

    day: dt.date
    what: str
    detail: str
    plus: int
    minus: int
    left: int = 0


@dataclass(frozen=True)
class Statement:
    """The lines of a period with what stood before it; ``unpriced`` deliveries have no price yet."""

    before: int
    lines: tuple[Line, ...]
    unpriced: int

    @property
    def left(self) -> int:
        """Return what is owed at the end; below zero the member was paid ahead."""
        return self.lines[-1].left if self.lines else self.before

    @property
    def plus(self) -> int:
        """Return what came for the member."""
        return sum(line.plus for line in self.lines)

    @property
    def minus(self) -> int:
        """Return what was paid or kept back."""
        return sum(line.minus for line in self.lines)


def statement(person: str, currency: str, first: dt.date, last: dt.date) -> Statement:
    """Return the statement of a person from one day to another, both included."""
    lines, unpriced = _deliveries(person, currency, last)
    lines += [*_payments(person, last), *_kept(person, last)]
    lines.sort(key=lambda line: (line.day, -line.plus))
    before = sum(line.plus - line.minus for line in lines if line.day < first)
    left, made = before, []
    for line in lines:
        if line.day >= first:
            left += line.plus - line.minus
            made.append(Line(line.day, line.what, line.detail, line.plus, line.minus, left))
    return Statement(before, tuple(made), sum(day >= first for day in unpriced))


def _deliveries(person: str, currency: str, last: dt.date) -> tuple[list[Line], list[dt.date]]:
    products = {row.id: row for row in Product.objects.all()}
    lines: list[Line] = []
    unpriced: list[dt.date] = []
    for row in Delivery.objects.filter(supplier=person, day__lte=last).order_by("day", "receipt", "id"):
        if row.value is None:
            unpriced.append(row.day)
            continue
        said = _("Delivery, receipt {number}").format(number=row.receipt)
        lines.append(Line(row.day, said, _detail(row, products.get(row.product), currency), row.value, 0))
        if row.advance:
            lines.append(Line(row.day, _("Paid at once"), row.receipt, 0, row.advance))
    return lines, unpriced


def _detail(row: Delivery, product: Any, currency: str) -> str:
    kind = product.measure if product else "mass"
    parts = [formats.quantity(row.accepted, kind), row.grade]
    if row.price_amount is not None and row.price_per:
        unit = {"mass": "kg", "volume": "l"}.get(kind, "pc")
        parts.append(formats.price(Price(row.price_amount, row.price_per), currency, unit))
    return ", ".join(part for part in parts if part)


def _payments(person: str, last: dt.date) -> list[Line]:
    rows = Payment.objects.filter(person=person, day__lte=last).order_by("day", "id")
    return [
        Line(
            row.day, str(KINDS.get(row.kind, row.kind)), ", ".join(filter(None, (str(CHANNELS.get(row.channel, "")), row.reference))),
            0 if row.kind in OF_THE_PRICE else row.amount, row.amount,
        )
        for row in rows
    ]  # fmt: skip


def _kept(person: str, last: dt.date) -> list[Line]:
    return [
        Line(one["day"], _("Loan repaid by produce"), one["code"], 0, one["amount"])
        for one in produce_repaid(last, [person])
    ]
