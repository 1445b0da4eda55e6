"""Reads of the registry that pages and other floors share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from cahier.kernel import days
from cahier.registry import models


def members_on(day: dt.date) -> list[str]:
    """Return the ids of those who were members at the end of a day: entered by then and not left by then."""
    events = models.MembershipEvent.objects.filter(day__lte=days.number(day)).exclude(event="moved")
    ordered = events.order_by("person", "day", "clock", "origin", "number")
    last = dict(ordered.values_list("person", "event"))
    return [person for person, event in last.items() if event == "joined"]


def sections_on(day: dt.date) -> dict[str, str]:
    """Return the section of each member at the end of a day; an empty id where none is known."""
    events = models.MembershipEvent.objects.filter(day__lte=days.number(day))
    found: dict[str, str] = {}
    for person, event, section in events.order_by("day", "clock", "origin", "number").values_list(
        "person", "event", "section"
    ):
        if event == "left":
            found.pop(person, None)
        elif event == "joined" or person in found:
            found[person] = section
    return found


def people(ids: list[str]) -> QuerySet[models.Person]:
    """Return these people in the order of their names."""
    return models.Person.objects.filter(id__in=ids).order_by("sort_key", "code")


def checked_between(first: dt.date, last: dt.date) -> set[str]:
    """Return the ids of people whose record was checked between two days, both included (KM-04)."""
    checks = models.RegisterCheck.objects.filter(day__range=(days.number(first), days.number(last)))
    return set(checks.values_list("person", flat=True))


def staff_on(day: dt.date) -> QuerySet[models.EmploymentSpan]:
    """Return the employments that hold at the end of a day (KA-11)."""
    number = days.number(day)
    return models.EmploymentSpan.objects.filter(Q(left__isnull=True) | Q(left__gt=number), hired__lte=number)


def own_organisation() -> models.Organisation | None:
    """Return the organisation whose book this is, if it was entered."""
    return models.Organisation.objects.filter(own=True).order_by("day", "id").first()


def affiliated_to(day: dt.date) -> list[models.Organisation]:
    """Return the organisations to which the book's own belongs at the end of a day, by name."""
    own, number = own_organisation(), days.number(day)
    mine = ["", own.id] if own else [""]
    ended = models.AffiliationEnd.objects.filter(day__lte=number).values_list("affiliation", flat=True)
    rows = models.Affiliation.objects.filter(organisation__in=mine, day__lte=number).exclude(id__in=ended)
    parents = list(rows.values_list("to", flat=True))
    return list(models.Organisation.objects.filter(id__in=parents).order_by("name"))


def producers_in_area() -> dict[str, int | None]:
    """Return how many producers of each of its products the organisation's area has (KM-02)."""
    own = own_organisation()
    rows = models.OrganisationProduct.objects.filter(id=own.id if own else "")
    return dict(rows.values_list("product", "producers_in_area"))


def tasks_without_substitute() -> QuerySet[models.CriticalTask]:
    """Return the critical tasks that hang on one person (KA-10)."""
    covered = models.Substitute.objects.values_list("task", flat=True)
    return models.CriticalTask.objects.exclude(id__in=covered).order_by("task")
