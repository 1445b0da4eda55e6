"""Opening books, and knowing which installation this is."""

from __future__ import annotations

import hashlib
import uuid

from django.db import transaction
from django.utils.text import slugify

from cahier.home import home
from cahier.journal import models, scope
from cahier.kernel.ids import new_id

RESERVED = frozenset({"gallery", "language", "open", "static"})  # addresses of the site outside any book


def here() -> models.Origin:
    """Return this installation, made on first use.

    A folder that was copied to another place or computer is another installation: it gets a new origin,
    so that two of them never give the same numbers.
    """
    row = models.Origin.objects.filter(here=True).first()
    if row is not None and row.place == _place():
        return row
    return mint_origin()


def mint_origin() -> models.Origin:
    """Make this installation a new origin, as after a restore, and return it."""
    with transaction.atomic(using=scope.database()):
        used = models.Origin.objects.count()
        clock = max(models.Origin.objects.values_list("clock", flat=True), default=0)
        models.Origin.objects.filter(here=True).update(here=False)
        return models.Origin.objects.create(
            id=new_id(), letter=_letter(used), place=_place(), here=True, clock=clock
        )


def settle_here() -> None:
    """Keep this installation's origin after it moved its own database file, which nobody else has."""
    models.Origin.objects.filter(here=True).update(place=_place())


def create_book(
    book: str, *, name: str, currency: str, country: str, language: str, example: bool = False
) -> models.Book:
    """Make room for a book on this installation; its opening entry is written next."""
    slug = base = slugify(name)[:50] or "book"
    number = 1
    while slug in RESERVED or models.Book.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return models.Book.objects.create(
        id=book, slug=slug, name=name, currency=currency, country=country, language=language, example=example
    )


def _letter(used: int) -> str:
    """A to Z, then AA to ZZ; I and O are left out because they read as digits."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    return (
        letters[used]
        if used < len(letters)
        else letters[used // len(letters) - 1] + letters[used % len(letters)]
    )


def _place() -> str:
    database = str(home()) if scope.database() == "default" else scope.database()
    return hashlib.sha256(f"{uuid.getnode()}:{database}".encode()).hexdigest()
