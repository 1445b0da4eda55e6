"""The journal as people read it: the list of entries, one entry with its history, and correcting it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cahier.access.permissions import entry_group
from cahier.journal import correct, corrections
from cahier.journal.entries import Replace, Void
from cahier.journal.entry import KINDS, Entry
from cahier.journal.fields import Text
from cahier.journal.models import Book, Correction, JournalEntry
from cahier.kernel import days
from cahier.kernel.refusals import Refused
from cahier.web import formats, lookup, sentences
from cahier.web.books import BookRequest, book_page
from cahier.web.controls import Surroundings, TextControl
from cahier.web.forms import EntryForm, has_form, read_all
from cahier.web.show import page
from cahier.web.tables import Column, Filter, Table


def _since(rows: Any, value: str) -> Any:
    return rows.filter(day__gte=days.number(dt.date.fromisoformat(value))) if _is_day(value) else rows


def _until(rows: Any, value: str) -> Any:
    return rows.filter(day__lte=days.number(dt.date.fromisoformat(value))) if _is_day(value) else rows


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _filters(book: Book) -> list[Filter]:
    used = JournalEntry.objects.filter(book=book.id).values_list("kind", flat=True).distinct()
    named = sorted(((kind, str(KINDS[kind].LABEL)) for kind in used if kind in KINDS), key=lambda one: one[1])
    return [
        Filter("kind", gettext_lazy("Kind"), lambda rows, value: rows.filter(kind=value), named),
        Filter("since", gettext_lazy("From day"), _since, type="date"),
        Filter("until", gettext_lazy("To day"), _until, type="date"),
    ]


def _columns(book: Book) -> list[Column]:
    return [
        Column(gettext_lazy("Entry"), lambda row: row.sentence, href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(gettext_lazy("Day"), lambda row: formats.day(days.date(row.day), "short"), lambda row: days.date(row.day)),
        Column(gettext_lazy("Written by"), lambda row: row.by),
        Column(gettext_lazy("State"), _state, tone=lambda row: "red" if row.out else ""),
    ]  # fmt: skip


def _state(row: Any) -> str:
    return _("counts no more") if row.out else ""


@require_safe
@book_page("entries")
def entries(request: BookRequest) -> HttpResponse:
    """Everything that was written, newest first."""
    book = request.book

    def prepare(rows: Sequence[JournalEntry]) -> list[JournalEntry]:
        return sentences.lines(book, rows)

    rows = JournalEntry.objects.filter(book=book.id).order_by("-recorded", "-number")
    table = Table(
        request,
        rows,
        _columns(book),
        filters=_filters(book),
        name=f"{book.slug}-entries",
        prepare=prepare,
        size=25,
    )
    if table.wanted:
        return table.export()
    answer = _("Nothing is erased: a correction is a new line.")
    return page(request, "web/entries.html", title=_("All entries"), answer=answer, table=table)


@require_safe
@book_page("entries")
def entry(request: BookRequest, id: str) -> HttpResponse:
    """One entry as it reads now, with everything that was ever said about it."""
    book, row = request.book, _row(request, id)
    now = corrections.effective(book.id, row)
    read = now or corrections.decoded(row)
    line = _line(book, row)
    names = lookup.names(book.id, sentences.named_in([read]))
    title = read.LABEL if read else row.kind
    answer = _answer(row, now is None and read is not None, line)
    shown = sentences.listed(read, book, names) if read else []
    return page(
        request, "web/entry.html", title=title, answer=answer, row=row, shown=shown, line=line, out=now is None, by=sentences.author(row.author),
        recorded=dt.datetime.fromtimestamp(row.recorded / 1000, tz=dt.UTC), correctable=_correctable(row, now),
        voidable=now is not None and not row.kind.startswith("journal."),
    )  # fmt: skip


def _answer(row: JournalEntry, out: bool, line: Sequence[Any]) -> str:
    if out:
        return _("This entry counts no more. It stays readable, with the reason.")
    if line:
        return _("Corrected. This is how it reads now.")
    return _("Written on {day} by {author}.").format(
        day=formats.day(days.date(row.day)), author=sentences.author(row.author)
    )


def _correctable(row: JournalEntry, now: Entry | None) -> bool:
    return now is not None and not row.kind.startswith("journal.") and has_form(type(now))


def _line(book: Book, row: JournalEntry) -> list[dict[str, Any]]:
    """Return the corrections of an entry, oldest first: day, author, reason, and how it read then."""
    made: list[dict[str, Any]] = []
    waiting = [row.id]
    while waiting:
        targets = Correction.objects.filter(target__in=waiting).values_list("id", flat=True)
        waiting = list(targets)
        for one in corrections.stored(book.id, waiting).values():
            said = corrections.decoded(one)
            made.append(_said(book, one, said))
    return sorted(made, key=lambda one: (one["recorded"], one["number"]))


def _said(book: Book, row: JournalEntry, said: Entry | None) -> dict[str, Any]:
    form = said.corrected() if isinstance(said, Replace) else None
    names = lookup.names(book.id, sentences.named_in([form]))
    return {
        "id": row.id, "day": days.date(row.day), "author": sentences.author(row.author), "voids": isinstance(said, Void),
        "why": said.why if isinstance(said, Replace | Void) else "", "recorded": row.recorded, "number": row.number,
        "reads": sentences.sentence(form, book, names) if form else "",
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("entries")
def change(request: BookRequest, id: str) -> HttpResponse:
    """Correct an entry: its form with what it says now, and the reason."""
    book, row = request.book, _row(request, id)
    now = corrections.effective(book.id, row)
    if now is None or not _correctable(row, now):
        raise Refused(correct.NOTHING_THERE())
    request.actor.require("write", book.id, row.kind)
    sent = request.method == "POST"
    form = EntryForm(type(now), book, request.POST if sent else None, request.FILES if sent else None)
    why = _why(request)
    if not sent:
        form.fill_from(now)
    form.controls.append(why)
    if form.pressed_write and _changed(request, form, why, row.id):
        messages.success(request, _("Corrected. The first line stays readable."))
        return redirect("entry", book.slug, row.id)
    answer = _("The first line stays readable; the reason stands beside it.")
    title = _("Correct: {what}").format(what=now.LABEL)
    return page(
        request, "web/write.html", title=title, answer=answer, form=form, act=_("Write the correction")
    )


def _changed(request: BookRequest, form: EntryForm, why: TextControl, id: str) -> bool:
    values, problems = read_all(form.controls)
    if problems:
        form.refuse(problems)
        return False
    try:
        correct.replace(
            request.book.id, id, {k: v for k, v in values.items() if k != "why_corrected"}, actor=request.actor,
            why=values["why_corrected"], day=_today(),
        )  # fmt: skip
    except Refused as refused:
        form.refuse(refused.problems)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("entries")
def void(request: BookRequest, id: str) -> HttpResponse:
    """Take an entry out of force, on a page of its own, with the reason."""
    book, row = request.book, _row(request, id)
    now = corrections.effective(book.id, row)
    if now is None or row.kind.startswith("journal."):
        raise Refused(correct.NOTHING_THERE())
    request.actor.require("write", book.id, row.kind)
    form = _ReasonForm(_why(request))
    if request.method == "POST":
        values, problems = read_all(form.controls)
        if problems:
            form.refuse(problems)
        else:
            correct.void(book.id, row.id, why=values["why_corrected"], day=_today(), actor=request.actor)
            messages.success(request, _("Taken out. It stays readable, with the reason."))
            return redirect("entry", book.slug, row.id)
    what = sentences.sentence(now, book, lookup.names(book.id, sentences.named_in([now])))
    title = _("This did not happen as written")
    return page(request, "web/void.html", title=title, answer=what, form=form, row=row)


class _ReasonForm(EntryForm):
    """A form of one question: why."""

    def __init__(self, why: TextControl) -> None:
        self.controls, self.summary, self.id = [why], [], ""


def _why(request: BookRequest) -> TextControl:
    spec = Text(label=_("Why is it corrected?"), most=500, lines=2, name="why_corrected")
    made = TextControl(spec, Surroundings(request.book.id, request.book.currency))
    if request.method == "POST":
        made.take(request.POST)
    return made


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _row(request: BookRequest, id: str) -> JournalEntry:
    """Return an entry that this actor may read; a correction is as private as what it corrects."""
    book = request.book
    row = JournalEntry.objects.filter(book=book.id, id=id).first()
    if row is None:
        raise Http404(_("There is no such entry in this book."))
    root = JournalEntry.objects.filter(book=book.id, id=corrections.root_of(book.id, id)).first()
    request.actor.require("read", book.id, entry_group((root or row).kind))
    return row
