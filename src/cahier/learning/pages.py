"""Trainings: what was announced and held, and who came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max, Q, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.learning import models
from cahier.registry.models import Person
from cahier.registry.seasons import season_filter
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.show import listing, writing
from cahier.web.tables import Column, Filter, Table


def _counted(rows: Sequence[Any]) -> Sequence[Any]:
    """Give each training its sessions, its people by sex, and whose task was accepted."""
    ids = [row.id for row in rows]
    sessions = models.TrainingSession.objects.filter(training__in=ids).values_list("training")
    held = {one: (n, last, minutes) for one, n, last, minutes in sessions.annotate(n=Count("id"), last=Max("day"), minutes=Sum("minutes"))}  # fmt: skip
    came = models.Attendance.objects.filter(training__in=ids, present=True)
    pairs = set(came.values_list("training", "person"))
    women = set(
        Person.objects.filter(sex="f", id__in={person for _one, person in pairs}).values_list("id", flat=True)
    )
    tasks = models.TaskResult.objects.filter(training__in=ids, accepted=True).values_list("training")
    accepted = dict(tasks.annotate(n=Count("person", distinct=True)))
    for row in rows:
        row.sessions, row.last, row.minutes = held.get(row.id, (0, None, None))
        mine = [person for one, person in pairs if one == row.id]
        row.came, row.women = len(mine), sum(person in women for person in mine)
        row.accepted = accepted.get(row.id, 0)
    return rows


def _state(row: Any) -> str:
    return _("held") if row.sessions else _("announced")


def _number(label: Any, name: str) -> Column:
    return Column(
        label, lambda row: formats.number(getattr(row, name)), lambda row: getattr(row, name), numeric=True
    )


@require_safe
@book_page("learning")
def trainings(request: BookRequest) -> HttpResponse:
    """Every training of the book, newest first."""
    book = request.book
    columns = [
        Column(_("Module"), lambda row: row.module, href=lambda row: reverse("entry", args=[book.slug, row.id]), under=lambda row: row.title),
        Column(_("Day"), lambda row: formats.day(row.last or row.day, "short"), lambda row: row.last or row.day),
        _number(_("Sessions"), "sessions"), _number(_("Came"), "came"), _number(_("Women"), "women"),
        _number(_("Task accepted"), "accepted"),
        Column(_("State"), _state, tone=lambda row: "ok" if row.sessions else ""),
    ]  # fmt: skip
    modules = models.Training.objects.order_by("module").values_list("module", flat=True).distinct()
    filters = [
        season_filter(),
        Filter(
            "module",
            _("Module"),
            lambda rows, value: rows.filter(module=value),
            [(one, one) for one in modules],
        ),
    ]
    table = Table(
        request, models.Training.objects.order_by("-day", "module", "id"), columns, filters=filters,
        name=f"{book.slug}-trainings", prepare=_counted, empty=_("No training fits these filters."),
    )  # fmt: skip
    acts = writing(
        request,
        "learning.training",
        "learning.training-held",
        "learning.task-result",
        "learning.follow-up-visit",
    )
    return listing(request, table, title=_("Trainings"), answer=_answer(), acts=acts)


def _answer() -> str:
    sessions = models.TrainingSession.objects.count()
    if not sessions:
        return _("No training was held yet.")
    came = models.Attendance.objects.filter(present=True)
    counted = came.aggregate(people=Count("person", distinct=True))
    women = Person.objects.filter(Q(sex="f"), id__in=came.values("person")).count()
    said = ngettext("{n} session was held.", "{n} sessions were held.", sessions).format(
        n=formats.number(sessions)
    )
    people = _("{people} people came, {women} of them women.").format(
        people=formats.number(counted["people"]), women=formats.number(women)
    )
    return f"{said} {people}"
