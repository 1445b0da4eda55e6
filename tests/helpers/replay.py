"""Playing a book again from its envelopes: in any order, in any batches, as often as one likes."""

from __future__ import annotations

import random
from collections.abc import Sequence

from cahier.journal import models, scope, verify
from cahier.journal.chain import Envelope
from cahier.journal.rebuild import clear, fingerprint
from cahier.journal.receive import receive


def envelopes_of(book: str) -> list[Envelope]:
    """Return everything the book holds, in the order it was written."""
    rows = models.JournalEntry.objects.filter(book=book).order_by("origin", "number")
    return [verify.envelope(row) for row in rows]


def forget(book: str) -> None:
    """Empty the book's journal and state, as on an installation that has not heard of it."""
    with scope.reading(book):
        clear(book)
    models.JournalEntry.objects.filter(book=book).delete()
    models.Chain.objects.filter(book=book).delete()


def replayed(book: str, envelopes: Sequence[Envelope], seed: int) -> dict[str, str]:
    """Return the fingerprint after the envelopes arrived shuffled, in odd batches, some of them twice."""
    dice = random.Random(seed)
    order = [*envelopes, *dice.sample(list(envelopes), len(envelopes) // 3)]
    dice.shuffle(order)
    forget(book)
    while order:
        size = dice.randint(1, 7)
        receive(book, order[:size])
        order = order[size:]
    return fingerprint(book)
