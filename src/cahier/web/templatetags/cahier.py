"""Template filters: quantities as people write them. ``{% load cahier %}``, ``{{ row.net|mass }}``."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.http import QueryDict

from cahier.web import formats

register = template.Library()


@register.filter
def mass(grams: int | None) -> str:
    """Kilograms of a number of grams; nothing for nothing."""
    return "" if grams is None else formats.mass(grams)


@register.filter
def area(square_metres: int | None) -> str:
    """Hectares of a number of square metres."""
    return "" if square_metres is None else formats.area(square_metres)


@register.filter
def money(amount: int | None, currency: str) -> str:
    """``{{ due|money:book.currency }}``."""
    return "" if amount is None else formats.money(amount, currency)


@register.filter
def day(value: dt.date | int | None, form: str = "long") -> str:
    """``{{ on|day }}``, ``{{ on|day:"short" }}``, ``{{ on|day:"week" }}``."""
    return "" if value is None else formats.day(value, form)


@register.filter
def number(value: int | Decimal | Fraction | float | None, places: int | None = None) -> str:
    """A plain number with the reader's separators."""
    return "" if value is None else formats.number(value, places)


@register.filter
def percent(basis_points: int | None, places: int | None = None) -> str:
    """A percentage of basis points."""
    return "" if basis_points is None else formats.percent(basis_points, places)


@register.filter
def ratio(part: int, whole: int) -> str:
    """``{{ women|ratio:all }}``: a share in per cent."""
    return formats.ratio(part, whole)


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: Any) -> str:
    """Return the address of this page with parts of its query changed; ``None`` takes a part out."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"
