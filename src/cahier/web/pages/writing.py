"""Writing any kind of entry with its generated form: the floor under every feature's own pages."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal.entry import KINDS, Entry
from cahier.web import formats, lookup
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import EntryForm, has_form, told_written
from cahier.web.kinds import OWN_PAGES, by_part
from cahier.web.show import page


@require_safe
@book_page("today")
def index(request: BookRequest) -> HttpResponse:
    """Everything that this actor may write."""
    parts = by_part(request.book, request.actor)
    many = sum(len(kinds) for _part, kinds in parts)
    answer = ngettext("{n} kind of entry.", "{n} kinds of entry.", many).format(n=formats.number(many))
    may_import = request.actor.may("read", request.book.id, "import")
    return page(
        request, "web/write_index.html", title=_("Write in the book"), answer=answer, parts=parts,
        may_import=may_import,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("today")
def write(request: BookRequest, kind: str) -> HttpResponse:
    """The form of one kind. Values in the address fill fields in advance: ``?person=<id>``."""
    cls = _kind(kind)
    request.actor.require("write", request.book.id, kind)
    if kind in OWN_PAGES:
        return redirect(OWN_PAGES[kind], request.book.slug)
    sent = request.method == "POST"
    form = EntryForm(cls, request.book, request.POST if sent else None, request.FILES if sent else None)
    if not sent:
        form.fill({name: text for name, text in request.GET.items() if name in cls.FIELDS and name != "day"})
    if form.pressed_write and (written := form.write(request.actor)):
        (messages.warning if written.findings else messages.success)(request, told_written(written))
        return redirect("entry", request.book.slug, written.ids[0])
    answer = _("What you write stays. A mistake is corrected by a new line.")
    return page(
        request, "web/write.html", title=cls.LABEL, answer=answer, form=form, act=_("Write in the book")
    )


@require_safe
@book_page("members")
def find(request: BookRequest) -> JsonResponse:
    """Names for a search box, while one types."""
    kinds = [kind for kind in request.GET.getlist("kind") if kind in KINDS]
    typed = request.GET.get("q", "")[:80]
    return JsonResponse(
        {"found": [label for _id, label in lookup.offered(kinds, typed, 12)] if typed else []}
    )


def _kind(kind: str) -> type[Entry]:
    cls = KINDS.get(kind)
    if cls is None or kind.startswith("journal.") or not (kind in OWN_PAGES or has_form(cls)):
        raise Http404(_("This kind of entry has no form of its own."))
    return cls
