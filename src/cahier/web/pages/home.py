"""The shelf of books, a book's Today, opening a book, the language, the gallery."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal.models import Book, JournalEntry
from cahier.kernel.refusals import Refused
from cahier.web import due, formats, sentences, steps
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today as today_here
from cahier.web.kinds import quick_ones
from cahier.web.opening import OpeningForm
from cahier.web.show import page

_YEAR = 365 * 24 * 3600
_OFFERED = 4


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """The books on this computer that the actor may read."""
    actor = request.actor  # type: ignore[attr-defined]
    books = [one for one in Book.objects.order_by("name") if actor.may("read", one.id, "today")]
    counted = ngettext("{n} book is on this computer.", "{n} books are on this computer.", len(books))
    answer = counted.format(n=formats.number(len(books))) if books else _("No book is on this computer yet.")
    return page(request, "web/shelf.html", title=_("Books"), answer=answer, books=books)


@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """Open a book for an organisation."""
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            return redirect("today", form.open(request.actor))  # type: ignore[attr-defined]
        except Refused as refused:
            form.refuse(refused.problems)
    answer = _("Four answers, and the book is open.")
    return page(request, "web/open.html", title=_("Open a new book"), answer=answer, form=form)


@require_safe
@book_page("today")
def today(request: BookRequest) -> HttpResponse:
    """What to do next."""
    book = request.book
    may_read = partial(request.actor.may, "read", book.id)
    listed = steps.standing(book, may_read)
    urgent = due.waiting(book, today_here(), may_read)
    last = _last(book) if may_read("entries") else None
    now = next((one for one in listed if one.state == "now"), None)
    crumb = formats.day(today_here(), "week")
    return page(
        request, "web/today.html", title=_("Today"), answer=_answer(now, len(urgent)), crumb=crumb,
        urgent=urgent[:due.MOST], behind=len(urgent[due.MOST:]), standing=listed, last=last, kinds=quick_ones(book, request.actor)[:_OFFERED],
    )  # fmt: skip


def _last(book: Book) -> list[JournalEntry]:
    """The five entries written last, each with its sentence."""
    rows = JournalEntry.objects.filter(book=book.id).order_by("-recorded", "-number")[:5]
    return sentences.lines(book, list(rows))


def _answer(now: steps.Standing | None, urgent: int) -> str:
    if urgent:
        return ngettext("{n} thing needs you first.", "{n} things need you first.", urgent).format(
            n=formats.number(urgent)
        )
    return _("Next: {step}.").format(step=now.step.title) if now else _("Nothing waits for you.")


@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest, code: str) -> HttpResponseBase:
    """Turn the site to another language and go back to the page one came from."""
    following = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}, request.is_secure()):
        following = "/"
    answer = HttpResponseRedirect(following)
    if check_for_language(code) and code in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=_YEAR, samesite="Lax", secure=bool(settings.HOSTS)
        )
    return answer


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part of the design system, once."""
    from cahier.web.gallery import parts

    answer = _("Four pens, one stamp, one highlighter.")
    return page(
        request, "web/gallery.html", title=_("Every part, once"), answer=answer, status=200, **parts(request)
    )


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page."""
    told = str(exception) if exception and "{" not in str(exception) else ""
    why = told or _("There is no page at this address.")
    return page(request, "web/missing.html", title=_("Not here"), why=why, status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not allowed."""
    return page(
        request, "web/missing.html", title=_("Not allowed"), why=_("You may not do this."), status=403
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed here. Drawn without the book, whose reading may be what failed."""
    why = _("The program failed at this page. What was written before is safe. Go back and try once more.")
    context = {"title": _("A fault of the program"), "why": why, "languages": {}}
    return HttpResponse(render_to_string("web/missing.html", context), status=500)
