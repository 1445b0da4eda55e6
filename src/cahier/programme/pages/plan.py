"""Plan: the terms, the button that makes the plan, why each activity is in or out, wishes, assumptions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cahier.jobs.port import jobs
from cahier.journal.entry import Row
from cahier.journal.fields import choice, day, money, text, whole
from cahier.journal.write import write
from cahier.kernel.jobs import State
from cahier.kernel.refusals import Refused
from cahier.programme import drafts, drawings, printing, tasks
from cahier.programme.document import Agreement
from cahier.programme.drafts import Draft, today
from cahier.programme.entries import GainAssumed
from cahier.programme.material import OWN, PARTNER, Payer
from cahier.programme.naming import Names
from cahier.programme.pages.common import RowForm, after_goals, item_name, show
from cahier.programme.settings import Settings
from cahier.programme.words import GRADES, LINES
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.show import page


class Terms(Row):
    """The terms of a plan, as they are asked on the page."""

    budget: int = money(gettext_lazy("Budget, everything included"))
    slice: int | None = money(gettext_lazy("And if there were so much more?"), default=None)
    start: dt.date = day(gettext_lazy("First day (its week counts from Monday)"))
    weeks: int = whole(gettext_lazy("Weeks"), default=52, least=1, most=156)
    half_days: int = whole(
        gettext_lazy("Half-days that can be held in a free week"), default=4, least=1, most=14
    )
    at_once: int = whole(gettext_lazy("Activities at once in one week"), default=2, least=1, most=10)
    ceiling: int | None = money(gettext_lazy("The most the organisation can pay itself"), default=None)
    partner: str = text(gettext_lazy("Who pays the rest, as it is to be printed"), default="", most=120)
    assembly: dt.date | None = day(gettext_lazy("Next assembly, if the date is known"), default=None)
    met: str = text(
        gettext_lazy("Done before or passed by a test"),
        default="",
        most=300,
        help=gettext_lazy("Codes such as M13"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def plan(request: BookRequest) -> HttpResponseBase:
    """The terms and the plan. Sent: keep the terms, make the plan anew."""
    job = tasks.last_job(request.book.id)
    if job and not job.state.over and request.method != "POST":
        return page(
            request, "web/progress.html", title=_("The plan is being made"), done=0, total=0,
            answer=_("It takes seconds, sometimes a minute. You may close this page; the work goes on."),
            cancel=reverse("plan-stop", args=[request.book.slug]),
        )  # fmt: skip
    draft = drafts.load(request.book.id)
    form = RowForm(Terms, request.book, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        request.actor.require("write", request.book.id, "programme.adopted")
        typed = form.read()
        if typed is not None and _solve(request, form, terms(draft.terms, typed)):
            return redirect(f"{reverse('plan', args=[request.book.slug])}#the-plan")
        return _page(request, draft, form)
    form.fill(_shown(draft.terms))
    return _page(request, draft, form)


def terms(now: Settings, typed: Terms) -> Settings:
    """Return the terms as typed, wishes and payers kept."""
    payers = tuple(_payer(one, typed) for one in now.payers)
    return replace(
        now, start=typed.start - dt.timedelta(days=typed.start.weekday()), weeks=typed.weeks, budget=typed.budget,
        slice=typed.slice or 0, at_once=typed.at_once, half_days=typed.half_days, payers=payers,
        assembly=typed.assembly, met=frozenset(typed.met.replace(",", " ").upper().split()),
    )  # fmt: skip


def _payer(one: Payer, typed: Terms) -> Payer:
    if one.code == OWN:
        return replace(one, ceiling=typed.ceiling)
    return replace(one, name=typed.partner) if one.code == PARTNER else one


def _shown(now: Settings) -> dict[str, Any]:
    own = next((one.ceiling for one in now.payers if one.code == OWN), None)
    partner = next((one.name for one in now.payers if one.code == PARTNER), "")
    return {
        "budget": now.budget or None, "slice": now.slice or None, "start": now.start, "weeks": now.weeks,
        "half_days": now.half_days, "at_once": now.at_once, "ceiling": own, "partner": partner,
        "assembly": now.assembly,
        "met": " ".join(sorted(now.met)),
    }  # fmt: skip


def _solve(request: BookRequest, form: RowForm | None, chosen: Settings) -> bool:
    try:
        tasks.order_plan(request.book.id, chosen, formats.language())
    except Refused as refused:
        if form is None:
            raise
        form.refuse(refused.problems)
        return False
    return True


@require_POST
@book_page("programme")
@after_goals
def stop(request: BookRequest) -> HttpResponseBase:
    """Stop making the plan; the one before it stays."""
    request.actor.require("write", request.book.id, "programme.adopted")
    job = tasks.last_job(request.book.id)
    if job:
        jobs().cancel(job.id)
    return redirect("plan", request.book.slug)


def _page(request: BookRequest, draft: Draft, form: RowForm) -> HttpResponse:
    names = Names(draft, formats.language())
    said = _said(draft)
    return show(
        request, "plan", "plan", title=_("Our programme"), form=form, answer=_answer(draft, names, said), draft=draft,
        said=said, clash=_failed(request) or _clash(draft, names), rows=_rows(draft, said), out=_out(draft, names, said),
        notes=[names.say(note) for note in draft.assembled.notes], drawings=_drawings(said),
        budget=_budget(said), gains=_gains(draft, names),
    )  # fmt: skip


def _said(draft: Draft) -> Agreement | None:
    """The agreement where there is a plan to show, a stale one too: the page says that it is."""
    if draft.answer is None or draft.answer.plan is None or not draft.answer.plan.activities or draft.stale:
        return None
    return printing.said_in(draft, formats.language(), today())


def _answer(draft: Draft, names: Names, said: Agreement | None) -> str:
    if draft.answer is None:
        found = len(draft.assembled.problem.candidates)
        return ngettext(
            "{n} module or measure can be chosen. Say how much money there is, and make the plan.",
            "{n} modules and measures can be chosen. Say how much money there is, and make the plan.", found,
        ).format(n=formats.number(found))  # fmt: skip
    if draft.stale:
        return formats.say(drafts.STALE())
    if said is None:
        return _("There is no plan that keeps all of this.")
    plan = draft.answer.plan
    return names.answer(plan, said.bill.total.total) if plan else ""


def _failed(request: BookRequest) -> str:
    """Why the plan last asked for was not made, if it was not."""
    job = tasks.last_job(request.book.id)
    return job.told if job and job.state is State.FAILED else ""


def _clash(draft: Draft, names: Names) -> str:
    if draft.answer is None or draft.stale:
        return ""
    if draft.answer.clash is not None:
        return names.say(draft.answer.clash)
    empty = draft.answer.plan is not None and not draft.answer.plan.activities
    return formats.say(drafts.NO_WISH()) if empty else ""


def _rows(draft: Draft, said: Agreement | None) -> list[dict[str, Any]]:
    if said is None:
        return []
    pinned = {pin.code for pin in draft.terms.pins}
    return [
        {"one": one, "when": drawings.when(one), "cost": formats.money(one.bill.costing.total, said.currency),
         "why": " ".join(one.why), "pinned": one.code in pinned}
        for one in said.activities
    ]  # fmt: skip


def _out(draft: Draft, names: Names, said: Agreement | None) -> list[tuple[str, str, str]]:
    """What is out: with the reasons of the plan, or only what was excluded where there is no plan."""
    if said is not None:
        return list(said.left_out)
    wished = [(pin.code, names.title(pin.code), _("You asked for it.")) for pin in draft.terms.pins]
    return [*wished, *((code, names.title(code), _("You excluded it.")) for code in sorted(draft.terms.bans))]


def _drawings(said: Agreement | None) -> list[tuple[str, str]]:
    """The calendar for a phone and for a wide sheet: the stylesheet shows the one that fits."""
    if said is None:
        return []
    charts = [
        ("chart-phone", drawings.calendars_of(said, 360, 100)),
        ("chart-desk", drawings.calendars_of(said, 690, 100)),
    ]
    return [(kind, mark_safe(one.svg + one.key_html)) for kind, found in charts for one in found]  # noqa: S308  drawn here


def _budget(said: Agreement | None) -> list[tuple[str, str]]:
    if said is None:
        return []
    return [
        (str(LINES.get(line, line)), formats.money(amount, said.currency)) for line, amount in said.bill.lines
    ]


def _gains(draft: Draft, names: Names) -> list[tuple[str, str, str, str, int, str, str]]:
    wanted = {want.item for want in draft.known.wants}
    return [
        (one.code, names.title(one.code), gain.item, item_name(names.texts, gain.item), gain.amount,
         _(gain.assumption) if gain.assumption else "", gain.grade)
        for one in draft.assembled.problem.candidates
        if one.kind == "training"
        for gain in one.gains
        if gain.item in wanted
    ]  # fmt: skip


@require_POST
@book_page("programme")
@after_goals
def wish(request: BookRequest) -> HttpResponseBase:
    """Ask for an activity, exclude it, or let it go again; then make the plan anew."""
    request.actor.require("write", request.book.id, "programme.adopted")
    draft = drafts.load(request.book.id)
    code, act = request.POST.get("code", ""), request.POST.get("act", "")
    known = {one.code for one in draft.assembled.problem.candidates}
    changes = {"pin": draft.terms.pinned, "ban": draft.terms.banned, "free": draft.terms.without_wish}
    if act not in changes or (act != "free" and code not in known):
        raise Http404
    _solve(request, None, changes[act](code))
    return redirect(f"{reverse('plan', args=[request.book.slug])}#the-plan")


class OtherGain(Row):
    """Another gain than the guide proposes."""

    gain: int = whole(gettext_lazy("Expected gain, in hundredths of a level"), least=0, most=400)
    why: str = text(gettext_lazy("Why we expect it"), most=300)
    grade: str = choice(gettext_lazy("How sure"), GRADES)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def gain(request: BookRequest, code: str, item: str) -> HttpResponseBase:
    """Change what a module is expected to add to an item."""
    draft = drafts.load(request.book.id)
    found = next(
        (g for c in draft.assembled.problem.candidates if c.code == code for g in c.gains if g.item == item),
        None,
    )
    if found is None:
        raise Http404
    form = RowForm(OtherGain, request.book, request.POST if request.method == "POST" else None)
    typed = form.read() if request.method == "POST" else None
    if typed is not None:
        entry = GainAssumed(
            day=today(), code=code, item=item, gain=typed.gain, why=typed.why, grade=typed.grade
        )
        write(request.book.id, [entry], actor=request.actor)
        return redirect("plan", request.book.slug)
    if request.method != "POST":
        form.fill({"gain": found.amount})
    names = Names(draft, formats.language())
    return show(
        request, "plan", "own", title=names.title(code), form=form, act=_("Write the assumption"),
        answer=_("What will it add to “{item}”? {why}").format(
            item=item_name(names.texts, item), why=_(found.assumption) if found.assumption else ""
        ),
    )  # fmt: skip
