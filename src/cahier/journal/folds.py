"""Folding: the present status of a subject, and what contradicts itself, computed anew from all its facts.

A feature registers a folder for a type of subject. After facts of that subject were inserted or removed,
the folder is called with the ids concerned; its rows and findings replace the former ones. Because the
result depends on the facts alone, the order in which they arrived cannot change it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cahier.journal import models, state
from cahier.journal.entry import Subject
from cahier.kernel.canonical import dumps
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import CATALOGUE, Problem

_CHUNK = 5_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Found:
    """A finding as a folder reports it: the problem, the entry it is about, whether a form must stop."""

    problem: Problem
    subject: str
    entry: str
    stops: bool = False


@dataclass
class Folded:
    """What a folder returns: fold rows, and findings."""

    rows: list[state.Fact] = field(default_factory=list)
    findings: list[Found] = field(default_factory=list)


Fold = Callable[[str, Sequence[str]], Folded]


@dataclass(frozen=True)
class Folder:
    """A registered fold: ``fold(book, ids)`` for subjects of ``subject_type``, writing the fold tables ``makes``.

    ``everyone(book)`` yields the ids of all subjects, for a rebuild.
    """

    name: str
    subject_type: str
    makes: tuple[type[state.FoldModel], ...]
    fold: Fold
    everyone: Callable[[str], Iterable[str]]


FOLDERS: dict[str, list[Folder]] = defaultdict(list)


def folder(
    subject_type: str,
    *,
    makes: tuple[type[state.FoldModel], ...] = (),
    everyone: Callable[[str], Iterable[str]],
) -> Callable[[Fold], Fold]:
    """Register the decorated function as a folder of this type of subject."""

    def register(fold: Fold) -> Fold:
        name = f"{fold.__module__.split('.')[1]}.{fold.__name__}"
        FOLDERS[subject_type].append(Folder(name, subject_type, makes, fold, everyone))
        return fold

    return register


def refold(book: str, subjects: Iterable[Subject]) -> list[Found]:
    """Fold these subjects anew and return the findings that were not there before."""
    by_type: dict[str, set[str]] = defaultdict(set)
    for subject in subjects:
        by_type[subject.type].add(subject.id)
    opened: list[Found] = []
    for kind in sorted(by_type):
        for one in FOLDERS[kind]:
            for part in state.chunks(sorted(by_type[kind]), _CHUNK):
                opened += _fold_part(book, one, part)
    return opened


def fold_all(book: str) -> None:
    """Fold every subject of a book, in runs, as a rebuild does."""
    for kind in sorted(FOLDERS):
        for one in FOLDERS[kind]:
            for part in _runs(one.everyone(book)):
                _fold_part(book, one, part)


def _fold_part(book: str, one: Folder, part: Sequence[str]) -> list[Found]:
    for model in one.makes:
        state.delete(model, book, part)
    former = models.Finding.every.filter(book=book, folder=one.name, subject__in=part)
    before = set(former.values_list("id", flat=True))
    if before:
        state.delete(models.Finding, book, before)
    folded = one.fold(book, part)
    for model in one.makes:
        state.insert(model, [fact.values for fact in folded.rows if fact.model is model])
    rows = {finding_id(book, one.name, found): found for found in folded.findings}
    state.insert(models.Finding, [_row(book, one.name, found, key) for key, found in rows.items()])
    return [found for key, found in rows.items() if key not in before]


def finding_id(book: str, folder_name: str, found: Found) -> str:
    """Return the id that this finding always has, however often it is folded."""
    return derived_id("finding", book, folder_name, found.subject, found.problem.code, found.entry)


def problem_of(row: models.Finding) -> Problem:
    """Return the problem that a stored finding tells."""
    details = json.loads(row.details)
    return CATALOGUE[row.rule](**{place: _read(value) for place, value in details.items()})


def _read(value: object) -> object:
    """Return a stored detail as it was: days are stored as text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


def _row(book: str, name: str, found: Found, key: str) -> tuple[object, ...]:
    details = dumps(
        {
            place: value if isinstance(value, int) else str(value)
            for place, value in found.problem.details.items()
        }
    )
    return models.Finding.row(
        book=book, id=key, folder=name, subject=found.subject, rule=found.problem.code,
        entry=found.entry, stops=found.stops, details=details,
    )  # fmt: skip


def _runs(ids: Iterable[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for one in ids:
        run.append(one)
        if len(run) == _CHUNK:
            yield run
            run = []
    if run:
        yield run
