"""The cast of every test: Awa, Benito, Chloe, Diego and Esi, in two books."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_HOME = tempfile.mkdtemp(prefix="cahier-test-")
os.environ["CAHIER_HOME"] = _HOME
if os.environ.get("CAHIER_TEST_DATABASE") == "postgres":
    from helpers.postgres import start

    os.environ["CAHIER_POSTGRES"] = start()

import pytest  # noqa: E402

from helpers.cast import Cast  # noqa: E402
from helpers.samples import DAY  # noqa: E402


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test keeps its files in a folder of its own."""
    monkeypatch.setenv("CAHIER_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be talked to."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in ("127.0.0.1", "localhost", "::1"):
            raise OSError(f"tests talk to this machine only, not to {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """Awa's book A and Chloe's book B, opened, with A in scope."""
    from cahier.journal import scope
    from cahier.journal.actor import Actor
    from cahier.journal.opening import open_book

    anyone = Actor("test", "Test", lambda verb, book, thing: True)
    a = open_book(name="PO A", currency="XOF", country="CI", language="fr", day=DAY, actor=anyone)
    b = open_book(name="PO B", currency="PEN", country="PE", language="es", day=DAY, actor=anyone)
    with scope.reading(a):
        yield Cast(a, b)


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], Any]:
    """Return a function that gives a browser (a test client) in which this person acts."""
    from django.test import Client

    from cahier.web import actors

    def become(actor: Any) -> Client:
        monkeypatch.setattr(actors, "local_owner", lambda request: actor)
        return Client(headers={"accept-language": "en"})

    return become


@pytest.fixture
def book_a(cast: Cast) -> Any:
    """The row of Awa's book."""
    from cahier.journal.models import Book

    return Book.objects.get(id=cast.a)


@pytest.fixture
def person_a(cast: Cast) -> str:
    """A made-up person enrolled in Awa's book; her id."""
    from cahier.journal.write import write
    from cahier.registry.entries import Person

    made = Person(day=DAY, code="P-1", family_name="Kolibé", given_names="Awa")
    return write(cast.a, [made], actor=cast.awa).ids[0]
