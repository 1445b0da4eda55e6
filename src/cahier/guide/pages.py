"""The guide in the browser: variables with their items, modules, causes and responses; one sheet for each."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.guide.parts import Item, Module
from cahier.guide.reading import Hit, Reader
from cahier.guide.words import COSTS, KINDS, METHODS, WINDOWS
from cahier.kernel.names import fold
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.show import listing, page
from cahier.web.tables import Column, Filter, Table

_PAGES = {"items": "guide-item", "modules": "guide-module"}


def href(slug: str, kind: str, id: str) -> str:
    """Return where a part is read: its own sheet, or its place among the causes and responses."""
    if kind in _PAGES:
        return reverse(_PAGES[kind], args=[slug, id])
    return f"{reverse('guide-causes', args=[slug])}#{id}"


@require_safe
@book_page("guide")
def guide(request: BookRequest) -> HttpResponse:
    """The framework: variables and their items; or what fits the words that were typed."""
    read, typed = Reader.now(), request.GET.get("q", "").strip()
    hits = read.find(typed) if typed else []
    answer = _("{items} items in {variables} parts, {modules} modules.").format(
        items=len(read.pack.items), variables=len(read.pack.variables), modules=len(read.pack.modules)
    )
    if typed:
        said = ngettext("{n} part of the guide fits.", "{n} parts of the guide fit.", len(hits))
        answer = said.format(n=formats.number(len(hits)))
    return page(
        request, "guide/guide.html", title=_("Guide"), answer=answer, crumb=read.pack.name(read.texts.language), typed=typed,
        hits=_grouped(request.book.slug, hits), variables=read.variables(),
    )  # fmt: skip


def _grouped(slug: str, hits: list[Hit]) -> list[tuple[Any, list[dict[str, str]]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for one in hits:
        row = {"id": one.id, "name": one.name, "href": href(slug, one.kind, one.id)}
        found.setdefault(one.kind, []).append(row)
    return [(KINDS[kind], rows) for kind, rows in found.items()]


@require_safe
@book_page("guide")
def item(request: BookRequest, id: str) -> HttpResponse:
    """One item on one sheet: the question, the levels, what proves it, what serves it."""
    read = Reader.now()
    part = read.part("items", id)
    if not isinstance(part, Item):
        raise Http404(_("The guide has no such part."))
    modules = read.named(one.id for one in read.pack.modules_for(id) if not one.serves_any)
    return page(
        request, "guide/item.html", title=f"{id}. {read.name(id)}", answer=read.say(id, "question"), crumb=read.name(part.variable),
        why=read.say(id, "why"), levels=read.levels(id), evidence=read.lines(id, "evidence"), indicators=part.indicators,
        proofs=read.named(part.proofs), modules=modules, functions=read.named(part.functions), grade=part.grade,
    )  # fmt: skip


def _typed(read: Reader) -> Any:
    def apply(rows: list[Module], value: str) -> list[Module]:
        words = fold(value).split()
        return [row for row in rows if all(word in fold(f"{row.id} {read.name(row.id)}") for word in words)]

    return apply


def _serving(rows: list[Module], value: str) -> list[Module]:
    return [row for row in rows if value in row.serves or row.serves_any]


def _for_role(rows: list[Module], value: str) -> list[Module]:
    return [row for row in rows if value in row.roles or "all" in row.roles]


@require_safe
@book_page("guide")
def modules(request: BookRequest) -> HttpResponse:
    """Every module, with for whom it is and what it serves."""
    read, slug = Reader.now(), request.book.slug
    columns = [
        Column(_("Module"), lambda row: read.name(row.id), href=lambda row: href(slug, "modules", row.id), under=lambda row: row.id),
        Column(_("Code"), lambda row: row.id),
        Column(_("Hours"), lambda row: formats.number(row.hours_min / 60, 1), lambda row: round(row.hours_min / 60, 1), numeric=True),
        Column(_("For whom"), lambda row: ", ".join(read.name(one) for one in row.roles), long=True),
        Column(_("Serves"), lambda row: _("any item") if row.serves_any else ", ".join(row.serves)),
    ]  # fmt: skip
    filters = [
        Filter("q", _("Word"), _typed(read)),
        Filter(
            "serves", _("Serves"), _serving, [(one, f"{one} {read.name(one)}") for one in read.pack.items]
        ),
        Filter("role", _("For whom"), _for_role, read.named(read.pack.roles)),
    ]
    rows = list(read.pack.modules.values())
    table = Table(
        request, rows, columns, filters=filters, name="modules", empty=_("No module fits these filters.")
    )
    said = ngettext("{n} module", "{n} modules", len(rows)).format(n=len(rows))
    answer = _("{modules}, each checked after 30 and 90 days.").format(modules=said)
    return listing(request, table, title=_("Modules"), answer=answer)


@require_safe
@book_page("guide")
def module(request: BookRequest, id: str) -> HttpResponse:
    """One module on one sheet: outcome, activities, practical task, checks after 30 and 90 days."""
    read = Reader.now()
    part = read.part("modules", id)
    if not isinstance(part, Module):
        raise Http404(_("The guide has no such part."))
    first = [(one, read.name(one)) for one in part.needs]
    either = [[(one, read.name(one)) for one in some] for some in part.needs_any]
    return page(
        request, "guide/module.html", title=read.name(id), answer=read.say(id, "outcome"), crumb=f"{_('Module')} {id}",
        part=part, facts=_facts(read, part), activities=read.lines(id, "activities"), task=read.say(id, "practical_task"),
        checks=[(_("After 30 days"), read.say(id, "check_30")), (_("After 90 days"), read.say(id, "check_90"))],
        materials=read.say(id, "materials"), serves=read.named(part.serves), first=first, either=either,
    )  # fmt: skip


def _facts(read: Reader, part: Module) -> list[tuple[str, Any]]:
    listed = [
        (_("For whom"), ", ".join(read.name(one) for one in part.roles)),
        (_("How long"), _hours(part)),
        (_("Size of the group"), _("{least} to {most} people").format(least=part.group_min, most=part.group_max) if part.group_max else ""),
        (_("How"), METHODS.get(part.method, part.method)),
        (_("When"), WINDOWS.get(part.window, part.window)),
        (_("Women first among themselves"), _("yes") if part.women_separate_first else ""),
        (_("What costs"), ", ".join(str(COSTS.get(one, one)) for one in part.cost_drivers)),
    ]  # fmt: skip
    return [(label, text) for label, text in listed if text]


def _hours(part: Module) -> str:
    hours = formats.number(round(part.hours_min / 60, 1))
    said = ngettext("{hours} h in {n} half-day", "{hours} h in {n} half-days", part.half_days)
    return said.format(hours=hours, n=part.half_days)


@require_safe
@book_page("guide")
def causes(request: BookRequest) -> HttpResponse:
    """Why a capacity is weak, and which kind of answer fits."""
    read = Reader.now()
    listed = [
        {"id": one.id, "name": read.name(one.id), "question": read.say(one.id, "question"), "sign": read.say(one.id, "sign"),
         "answer": read.say(one.id, "answer"), "no_answer": read.say(one.id, "no_answer"), "fits": read.named(one.responses),
         "misses": read.named(one.unfit)}
        for one in read.pack.causes.values()
    ]  # fmt: skip
    responses = [
        {
            "id": one,
            "name": read.name(one),
            "about": read.say(one, "about"),
            "example": read.say(one, "example"),
        }
        for one in read.pack.responses
    ]
    parts = [
        {"id": one, "name": read.name(one), "about": read.say(one, "about")}
        for kind in ("functions", "proofs") for one in read.pack.parts(kind)
    ]  # fmt: skip
    answer = _("Before a training is planned: is it really a lack of knowledge?")
    return page(
        request, "guide/causes.html", title=_("Causes and responses"), answer=answer, causes=listed, responses=responses, parts=parts,
    )  # fmt: skip
