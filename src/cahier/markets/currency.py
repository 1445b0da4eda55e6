"""Amounts in the book's own currency."""

from __future__ import annotations

import re

from cahier.journal.models import Book
from cahier.kernel.refusals import reason

BAD_CURRENCY = reason(
    "markets.bad-currency", "{currency} is not a currency code. Write its three capital letters, like USD."
)


def is_currency(code: str) -> bool:
    """Tell whether this is spelled like an ISO 4217 code; empty stands for the book's own."""
    return not code or re.fullmatch("[A-Z]{3}", code) is not None


def book_currency(book: str) -> str:
    """Return the currency of a book."""
    return Book.objects.values_list("currency", flat=True).get(id=book)
