"""Reads of governance that pages and other floors share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from cahier.governance import models
from cahier.governance.statutory import assembly_deadline, last_year_end, share_of
from cahier.kernel import days


def rules_on(day: dt.date) -> models.BodyRules | None:
    """Return the statutes in force on a day, if the book knows them."""
    rows = models.BodyRules.objects.filter(day__lte=days.number(day))
    return rows.order_by("-day", "-id").first()


def quorum(meeting: models.Meeting) -> int | None:
    """Return how many people a meeting needed: as its minutes say, else by the statutes; none if unknown."""
    rules = rules_on(meeting.day)
    if meeting.required is not None or rules is None or meeting.eligible is None:
        return meeting.required
    second = meeting.call > 1
    top = rules.second_quorum_numerator if second else rules.quorum_numerator
    bottom = rules.second_quorum_denominator if second else rules.quorum_denominator
    return None if top is None or bottom is None else share_of(meeting.eligible, top, bottom)


def counted(meeting: models.Meeting) -> int | None:
    """Return who counts for the quorum: those present, and valid proxies if the statutes let them count."""
    if meeting.present is None:
        return None
    rules = rules_on(meeting.day)
    proxies = (meeting.proxies or 0) if rules is not None and rules.proxies_count else 0
    return meeting.present + proxies


def deadline_of_assembly(day: dt.date) -> dt.date | None:
    """Return until when the assembly on the last closed year is due; none if the statutes are not known."""
    rules = rules_on(day)
    if rules is None or None in (rules.window_months, rules.year_end_month, rules.year_end_day):
        return None
    return assembly_deadline(
        last_year_end(day, rules.year_end_month or 1, rules.year_end_day or 1), rules.window_months or 0
    )


def seated(day: dt.date) -> list[models.MandateTerm]:
    """Return who holds a seat at the end of a day, past the term or not.

    Of a single office only the latest holder counts, even if nobody wrote the end of the one before.
    """
    number = days.number(day)
    running = models.MandateTerm.objects.filter(
        Q(ended__isnull=True) | Q(ended__gt=number), start__lte=number
    )
    single: dict[str, models.MandateTerm] = {}
    many: list[models.MandateTerm] = []
    for row in running.order_by("start", "id"):
        if row.single:
            single[row.seat] = row
        else:
            many.append(row)
    return sorted([*single.values(), *many], key=lambda row: (row.body, row.office, row.start, row.id))


def past_term(day: dt.date) -> list[models.MandateTerm]:
    """Return the seats whose term is over at the end of a day and that nobody handed over (KG-07)."""
    return [row for row in seated(day) if row.until is not None and row.until < day]


def vacant(day: dt.date) -> dict[str, int]:
    """Return the vacant seats by body, where the statutes say how many there are."""
    rules = rules_on(day)
    wanted = {"board": rules.board_seats, "supervisory": rules.supervisory_seats} if rules else {}
    held: dict[str, int] = {}
    for row in seated(day):
        held[row.body] = held.get(row.body, 0) + 1
    return {body: max(seats - held.get(body, 0), 0) for body, seats in wanted.items() if seats is not None}


def open_duties(matter: str, day: dt.date) -> QuerySet[models.DutyStatus]:
    """Return what of a matter was open at the end of a day, what is due first at the top."""
    number = days.number(day)
    rows = models.DutyStatus.objects.filter(
        Q(done__isnull=True) | Q(done__gt=number), matter=matter, opened__lte=number
    )
    return rows.order_by("due", "opened", "id")


def late_duties(matter: str, day: dt.date) -> QuerySet[models.DutyStatus]:
    """Return what of a matter was due before a day and still open at its end."""
    return open_duties(matter, day).filter(due__lt=days.number(day))
