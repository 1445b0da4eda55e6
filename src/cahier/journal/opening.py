"""Opening a book: making room for it and writing its first entry."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from cahier.journal import scope
from cahier.journal.actor import Actor
from cahier.journal.books import create_book
from cahier.journal.entries import Opened
from cahier.journal.write import write
from cahier.kernel.ids import new_id


def open_book(
    *,
    name: str,
    currency: str,
    country: str,
    language: str,
    day: dt.date,
    actor: Actor,
    example: bool = False,
    book: str = "",
) -> str:
    """Open a book for an organisation and return its id. ``book`` is only given by generators."""
    book = book or new_id()
    with transaction.atomic(using=scope.database()):
        create_book(book, name=name, currency=currency, country=country, language=language, example=example)
        entry = Opened(day=day, name=name, currency=currency, country=country, language=language)
        write(book, [entry], actor=actor)
    return book
