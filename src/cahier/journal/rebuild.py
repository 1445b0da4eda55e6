"""Throwing the state away and deriving it again from the entries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import connections, transaction

from cahier.journal import corrections, folds, models, scope, state
from cahier.journal.apply import apply
from cahier.journal.receive import settle

BATCH = 5_000


def state_models() -> list[type[state.StateModel]]:
    """Return every state table of every feature, in a stable order."""
    found = [model for model in apps.get_models() if issubclass(model, state.StateModel)]
    return sorted(found, key=lambda model: model._meta.db_table)


def rebuild(book: str, progress: Callable[[int], None] = lambda done: None) -> int:
    """Derive all state of a book anew and return how many entries were read.

    One transaction: whoever reads meanwhile sees the old state, and a power cut leaves it whole.
    ``progress`` is told how many entries are done.
    """
    done = 0
    with transaction.atomic(using=scope.database()), scope.reading(book):
        clear(book)
        for rows in entries(book):
            decoded = [(corrections.decoded(row), corrections.stamp(row)) for row in rows]
            ready, _ = settle(book, [(entry, at) for entry, at in decoded if entry is not None])
            apply(book, ready, fold=False)
            done += len(rows)
            progress(done)
        folds.fold_all(book)
        state.refresh_statistics()
    return done


def clear(book: str) -> None:
    """Delete every state row of a book."""
    connection = connections[scope.database()]
    with connection.cursor() as cursor:
        for model in state_models():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table} WHERE book = %s", [book])


def entries(book: str) -> Iterator[list[models.JournalEntry]]:
    """Yield all entries of a book in runs, chain by chain, in constant memory."""
    origins = models.Chain.objects.filter(book=book).order_by("origin").values_list("origin", flat=True)
    for origin in list(origins):
        last = 0
        while True:
            chain = models.JournalEntry.objects.filter(book=book, origin=origin, number__gt=last)
            rows = list(chain.order_by("number")[:BATCH])
            if not rows:
                break
            last = rows[-1].number
            yield rows


def fingerprint(book: str) -> dict[str, str]:
    """Return the SHA-256 of each state table of a book, rows in the order of all their columns."""
    return {model._meta.db_table: _table_digest(model, book) for model in state_models()}


def _table_digest(model: type[state.StateModel], book: str) -> str:
    connection = connections[scope.database()]
    quote = connection.ops.quote_name
    columns = [quote(f.attname) for f in model._meta.concrete_fields]
    names = ", ".join(columns)
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {names} FROM {quote(model._meta.db_table)} WHERE book = %s ORDER BY {names}", [book]
        )
        while rows := cursor.fetchmany(BATCH):
            for row in rows:
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def and_roll_back(book: str) -> dict[str, str]:
    """Return the fingerprint of a rebuild that leaves the state as it is: done, read, and rolled back."""
    with transaction.atomic(using=scope.database()):
        rebuild(book)
        after = fingerprint(book)
        transaction.set_rollback(True, using=scope.database())
    return after
