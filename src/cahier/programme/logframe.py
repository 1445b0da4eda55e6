"""The logframe's skeleton (method section 5.10, grade D): levels, statements, indicators, sources, assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

INDICATORS: dict[str, Any] = {
    "KE-10": _("growers’ share of the price"),
    "KE-12": _("refund to members"),
    "KI-05": _("agreements kept by others"),
    "KM-05": _("share of members who deliver"),
    "KC-02": _("contracts fulfilled"),
    "KC-05": _("deliveries rejected"),
    "KP-01": _("days until members are paid"),
    "KG-02": _("quorum reached"),
    "KG-09": _("results shown to the assembly"),
    "KA-04": _("delay of the statements"),
    "KA-07": _("age of the last audit"),
    "KF-01": _("self-financing"),
    "KF-05": _("shares paid up"),
    "KF-07": _("loans in default"),
    "KW-01": _("women among members"),
    "KW-02": _("women in elected seats"),
    "KW-03": _("women among chair, treasurer, manager"),
    "KW-05": _("deliveries in women’s own names"),
    "KL-03": _("courses completed"),
    "KL-05": _("applied after 90 days"),
    "KL-01": _("presence"),
    "KL-07": _("followed up within 30 days"),
    "KL-10": _("held on the planned date"),
}
ROWS: tuple[tuple[Any, Any, tuple[str, ...], Any, Any], ...] = (
    (_("Impact"), _("Members earn more and weigh on local decisions"), ("KE-10", "KE-12", "KI-05"),
     _("Our records, survey of members"), _("Prices do not collapse")),
    (_("Outcome 1"), _("The organisation sells reliably what members produce"), ("KM-05", "KC-02", "KC-05", "KP-01"),
     _("Our records"), _("Buyers keep their terms")),
    (_("Outcome 2"), _("It is run by rules and accounts that members know"), ("KG-02", "KG-09", "KA-04", "KA-07"),
     _("Our records"), _("Leaders accept to be asked")),
    (_("Outcome 3"), _("It pays its own way"), ("KF-01", "KF-05", "KF-07"),
     _("Our records"), _("Credit can be had")),
    (_("Outcome 4"), _("Women and youth decide and benefit"), ("KW-01", "KW-02", "KW-03", "KW-05"),
     _("Our records"), _("Households support it")),
    (_("Output"), _("Those who hold a seat can do their task"), ("KL-03", "KL-05"),
     _("Learning log"), _("Few seats change hands")),
    (_("Activities"), _("Courses, coaching and visits are held"), ("KL-01", "KL-07", "KL-10"),
     _("Calendar"), _("Places can be reached")),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One level. ``indicators`` are (code, name, baseline as text); the baseline is empty where none is known."""

    level: str
    statement: str
    indicators: tuple[tuple[str, str, str], ...]
    source: str
    assumption: str


def rows(baselines: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the skeleton with baselines by code of indicator, in the active language."""
    return tuple(
        Row(
            str(level), str(statement),
            tuple((code, str(INDICATORS[code]), baselines.get(code, "")) for code in codes),
            str(source), str(assumption),
        )
        for level, statement, codes, source, assumption in ROWS
    )  # fmt: skip
