"""What needs somebody: questions the book has, and entries that were refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal import corrections, folds
from cahier.journal.entries import CloseFinding
from cahier.journal.models import Book, Finding, FindingClosed, Refusal
from cahier.kernel.refusals import CATALOGUE
from cahier.web import formats, lookup, sentences
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import EntryForm
from cahier.web.show import page

_MOST = 100


def _questions(book: Book, rows: list[Finding]) -> list[dict[str, Any]]:
    entries = corrections.stored(book.id, [row.entry for row in rows])
    sentences.lines(book, list(entries.values()))
    return [
        {
            "id": row.id,
            "says": formats.say(folds.problem_of(row), book.currency) if row.rule in CATALOGUE else row.rule,
            "entry": entries.get(row.entry),
        }
        for row in rows
    ]


@require_safe
@book_page("findings")
def findings(request: BookRequest) -> HttpResponse:
    """The open questions, each with the entry it is about."""
    closed = FindingClosed.objects.values_list("finding", flat=True)
    rows = Finding.objects.exclude(id__in=closed).order_by("rule", "id")
    many = rows.count()
    told = ngettext("{n} question is open.", "{n} questions are open.", many).format(n=formats.number(many))
    answer = told if many else _("The book has no questions.")
    return page(
        request, "web/findings.html", title=_("What the book asks"), answer=answer, more=max(0, many - _MOST),
        questions=_questions(request.book, list(rows[:_MOST])),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("findings")
def close(request: BookRequest, id: str) -> HttpResponse:
    """Say what was done about a question, or why it stands."""
    row = Finding.objects.filter(id=id).first()
    if row is None:
        raise Http404(_("This question is not open any more."))
    request.actor.require("write", request.book.id, CloseFinding.KIND)
    data = request.POST if request.method == "POST" else None
    today = dt.datetime.now().astimezone().date()
    form = EntryForm(CloseFinding, request.book, data, fixed={"finding": id, "day": today})
    if form.pressed_write and form.write(request.actor):
        messages.success(request, _("Closed. Your note stands beside it."))
        return redirect("findings", request.book.slug)
    answer = _questions(request.book, [row])[0]["says"]
    return page(
        request, "web/write.html", title=_("Close a question"), answer=answer, form=form, act=_("Close it")
    )


@require_safe
@book_page("import")
def inbox(request: BookRequest) -> HttpResponse:
    """What a file, device or node sent and the book refused."""
    rows = Refusal.objects.filter(book=request.book.id, settled="").order_by("received")
    many = rows.count()
    told = ngettext("{n} entry was refused and waits.", "{n} entries were refused and wait.", many)
    answer = told.format(n=formats.number(many)) if many else _("Nothing was refused.")
    waiting = [{"row": row, "reasons": lookup.reasons_of(row)} for row in rows[:_MOST]]
    return page(
        request, "web/inbox.html", title=_("Refused entries"), answer=answer, waiting=waiting,
        more=max(0, many - _MOST),
    )  # fmt: skip
