from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from cahier.journal.actor import Actor
from cahier.journal.models import Book
from cahier.web import actors


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> Callable[[Actor], Client]:
    """Return a browser in which this person acts."""

    def become(actor: Actor) -> Client:
        monkeypatch.setattr(actors, "local_owner", lambda request: actor)
        return Client(headers={"accept-language": "en"})

    return become


@pytest.fixture
def book_a(cast) -> Book:
    return Book.objects.get(id=cast.a)


@pytest.fixture
def person_a(cast) -> str:
    from cahier.journal.write import write
    from cahier.registry.entries import Person

    made = Person(day=dt.date(2026, 3, 2), code="P-1", family_name="Kolibé", given_names="Awa")
    return write(cast.a, [made], actor=cast.awa).ids[0]
