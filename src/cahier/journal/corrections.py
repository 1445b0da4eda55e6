"""What an entry says after its corrections: voided, replaced, or as written.

A correction counts unless it was itself voided. The last one in canonical order wins; a correction of a
correction continues the line. The answer depends on the set of corrections alone, not on their arrival.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from cahier.journal import folds, models, state
from cahier.journal.entries import Replace, Void
from cahier.journal.entry import KINDS, Entry, Stamp, Subject, decode
from cahier.kernel import days
from cahier.kernel.refusals import reason

_CORRECTING = {Void.KIND, Replace.KIND}

TWO_CORRECTIONS = reason(
    "journal.two-corrections",
    "This entry was corrected twice, in different ways. Keep one correction and void the other.",
)


def stored(book: str, ids: Iterable[str]) -> dict[str, models.JournalEntry]:
    """Return the stored entries with these ids."""
    found: dict[str, models.JournalEntry] = {}
    for part in state.chunks(sorted(set(ids))):
        found |= {row.id: row for row in models.JournalEntry.objects.filter(book=book, id__in=part)}
    return found


def decoded(row: models.JournalEntry) -> Entry | None:
    """Return the entry of a stored row; none for a kind or version that is not known here."""
    return decode(row.kind, row.version, {**json.loads(row.body), **json.loads(row.personal or "{}")})


def stamp(row: models.JournalEntry, day: int | None = None) -> Stamp:
    """Return the stamp of a stored row, with the corrected day if one is given."""
    return Stamp(
        row.book, row.id, row.origin, row.number, row.day if day is None else day, row.clock,
        row.captured, row.recorded, row.author, row.batch,
    )  # fmt: skip


def root_of(book: str, target: str) -> str:
    """Return the id of the entry that a line of corrections is about."""
    while row := models.Correction.every.filter(book=book, id=target).first():
        target = row.target
    return target


def waiting(book: str, ids: Iterable[str]) -> set[str]:
    """Return which of these entries wait for one that has not arrived."""
    found: set[str] = set()
    for part in state.chunks(sorted(set(ids))):
        found |= set(models.Waiting.every.filter(book=book, id__in=part).values_list("id", flat=True))
    return found


def withdrawn(book: str, batches: Iterable[str]) -> set[str]:
    """Return which of these imports were taken back."""
    named = {batch for batch in batches if batch}
    if not named:
        return set()
    rows = models.Withdrawal.every.filter(book=book, batch__in=named)
    return {row.batch for row in rows if not _voided(book, row.id)}


def touched(book: str, ids: Iterable[str]) -> set[str]:
    """Return which of these entries have any correction at all."""
    found: set[str] = set()
    for part in state.chunks(sorted(ids)):
        found |= set(
            models.Correction.every.filter(book=book, target__in=part).values_list("target", flat=True)
        )
    return found


def effective(book: str, row: models.JournalEntry) -> Entry | None:
    """Return what the entry says now; none if it was voided, withdrawn, or is not known here."""
    if row.batch and withdrawn(book, [row.batch]):
        return None
    return _line(book, row.id, decoded(row))


def history(book: str, row: models.JournalEntry) -> Iterator[Entry]:
    """Yield the entry as written and every corrected form of it, standing or not."""
    first = decoded(row)
    if first is not None:
        yield first
    for correction in stored(book, _all_corrections(book, row.id)).values():
        entry = decoded(correction)
        corrected = entry.corrected() if isinstance(entry, Replace) else None
        if corrected is not None:
            yield corrected


def reapply(book: str, ids: Iterable[str]) -> set[Subject]:
    """Put the fact rows of these entries in line with their corrections; return the subjects to fold.

    Corrections themselves stay as facts, voided or not; entries that wait for a reference stay out.
    """
    subjects: set[Subject] = set()
    inserts: dict[type[state.StateModel], list[tuple[object, ...]]] = {}
    rows = stored(book, set(ids) - waiting(book, ids))
    for row in rows.values():
        if row.kind in _CORRECTING:
            continue
        for model in KINDS[row.kind].MAKES if row.kind in KINDS else ():
            state.delete(model, book, [row.id])
        for form in history(book, row):
            subjects.update(form.subjects(stamp(row, days.number(form.day))))
        now = effective(book, row)
        if now is None:
            continue
        for fact in now.facts(stamp(row, days.number(now.day))):
            inserts.setdefault(fact.model, []).append(fact.values)
    for model, values in inserts.items():
        state.insert(model, values)
    return subjects


@folds.folder(
    "correction",
    everyone=lambda book: (
        models.Correction.every.filter(book=book).values_list("target", flat=True).distinct()
    ),
)
def contradictions(book: str, ids: Iterable[str]) -> folds.Folded:
    """Find entries that were corrected twice at the same point of their line."""
    by_target: dict[str, list[models.Correction]] = {}
    for row in models.Correction.every.filter(book=book, target__in=list(ids)).order_by("target", "id"):
        if not _voided(book, row.id):
            by_target.setdefault(row.target, []).append(row)
    doubled = [target for target, rows in by_target.items() if len(rows) > 1]
    return folds.Folded(
        findings=[folds.Found(TWO_CORRECTIONS(), target, target, stops=True) for target in doubled]
    )


def in_force(book: str, node: str) -> models.Correction | None:
    """Return the correction of this entry (or of this correction) that counts, or none."""
    standing = [row for row in models.Correction.every.filter(book=book, target=node) if _stands(book, row)]
    return max(standing, key=lambda row: (row.day, row.clock, row.origin, row.number), default=None)


def _line(book: str, node: str, entry: Entry | None) -> Entry | None:
    last = in_force(book, node)
    if last is None:
        return entry
    if last.voids:
        return None
    replacement = decoded(models.JournalEntry.objects.get(book=book, id=last.id))
    corrected = replacement.corrected() if isinstance(replacement, Replace) else None
    return _line(book, last.id, corrected)


def _stands(book: str, row: models.Correction) -> bool:
    """A void that was voided does not count; a replacement that was voided falls with what it replaced."""
    return not (row.voids and _voided(book, row.id))


def _voided(book: str, correction: str) -> bool:
    rows = models.Correction.every.filter(book=book, target=correction, voids=True)
    return any(not _voided(book, row.id) for row in rows)


def _all_corrections(book: str, target: str) -> list[str]:
    found = list(models.Correction.every.filter(book=book, target=target).values_list("id", flat=True))
    return found + [deeper for one in found for deeper in _all_corrections(book, one)]
