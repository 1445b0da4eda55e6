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
