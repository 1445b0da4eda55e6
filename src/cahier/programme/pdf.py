"""The agreement as PDF: figures are written here in the reader's habits, the template only sets them.

The data travels beside the template as JSON, never inside its markup; fonts are those of the typesetter;
the date is the agreement's own, so that the same agreement gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.journal.words import named
from cahier.kernel.words import noop
from cahier.programme import drawings
from cahier.programme.costing import ENOUGH_INVITATIONS
from cahier.programme.document import ActivityLine, Agreement, PriorityLine, Side
from cahier.programme.words import LINES
from cahier.web import formats
from cahier.web.charts.standalone import standalone
from cahier.web.charts.svg import Chart

TEMPLATE = Path(__file__).parent / "typst" / "agreement.typ"
_FAMILIES = '"Liberation Sans","DejaVu Sans",Arial,sans-serif'
_SERIF = '"Libertinus Serif"'
SIGNERS = (
    noop("Chair of the board"), noop("Treasurer"), noop("Supervisory committee"), noop("Supporting partner"),
)  # fmt: skip


def render(said: Agreement) -> bytes:
    """Return the agreement as PDF; the language of the agreement must be active."""
    text = json.dumps(data(said), ensure_ascii=False, sort_keys=True)
    made: bytes = typst.compile(
        TEMPLATE, root=TEMPLATE.parent, sys_inputs={"data": text}, ignore_system_fonts=True
    )
    return made


def data(said: Agreement) -> dict[str, Any]:
    """Return what the template prints: texts, rows of texts, drawings."""
    return {
        "lang": said.language,
        "date": [said.day.year, said.day.month, said.day.day],
        "w": _words(),
        "organisation": said.organisation,
        "example": _("Made-up example") if said.example else "",
        "title": said.title,
        "period": _("{first} to {last}").format(first=formats.day(said.start), last=formats.day(said.end)),
        "answer": answer(said),
        "head": said.head,
        "printed": formats.day(said.day),
        "voted": said.voted or _("Draft, to be voted by the assembly."),
        "vision": said.vision,
        "functions": list(said.functions),
        "channels": list(said.channels),
        "radar": _drawing(drawings.radar_of(said)),
        "sides": [_side(one) for one in said.sides],
        "priorities": [_priority(one) for one in said.priorities],
        "activities": [_activity(one, said.currency) for one in said.activities],
        "calendar": [_drawing(one) for one in drawings.calendars_of(said)],
        "closed": [[_span(one.first, one.last), one.why] for one in said.closed],
        "budget": budget(said),
        "ratios": ratios(said),
        "frame": [
            [
                row.level,
                row.statement,
                [_indicator(*one) for one in row.indicators],
                row.source,
                row.assumption,
            ]
            for row in said.frame
        ],
        "left_out": [why for _code, _title, why in said.left_out],
        "slice": said.slice,
        "quality": said.quality,
        "assumptions": assumed(said),
        "notes": list(said.notes),
        "signers": [_(one) for one in SIGNERS],
    }


def answer(said: Agreement) -> str:
    """Return the sentence under the title: how many activities, people and how much money, and the own share."""
    share = said.bill.own_share
    return _("{n} activities, {people} places taken, {money} in all. {payer} pays {share}.").format(
        n=formats.number(len(said.activities)),
        people=formats.number(sum(one.people for one in said.activities)),
        money=formats.money(said.bill.total.total, said.currency),
        payer=said.organisation,
        share=formats.percent(share or 0, 1),
    )


def budget(said: Agreement) -> dict[str, Any]:
    """Return the budget's table: head, one row a line with the part of each payer, the total row."""
    payers = [code for code, _name in said.payers]
    paid, whole = said.bill.paid, said.bill.by_payer()
    rows = [
        [
            str(LINES.get(line, line)),
            _amount(amount, said),
            *(_amount(paid.get((line, who), 0), said) for who in payers),
        ]
        for line, amount in said.bill.lines
    ]
    return {
        "head": [
            _("Line"), _("Amount ({currency})").format(currency=formats.currency_sign(said.currency)),
            *(name for _code, name in said.payers),
        ],
        "rows": rows,
        "total": [_("Total"), _amount(said.bill.total.total, said), *(_amount(whole[who], said) for who in payers)],
    }  # fmt: skip


def ratios(said: Agreement) -> list[list[str]]:
    """Return the figures that are always shown beside a budget; one that cannot be computed is left out."""
    bill = said.bill
    pairs = [
        (_("A participant’s day"), bill.participant_day),
        (_("A seat whose holder completes"), bill.completed_seat),
    ]
    found = [[name, formats.money(amount, said.currency)] for name, amount in pairs if amount is not None]
    if bill.own_share is not None:
        found.append([_("Paid by the organisation"), formats.percent(bill.own_share, 1)])
    rest = said.budget - bill.total.total
    found.append([_("Left of the budget of {money}").format(money=formats.money(said.budget, said.currency)),
                  formats.money(rest, said.currency)])  # fmt: skip
    return found


def assumed(said: Agreement) -> list[list[str]]:
    """Return the expected gains by what they rest on: grade, reason, and which module adds how much to what."""
    found: dict[tuple[str, str], list[str]] = {}
    for code, item, gain, why, grade in said.assumptions:
        found.setdefault((grade, why), []).append(f"{code} → {item} +{gain}")
    return [[grade, why, ", ".join(gains)] for (grade, why), gains in sorted(found.items())]


def _amount(amount: int, said: Agreement) -> str:
    return formats.money(amount, said.currency).rpartition(formats.HARD)[0]


def _side(one: Side) -> list[Any]:
    points = "–" if one.points is None else formats.number(one.points)
    before = "–" if one.before is None else formats.number(one.before)
    return [one.name, points, before, f"{one.proved} / {one.scored}", one.weakest]


def level(halves: int | None) -> str:
    """Return a level given in halves; a dash for none."""
    return "–" if halves is None else formats.number(halves / 2)


def _priority(one: PriorityLine) -> dict[str, Any]:
    causes = [named(name, sign) if sign else name for name, sign in one.causes]
    return {
        "code": one.code, "name": one.name, "weight": formats.number(one.weight), "level": level(one.level),
        "target": level(one.target), "causes": causes or ["–"], "responses": ", ".join(one.responses) or "–",
        "gain": "+" + formats.number(one.gain / 100, 2),
    }  # fmt: skip


def _activity(one: ActivityLine, currency: str) -> dict[str, Any]:
    under = [one.code, one.kind_name]
    if one.half_days:
        n = one.half_days
        under.append(ngettext("{n} half-day", "{n} half-days", n).format(n=formats.number(n)))
    if one.people and one.half_days:
        n = one.people
        under.append(ngettext("{n} person expected", "{n} people expected", n).format(n=formats.number(n)))
    who = [
        text
        for text in (one.audience, _("with {name}").format(name=one.trainer) if one.trainer else "")
        if text
    ]
    return {
        "title": one.title, "under": " · ".join(under), "who": " · ".join(who), "why": " ".join(one.why),
        "when": drawings.when(one), "cost": formats.money(one.bill.costing.total, currency),
    }  # fmt: skip


def _span(first: Any, last: Any) -> str:
    return _("{first} to {last}").format(first=formats.day(first, "short"), last=formats.day(last, "short"))


def _indicator(code: str, name: str, baseline: str) -> str:
    return named(f"{code} {name}", baseline) if baseline else f"{code} {name}"


def _drawing(chart: Chart | None) -> str:
    return "" if chart is None else standalone(chart).replace(_FAMILIES, _SERIF)


def _words() -> dict[str, str]:
    texts: Iterable[tuple[str, str]] = {
        "goal": _("Our goal"),
        "functions": _("What the organisation does for its members"),
        "channels": _("Markets aimed at"),
        "profile": _("Where we stand"),
        "side": _("Side"), "now": _("Now"), "before": _("Before"), "proof": _("On proof"),
        "weakest": _("weakest"),
        "priorities": _("What we want to better, and why it is low"),
        "priority": _("Priority"), "weight": _("Weight"), "from": _("From"), "to": _("To"),
        "cause": _("Cause"), "response": _("Answered by"), "gain": _("Expected"),
        "activities": _("What we will do, and why"),
        "activity": _("Activity"), "why": _("Why it is there"), "when": _("When"), "cost": _("Cost"),
        "calendar": _("When"),
        "closed": _("Weeks without activity"),
        "budget": _("What it costs, and who pays"),
        "overheads": _("Administration and contingency are shared as each pays the lines above."),
        "frame": _("What it should change"),
        "level": _("Level"), "statement": _("What should be true"), "indicators": _("Indicators, with today’s figure"),
        "source": _("Source"), "assumption": _("If"),
        "left_out": _("What was left out, and why"),
        "nothing_out": _("Nothing that was possible was left out."),
        "slice": _("What more money would buy"),
        "assumptions": _("What we assume"),
        "assumed": _("Expected gains are assumptions. They are looked at again after each round, and can be changed."),
        "item": _("Item"), "why_gain": _("Why"), "grade": _("How sure"), "expected": _("Gain in levels"),
        "presence": _("People expected: places times presence, 70 % or the organisation’s own history from {n} confirmed "
                      "invitations on.").format(n=ENOUGH_INVITATIONS),
        "grades": _("R read in a study · O our own records · K practitioners say so · D proposed by the guide · ? a guess"),
        "signatures": _("Signatures"), "thumb": _("thumb"), "name": _("Name"), "date": _("Date"),
        "head": _("Head of the book"), "page": _("page"),
        "nothing": _("None."), "colon": named("", ""),
    }.items()  # fmt: skip
    return dict(texts)
