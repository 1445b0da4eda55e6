"""Entries about statutes, meetings and what meetings decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.governance import models
from cahier.governance.done import Closing, done, number
from cahier.governance.words import MEETINGS
from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, reference, text, whole
from cahier.journal.state import Fact
from cahier.kernel.refusals import Problem, reason

QUORUM_ABOVE_ONE = reason(
    "governance.quorum-above-one", "A quorum of {numerator}/{denominator} is more than everybody. Correct it."
)
HALF_A_QUORUM = reason(
    "governance.half-a-quorum", "A quorum is a fraction: give both numbers, or leave both empty."
)
HALF_A_YEAR_END = reason(
    "governance.half-a-year-end", "Give both day and month on which the year closes, or leave both empty."
)


class BodyRules(
    Entry, kind="governance.body-rules", makes=(models.BodyRules,), label=_("Statutes and internal rules")
):
    """What the statutes say from this day on. Leave empty what is not known."""

    year_end_month: int | None = whole(_("Year closes: month"), default=None, least=1, most=12)
    year_end_day: int | None = whole(_("Year closes: day"), default=None, least=1, most=31)
    window_months: int | None = whole(
        _("Assembly within so many months of closing"), default=None, measure="months", most=24
    )
    quorum_numerator: int | None = whole(_("Quorum: so many"), default=None, least=1, most=1000)
    quorum_denominator: int | None = whole(_("Quorum: out of"), default=None, least=1, most=1000)
    second_quorum_numerator: int | None = whole(
        _("Second call, quorum: so many"), default=None, least=1, most=1000
    )
    second_quorum_denominator: int | None = whole(
        _("Second call, quorum: out of"), default=None, least=1, most=1000
    )
    notice_days: int | None = whole(_("Notice before a meeting"), default=None, measure="days", most=365)
    proxies_count: bool | None = flag(_("Proxies count for the quorum"), default=None)
    board_seats: int | None = whole(_("Seats on the board"), default=None, least=1, most=200)
    supervisory_seats: int | None = whole(_("Seats on the supervisory committee"), default=None, most=100)
    term_months: int | None = whole(_("Term of office"), default=None, measure="months", least=1, most=240)
    board_meetings_year: int | None = whole(_("Board meetings planned a year"), default=None, most=366)
    supervisory_reports_year: int | None = whole(
        _("Supervisory reports planned a year"), default=None, most=366
    )

    def shape(self) -> Iterable[Problem]:
        """Fractions are whole and not above one; the day of closing has a month."""
        for prefix in ("quorum", "second_quorum"):
            top, bottom = getattr(self, f"{prefix}_numerator"), getattr(self, f"{prefix}_denominator")
            if (top is None) != (bottom is None):
                yield HALF_A_QUORUM().at(f"{prefix}_denominator")
            elif top is not None and top > bottom:
                yield QUORUM_ABOVE_ONE(numerator=top, denominator=bottom).at(f"{prefix}_numerator")
        if (self.year_end_month is None) != (self.year_end_day is None):
            yield HALF_A_YEAR_END().at("year_end_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The rules from this day on."""
        rules = {name: getattr(self, name) for name in self.FIELDS if name != "day"}
        yield models.BodyRules.fact(at, day=at.day, **rules)


class Meeting(
    Entry, kind="governance.meeting", makes=(models.Meeting, models.Done), label=_("Meeting"),
    named_by=("type", "day"),
):  # fmt: skip
    """A meeting was held on this day. Leave empty what the minutes do not tell."""

    type: str = choice(_("Type"), MEETINGS)
    section: str = reference(_("Section"), "registry.section", default="")
    call: int = whole(_("Call (first, second)"), default=1, least=1, most=9)
    called: dt.date | None = day(_("Called on"), default=None)
    eligible: int | None = whole(_("Entitled to vote"), default=None, measure="people")
    required: int | None = whole(_("Needed for the quorum"), default=None, measure="people")
    present_women: int | None = whole(_("Women present"), default=None, measure="people")
    present_men: int | None = whole(_("Men present"), default=None, measure="people")
    present_unknown: int | None = whole(_("Present, sex not noted"), default=None, measure="people")
    proxies: int | None = whole(_("Represented by a valid proxy"), default=None, measure="people")
    minutes_shared: dt.date | None = day(_("Minutes shared on"), default=None)
    accounts_debated: bool | None = flag(_("Accounts were debated"), default=None)
    accounts_until: dt.date | None = day(_("Accounts closed on"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One meeting, and its minutes if they were shared."""
        known = [n for n in (self.present_women, self.present_men, self.present_unknown) if n is not None]
        yield models.Meeting.fact(
            at, type=self.type, section=self.section, call=self.call, called=number(self.called),
            eligible=self.eligible, required=self.required, present_women=self.present_women,
            present_men=self.present_men, present_unknown=self.present_unknown,
            present=sum(known) if known else None, proxies=self.proxies,
            accounts_debated=self.accounts_debated, accounts_until=number(self.accounts_until), day=at.day,
        )  # fmt: skip
        yield from done(at, "minutes", at.id, self.minutes_shared)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The meeting's counts, and its minutes."""
        yield Subject("meeting", at.id)
        yield Subject("minutes", at.id)


class MinutesShared(
    Closing, kind="governance.minutes-shared", makes=(models.Done,), label=_("Minutes shared")
):
    """The minutes of a meeting were posted or handed out on this day (KG-05)."""

    MATTER, TARGET = "minutes", "of"

    of: str = reference(_("Meeting"), "governance.meeting")


class Decision(
    Entry, kind="governance.decision", makes=(models.Decision, models.Done), label=_("Decision"),
    named_by=("number",),
):  # fmt: skip
    """A body decided something that somebody has to carry out (KG-10)."""

    number: str = text(_("Number"), default="", most=40)
    meeting: str = reference(_("Meeting"), "governance.meeting", default="")
    wording: str = text(_("What was decided"), most=1000, lines=3)
    executor: str = reference(_("Carried out by"), "registry.person", default="")
    due: dt.date | None = day(_("Due on"), default=None)
    done_on: dt.date | None = day(_("Done on"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One decision."""
        yield models.Decision.fact(
            at, number=self.number, meeting=self.meeting, wording=self.wording, executor=self.executor,
            due=number(self.due), day=at.day,
        )  # fmt: skip
        yield from done(at, "decision", at.id, self.done_on)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This decision."""
        yield Subject("decision", at.id)


class DecisionDone(
    Closing, kind="governance.decision-done", makes=(models.Done,), label=_("Decision carried out")
):
    """A decision was carried out on this day."""

    MATTER, TARGET = "decision", "decision"

    decision: str = reference(_("Decision"), "governance.decision")


class PlanAction(
    Entry, kind="governance.plan-action", makes=(models.PlanAction, models.Done), label=_("Action planned")
):
    """An action of the yearly plan, with its day (KA-06)."""

    plan: str = text(_("Plan"), default="", most=80)
    wording: str = text(_("Action"), most=500)
    responsible: str = reference(_("Responsible"), "registry.person", default="")
    due: dt.date | None = day(_("Due on"), default=None)
    done_on: dt.date | None = day(_("Done on"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One action."""
        yield models.PlanAction.fact(
            at,
            plan=self.plan,
            wording=self.wording,
            responsible=self.responsible,
            due=number(self.due),
            day=at.day,
        )
        yield from done(at, "action", at.id, self.done_on)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """This action."""
        yield Subject("action", at.id)


class ActionDone(Closing, kind="governance.action-done", makes=(models.Done,), label=_("Action done")):
    """An action of the plan was done on this day."""

    MATTER, TARGET = "action", "action"

    action: str = reference(_("Action"), "governance.plan-action")
