"""Answering with a page of the design system."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cahier.journal.entry import KINDS
from cahier.web.books import BookRequest
from cahier.web.tables import Table

Link = tuple[str, Any]


def page(
    request: HttpRequest, template: str, *, title: Any, answer: Any = "", status: int = 0, **context: Any
) -> HttpResponse:
    """Render a page: its title (where am I), the answer (one sentence), and what its template needs.

    A page with a ``form`` that was refused answers 422.
    """
    form = context.get("form")
    code = status or (422 if form is not None and getattr(form, "summary", None) else 200)
    return render(request, template, {"title": title, "answer": answer, **context}, status=code)


def listing(
    request: HttpRequest, table: Table, *, title: Any, answer: Any, acts: Iterable[Link] = (), **context: Any
) -> HttpResponse:
    """Answer with a list: its export if that was asked, else the page with the buttons ``acts`` above it."""
    if table.wanted:
        return table.export()
    template = context.pop("template", "web/listing.html")
    return page(request, template, title=title, answer=answer, table=table, acts=list(acts), **context)


def writing(request: BookRequest, *kinds: str) -> list[Link]:
    """Return address and label of the forms of these kinds, as far as this actor may write them."""
    book = request.book
    return [
        (reverse("write", args=[book.slug, kind]), KINDS[kind].LABEL)
        for kind in kinds
        if request.actor.may("write", book.id, kind)
    ]
