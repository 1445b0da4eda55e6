"""What waits for somebody in a book. Features register what they know; "Today" shows the oldest harm first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cahier.journal.models import Book

MOST = 5


@dataclass(frozen=True)
class Due:
    """One thing to do: ``since`` is the day the harm began, ``act`` what the button says."""

    since: dt.date
    title: str
    text: str
    act: str
    href: str


Ask = Callable[[Book, dt.date], Iterable[Due]]
ASKED: list[tuple[str, Ask]] = []


def due(group: str, ask: Ask) -> None:
    """Register a question. It is asked, with the book in scope, for those who may read the group of pages."""
    ASKED.append((group, ask))


def waiting(book: Book, today: dt.date, may_read: Callable[[str], bool]) -> list[Due]:
    """Return everything that waits for this reader, the oldest harm first."""
    found = [one for group, ask in ASKED if may_read(group) for one in ask(book, today)]
    return sorted(found, key=lambda one: (one.since, one.title))
