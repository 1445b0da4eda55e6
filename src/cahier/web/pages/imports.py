"""Spreadsheets into the book: choose, say what the columns mean, check every row, write, take back."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cahier.jobs.port import jobs
from cahier.journal.entry import KINDS
from cahier.kernel.refusals import Refused
from cahier.surfaces import importing, tasks
from cahier.surfaces.columns import entry_class, tabular_kinds
from cahier.surfaces.models import ImportRun
from cahier.surfaces.opened import discard, take
from cahier.surfaces.report import Report
from cahier.surfaces.template import write_template
from cahier.web import formats, import_view
from cahier.web.books import BookRequest, book_page
from cahier.web.kinds import by_part
from cahier.web.show import page

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("import")
def imports(request: BookRequest) -> HttpResponse:
    """Send a file, fetch an empty table, and see what was imported before."""
    problems: list[str] = []
    if request.method == "POST":
        try:
            return redirect("import", request.book.slug, _taken(request).id)
        except Refused as refused:
            problems = [formats.say(problem) for problem in refused.problems]
    runs = list(ImportRun.objects.filter(book=request.book.id).order_by("-number")[:50])
    rows = [{"run": run, "kind": _label(run), "state": import_view.state(run)} for run in runs]
    return page(
        request, "web/imports/index.html", title=_("Spreadsheets"), runs=rows, parts=_parts(request), problems=problems,
        answer=_("Bring a table into the book. Nothing is written before you have seen what was understood."),
        chosen=request.POST.get("kind") or request.GET.get("kind", ""), status=422 if problems else 0,
    )  # fmt: skip


def _parts(request: BookRequest) -> list[tuple[Any, list[Any]]]:
    """The kinds that can come from a table and that this actor may write, by part of the book."""
    fitting = set(tabular_kinds())
    parts = [
        (part, [kind for kind in kinds if kind.kind in fitting])
        for part, kinds in by_part(request.book, request.actor)
    ]
    return [(part, kinds) for part, kinds in parts if kinds]


def _label(run: ImportRun) -> Any:
    return KINDS[run.kind].LABEL if run.kind in KINDS else run.kind


def _taken(request: BookRequest) -> ImportRun:
    upload = request.FILES.get("file")
    if upload is None:
        raise Refused(import_view.NO_FILE())
    kind = request.POST.get("kind", "")
    sheet = request.POST.get("sheet", "")
    stream = cast("BinaryIO", upload.open())
    run = take(request.book, kind, stream, upload.name or "", actor=request.actor, sheet=sheet)
    try:
        importing.understand(run)
    except Refused:
        discard(run)
        raise
    return run


def _run(request: BookRequest, number: str) -> ImportRun:
    run = ImportRun.objects.filter(book=request.book.id, id=number).first()
    if run is None:
        raise Http404(_("There is no such import in this book."))
    return run


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("import")
def one(request: BookRequest, id: str) -> HttpResponseBase:
    """One file on its way: its columns and questions, its progress, its report."""
    run = _run(request, id)
    if request.method == "POST":
        return _answered(request, run)
    job = jobs().progress(run.job) if run.job else None
    if job and not job.state.over:
        title = _("Reading {name}") if run.status == ImportRun.OPEN else _("Writing {name}")
        return page(
            request, "web/progress.html", title=title.format(name=run.name), done=job.done, total=job.total,
            answer=_("You may close this page; the work goes on."), cancel=f"{request.path}stop/",
        )  # fmt: skip
    stopped = job.told if job else ""
    if run.status == ImportRun.OPEN:
        return _columns_page(request, run, [stopped] if stopped else [])
    report = Report.from_json(run.report)
    return page(
        request, "web/imports/report.html", title=run.name, answer=import_view.told(run, report), run=run,
        report=report, heaps=import_view.heaps(run, report), stopped=stopped, kind=_label(run),
        troubles=import_view.troubles(report), notes=[*map(import_view.note, report.notes), *import_view.asked(report)],
    )  # fmt: skip


def _columns_page(request: BookRequest, run: ImportRun, problems: list[str]) -> HttpResponse:
    view = import_view.ColumnsView(run)
    many = ngettext("{n} row, one {kind} each.", "{n} rows, one {kind} each.", run.counts["rows"])
    answer = many.format(n=formats.number(run.counts["rows"]), kind=str(_label(run)).lower())
    return page(
        request, "web/imports/columns.html", title=run.name, answer=answer, run=run, view=view, problems=problems,
        status=422 if problems else 0,
    )  # fmt: skip


def _answered(request: BookRequest, run: ImportRun) -> HttpResponse:
    """Keep what was chosen, and check the file if that was asked for."""
    try:
        chosen = import_view.read_choices(run, request.POST)
        plan = importing.understand(run, **chosen)
        if "check" not in request.POST:
            return redirect("import", request.book.slug, run.id)
        problems = list(plan.problems(entry_class(run.kind)))
        if plan.questions:
            problems.append(
                importing.OPEN_QUESTIONS(columns=", ".join({one.header for one, _ in plan.questions}))
            )
        if problems:
            raise Refused(*problems)
    except Refused as refused:
        return _columns_page(request, run, [formats.say(problem) for problem in refused.problems])
    _enqueue(request, run, tasks.CHECK)
    return redirect("import", request.book.slug, run.id)


def _enqueue(request: BookRequest, run: ImportRun, name: str) -> None:
    language = get_language() or "en"
    actor = request.actor
    run.job = jobs().enqueue(name, run=run.id, language=language, author=actor.id, name=actor.name)
    ImportRun.objects.filter(id=run.id).update(job=run.job)


@require_POST
@book_page("import")
def carry_out(request: BookRequest, id: str) -> HttpResponse:
    """Write a checked file, or go on where the writing was cut."""
    run = _run(request, id)
    request.actor.require("write", request.book.id, run.kind)
    if run.status not in (ImportRun.CHECKED, ImportRun.WRITING):
        raise Refused(importing.NOT_CHECKED())
    run.whole = "whole" in request.POST
    if run.whole and run.report["refused"]:
        raise Refused(importing.NOT_WHOLE(count=run.report["refused"]))
    run.save(update_fields=["whole"])
    _enqueue(request, run, tasks.WRITE)
    return redirect("import", request.book.slug, run.id)


@require_POST
@book_page("import")
def stop(request: BookRequest, id: str) -> HttpResponse:
    """Stop the work under way. What was written stays, and can be gone on with or taken back."""
    run = _run(request, id)
    if run.job:
        jobs().cancel(run.job)
    return redirect("import", request.book.slug, run.id)


@require_POST
@book_page("import")
def again(request: BookRequest, id: str) -> HttpResponse:
    """Back to the columns of a file that was checked but not written."""
    run = _run(request, id)
    if run.status == ImportRun.CHECKED:
        ImportRun.objects.filter(id=run.id).update(status=ImportRun.OPEN, job="")
    return redirect("import", request.book.slug, run.id)


@require_POST
@book_page("import")
def throw_away(request: BookRequest, id: str) -> HttpResponse:
    """Throw away a file of which nothing was written."""
    discard(_run(request, id))
    messages.success(request, _("Thrown away. Nothing of it was in the book."))
    return redirect("imports", request.book.slug)


@require_POST
@book_page("import")
def withdraw(request: BookRequest, id: str) -> HttpResponse:
    """Take a whole import back."""
    run = _run(request, id)
    why = request.POST.get("why", "").strip()
    importing.withdraw(run, why=why, actor=request.actor)
    messages.success(
        request, _("Taken back. None of its entries counts; they stay readable with the reason.")
    )
    return redirect("import", request.book.slug, run.id)


@require_safe
@book_page("import")
def refused(request: BookRequest, id: str) -> HttpResponseBase:
    """The refused rows as a table that can be mended and sent again."""
    run = _run(request, id)
    stream = io.BytesIO()
    kind = importing.refused_rows(run, stream)
    stream.seek(0)
    name = _("{name} - refused rows").format(name=run.name.rpartition(".")[0] or run.name)
    return FileResponse(stream, as_attachment=True, filename=f"{name}.{kind}")


@require_safe
@book_page("import")
def template(request: BookRequest) -> HttpResponseBase:
    """An empty table for one kind, in the reader's language."""
    cls = entry_class(request.GET.get("kind", ""))
    stream = io.BytesIO()
    write_template(stream, cls, currency=request.book.currency, keys="keys" in request.GET)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"{cls.LABEL}.xlsx", content_type=_SHEET)
