"""Correcting: the two calls that pages and commands use, so that nobody builds a correction by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace as with_changes
from typing import Any

from cahier.journal import corrections, models
from cahier.journal.actor import Actor
from cahier.journal.entries import Replace, Void
from cahier.journal.entry import Entry
from cahier.journal.write import write
from cahier.kernel.canonical import dumps
from cahier.kernel.refusals import Refused, reason

NOTHING_THERE = reason("journal.nothing-to-correct", "This entry is not in the book, or was voided already.")


def void(book: str, target: str, *, why: str, day: dt.date, actor: Actor) -> str:
    """Take an entry out of force, or a void back, and return the id of the correction.

    An entry that was corrected before is voided as it reads now.
    """
    return write(book, [Void(day=day, target=_last(book, target), why=why)], actor=actor).ids[0]


def replace(
    book: str, target: str, changes: Mapping[str, Any], *, why: str, day: dt.date, actor: Actor
) -> str:
    """Correct fields of an entry as it reads now, and return the id of the correction.

    Raises ``Refused`` if the entry does not stand, or if the corrected form is wrong in shape.
    """
    row = models.JournalEntry.objects.filter(book=book, id=corrections.root_of(book, target)).first()
    now = corrections.effective(book, row) if row else None
    if row is None or now is None:
        raise Refused(NOTHING_THERE())
    corrected: Entry = with_changes(now, **dict(changes))
    problems = list(corrected.problems())
    if problems:
        raise Refused(*problems)
    entry = Replace(
        day=day,
        target=_last(book, row.id),
        kind=corrected.KIND,
        version=corrected.VERSION,
        content=corrected.to_json(personal=False),
        private=dumps(corrected.to_json(personal=True)) if corrected.PERSONAL else "",
        about=corrected.personal_subject(row.id),
        why=why,
    )
    return write(book, [entry], actor=actor).ids[0]


def _last(book: str, target: str) -> str:
    """Return the last correction in force of an entry, so that the next one continues the line."""
    while following := corrections.in_force(book, target):
        if following.voids:
            break
        target = following.id
    return target
