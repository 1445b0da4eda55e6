"""Assemblies: meetings with their quorum, decisions, who holds which office, duties, complaints counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.governance import models, queries
from cahier.governance.quorums import Quorum, quorums
from cahier.governance.words import BODIES, MEETINGS, OFFICES
from cahier.registry.models import Person
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import listing, writing
from cahier.web.tables import Column, Filter, Names, Table

_ASSEMBLIES = ("general_assembly", "extraordinary_assembly")


def _number(label: Any, name: str) -> Column:
    def show(row: Any) -> str:
        found = getattr(row, name)
        return "" if found is None else formats.number(found)

    return Column(label, show, lambda row: getattr(row, name), numeric=True)


@require_safe
@book_page("assemblies")
def assemblies(request: BookRequest) -> HttpResponse:
    """The meetings that were held, newest first: who came, and whether the quorum was reached."""
    book = request.book
    reached: dict[str, Quorum] = {}
    shared: set[str] = set()

    def prepare(rows: Sequence[Any]) -> Sequence[Any]:
        reached.update(quorums(rows))
        done = models.DutyStatus.objects.filter(matter="minutes", done__isnull=False)
        shared.update(done.filter(id__in=[row.id for row in rows]).values_list("id", flat=True))
        return rows

    columns = [
        Column(_("Meeting"), lambda row: MEETINGS.get(row.type, row.type), href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        _number(_("Entitled to vote"), "eligible"), _number(_("Women"), "present_women"), _number(_("Men"), "present_men"),
        _number(_("Present"), "present"),
        Column(_("Quorum"), lambda row: reached[row.id].says(), tone=lambda row: reached[row.id].tone),
        Column(_("Minutes of the meeting"), lambda row: _("shared") if row.id in shared else _("not shared"), tone=lambda row: "ok" if row.id in shared else ""),
    ]  # fmt: skip
    filters = [
        Filter("type", _("Type"), lambda rows, value: rows.filter(type=value), list(MEETINGS.items())),
        Filter(
            "minutes",
            _("Minutes of the meeting"),
            _by_minutes,
            [("no", _("not shared")), ("yes", _("shared"))],
        ),
    ]
    rows = models.Meeting.objects.order_by("-day", "id")
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-meetings", prepare=prepare,
        empty=_("No meeting fits these filters."),
    )  # fmt: skip
    acts = writing(
        request,
        "governance.meeting",
        "governance.minutes-shared",
        "governance.decision",
        "governance.body-rules",
    )
    return listing(request, table, title=_("Assemblies"), answer=_last_assembly(), acts=acts)


def _by_minutes(rows: Any, value: str) -> Any:
    done = models.DutyStatus.objects.filter(matter="minutes", done__isnull=value == "no")
    return rows.filter(id__in=done.values("id"))


def _last_assembly() -> str:
    last = models.Meeting.objects.filter(type__in=_ASSEMBLIES).order_by("-day", "id").first()
    if last is None:
        return _("No general assembly is written in the book.")
    return _("The last assembly was held on {day}. {quorum}").format(
        day=formats.day(last.day), quorum=quorums([last])[last.id].sentence()
    )


def _with_status(rows: Sequence[Any]) -> Sequence[Any]:
    found = {one.id: one for one in models.DutyStatus.objects.filter(id__in=[row.id for row in rows])}
    for row in rows:
        row.status = found.get(row.id)
    return rows


def _duty_state(row: Any) -> str:
    if row.status is not None and row.status.done:
        return _("done {day}").format(day=formats.day(row.status.done, "short"))
    return _("late") if row.due is not None and row.due < today() else _("not done yet")


def _duty_tone(row: Any) -> str:
    if row.status is not None and row.status.done:
        return "ok"
    return "red" if row.due is not None and row.due < today() else ""


def _by_duty(matter: str) -> Any:
    def apply(rows: Any, value: str) -> Any:
        status = models.DutyStatus.objects.filter(matter=matter)
        chosen = {
            "done": status.filter(done__isnull=False),
            "late": status.filter(done__isnull=True, due__lt=today()),
            "open": status.filter(done__isnull=True),
        }.get(value, status)
        return rows.filter(id__in=chosen.values("id"))

    return Filter(
        "state", _("State"), apply, [("open", _("not done yet")), ("late", _("late")), ("done", _("done"))]
    )


def _due_column() -> Column:
    return Column(
        _("Due on"), lambda row: formats.day(row.due, "short") if row.due else "", lambda row: row.due
    )


@require_safe
@book_page("assemblies")
def decisions(request: BookRequest) -> HttpResponse:
    """What was decided, by whom it is carried out, and whether that was done."""
    book, who = request.book, Names(Person, "executor")

    def prepare(rows: Sequence[Any]) -> Sequence[Any]:
        return _with_status(who(rows))

    columns = [
        Column(_("Decision"), lambda row: row.wording, href=lambda row: reverse("entry", args=[book.slug, row.id]), under=lambda row: row.number),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Carried out by"), lambda row: who[row.executor]),
        _due_column(),
        Column(_("State"), _duty_state, tone=_duty_tone),
    ]  # fmt: skip
    rows = models.Decision.objects.order_by("-day", "number", "id")
    table = Table(
        request, rows, columns, filters=[_by_duty("decision")], name=f"{book.slug}-decisions", prepare=prepare,
        empty=_("No decision fits these filters."),
    )  # fmt: skip
    late = queries.late_duties("decision", today()).count()
    said = ngettext("{n} decision is late.", "{n} decisions are late.", late).format(n=formats.number(late))
    answer = said if late else _("No decision is late.")
    acts = writing(request, "governance.decision", "governance.decision-done")
    return listing(request, table, title=_("Decisions"), answer=answer, acts=acts)


def _term_state(row: models.MandateTerm) -> str:
    if row.ended is not None and row.ended <= today():
        return _("ended {day}").format(day=formats.day(row.ended, "short"))
    return _("expired") if row.until is not None and row.until < today() else _("in force")


def _term_tone(row: models.MandateTerm) -> str:
    if row.ended is not None and row.ended <= today():
        return ""
    return "red" if row.until is not None and row.until < today() else "ok"


def _in_force(rows: Any, value: str) -> Any:
    now = today()
    if value == "ended":
        return rows.filter(ended__lte=now)
    running = rows.filter(Q(ended__isnull=True) | Q(ended__gt=now))
    return running.filter(until__lt=now) if value == "expired" else running


@require_safe
@book_page("assemblies")
def mandates(request: BookRequest) -> HttpResponse:
    """The table of offices: who holds which, until when."""
    book, who = request.book, Names(Person, "person")
    named = request.actor.may("read", book.id, "members")
    columns = [
        Column(_("Office"), lambda row: OFFICES.get(row.office, row.office), href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Body"), lambda row: BODIES.get(row.body, row.body)),
        *([Column(_("Person"), lambda row: who[row.person])] if named else []),
        Column(_("Since"), lambda row: formats.day(row.start, "short"), lambda row: row.start),
        Column(_("Last day of the term"), lambda row: formats.day(row.until, "short") if row.until else "", lambda row: row.until),
        Column(_("State"), _term_state, tone=_term_tone),
    ]  # fmt: skip
    states = [("held", _("held now")), ("expired", _("expired")), ("ended", _("ended"))]
    filters = [
        Filter("body", _("Body"), lambda rows, value: rows.filter(body=value), list(BODIES.items())),
        Filter("state", _("State"), _in_force, states),
    ]
    rows = models.MandateTerm.objects.order_by("-start", "body", "office", "id")
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-mandates", prepare=who if named else list,
        empty=_("No mandate fits these filters."),
    )  # fmt: skip
    late = len(queries.past_term(today()))
    said = ngettext("{n} mandate has expired.", "{n} mandates have expired.", late).format(
        n=formats.number(late)
    )
    acts = writing(request, "governance.mandate", "governance.mandate-ended")
    return listing(
        request, table, title=_("Mandates"), answer=said if late else _("No mandate has expired."), acts=acts
    )  # fmt: skip


@require_safe
@book_page("assemblies")
def duties(request: BookRequest) -> HttpResponse:
    """Duties towards authorities, audits, supervisory reports, and how many complaints are open."""
    book = request.book
    columns = [
        Column(
            _("What is filed"),
            lambda row: row.duty,
            href=lambda row: reverse("entry", args=[book.slug, row.id]),
        ),
        Column(_("Authority"), lambda row: row.authority),
        _due_column(),
        Column(_("State"), _duty_state, tone=_duty_tone),
    ]
    rows = models.Filing.objects.order_by("-due", "duty", "id")
    table = Table(
        request, rows, columns, filters=[_by_duty("filing")], name=f"{book.slug}-duties", prepare=_with_status,
        empty=_("No duty fits these filters."),
    )  # fmt: skip
    late = queries.late_duties("filing", today()).count()
    said = ngettext("{n} duty is late.", "{n} duties are late.", late).format(n=formats.number(late))
    acts = writing(
        request,
        "governance.filing",
        "governance.filing-done",
        "governance.audit",
        "governance.supervisory-report",
    )
    return listing(
        request, table, title=_("Duties and control"), answer=said if late else _("No duty is late."), acts=acts,
        template="governance/duties.html", reports=_reports(), complaints=_complaints(),
    )  # fmt: skip


def _reports() -> list[dict[str, Any]]:
    """Audits and supervisory reports with what they raised and what was put right, newest first."""
    cleared: dict[str, int] = {}
    for report, count in models.Cleared.objects.values_list("report", "count"):
        cleared[report] = cleared.get(report, 0) + count
    audits: list[tuple[Any, Any]] = [
        (row, row.auditor or _("Audit")) for row in models.Audit.objects.order_by("-day")[:20]
    ]
    own = [
        (row, _("Supervisory committee")) for row in models.SupervisoryReport.objects.order_by("-day")[:20]
    ]
    listed = [
        {"id": row.id, "day": row.day, "by": by, "raised": row.raised, "cleared": cleared.get(row.id, 0)}
        for row, by in [*audits, *own]
    ]
    return sorted(listed, key=lambda one: one["day"], reverse=True)


def _complaints() -> dict[str, int]:
    rows = models.DutyStatus.objects.filter(matter="complaint")
    return rows.aggregate(all=Count("id"), open=Count("id", filter=Q(done__isnull=True)))
