"""Step 1: bringing the records in. What the book holds by part, and the ways to bring more."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.journal.entry import KINDS
from cahier.journal.models import JournalEntry
from cahier.kernel import days
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.kinds import PARTS, by_part
from cahier.web.show import Link, page

_APART = ("journal", "access", "assessment", "programme")


def _held(book: str) -> dict[str, list[dict[str, Any]]]:
    """Return the kinds that the book holds by part, each with how many entries and the day of the latest."""
    rows = JournalEntry.objects.filter(book=book).order_by().values_list("kind")
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, many, last in rows.annotate(n=Count("id"), last=Max("day")):
        part = kind.partition(".")[0]
        if part not in _APART and kind in KINDS:
            row = {"kind": kind, "label": KINDS[kind].LABEL, "n": many, "last": days.date(last)}
            found.setdefault(part, []).append(row)
    return found


@require_safe
@book_page("entries")
def records(request: BookRequest) -> HttpResponse:
    """What is there, part by part, and the ways to bring more."""
    book = request.book
    held = _held(book.id)
    mine = {kind.kind for _part, kinds in by_part(book, request.actor) for kind in kinds}
    parts = [
        {"name": PARTS[part], "rows": sorted(held.get(part, []), key=lambda one: -one["n"]),
         "some": [kind for kind in KINDS if kind in mine and kind.startswith(f"{part}.")][:1]}
        for part in PARTS if part not in _APART
    ]  # fmt: skip
    many = sum(row["n"] for rows in held.values() for row in rows)
    said = ngettext("The book holds {n} entry.", "The book holds {n} entries.", many)
    answer = said.format(n=formats.number(many)) if many else _("The book is empty. Bring in what you have.")
    return page(
        request,
        "web/records.html",
        title=_("Bring your records in"),
        answer=answer,
        parts=parts,
        acts=_acts(request),
    )


def _acts(request: BookRequest) -> list[Link]:
    slug = request.book.slug
    acts: list[Link] = []
    if request.actor.may("read", request.book.id, "import"):
        acts.append((reverse("imports", args=[slug]), _("Bring in a spreadsheet")))
    return [*acts, (reverse("write-index", args=[slug]), _("Write by hand")), (reverse("today", args=[slug]), _("Back to Today"))]  # fmt: skip
