"""Reads of learning that pages and other floors share. All inside the scope of a book."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db.models import Min, Sum

from cahier.governance.queries import seated
from cahier.kernel import days
from cahier.learning import models


def enrolled(training: str) -> set[str]:
    """Return who had confirmed at the first meeting of a training (KL-03's base)."""
    sessions = models.TrainingSession.objects.filter(training=training).order_by("day", "id")
    first = sessions.first()
    rows = models.Attendance.objects.filter(id=first.id if first else "", confirmed=True)
    return set(rows.values_list("person", flat=True))


def completed(training: str) -> set[str]:
    """Return whose practical task was accepted in a training, looked at last."""
    rows = models.TaskResult.objects.filter(training=training).order_by("day", "id")
    last = dict(rows.values_list("person", "accepted"))
    return {person for person, accepted in last.items() if accepted}


def first_times(first: dt.date, last: dt.date) -> set[str]:
    """Return who came to a training between two days and never before (KL-08)."""
    rows = models.Attendance.objects.filter(present=True, day__lte=days.number(last))
    began = rows.values("person").annotate(began=Min("day")).values_list("person", "began")
    return {person for person, day in began if day >= first}


def minutes_by_person(first: dt.date, last: dt.date) -> dict[str, int]:
    """Return the minutes that each person spent in trainings between two days, where anybody noted them (KL-02, KW-06)."""
    rows = models.Attendance.objects.filter(
        present=True, minutes__isnull=False, day__range=(days.number(first), days.number(last))
    )
    return dict(
        rows.values("person").annotate(total=Sum("minutes", default=0)).values_list("person", "total")
    )


def modules_done(day: dt.date) -> dict[str, set[str]]:
    """Return the modules whose task each person had accepted by the end of a day."""
    modules = dict(models.Training.objects.values_list("id", "module"))
    found: dict[str, set[str]] = defaultdict(set)
    rows = models.TaskResult.objects.filter(accepted=True, day__lte=days.number(day))
    for person, training in rows.values_list("person", "training"):
        found[person].add(modules.get(training, ""))
    return found


def lacking(day: dt.date) -> dict[str, set[str]]:
    """Return, for each mandate held at the end of a day, the required modules its holder lacks (KL-06).

    Mandates of offices for which no module is required are not listed.
    """
    needed: dict[str, set[str]] = defaultdict(set)
    rules = models.RequiredModule.objects.filter(day__lte=days.number(day))
    for office, module in rules.values_list("office", "module"):
        needed[office].add(module)
    done = modules_done(day)
    seats = [row for row in seated(day) if row.office in needed]
    return {row.id: needed[row.office] - done.get(row.person, set()) for row in seats}
