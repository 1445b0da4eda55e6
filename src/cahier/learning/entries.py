"""The vocabulary of learning. Modules are named by their code (M05); a training is one run of a module."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.governance.done import number
from cahier.governance.words import OFFICES
from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import Attached, attachment, choice, day, flag, money, reference, rows, text, whole
from cahier.journal.state import Fact
from cahier.kernel.refusals import Problem, reason
from cahier.learning import models

NO_MODULE = reason("learning.no-module", "Give the code of the module, or choose the training announced.")
LISTED_TWICE = reason("learning.listed-twice", "The same person is listed twice. Keep one of the two rows.")
STAYED_LONGER = reason(
    "learning.stayed-longer",
    "Somebody stayed {minutes} minutes at a session of {length}. Correct one of them.",
)
WINDOW_ENDS_FIRST = reason(
    "learning.window-order", "The window ends before it begins. Change one of the two days."
)
MORE_THAN_ALL = reason("learning.more-than-all", "{points} points are more than the {most} of the test.")

TRAININGS = ("learning.training", "learning.training-held")
TERMS = {"30": _("30 days"), "90": _("90 days")}


class Training(
    Entry, kind="learning.training", makes=(models.Training,), label=_("Training announced"),
    named_by=("module", "day"),
):  # fmt: skip
    """A run of a module was announced, with the days between which it is to be held."""

    module: str = text(_("Module"), most=40, help=_("Its code in the guide, such as M05, or the provider's"))
    title: str = text(_("Title"), default="", most=200)
    planned_from: dt.date | None = day(_("Planned from"), default=None)
    planned_to: dt.date | None = day(_("Planned to"), default=None)

    def shape(self) -> Iterable[Problem]:
        """The window does not end before it begins."""
        if self.planned_from and self.planned_to and self.planned_to < self.planned_from:
            yield WINDOW_ENDS_FIRST().at("planned_to")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One training."""
        yield models.Training.fact(
            at, module=self.module, title=self.title, planned_from=number(self.planned_from),
            planned_to=number(self.planned_to), day=at.day,
        )  # fmt: skip


class AttendanceRow(Row):
    """One person at a session: had she confirmed, did she come, how long did she stay."""

    person: str = reference(_("Person"), "registry.person")
    confirmed: bool = flag(_("Invited and confirmed"), default=True)
    present: bool = flag(_("Was present"), default=True)
    minutes: int | None = whole(_("Minutes"), default=None, measure="minutes")


class TrainingHeld(
    Entry, kind="learning.training-held", label=_("Training session held"), named_by=("module", "day"),
    makes=(models.Training, models.TrainingSession, models.Attendance),
):  # fmt: skip
    """A session of a training was held on this day. One that nobody announced is its own training."""

    training: str = reference(_("Training"), *TRAININGS, default="")
    module: str = text(_("Module"), default="", most=40, help=_("Only for a training that was not announced"))
    title: str = text(_("Title"), default="", most=200)
    minutes: int | None = whole(_("Duration"), default=None, measure="minutes", most=20_000)
    planned: dt.date | None = day(_("Planned for"), default=None)
    own_trainer: bool | None = flag(_("Led by the organisation's own people"), default=None)
    cost: int | None = money(_("Cost"), default=None)
    people: tuple[AttendanceRow, ...] = rows(_("Attendance"), AttendanceRow)

    def shape(self) -> Iterable[Problem]:
        """A module is known; nobody is listed twice or stayed longer than the session."""
        if not self.training and not self.module:
            yield NO_MODULE().at("module")
        seen: set[str] = set()
        for place, row in enumerate(self.people, start=1):
            if row.person in seen:
                yield LISTED_TWICE().at(f"people.{place}.person")
            seen.add(row.person)
            if row.minutes is not None and self.minutes is not None and row.minutes > self.minutes:
                yield STAYED_LONGER(minutes=row.minutes, length=self.minutes).at(f"people.{place}.minutes")

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The training that the session belongs to."""
        yield Subject("training", self.training or at.id)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One session with its list; and the training, if it was not announced."""
        training = self.training or at.id
        if not self.training:
            planned = number(self.planned)
            yield models.Training.fact(
                at, module=self.module, title=self.title, planned_from=planned, planned_to=planned, day=at.day
            )
        yield models.TrainingSession.fact(
            at, training=training, minutes=self.minutes, planned=number(self.planned),
            own_trainer=self.own_trainer, cost=self.cost, day=at.day,
        )  # fmt: skip
        for line, row in enumerate(self.people):
            stayed = row.minutes if row.minutes is not None else self.minutes
            yield models.Attendance.fact(
                at, line, training=training, person=row.person, confirmed=bool(row.confirmed),
                present=bool(row.present), minutes=stayed if row.present else 0, day=at.day,
            )  # fmt: skip


class _AboutLearner(Entry):
    """What is known of one person in one training."""

    training: str = reference(_("Training"), *TRAININGS)
    person: str = reference(_("Person"), "registry.person")

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The training, whose list should name this person."""
        yield Subject("training", self.training)


class TaskResult(
    _AboutLearner, kind="learning.task-result", makes=(models.TaskResult,), label=_("Practical task")
):
    """The practical task of a person was looked at on this day."""

    accepted: bool = flag(_("Accepted"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One result."""
        yield models.TaskResult.fact(
            at, training=self.training, person=self.person, accepted=self.accepted, day=at.day
        )


class TestResult(
    _AboutLearner, kind="learning.test-result", makes=(models.TestResult,), label=_("Do-it test")
):
    """What a person could do before and after a training, in points of the same test."""

    __test__ = False

    before: int | None = whole(_("Points before"), default=None, measure="points")
    after: int | None = whole(_("Points after"), default=None, measure="points")
    most: int = whole(_("Points at most"), default=10, measure="points", least=1)

    def shape(self) -> Iterable[Problem]:
        """Nobody has more points than the test gives."""
        for name in ("before", "after"):
            points = getattr(self, name)
            if points is not None and points > self.most:
                yield MORE_THAN_ALL(points=points, most=self.most).at(name)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One result."""
        yield models.TestResult.fact(
            at, training=self.training, person=self.person, before=self.before, after=self.after,
            most=self.most, day=at.day,
        )  # fmt: skip


class ApplicationCheck(
    _AboutLearner, kind="learning.application-check", makes=(models.ApplicationCheck,),
    label=_("Application check"),
):  # fmt: skip
    """Somebody looked, 30 or 90 days after a training, whether what was learnt is done."""

    term: str = choice(_("After"), TERMS)
    applied: bool = flag(_("It is applied"))
    proof: Attached | None = attachment(_("Proof"), default=None)
    proof_seen: bool = flag(_("A proof was seen"), default=False)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One check."""
        yield models.ApplicationCheck.fact(
            at, training=self.training, person=self.person, term=int(self.term), applied=self.applied,
            proof=bool(self.proof_seen) or self.proof is not None, day=at.day,
        )  # fmt: skip


class FollowUpVisit(
    Entry, kind="learning.follow-up-visit", makes=(models.FollowUpVisit,), label=_("Follow-up visit")
):
    """A coach came back to people of a training, or to one of them, on this day."""

    training: str = reference(_("Training"), *TRAININGS)
    person: str = reference(_("Person"), "registry.person", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One visit."""
        yield models.FollowUpVisit.fact(at, training=self.training, person=self.person, day=at.day)


class RequiredModule(
    Entry, kind="learning.required-module", makes=(models.RequiredModule,), label=_("Module required for an office")
):  # fmt: skip
    """From this day on, whoever holds an office needs a module."""

    office: str = choice(_("Office"), OFFICES)
    module: str = text(_("Module"), most=40)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One requirement."""
        yield models.RequiredModule.fact(at, office=self.office, module=self.module, day=at.day)
