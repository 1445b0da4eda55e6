"""The programme agreement as plain data in one language: what its PDF, its workbook and its page all show.

Amounts stay whole minor units; names and sentences are texts of the language that is active.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cahier.assessment import queries as assessment
from cahier.assessment.scoring import shown_points
from cahier.journal import cuts
from cahier.journal.models import Book
from cahier.kernel import days
from cahier.markets.words import CHANNELS
from cahier.programme import baselines, costs, logframe, naming, queries
from cahier.programme.answers import Answer
from cahier.programme.calendar import WEEK
from cahier.programme.costs import Bill, Part
from cahier.programme.drafts import Draft
from cahier.programme.reasons import ADDS_NOTHING
from cahier.programme.words import LAYER_KINDS, RESPONSES
from cahier.web import formats

WEEKLY = frozenset({"market", "worship"})
"""Layers that take days of every week: they alone close none, so they are no reason where another does."""


@dataclass(frozen=True)
class Side:
    """One variable of the profile, 0 to 100; ``proved`` of ``scored`` items rest on documents or records."""

    code: str
    name: str
    points: int | None
    before: int | None
    proved: int
    scored: int
    weakest: bool


@dataclass(frozen=True)
class PriorityLine:
    """A priority with why it is low and what answers it. Levels in halves, gain in hundredths of a level."""

    code: str
    name: str
    weight: int
    level: int | None
    target: int | None
    causes: tuple[tuple[str, str], ...]
    responses: tuple[str, ...]
    gain: int


@dataclass(frozen=True)
class ActivityLine:
    """One activity: what, why, when, for whom, with whom, at what cost."""

    code: str
    title: str
    kind: str
    kind_name: str
    why: tuple[str, ...]
    first: dt.date
    last: dt.date
    half_days: int
    busy: tuple[tuple[dt.date, dt.date], ...]
    seats: int
    people: int
    audience: str
    trainer: str
    bill: Part


@dataclass(frozen=True)
class ClosedSpan:
    """Weeks in which nothing can be held, and why."""

    first: dt.date
    last: dt.date
    why: str


@dataclass(frozen=True)
class Agreement:
    """Everything the agreement says. ``slice`` is empty where no further money was asked about."""

    language: str
    organisation: str
    currency: str
    example: bool
    title: str
    day: dt.date
    start: dt.date
    end: dt.date
    weeks: int
    budget: int
    head: str
    vision: str
    functions: tuple[str, ...]
    channels: tuple[str, ...]
    sides: tuple[Side, ...]
    priorities: tuple[PriorityLine, ...]
    activities: tuple[ActivityLine, ...]
    closed: tuple[ClosedSpan, ...]
    bill: Bill
    payers: tuple[tuple[str, str], ...]
    frame: tuple[logframe.Row, ...]
    left_out: tuple[tuple[str, str, str], ...]
    slice: str
    quality: str
    assumptions: tuple[tuple[str, str, str, str, str], ...]
    notes: tuple[str, ...]
    voted: str = ""


def agreement(
    draft: Draft, language: str, on: dt.date, figures: Mapping[str, str] | None = None
) -> Agreement:
    """Return the agreement of a sound draft on a day; ``language`` is also the active one. In scope.

    ``figures`` are baselines by code of indicator; without them those of the books on that day are taken.
    Raises ``Refused`` where the draft is not sound.
    """
    found, book = draft.sound(), Book.objects.get(id=draft.book)
    plan = found.plan
    assert plan is not None  # noqa: S101  sound() refuses a draft without one
    names = naming.Names(draft, language)
    bill = costs.bill(draft.assembled, draft.terms, plan)
    known, terms = draft.known, draft.terms
    return Agreement(
        language=language,
        organisation=book.name,
        currency=book.currency,
        example=book.example,
        title=_("Capacity-building programme"),
        day=on,
        start=terms.start,
        end=terms.end,
        weeks=terms.weeks,
        budget=terms.budget,
        head=cuts.head(book.id).code(),
        vision=known.aims.vision,
        functions=tuple(names.part("functions", code) for code in known.aims.functions),
        channels=tuple(str(CHANNELS.get(code, code)) for code in known.aims.channels),
        sides=sides(known.aims.round, names),
        priorities=_priorities(draft, names, plan.codes),
        activities=tuple(_activity(draft, found, part, names) for part in bill.parts),
        closed=closed_spans(draft),
        bill=bill,
        payers=tuple((payer.code, names.payer(payer)) for payer in terms.payers),
        frame=logframe.rows(baselines.baselines(book.id, on) if figures is None else figures),
        left_out=tuple(
            (one.code, names.title(one.code), names.say(one.reason))
            for one in found.left_out
            if one.reason.code != ADDS_NOTHING.code
        ),
        slice=names.slice_sentence(found.slice, terms.slice),
        quality=names.quality(plan),
        assumptions=_assumptions(draft, names, plan.codes),
        notes=tuple(names.say(note) for note in draft.assembled.notes),
        voted=_voted(draft),
    )


def sides(round_id: str, names: naming.Names) -> tuple[Side, ...]:
    """Return the profile of a round, with the round before; nothing where no round is named."""
    if not round_id:
        return ()
    now = assessment.profile_of(round_id)
    former = assessment.round_before(assessment.round_by_id(round_id))
    earlier = {one.code: one.points for one in assessment.profile_of(former.id).variables} if former else {}
    return tuple(
        Side(
            one.code, names.part("variables", one.code), _points(one.points), _points(earlier.get(one.code)),
            one.proved, one.scored, one.code in now.weakest,
        )
        for one in now.variables
    )  # fmt: skip


def closed_spans(draft: Draft) -> tuple[ClosedSpan, ...]:
    """Return the closed weeks, neighbours with the same reason put together."""
    found: list[ClosedSpan] = []
    for week in draft.assembled.weeks:
        if not week.closed:
            continue
        closing = [each for each in week.taken_by if each[0] not in WEEKLY] or week.taken_by
        why = ", ".join(name or str(LAYER_KINDS[kind]) for kind, name in closing)
        last = week.monday + dt.timedelta(days=6)
        if found and found[-1].why == why and found[-1].last + dt.timedelta(days=1) == week.monday:
            found[-1] = ClosedSpan(found[-1].first, last, why)
        else:
            found.append(ClosedSpan(week.monday, last, why))
    return tuple(found)


def _points(points: Any) -> int | None:
    return None if points is None else shown_points(points)


def _priorities(draft: Draft, names: naming.Names, codes: frozenset[str]) -> tuple[PriorityLine, ...]:
    chosen = [one for one in draft.assembled.problem.candidates if one.code in codes]
    return tuple(
        PriorityLine(
            want.item, names.part("items", want.item), want.weight, want.agreed, want.target,
            tuple(
                (names.part("causes", one.cause), one.sign)
                for one in draft.known.causes
                if one.item == want.item
            ),
            tuple(dict.fromkeys(str(RESPONSES[c.kind]) for c in chosen for g in c.gains if g.item == want.item)),
            sum(g.amount for c in chosen for g in c.gains if g.item == want.item),
        )
        for want in draft.known.wants
    )  # fmt: skip


def _activity(draft: Draft, found: Answer, part: Part, names: naming.Names) -> ActivityLine:
    candidate, week = part.candidate, part.activity.week
    why = next((one for one in found.included if one.code == candidate.code), None)
    monday = draft.terms.start + week * WEEK
    busy = tuple(
        (monday + n * WEEK, monday + n * WEEK + dt.timedelta(days=6))
        for n, amount in enumerate(candidate.half_days)
        if amount or not sum(candidate.half_days)
    )
    trainer = next((one for one in draft.known.leaders if one.code == part.activity.trainer), None)
    return ActivityLine(
        code=candidate.code,
        title=names.title(candidate.code),
        kind=candidate.kind,
        kind_name=str(RESPONSES[candidate.kind]),
        why=names.whys(why) if why else (),
        first=monday,
        last=busy[-1][1],
        half_days=sum(candidate.half_days),
        busy=busy,
        seats=candidate.seats,
        people=part.people,
        audience=names.audience(candidate.audiences),
        trainer=(trainer.name or trainer.code) if trainer else "",
        bill=part,
    )


def _assumptions(
    draft: Draft, names: naming.Names, codes: frozenset[str]
) -> tuple[tuple[str, str, str, str, str], ...]:
    """Code, item, gain in levels, why, grade: for what is in the plan."""
    wanted = {want.item for want in draft.known.wants}
    return tuple(
        (one.code, gain.item, formats.number(gain.amount / 100, 2), _(gain.assumption) if gain.assumption else "",
         gain.grade)
        for one in draft.assembled.problem.candidates
        if one.code in codes
        for gain in one.gains
        if gain.item in wanted
    )  # fmt: skip


def _voted(draft: Draft) -> str:
    """One sentence when exactly this programme was voted."""
    last = queries.adopted()
    if last is None or last.goals != draft.known.aims.id:
        return ""
    answered = draft.answer.plan if draft.answer else None
    rows = {(row.code, days.number(row.first_day)) for row in queries.activities_of(last.id)}
    mine = {
        (one.code, days.number(draft.terms.start + one.week * WEEK))
        for one in (answered.activities if answered else ())
    }
    return _("Voted on {day}.").format(day=formats.day(last.day)) if rows == mine else ""
