"""From stored entries to state: insert the facts, honour corrections and erasures, fold the subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from cahier.journal import corrections, folds, models, state
from cahier.journal.entries import Erase, Replace, Void, Withdraw
from cahier.journal.entry import Entry, Stamp, Subject

Applied = tuple[Entry, Stamp]


def apply(book: str, items: Sequence[Applied], *, fold: bool = True) -> list[folds.Found]:
    """Bring the state tables in line with newly stored entries; return the findings that opened.

    Works set-wise on thousands of entries. A rebuild passes ``fold=False`` and folds once at the end.
    """
    subjects = _insert_facts(book, items)
    subjects |= corrections.reapply(book, _roots_to_renew(book, items))
    return folds.refold(book, subjects) if fold else []


def _insert_facts(book: str, items: Sequence[Applied]) -> set[Subject]:
    """Insert what entries without corrections make; corrected and withdrawn ones are applied as a line."""
    corrected = corrections.touched(book, [at.id for _, at in items])
    gone = corrections.withdrawn(book, {at.batch for _, at in items})
    rows: dict[type[state.StateModel], list[tuple[Any, ...]]] = defaultdict(list)
    subjects: set[Subject] = set()
    for entry, at in items:
        subjects.update(entry.subjects(at))
        if (at.id in corrected or at.batch in gone) and not isinstance(entry, Void | Replace):
            continue
        for model, values in entry.facts(at):
            rows[model].append(values)
    for model, values_list in rows.items():
        state.insert(model, values_list)
    if corrected:
        subjects |= corrections.reapply(book, corrected)
    return subjects


def _roots_to_renew(book: str, items: Sequence[Applied]) -> set[str]:
    """Return the entries whose facts change because of the corrections, withdrawals, erasures among these."""
    roots: set[str] = set()
    for entry, _ in items:
        if isinstance(entry, Void | Replace):
            root = corrections.root_of(book, entry.target)
            roots |= {root} | _batch_of_withdrawal(book, root)
        elif isinstance(entry, Withdraw):
            roots |= _entries_of_batch(book, entry.batch)
        elif isinstance(entry, Erase):
            roots |= erase_personal(book, entry.person)
    return roots


def erase_personal(book: str, person: str) -> set[str]:
    """Delete the personal part and salt of everything about a person; return the entries to renew."""
    about = models.JournalEntry.objects.filter(book=book, subject=person)
    ids = list(about.values_list("id", flat=True))
    about.exclude(personal="").update(personal="", salt="")
    return {corrections.root_of(book, one) for one in ids}


def erased(book: str, people: set[str]) -> set[str]:
    """Return which of these people's personal data were erased."""
    found: set[str] = set()
    for part in state.chunks(sorted(people - {""})):
        found |= set(models.Erasure.every.filter(book=book, person__in=part).values_list("person", flat=True))
    return found


def _entries_of_batch(book: str, batch: str) -> set[str]:
    return set(models.JournalEntry.objects.filter(book=book, batch=batch).values_list("id", flat=True))


def _batch_of_withdrawal(book: str, root: str) -> set[str]:
    """If what was voided is a withdrawal, its import counts again."""
    row = models.JournalEntry.objects.filter(book=book, id=root, kind=Withdraw.KIND).first()
    entry = corrections.decoded(row) if row else None
    return _entries_of_batch(book, entry.batch) if isinstance(entry, Withdraw) else set()
