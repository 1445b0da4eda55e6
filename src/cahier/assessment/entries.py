"""The vocabulary of the assessment: who asks, a round, who was there, votes, agreements, proofs, closing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.assessment import models
from cahier.assessment.shapes import (
    GROUP_TWICE,
    NO_GRID,
    NOT_AND_LEVEL,
    NOTHING_AGREED,
    PERIOD_ORDER,
    group_problems,
    item_subject,
    unreadable,
)
from cahier.assessment.words import SEXES, SHARING
from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import (
    Attached,
    attachment,
    choice,
    day,
    flag,
    record,
    reference,
    rows,
    text,
    whole,
)
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.canonical import dumps
from cahier.kernel.refusals import Problem

ROUND = "assessment.round"


def _day(value: dt.date | None) -> int | None:
    return None if value is None else days.number(value)


def _order(at: Stamp) -> dict[str, Any]:
    return {"day": at.day, "clock": at.clock, "origin": at.origin, "number": at.number}


class Demanded(Entry, kind="assessment.entry", makes=(models.Demand,), label=_("Assessment asked for")):
    """The organisation asked for an assessment: what for, who decides, what was agreed about its data."""

    asked_by: str = text(_("Who asks"), help=_("The board, the assembly, a partner: an office, not a person"))
    purpose: str = text(_("What for"), most=1000, lines=3)
    decided_by: str = text(_("Who decides about it"))
    sharing: str = choice(_("Who may see the results"), SHARING)
    until: dt.date | None = day(_("Consent holds until"), default=None)
    letter: Attached | None = attachment(_("Letter of agreement"), default=None)
    charter: Attached | None = attachment(_("Data charter, signed"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One demand."""
        yield models.Demand.fact(
            at, asked_by=self.asked_by, purpose=self.purpose, decided_by=self.decided_by, sharing=self.sharing,
            until=_day(self.until), letter=self.letter.sha256 if self.letter else "",
            charter=self.charter.sha256 if self.charter else "", day=at.day,
        )  # fmt: skip


class GroupSeats(Row):
    """A group that votes apart, and how many of it are expected."""

    code: str = text(_("Code"), most=40)
    name: str = text(_("Name"), default="", most=60)
    people: int = whole(_("People"), default=0, most=9999)


class RoundOpened(Entry, kind=ROUND, makes=(models.OpenedRound, models.RoundGroup), label=_("Round opened"),
                  named_by=("title",)):  # fmt: skip
    """A round was opened with one guide, whose grid it keeps, and with the groups that vote apart."""

    round_number: int = whole(_("Round"), least=1, most=999)
    title: str = text(_("Title"), default="", most=120)
    pack: str = text(_("Guide"), most=120)
    groups: tuple[GroupSeats, ...] = rows(_("Groups"), GroupSeats, least=1)
    grid: Any = record(_("Grid"))
    digest: str = text(_("Digest of the guide"), most=64)

    def shape(self) -> Iterable[Problem]:
        """The grid can be read, and no group is named twice."""
        codes = [group.code for group in self.groups]
        if len(set(codes)) != len(codes):
            yield GROUP_TWICE().at("groups")
        if unreadable(self.grid):
            yield NO_GRID().at("grid")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The round, and one row a group."""
        yield models.OpenedRound.fact(
            at, pack=self.pack, digest=self.digest, round_number=self.round_number, title=self.title,
            grid=dumps(self.grid), **_order(at),
        )  # fmt: skip
        for line, group in enumerate(self.groups):
            yield models.RoundGroup.fact(at, line, code=group.code, name=group.name, people=group.people)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The round, and its number, which no other round may bear."""
        yield Subject(ROUND, at.id)
        yield Subject("assessment.number", str(self.round_number))


class Present(Row):
    """How many of one group and sex took part."""

    group: str = text(_("Group"), most=40)
    sex: str = choice(_("Sex"), SEXES, default="")
    people: int = whole(_("People"), most=9999)


class Participants(
    Entry, kind="assessment.participants", makes=(models.Presence,), label=_("Participants counted")
):
    """Those who took part in a round were counted, by group and sex; nobody is named."""

    round: str = reference(_("Round"), ROUND)
    present: tuple[Present, ...] = rows(_("Present"), Present, least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One row a group and sex."""
        for line, row in enumerate(self.present):
            yield models.Presence.fact(
                at, line, round=self.round, group=row.group, sex=row.sex, people=row.people
            )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The round."""
        yield Subject(ROUND, self.round)


class Bar(Row):
    """How many of one group gave one answer: a level, ``?`` for don't know, empty for blank."""

    group: str = text(_("Group"), most=40)
    answer: str = text(_("Answer"), default="", most=8)
    people: int = whole(_("People"), least=1, most=9999)


class ItemVotes(Entry, kind="assessment.votes", makes=(models.VoteCount,), label=_("Votes revealed")):
    """The private votes on one item were revealed, as histograms of groups of five or more.

    Smaller groups were merged into ``panel`` before. ``ballot`` is 1, and 2 when the item is voted again.
    """

    round: str = reference(_("Round"), ROUND)
    item: str = text(_("Item"), most=60)
    ballot: int = whole(_("Ballot"), default=1, least=1, most=99)
    bars: tuple[Bar, ...] = rows(_("Counts"), Bar, least=1)

    def shape(self) -> Iterable[Problem]:
        """No group is small enough to show one person, and no bar is given twice."""
        yield from group_problems([(bar.group, bar.answer, bar.people) for bar in self.bars])

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One row a bar."""
        subject = item_subject(self.round, self.item)
        for line, bar in enumerate(self.bars):
            yield models.VoteCount.fact(
                at, line, subject=subject, round=self.round, item=self.item, ballot=self.ballot, group=bar.group,
                answer=bar.answer, people=bar.people, **_order(at),
            )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The item in its round."""
        yield Subject("assessment.item", item_subject(self.round, self.item))


class ItemAgreed(Entry, kind="assessment.agreed", makes=(models.Agreement,), label=_("Item agreed")):
    """The group agreed what to write for one item, or that it does not apply. Levels in whole halves.

    ``grade`` is the guide's code of how well it is shown; ``then`` what the group now thinks its level
    was at the round before; ``wished`` a higher level that could not be shown yet.
    """

    round: str = reference(_("Round"), ROUND)
    item: str = text(_("Item"), most=60)
    agreed: int | None = whole(_("Level agreed"), default=None, measure="level", least=-2000, most=2000)
    self_score: int | None = whole(_("Own score"), default=None, measure="level", least=-2000, most=2000)
    facilitator: int | None = whole(
        _("Facilitator’s score"), default=None, measure="level", least=-2000, most=2000
    )
    panel: int | None = whole(_("Panel’s score"), default=None, measure="level", least=-2000, most=2000)
    wished: int | None = whole(_("Level wished for"), default=None, measure="level", least=-2000, most=2000)
    then: int | None = whole(
        _("Level last time, as seen now"), default=None, measure="level", least=-2000, most=2000
    )
    grade: str = text(_("Proof"), default="", most=20)
    discussed: bool = flag(_("Discussed"), default=False)
    applicable: bool = flag(_("Applies to us"), default=True)
    rationale: str = text(_("Our reason"), default="", most=1000, lines=3)

    def shape(self) -> Iterable[Problem]:
        """Either the item applies and has a level, or it does not apply and has none."""
        if self.applicable and self.agreed is None:
            yield NOTHING_AGREED().at("agreed")
        if not self.applicable and self.agreed is not None:
            yield NOT_AND_LEVEL().at("agreed")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One agreement."""
        yield models.Agreement.fact(
            at, subject=item_subject(self.round, self.item), round=self.round, item=self.item, agreed=self.agreed,
            self_score=self.self_score, facilitator=self.facilitator, panel=self.panel, wished=self.wished,
            then=self.then, grade=self.grade, discussed=self.discussed, applicable=self.applicable,
            rationale=self.rationale, **_order(at),
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The item in its round, and the round."""
        yield Subject("assessment.item", item_subject(self.round, self.item))
        yield Subject(ROUND, self.round)


class ShownItem(Row):
    """An item that a proof shows."""

    item: str = text(_("Item"), most=60)


class ProofListed(Entry, kind="assessment.proof", makes=(models.Proof, models.ProofItem), label=_("Proof listed"),
                  named_by=("title",)):  # fmt: skip
    """A proof was shown: what it is, which period it covers, until when it holds, who may see it."""

    title: str = text(_("What it is"), most=200)
    items: tuple[ShownItem, ...] = rows(_("Items"), ShownItem, least=1)
    round: str = reference(_("Round"), ROUND, default="")
    proof_kind: str = text(_("Kind of proof"), default="", most=60)
    dated: dt.date | None = day(_("Its date"), default=None)
    period_from: dt.date | None = day(_("Period covered, from"), default=None)
    period_to: dt.date | None = day(_("Period covered, to"), default=None)
    expires: dt.date | None = day(_("Last day it is valid"), default=None)
    visibility: str = choice(_("Who may see it"), SHARING, default="po")
    file: Attached | None = attachment(_("Photo or file"), default=None)

    def shape(self) -> Iterable[Problem]:
        """A period does not end before it begins."""
        if self.period_from and self.period_to and self.period_to < self.period_from:
            yield PERIOD_ORDER().at("period_to")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The proof, and one row an item."""
        file = self.file or Attached("", "", 0)
        yield models.Proof.fact(
            at, round=self.round, proof_kind=self.proof_kind, title=self.title, dated=_day(self.dated),
            period_from=_day(self.period_from), period_to=_day(self.period_to), expires=_day(self.expires),
            visibility=self.visibility or "po", sha256=file.sha256, media_type=file.type, size=file.size,
            filename=file.name, author=at.author, day=at.day,
        )  # fmt: skip
        for line, row in enumerate(self.items):
            yield models.ProofItem.fact(at, line, item=row.item)


class ContradictionAnswered(
    Entry, kind="assessment.contradiction", makes=(models.Contradiction,), label=_("Question of the books answered")
):  # fmt: skip
    """The books and the agreed level differ; the group says what explains it. No level changes by it."""

    round: str = reference(_("Round"), ROUND)
    item: str = text(_("Item"), most=60)
    indicator: str = text(_("Indicator"), most=20)
    answer: str = text(_("What explains it"), most=1000, lines=3)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One answer."""
        yield models.Contradiction.fact(
            at, round=self.round, item=self.item, indicator=self.indicator, answer=self.answer, day=at.day
        )


class RoundClosed(Entry, kind="assessment.closed", makes=(models.RoundClosing,), label=_("Round closed")):
    """A round was closed on exactly the entries of a cut. ``cut`` holds ``last`` by origin, and ``digest``."""

    round: str = reference(_("Round"), ROUND)
    code: str = text(_("Head of the book"), most=200)
    cut: Any = record(_("Cut"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One closing."""
        yield models.RoundClosing.fact(
            at, round=self.round, code=self.code, cut=dumps(self.cut), **_order(at)
        )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The round."""
        yield Subject(ROUND, self.round)
