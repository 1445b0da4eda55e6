"""Positions, proposals and agreements with the duties of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.advocacy import models, queries
from cahier.advocacy.words import MANDATES, SIDES
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import listing, writing
from cahier.web.tables import Column, Filter, Table

_STANDINGS = {"kept": "ok", "late": "red", "dropped": "", "on_track": "now"}


def _standing(row: queries.Commitment) -> str:
    words = {"kept": _("kept"), "late": _("late"), "dropped": _("dropped"), "on_track": _("on track")}
    return words[row.standing]


@require_safe
@book_page("advocacy")
def positions(request: BookRequest) -> HttpResponse:
    """The positions taken, with who gave the mandate for them and what was proposed to whom."""
    book = request.book
    put: dict[str, list[str]] = {}

    def prepare(rows: Sequence[Any]) -> Sequence[Any]:
        made = models.Proposal.objects.filter(position__in=[row.id for row in rows]).order_by("day")
        for one in made:
            put.setdefault(one.position, []).append(one.to)
        return rows

    columns = [
        Column(_("Position"), lambda row: row.theme, href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Mandate of"), lambda row: MANDATES.get(row.mandate, row.mandate), tone=lambda row: "red" if row.mandate == "none" else ""),
        Column(_("Proposed to"), lambda row: ", ".join(dict.fromkeys(put.get(row.id, []))), long=True),
    ]  # fmt: skip
    table = Table(
        request, models.Position.objects.order_by("-day", "id"), columns, name=f"{book.slug}-positions", prepare=prepare,
        filters=[Filter("mandate", _("Mandate of"), lambda rows, value: rows.filter(mandate=value), list(MANDATES.items()))],
        empty=_("No position is written in the book."),
    )  # fmt: skip
    waiting = queries.unanswered(today()).count()
    answer = ngettext(
        "{n} proposal waits for an answer.", "{n} proposals wait for an answer.", waiting
    ).format(n=formats.number(waiting))
    acts = writing(request, "advocacy.position", "advocacy.proposal", "advocacy.proposal-answered")
    return listing(request, table, title=_("Positions"), answer=answer, acts=acts)


def _by_side(rows: list[queries.Commitment], value: str) -> list[queries.Commitment]:
    return [row for row in rows if row.side == value]


def _by_standing(rows: list[queries.Commitment], value: str) -> list[queries.Commitment]:
    return [row for row in rows if row.standing == value]


@require_safe
@book_page("advocacy")
def agreements(request: BookRequest) -> HttpResponse:
    """The duties of agreements, ours and theirs, what is due first at the top."""
    book, rows = request.book, queries.commitments(today())
    named = {row.id: row for row in models.Agreement.objects.all()}
    columns = [
        Column(_("Duty"), lambda row: row.wording, href=lambda row: reverse("entry", args=[book.slug, row.agreement]),
               under=lambda row: named[row.agreement].title if row.agreement in named else ""),
        Column(_("Partner"), lambda row: named[row.agreement].partner if row.agreement in named else ""),
        Column(_("Whose"), lambda row: SIDES.get(row.side, row.side)),
        Column(_("Due on"), lambda row: formats.day(row.due, "short") if row.due else "", lambda row: row.due),
        Column(_("State"), _standing, tone=lambda row: _STANDINGS[row.standing]),
    ]  # fmt: skip
    states = [
        ("late", _("late")),
        ("on_track", _("on track")),
        ("kept", _("kept")),
        ("dropped", _("dropped")),
    ]
    filters = [
        Filter("side", _("Whose"), _by_side, list(SIDES.items())),
        Filter("state", _("State"), _by_standing, states),
    ]
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-agreements",
        empty=_("No duty fits these filters."),
    )  # fmt: skip
    kept = sum(row.standing == "kept" for row in rows)
    answer = _("{kept} of {all} duties are kept.").format(
        kept=formats.number(kept), all=formats.number(len(rows))
    )
    acts = writing(request, "advocacy.agreement", "advocacy.duty-kept")
    return listing(request, table, title=_("Agreements"), answer=answer, acts=acts)
