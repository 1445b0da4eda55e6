"""The register: its list, enrolling somebody, the organisation, its seasons and sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal.models import Book
from cahier.journal.words import named
from cahier.registry import models, queries
from cahier.registry.enrolling import EnrolForm
from cahier.registry.search import fitting
from cahier.registry.words import DEGREES, FUNCTIONS, LEGAL_FORMS, SEXES, TIERS
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import Link, listing, page, writing
from cahier.web.tables import Column, Filter, Table


def _sections() -> dict[str, str]:
    return dict(models.Section.objects.order_by("name").values_list("id", "name"))


def _in_section(rows: Any, value: str) -> Any:
    return rows.filter(id__in=models.Membership.objects.filter(section=value, left__isnull=True).values("id"))


def _with_status(rows: Any, value: str) -> Any:
    stays = models.Membership.objects.filter(entered__isnull=False)
    if value == "member":
        return rows.filter(id__in=stays.filter(left__isnull=True).values("id"))
    if value == "left":
        return rows.filter(id__in=stays.filter(left__isnull=False).values("id"))
    return rows.exclude(id__in=stays.values("id"))


def _sorted(rows: Any, value: str) -> Any:
    return rows.order_by({"code": "code", "new": "-day"}.get(value, "sort_key"), "id")


def _filters(sections: dict[str, str]) -> list[Filter]:
    states = [("member", _("Member")), ("left", _("Left the organisation")), ("never", _("Not a member"))]
    orders = [("name", _("Name")), ("code", _("Code")), ("new", _("Newest first"))]
    return [
        Filter("q", _("Name or code"), fitting),
        Filter("section", _("Section"), _in_section, list(sections.items())),
        Filter("sex", _("Sex"), lambda rows, value: rows.filter(sex=value), list(SEXES.items())),
        Filter("status", _("Status"), _with_status, states),
        Filter("sort", _("Order"), _sorted, orders),
    ]


def _with_stays(rows: Sequence[models.Person]) -> Sequence[models.Person]:
    stays = {one.id: one for one in models.Membership.objects.filter(id__in=[row.id for row in rows])}
    for row in rows:
        row.stay = stays.get(row.id)  # type: ignore[attr-defined]
    return rows


def _status(row: Any) -> str:
    if row.stay is None or row.stay.entered is None:
        return _("not a member")
    if row.stay.left is not None:
        return _("left {day}").format(day=formats.day(row.stay.left, "short"))
    return _("member")


def _status_tone(row: Any) -> str:
    return "ok" if row.stay is not None and row.stay.entered and row.stay.left is None else ""


def _columns(book: Book, sections: dict[str, str]) -> list[Column]:
    return [
        Column(_("Name"), str, href=lambda row: reverse("member", args=[book.slug, row.id])),
        Column(_("Member code"), lambda row: row.code),
        Column(_("Section"), lambda row: sections.get(row.stay.section, "") if row.stay else ""),
        Column(_("Sex"), lambda row: SEXES.get(row.sex, "")),
        Column(_("Year of birth"), lambda row: row.birth_year or "", numeric=True),
        Column(_("Member since"), _since, lambda row: row.stay.entered if row.stay else None),
        Column(_("Status"), _status, tone=_status_tone),
    ]  # fmt: skip


def _since(row: Any) -> str:
    entered = row.stay.entered if row.stay else None
    return formats.day(entered, "short") if entered else ""


@require_safe
@book_page("members")
def members(request: BookRequest) -> HttpResponse:
    """The register: everybody the book knows."""
    book, sections = request.book, _sections()
    table = Table(
        request, models.Person.objects.order_by("sort_key", "id"), _columns(book, sections),
        filters=_filters(sections), name=f"{book.slug}-members", prepare=_with_stays,
        empty=_("Nobody fits. Write less of the name, or take a filter out."),
    )  # fmt: skip
    acts: list[Link] = []
    if request.actor.may("write", book.id, "registry.joined"):
        acts = [(reverse("enrol", args=[book.slug]), _("Enrol a member"))]
    acts += writing(request, "registry.checked", "registry.left", "registry.moved")
    return listing(request, table, title=_("Members"), answer=_members_answer(), acts=acts)


def _members_answer() -> str:
    now = models.Membership.objects.filter(entered__isnull=False, left__isnull=True)
    people = models.Person.objects.filter(id__in=now.values("id"))
    counted = people.aggregate(all=Count("id"), women=Count("id", Q(sex="f")), men=Count("id", Q(sex="m")))
    if not counted["all"]:
        return _("Nobody is a member yet.")
    said = ngettext("{n} member", "{n} members", counted["all"]).format(n=formats.number(counted["all"]))
    return _("{members}: {women} women, {men} men.").format(
        members=said, women=formats.number(counted["women"]), men=formats.number(counted["men"])
    )


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("members")
def enrol(request: BookRequest) -> HttpResponse:
    """A person and her membership in one form."""
    request.actor.require("write", request.book.id, "registry.joined")
    sent = request.method == "POST"
    form = EnrolForm(request.book, request.POST if sent else None, request.FILES if sent else None)
    if form.pressed_write and (written := form.write(request.actor)):
        messages.success(request, _("Written. The number given is in the register."))
        return redirect("member", request.book.slug, written.ids[0])
    answer = _("One form: the person, and the day she became a member.")
    return page(
        request, "web/write.html", title=_("Enrol a member"), answer=answer, form=form, act=_("Enrol"),
    )  # fmt: skip


@require_safe
@book_page("members")
def organisation(request: BookRequest) -> HttpResponse:
    """The organisation: what it is, what it carries, to whom it belongs."""
    own = queries.own_organisation()
    acts = writing(request, "registry.organisation", "registry.affiliation", "registry.section")
    answer = _("{name} is not described yet.").format(name=request.book.name)
    if own is not None:
        answer = f"{named(own.name, TIERS.get(own.tier, own.tier))}."
    return page(
        request, "registry/organisation.html", title=_("The organisation"), answer=answer, acts=acts, own=own,
        facts=_facts(own), functions=_functions(own), above=queries.affiliated_to(today()), sections=_section_rows(),
    )  # fmt: skip


def _facts(own: models.Organisation | None) -> list[tuple[str, Any]]:
    if own is None:
        return []
    listed = [
        (_("Tier"), TIERS.get(own.tier, own.tier)),
        (_("Type by degree"), DEGREES.get(own.degree, "")),
        (_("Legal form"), LEGAL_FORMS.get(own.legal_form, "")),
        (_("Second legal form"), LEGAL_FORMS.get(own.second_form, "")),
        (_("Founded in"), own.founded or ""),
        (_("Area covered"), own.area),
    ]
    return [(label, text) for label, text in listed if text]


def _functions(own: models.Organisation | None) -> list[Any]:
    rows = models.OrganisationFunction.objects.filter(id=own.id if own else "").order_by("line")
    return [FUNCTIONS.get(row.function, row.function) for row in rows]


def _section_rows() -> list[dict[str, Any]]:
    now = models.Membership.objects.filter(entered__isnull=False, left__isnull=True)
    held = dict(now.values_list("section").annotate(n=Count("id")))
    rows = models.Section.objects.order_by("name")
    return [
        {"id": row.id, "code": row.code, "name": row.name, "members": held.get(row.id, 0)} for row in rows
    ]


@require_safe
@book_page("members")
def seasons(request: BookRequest) -> HttpResponse:
    """The campaigns of the organisation."""
    rows = models.Season.objects.order_by("-first_day", "name")
    columns = [
        Column(_("Season"), str),
        Column(_("First day"), lambda row: formats.day(row.first_day), lambda row: row.first_day),
        Column(_("Last day"), lambda row: formats.day(row.last_day), lambda row: row.last_day),
        Column(_("State"), lambda row: _("running") if _runs(row) else "", tone=lambda row: "now"),
    ]
    table = Table(request, rows, columns, name=f"{request.book.slug}-seasons")
    now = next((row for row in rows if _runs(row)), None)
    answer = _("{season} is running.").format(season=now.name) if now else _("No season is running today.")
    acts = writing(request, "registry.season")
    return listing(request, table, title=_("Seasons"), answer=answer, acts=acts)


def _runs(season: models.Season) -> bool:
    return season.first_day <= today() <= season.last_day
