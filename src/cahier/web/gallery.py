"""What the gallery shows: made-up values for every part of the design system."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cahier.journal import fields
from cahier.kernel.refusals import Problem
from cahier.web import formats
from cahier.web.controls import NO_NUMBER, Surroundings, control
from cahier.web.steps import Standing, Step
from cahier.web.tables import Column, Filter, Table

PENS = (
    ("c-ink", gettext_lazy("Ink: facts")), ("c-blue", gettext_lazy("Blue: what you do")),
    ("c-red", gettext_lazy("Red: corrections")), ("c-green", gettext_lazy("Green: checked")),
    ("c-mark", gettext_lazy("Yellow: look here")), ("c-soft", gettext_lazy("Ruling: lines only")),
)  # fmt: skip


@dataclass(frozen=True)
class _Bag:
    name: str
    grams: int
    amount: int
    state: str


_BAGS = tuple(_Bag(f"Adjoa Bennimah {n}", 62_400 + 700 * n, 44_550 + 125 * n, "paid") for n in range(1, 8))


def parts(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the gallery."""
    return {
        "pens": PENS, "form": _form(), "table": _table(request), "standing": _steps(), "grades": (0, 1, 2, 3),
        "mass": 184_600, "area": 12_500, "amount": 4_455_000, "on": dt.date(2027, 2, 8), "share": 9_300,
    }  # fmt: skip


def _form() -> SimpleNamespace:
    around = Surroundings("", "XOF")
    declared: list[fields.Field] = [
        fields.Text(label=_("Name, as the member says it"), name="name"),
        fields.Whole(label=_("Weight of the bag"), measure="mass", name="net", help=_("One bag")),
        fields.Money(label=_("Amount"), name="amount", optional=True),
        fields.PriceField(label=_("Price"), name="price"),
        fields.Day(label=_("Day"), name="day"),
        fields.Choice(label=_("Grade"), choices={"a": "A", "b": "B"}, name="grade"),
        fields.Flag(label=_("Was it dry?"), name="dry", optional=True),
        fields.Text(label=_("What members said"), most=500, name="said"),
    ]
    controls = [control(spec, around) for spec in declared]
    wrong = controls[1]
    wrong.typed["net"] = "1860 k"
    problem: Problem = NO_NUMBER(field=wrong.spec.label, typed="1860 k", example=formats.number(62.5))
    wrong.error = formats.say(problem)
    controls[4].fill(dt.date(2027, 2, 8))
    return SimpleNamespace(controls=controls, summary=[(wrong.id, wrong.error)], id="")


def _table(request: HttpRequest) -> Table:
    columns = [
        Column(_("Name"), lambda row: row.name, under=lambda row: "0147"),
        Column(_("Weight"), lambda row: formats.mass(row.grams), numeric=True),
        Column(_("Amount"), lambda row: formats.money(row.amount, "XOF"), numeric=True),
        Column(_("State"), lambda row: _("paid"), tone=lambda row: "ok"),
    ]
    search = Filter(
        "q", _("Name"), lambda rows, typed: [row for row in rows if typed.lower() in row.name.lower()]
    )
    return Table(request, _BAGS, columns, filters=[search], size=5)


def _steps() -> list[Standing]:
    titles = [_("Books"), _("Workshop"), _("Profile"), _("Goal"), _("Programme")]
    states = ["done", "done", "now", "later", "later"]

    def named(order: int, title: str) -> Step:
        return Step(order, title, title, "shelf", lambda book: False, lambda book: "", "today")

    return [
        Standing(named(order, title), "#", state, "")
        for order, (title, state) in enumerate(zip(titles, states, strict=True))
    ]
