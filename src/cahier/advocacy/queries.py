"""Reads of advocacy that pages and other floors share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from cahier.advocacy import models
from cahier.advocacy.commitments import standing
from cahier.kernel import days


@dataclass(frozen=True)
class Commitment:
    """One duty of an agreement as it stands on a day: kept, dropped, late or on_track."""

    agreement: str
    number: int
    side: str
    wording: str
    due: dt.date | None
    standing: str


def commitments(day: dt.date) -> list[Commitment]:
    """Return every duty of agreements signed by a day, as it stood at its end, what is due first at the top."""
    number = days.number(day)
    steps = models.DutyStep.objects.filter(day__lte=number).order_by("day", "clock", "origin", "number")
    last = {(row.agreement, row.duty): row.state for row in steps}
    made = [
        Commitment(
            row.id, row.line + 1, row.side, row.wording, row.due,
            standing(last.get((row.id, row.line), ""), days.number(row.due) if row.due else None, number),
        )
        for row in models.Duty.objects.filter(day__lte=number)
    ]  # fmt: skip
    return sorted(made, key=lambda one: (one.due is None, one.due or day, one.agreement, one.number))


def unanswered(day: dt.date) -> QuerySet[models.Proposal]:
    """Return the proposals made by a day that had no answer at its end, the oldest first."""
    number = days.number(day)
    answered = models.Answer.objects.filter(day__lte=number).values_list("proposal", flat=True)
    return models.Proposal.objects.filter(day__lte=number).exclude(id__in=answered).order_by("day", "id")


def dues_open(day: dt.date) -> dict[str, int]:
    """Return what is still owed of each sum of dues payable by a day, in minor units; nothing is left out."""
    number = days.number(day)
    payments = models.DuesPayment.objects.filter(day__lte=number)
    paid = dict(payments.values("dues").annotate(total=Sum("amount")).values_list("dues", "total"))
    rows = models.Dues.objects.filter(due__lte=number).values_list("id", "amount")
    return {one: max(amount - paid.get(one, 0), 0) for one, amount in rows}


def seats_on(day: dt.date) -> QuerySet[models.PlatformSeat]:
    """Return the seats in platforms, unions and councils held at the end of a day (KI-02)."""
    number = days.number(day)
    ended = models.PlatformSeatEnd.objects.filter(day__lte=number).values_list("seat", flat=True)
    return models.PlatformSeat.objects.filter(day__lte=number).exclude(id__in=ended).order_by("platform")
