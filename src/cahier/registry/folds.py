"""The present status of memberships, and what contradicts itself in the register."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import reason
from cahier.registry import models

ENTERED_TWICE = reason("registry.entered-twice", "This person entered on {day} without having left before.")
LEFT_OUTSIDE = reason("registry.left-outside", "This person left on {day} without being a member then.")


CODE_TWICE = reason(
    "registry.code-twice", "The member code {code} belongs to {count} people. Give one of them another code."
)
OWN_TWICE = reason(
    "registry.own-twice",
    "{name} is entered as the organisation of this book, which already has one. Correct one of the two.",
)
LEFT_UNHIRED = reason("registry.left-unhired", "This employment ended on {day}, before it began.")


@folder(
    "membership",
    makes=(models.Membership,),
    everyone=lambda book: (
        models.MembershipEvent.every.filter(book=book).values_list("person", flat=True).distinct()
    ),
)
def memberships(book: str, people: Sequence[str]) -> Folded:
    """Fold entries, exits and moves of each person, in canonical order, into the status now."""
    events = models.MembershipEvent.every.filter(book=book, person__in=people)
    ordered = events.order_by("person", "day", "clock", "origin", "number")
    folded = Folded()
    for person, group in groupby(ordered, key=lambda event: event.person):
        _fold_one(book, person, list(group), folded)
    return folded


def _fold_one(book: str, person: str, events: Sequence[models.MembershipEvent], folded: Folded) -> None:
    entered, left, section, stays = None, None, "", 0
    for event in events:
        member = entered is not None and left is None
        if event.event == "joined":
            if member:
                folded.findings.append(Found(ENTERED_TWICE(day=event.day), person, event.id, stops=True))
                continue
            entered, left, section, stays = event.day, None, event.section, stays + 1
        elif not member:
            folded.findings.append(Found(LEFT_OUTSIDE(day=event.day), person, event.id, stops=True))
        elif event.event == "left":
            left = event.day
        else:
            section = event.section
    row = models.Membership.row(
        book=book,
        id=person,
        entered=entered and days.number(entered),
        left=left and days.number(left),
        section=section,
        stays=stays,
    )
    folded.rows.append(Fact(models.Membership, row))


@folder(
    "person-code",
    everyone=lambda book: models.Person.every.filter(book=book).values_list("code", flat=True).distinct(),
)
def person_codes(book: str, codes: Sequence[str]) -> Folded:
    """Report every person whose code an earlier person of the book already has."""
    people = models.Person.every.filter(book=book, code__in=codes).values_list("code", "id")
    folded = Folded()
    for code, group in groupby(sorted(people), key=lambda row: row[0]):
        ids = [one for _, one in group]
        for one in ids[1:]:
            folded.findings.append(Found(CODE_TWICE(code=code, count=len(ids)), code, one, stops=True))
    return folded


@folder(
    "own-organisation",
    everyone=lambda book: (
        models.Organisation.every.filter(book=book, own=True).values_list("book", flat=True).distinct()
    ),
)
def own_organisation(book: str, books: Sequence[str]) -> Folded:
    """Report a second organisation that claims to be the book's own."""
    own = models.Organisation.every.filter(book=book, own=True).order_by("day", "id")
    found = [Found(OWN_TWICE(name=row.name), book, row.id, stops=True) for row in own[1:]]
    return Folded([], found)


@folder(
    "employment",
    makes=(models.EmploymentSpan,),
    everyone=lambda book: models.Employment.every.filter(book=book).values_list("id", flat=True),
)
def employments(book: str, ids: Sequence[str]) -> Folded:
    """Fold hiring and leaving into one span each."""
    ends: dict[str, list[tuple[int, str]]] = {}
    for end in models.EmploymentEnd.every.filter(book=book, employment__in=ids):
        ends.setdefault(end.employment, []).append((days.number(end.day), end.id))
    folded = Folded()
    for row in models.Employment.every.filter(book=book, id__in=ids):
        first, last = days.number(row.day), min(ends.get(row.id, []), default=None)
        if last and last[0] < first:
            folded.findings.append(Found(LEFT_UNHIRED(day=days.date(last[0])), row.id, last[1], stops=True))
        made = models.EmploymentSpan.row(
            book=book, id=row.id, person=row.person, hired=first, left=last and last[0]
        )
        folded.rows.append(Fact(models.EmploymentSpan, made))
    return folded
