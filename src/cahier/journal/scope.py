"""Which books may be read right now. Outside an activated scope the default managers raise.

A forgotten filter therefore cannot leak another organisation's rows: it fails in the first test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_books: ContextVar[frozenset[str] | None] = ContextVar("books", default=None)
_database: ContextVar[str] = ContextVar("database", default="default")


class OutsideBook(RuntimeError):
    """State was read without saying of which book."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} was read outside a book: open one with journal.scope.reading(book_id)")


@contextmanager
def reading(*books: str) -> Iterator[None]:
    """Let the default managers return rows of these books, and of no other, inside the block."""
    token = _books.set(frozenset(books))
    try:
        yield
    finally:
        _books.reset(token)


def open_books(what: str) -> frozenset[str]:
    """Return the books of the activated scope. Raises ``OutsideBook`` where there is none."""
    books = _books.get()
    if books is None:
        raise OutsideBook(what)
    return books


def current_book() -> str:
    """Return the one book of the scope. Raises ``OutsideBook`` if there is none or more than one."""
    books = open_books("the current book")
    if len(books) != 1:
        raise OutsideBook("the current book")
    return next(iter(books))


@contextmanager
def using(database: str) -> Iterator[None]:
    """Send every query inside the block to another database (a copy under check, a file being rebuilt)."""
    token = _database.set(database)
    try:
        yield
    finally:
        _database.reset(token)


def database() -> str:
    """Return the alias of the database that queries go to."""
    return _database.get()


class Router:
    """Django's question ``which database?`` answered from the scope."""

    def db_for_read(self, model: object, **hints: object) -> str:
        """The database of the scope."""
        return database()

    def db_for_write(self, model: object, **hints: object) -> str:
        """The database of the scope."""
        return database()

    def allow_relation(self, one: object, other: object, **hints: object) -> bool:
        """Rows of one scope belong together."""
        return True
