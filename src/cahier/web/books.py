"""Pages of a book: ``/<book>/...``. One decorator finds the book, asks the rights and opens the scope."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext as _

from cahier.access.permissions import PAGES
from cahier.journal import scope
from cahier.journal.actor import NOT_ALLOWED, Actor
from cahier.journal.entry import KINDS
from cahier.journal.models import Book
from cahier.kernel.refusals import Problem, Refused
from cahier.web.formats import say

P = ParamSpec("P")


class BookRequest(HttpRequest):
    """A request for a page of a book, as pages see it. ``group`` is the page's group of rights."""

    book: Book
    actor: Actor
    group: str


View = Callable[Concatenate[BookRequest, P], HttpResponseBase]


def book_page(group: str) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Make a function a page of a book: ``request.book``, ``request.actor``, and the book in scope.

    The actor must be allowed to ``read`` the ``group`` in this book. Who may not read even the page
    "today" of a book gets 404, as if there were none. A ``Refused`` that the page does not catch is
    shown as a page of its sentences.
    """

    def decorate(view: View[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def page(request: Any, book: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            request.book, request.group = _found(book, request.actor), group
            with scope.reading(request.book.id):
                try:
                    request.actor.require("read", request.book.id, group)
                    return _finished(view(request, *args, **kwargs))
                except Refused as refused:
                    return refusal(request, refused)

        return page

    return decorate


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return the page that says why not: 403 if rights are lacking, else 409."""
    status = 403 if any(one.code.startswith("access.") for one in refused.problems) else 409
    told = [_told(one) for one in refused.problems]
    return render(request, "web/refused.html", {"title": _("Not done"), "told": told}, status=status)


def _told(problem: Problem) -> str:
    """Return a problem's sentence; a lack of rights names the page or kind in people's words."""
    if problem.code != NOT_ALLOWED.code:
        return say(problem)
    verb, thing = str(problem.details["verb"]), str(problem.details["thing"])
    named = KINDS[thing].LABEL if thing in KINDS else PAGES.get(thing, thing)
    return say(problem, verb=_("write") if verb == "write" else _("read"), thing=str(named))


def _found(slug: str, actor: Actor) -> Book:
    book = Book.objects.filter(slug=slug).first()
    if book is None or not actor.may("read", book.id, "today"):
        raise Http404(_("There is no such book on this computer."))
    return book


def _finished(response: HttpResponseBase) -> HttpResponseBase:
    """Render while the book is open; let a stream go on reading it."""
    if isinstance(response, SimpleTemplateResponse):
        return response.render()
    if isinstance(response, StreamingHttpResponse) and not response.is_async:
        response.streaming_content = _within(response.streaming_content)  # type: ignore[arg-type]
    return response


def _within(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts, each made inside the scope as it is now."""
    context = contextvars.copy_context()

    def run() -> Iterator[bytes]:
        source = iter(parts)
        while (part := context.run(next, source, None)) is not None:
            yield part

    return run()
