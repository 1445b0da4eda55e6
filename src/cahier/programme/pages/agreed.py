"""Agreement: what will be printed, the two files, and the vote of the assembly written into the book."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cahier.governance.models import Meeting
from cahier.journal.entry import Row
from cahier.journal.fields import choice, day, text
from cahier.journal.models import Book
from cahier.kernel.refusals import Refused
from cahier.programme import drafts, pdf, printing, queries
from cahier.programme.drafts import today
from cahier.programme.pages.common import RowForm, after_goals, show
from cahier.web import formats
from cahier.web.books import BookRequest, book_page

TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _vote_rows() -> type[Row]:
    """The record asked at the vote, with the meetings that the book knows."""
    rows = Meeting.objects.order_by("-day", "id")[:20]
    meetings = {row.id: f"{formats.day(row.day)}" for row in rows}
    fields: dict[str, Any] = {
        "title": text(gettext_lazy("Title")), "day": day(gettext_lazy("Voted on")),
    }  # fmt: skip
    hints: dict[str, Any] = {"title": str, "day": dt.date}
    if meetings:
        fields["meeting"] = choice(gettext_lazy("At the meeting of"), meetings, default="")
        hints["meeting"] = str
    return type("Vote", (Row,), {**fields, "__annotations__": hints, "__doc__": "A vote."})


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def agreement(request: BookRequest) -> HttpResponseBase:
    """Look at the agreement, print it, write the vote."""
    draft = drafts.load(request.book.id)
    try:
        said = printing.said_in(draft, formats.language(), today())
    except Refused as refused:
        messages.warning(request, " ".join(formats.say(one) for one in refused.problems))
        return redirect("plan", request.book.slug)
    form = RowForm(_vote_rows(), request.book, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        typed = form.read()
        if typed is not None and _adopt(request, form, typed):
            messages.success(request, _("Written: the assembly voted the programme."))
            return redirect("agreement", request.book.slug)
    else:
        form.fill({"title": _("Programme {year}").format(year=draft.terms.start.year), "day": today()})
    return show(
        request, "agreement", "agreement", title=_("Programme agreement"), answer=pdf.answer(said), said=said, form=form,
        table=pdf.budget(said), ratios=pdf.ratios(said), act=_("Write that it was voted"),
    )  # fmt: skip


def _adopt(request: BookRequest, form: RowForm, typed: Any) -> bool:
    try:
        drafts.adopt(
            request.book.id,
            request.actor,
            title=typed.title,
            day=typed.day,
            meeting=getattr(typed, "meeting", "") or "",
        )
    except Refused as refused:
        form.refuse(refused.problems)
        return False
    return True


@require_safe
@book_page("programme")
def download(request: BookRequest, kind: str) -> HttpResponse:
    """The agreement as PDF or XLSX, in the language of the page."""
    if kind not in TYPES:
        raise Http404
    draft = drafts.load(request.book.id)
    made = printing.printed(draft, formats.language(), today())
    response = HttpResponse(made.pdf if kind == "pdf" else made.xlsx, content_type=TYPES[kind])
    name = f"programme-{Book.objects.get(id=request.book.id).slug}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@book_page("programme")
def home(request: BookRequest) -> HttpResponseBase:
    """The tab: where the programme stands, and the way on."""
    goals = queries.goals_in_force()
    if goals is None:
        return redirect("goals", request.book.slug)
    voted = queries.adopted()
    if voted is None:
        return redirect("plan", request.book.slug)
    return redirect("agreement", request.book.slug)
