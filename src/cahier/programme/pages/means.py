"""Means: measures of our own, trainers, prices, the calendar. Starting points are marked as such."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from babel.dates import format_date
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cahier.journal.entry import Entry, Row
from cahier.journal.fields import choice, flag, money, text, whole
from cahier.journal.write import write
from cahier.kernel.refusals import Refused
from cahier.programme import queries, rates
from cahier.programme.calendar import Dates, Layer, Season, Weekly
from cahier.programme.drafts import today
from cahier.programme.entries import (
    CostRow,
    GainRow,
    LayerDrawn,
    MeasurePlanned,
    RateSet,
    ResponseChosen,
    TrainerListed,
)
from cahier.programme.pages.common import RowForm, after_goals, guide_words, item_name, show
from cahier.programme.words import HEADINGS, LAYER_KINDS, RESPONSES, WEEKDAYS
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import EntryForm

SYSTEMS: dict[str, tuple[Any, tuple[tuple[str, Any, int, int], ...]]] = {
    "sahel": (gettext_lazy("Sahel, rainfed cereals"), (("crop", gettext_lazy("Sowing to harvest"), 6, 10),)),
    "cocoa": (
        gettext_lazy("West African cocoa"),
        (("crop", gettext_lazy("Main harvest"), 10, 12), ("crop", gettext_lazy("Mid-crop peak"), 5, 6)),
    ),
    "andes": (gettext_lazy("Andean coffee"), (("crop", gettext_lazy("Harvest"), 4, 8),)),
    "central": (gettext_lazy("Central American coffee"), (("crop", gettext_lazy("Harvest"), 11, 3),)),
    "rice": (
        gettext_lazy("Malagasy rice"),
        (("labour", gettext_lazy("Planting"), 11, 1), ("crop", gettext_lazy("Harvest"), 4, 6)),
    ),
    "vanilla": (
        gettext_lazy("Vanilla"),
        (("labour", gettext_lazy("Pollination"), 10, 12), ("crop", gettext_lazy("Harvest"), 6, 8)),
    ),
}
"""Months to avoid by system (method section 5.8, grade K: practitioners say so, to be checked on the spot)."""


class OwnMeasure(Row):
    """A measure of our own for one item."""

    title: str = text(gettext_lazy("What is done"))
    response: str = choice(gettext_lazy("Kind of response"), RESPONSES)
    amount: int = money(gettext_lazy("Cost"))
    heading: str = choice(gettext_lazy("Heading"), HEADINGS, default="other")
    gain: int = whole(gettext_lazy("Expected gain, in hundredths of a level"), default=30, least=0, most=400)
    why: str = text(gettext_lazy("Why we expect it"), default="", most=300)
    half_days: int = whole(gettext_lazy("Half-days with people"), default=0, most=200)
    weeks: int = whole(gettext_lazy("Weeks it takes"), default=1, least=1, most=156)
    led: bool = flag(gettext_lazy("Needs a trainer or coach"), default=False)
    seats: int = whole(gettext_lazy("Seats"), default=0, most=10_000)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def own_measure(request: BookRequest, item: str) -> HttpResponseBase:
    """Write a measure of our own as the answer to one priority."""
    aims = queries.aims()
    if item not in {want.item for want in queries.wants(aims)}:
        raise Http404
    form = RowForm(OwnMeasure, request.book, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        typed = form.read()
        if typed is not None and _write_measure(request, form, aims.id, item, typed):
            return redirect("responses", request.book.slug)
    else:
        form.fill({"gain": 30, "half_days": 0, "weeks": 1, "seats": 0, "heading": "other", "led": False})
    name = item_name(guide_words(), item)
    return show(
        request, "responses", "own", title=_("A measure of our own"), form=form, act=_("Write the measure"),
        answer=_("It is to raise “{item}”. Say what it costs and what you expect of it.").format(item=name),
    )  # fmt: skip


def _write_measure(request: BookRequest, form: RowForm, goals: str, item: str, typed: OwnMeasure) -> bool:
    costs = (CostRow(heading=typed.heading, amount=typed.amount),) if typed.amount else ()
    measure = MeasurePlanned(
        day=today(), code=_next_code(), response=typed.response, title=typed.title, half_days=typed.half_days,
        weeks=typed.weeks, led=typed.led, seats=typed.seats, costs=costs,
        gains=(GainRow(item=item, gain=typed.gain, why=typed.why, grade="?"),),
    )  # fmt: skip
    causes = {one.item: one.id for one in queries.causes(goals)}
    try:
        made = write(request.book.id, [measure], actor=request.actor).ids[0]
        chosen = ResponseChosen(
            day=today(),
            goals=goals,
            item=item,
            cause=causes.get(item, ""),
            response=typed.response,
            measure=made,
        )
        write(request.book.id, [chosen], actor=request.actor)
    except Refused as refused:
        form.refuse(refused.problems)
        return False
    return True


def _next_code() -> str:
    taken = {one.code for one in queries.measures()}
    return next(code for number in range(1, 10_000) if (code := f"OWN{number}") not in taken)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
def means(request: BookRequest) -> HttpResponseBase:
    """Trainers, prices and calendar; the prices are written here."""
    form = RowForm(_price_rows(), request.book, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        typed = form.read()
        if typed is not None and _write_prices(request, form, typed):
            messages.success(request, _("Written."))
            return redirect("means", request.book.slug)
    else:
        form.fill(rates.in_force(request.book.currency, queries.rates()))
    leaders, layers = queries.leaders(), queries.layers()
    return show(
        request, "means", "means", title=_("What we have to work with"), form=form, answer=_answer(leaders, layers),
        trainers=[(one, _masters(one.skills)) for one in leaders],
        layers=[(str(LAYER_KINDS[one.kind]), one.name, layer_when(one)) for one in layers],
        systems=[(code, name) for code, (name, _layers) in SYSTEMS.items()],
        guessed=bool(set(rates.proposed(request.book.currency)) - set(queries.rates())),
    )  # fmt: skip


def _answer(leaders: Iterable[Any], layers: Iterable[Any]) -> str:
    if not list(leaders):
        return _("No trainer is listed yet: nothing that needs one can be planned.")
    if not list(layers):
        return _("The calendar is empty: any week would be taken for free.")
    return _("Trainers, prices and the calendar decide what is possible.")


def _masters(skills: Iterable[str]) -> str:
    """Return what a trainer masters in words: kinds of response by name, modules by code."""
    return ", ".join(str(RESPONSES.get(code, code)) for code in sorted(skills)) or _("everything")


def layer_when(layer: Layer) -> str:
    """Return when a layer takes people's time, in words."""
    if isinstance(layer, Season):
        return f"{_month(layer.first_month)} – {_month(layer.last_month)}"
    if isinstance(layer, Weekly):
        return str(WEEKDAYS[str(layer.weekday)])
    return _days(layer)


def _month(month: int) -> str:
    name: str = format_date(dt.date(2001, month, 1), "LLLL", locale=formats.language())
    return name


def _days(layer: Dates) -> str:
    return _("{first} to {last}").format(
        first=formats.day(layer.first, "short"), last=formats.day(layer.last, "short")
    )


def _price_rows() -> type[Row]:
    """A record with one amount for each heading of the cost model."""
    headings = [code for code in HEADINGS if code not in {"equipment", "salary", "other"}]
    fields = {code: money(HEADINGS[code], default=None) for code in headings}
    hints: dict[str, Any] = dict.fromkeys(headings, int | None)
    return type("Prices", (Row,), {**fields, "__annotations__": hints, "__doc__": "Prices here."})


def _write_prices(request: BookRequest, form: RowForm, typed: Row) -> bool:
    known = rates.in_force(request.book.currency, {}) | queries.rates()
    set_here = queries.rates()
    changed: list[Entry] = [
        RateSet(day=today(), heading=code, amount=amount)
        for code in typed.FIELDS
        if (amount := getattr(typed, code)) is not None
        and (amount != known.get(code) or code not in set_here)
    ]
    try:
        write(request.book.id, changed, actor=request.actor)
    except Refused as refused:
        form.refuse(refused.problems)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
def trainer(request: BookRequest) -> HttpResponseBase:
    """List a trainer or coach."""
    sent = request.method == "POST"
    form = EntryForm(TrainerListed, request.book, request.POST if sent else None)
    if not sent:
        prices = rates.in_force(request.book.currency, queries.rates())
        form.fill({"half_days": 4, "day_cost": rates.trainer_day(prices), "own": False})
    if form.pressed_write and form.write(request.actor):
        return redirect("means", request.book.slug)
    return show(
        request, "means", "own", title=_("List a trainer"), form=form, act=_("Write the trainer"),
        answer=_("Who can lead courses or coach, on how many half-days a week, at what cost a day?"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
def layer(request: BookRequest) -> HttpResponseBase:
    """Draw a layer of the calendar."""
    form = EntryForm(LayerDrawn, request.book, request.POST if request.method == "POST" else None)
    if form.pressed_write and form.write(request.actor):
        return redirect("means", request.book.slug)
    return show(
        request, "means", "own", title=_("What takes people’s time"), form=form, act=_("Write it on the calendar"),
        answer=_("Crops, markets, worship, feasts, school, rains: no course is held then."),
    )  # fmt: skip


@require_POST
@book_page("programme")
def starting_point(request: BookRequest) -> HttpResponseBase:
    """Write the usual closed months of a farming system; each can be corrected like any entry."""
    chosen = SYSTEMS.get(request.POST.get("system", ""))
    if chosen is None:
        raise Http404
    entries = [
        LayerDrawn(day=today(), name=str(name), kind=kind, layer="season", first_month=first, last_month=last)
        for kind, name, first, last in chosen[1]
    ]
    write(request.book.id, entries, actor=request.actor)
    return redirect("means", request.book.slug)
