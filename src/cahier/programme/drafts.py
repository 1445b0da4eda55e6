"""The draft on the workbench: its terms, the answer last found, and the step to a voted programme.

A draft belongs to the goals in force. Its answer names the digest of the question it answers: when goals,
causes, prices, calendar or terms have changed since, the digest differs and the answer is stale.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace

from cahier.guide.content import edition
from cahier.guide.packs import Pack
from cahier.journal import cuts
from cahier.journal.actor import Actor
from cahier.journal.write import Mode, Written, write
from cahier.kernel.canonical import digest, dumps
from cahier.kernel.ids import new_id
from cahier.kernel.refusals import Refused, reason
from cahier.programme import answers, costs, queries
from cahier.programme import settings as terms
from cahier.programme.answers import Answer
from cahier.programme.assemble import Assembled, assemble, direct
from cahier.programme.calendar import WEEK
from cahier.programme.entries import ActivityRow, ProgrammeAdopted
from cahier.programme.material import Material
from cahier.programme.models import PlanDraft
from cahier.programme.settings import Settings

NO_MONEY = reason("programme.no-money", "The budget is zero. Say how much there is for the programme.")
NOT_SOLVED = reason("programme.not-solved", "No plan was made yet. Make the plan first.")
STALE = reason(
    "programme.stale",
    "Something changed since the plan was made. Make the plan again, so that it says what is true.",
)
IMPOSSIBLE = reason("programme.impossible", "There is no plan to vote on: {why}")
UNSOUND = reason("programme.unsound", "The plan breaks a rule and cannot be used: {why}")
NO_WISH = reason(
    "programme.empty", "The plan holds no activity. Give more money, time or trainers, and make it again."
)


@dataclass(frozen=True)
class Draft:
    """A draft as it stands: what the book knows, the terms, the question, and the answer if there is one."""

    book: str
    known: Material
    pack: Pack
    terms: Settings
    assembled: Assembled
    answer: Answer | None
    stale: bool

    def sound(self) -> Answer:
        """Return the answer when it may be printed and voted. Raises ``Refused`` with why it may not."""
        if self.answer is None:
            raise Refused(NOT_SOLVED())
        if self.stale:
            raise Refused(STALE())
        if self.answer.clash is not None:
            raise Refused(IMPOSSIBLE(why=self.answer.clash))
        if self.answer.faults:
            raise Refused(UNSOUND(why=self.answer.faults[0]))
        if self.answer.plan is None or not self.answer.plan.activities:
            raise Refused(NO_WISH())
        return self.answer


def today() -> dt.date:
    """Return the day on which entries are written and an agreement is printed."""
    return dt.datetime.now(tz=dt.UTC).date()


def load(book: str, on: dt.date | None = None, pack: Pack | None = None) -> Draft:
    """Return the draft of the goals in force. In scope.

    A book without one gets the usual terms, from the Monday after ``on``; else no clock is asked.
    Raises ``Refused`` where no goal is set, or the calendar cannot be read.
    """
    row = PlanDraft.objects.filter(book=book, goals=queries.aims().id).first()
    chosen = terms.read(json.loads(row.settings)) if row else Settings(terms.next_monday(on or today()))
    known = queries.material(book, chosen.start)
    guide = pack or edition()
    assembled = assemble(known, guide, chosen)
    answer = answers.read(json.loads(row.answer)) if row and row.answer else None
    stale = bool(row and row.answer and row.digest != _digest(assembled, chosen))
    return Draft(book, known, guide, chosen, assembled, answer, stale)


def save(book: str, chosen: Settings) -> None:
    """Keep the terms of the draft of the goals in force; the answer stays and may become stale.

    Raises ``Refused`` where no goal is set.
    """
    PlanDraft.objects.update_or_create(
        book=book,
        goals=queries.aims().id,
        defaults={"settings": dumps(chosen.record())},
        create_defaults={"id": new_id(), "settings": dumps(chosen.record())},
    )


def require_money(chosen: Settings) -> None:
    """Raise ``Refused`` (``programme.no-money``) where the budget is zero."""
    if chosen.budget <= 0:
        raise Refused(NO_MONEY())


def solve(book: str, on: dt.date | None = None, chosen: Settings | None = None) -> Draft:
    """Make the plan for the draft, keep it with the digest of its question, and return the draft.

    Raises ``Refused`` where no goal is set, no money is given, or the question is badly put. Wishes that
    exclude one another are no refusal: the answer then holds the sentence that names the clash.
    """
    if chosen is not None:
        save(book, chosen)
    draft = load(book, on)
    require_money(draft.terms)
    found = answers.answer(draft.assembled.problem, draft.terms.budget, direct(draft.terms.slice))
    answered = {"answer": dumps(answers.record(found)), "digest": _digest(draft.assembled, draft.terms)}
    PlanDraft.objects.update_or_create(
        book=book,
        goals=draft.known.aims.id,
        defaults=answered,
        create_defaults={"id": new_id(), "settings": dumps(draft.terms.record()), **answered},
    )
    return replace(draft, answer=found, stale=False)


def adopt(
    book: str, actor: Actor, *, title: str, day: dt.date, meeting: str = "", on: dt.date | None = None
) -> Written:
    """Write the plan of the draft as voted by the assembly on a day.

    The entry keeps the question, so that the same plan can be found again, and the head of the book.
    Raises ``Refused`` where there is no sound plan, or the actor may not write it.
    """
    draft = load(book, on)
    draft.sound()
    return write(book, [adopted_entry(draft, title, day, meeting)], actor=actor, mode=Mode.FORM)


def adopted_entry(draft: Draft, title: str, day: dt.date, meeting: str = "") -> ProgrammeAdopted:
    """Return the entry that says a sound draft was voted. Raises ``Refused`` where it is not sound."""
    plan = draft.sound().plan
    assert plan is not None  # noqa: S101  sound() refuses a draft without one
    bill = costs.bill(draft.assembled, draft.terms, plan)
    rows = []
    for one in bill.parts:
        first = draft.terms.start + one.activity.week * WEEK
        last = first + len(one.candidate.half_days) * WEEK - dt.timedelta(days=1)
        rows.append(
            ActivityRow(
                code=one.activity.code,
                trainer=one.activity.trainer,
                first_day=first,
                last_day=last,
                cost=one.costing.total,
            )
        )
    return ProgrammeAdopted(
        day=day, goals=draft.known.aims.id, meeting=meeting, title=title, start=draft.terms.start,
        weeks=draft.terms.weeks, budget=draft.terms.budget, cost=bill.total.total, value=plan.value,
        bound=plan.bound, head=cuts.head(draft.book).code(), question=json.loads(draft.assembled.question),
        activities=tuple(rows),
    )  # fmt: skip


def _digest(assembled: Assembled, chosen: Settings) -> str:
    """The digest of what is answered: the question, and the further money that was asked about."""
    return digest(dumps({"question": assembled.digest, "slice": chosen.slice}))
