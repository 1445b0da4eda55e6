"""Reads of access that pages and other floors share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from cahier.access import models
from cahier.kernel import days


def grants_held(holder: str, day: dt.date) -> QuerySet[models.GrantStatus]:
    """Return the grants of an account or organisation that hold on a day."""
    number = days.number(day)
    still = Q(last_day__isnull=True) | Q(last_day__gte=number)
    return models.GrantStatus.objects.filter(still, holder=holder, first_day__lte=number)


def consents(purpose: str) -> dict[str, bool]:
    """Return what each person last said about a purpose; who never said anything is not listed."""
    said = models.ConsentStatus.objects.filter(purpose=purpose)
    return dict(said.values_list("person", "given"))
