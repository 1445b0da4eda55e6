"""A book in which people decide and learn: every kind of registry, governance, learning, advocacy, access."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from cahier.access import entries as access
from cahier.advocacy import entries as advocacy
from cahier.governance import entries as governance
from cahier.journal.actor import Actor
from cahier.journal.write import Mode, write
from cahier.learning import entries as learning
from cahier.registry import entries as registry

FIRST = dt.date(2026, 1, 5)


class Life:
    """Writes random facts into a book, right and wrong ones alike, as imports do."""

    def __init__(self, book: str, actor: Actor, seed: int) -> None:
        self.book, self.actor, self.dice = book, actor, Random(seed)
        self.made: dict[str, list[str]] = {}

    def day(self) -> dt.date:
        return FIRST + dt.timedelta(days=self.dice.randrange(300))

    def put(self, entry: Any) -> str:
        [one] = write(self.book, [entry], actor=self.actor, mode=Mode.FACT).ids
        self.made.setdefault(entry.KIND, []).append(one)
        return one

    def any(self, kind: str) -> str:
        return self.dice.choice(self.made[kind])

    def maybe(self, value: Any, otherwise: Any = None) -> Any:
        return value if self.dice.random() < 0.5 else otherwise

    def ground(self) -> None:
        """What everything else names."""
        for n in range(6):
            self.put(registry.Person(day=FIRST, family_name=f"Person {n}", sex="fm"[n % 2]))
        for name in ("Nord", "Sud"):
            self.put(registry.Section(day=FIRST, code=name[0], name=name))
        for n, tier in enumerate(("cooperative", "union")):
            rows = (registry.FunctionRow(function="FN3"), registry.FunctionRow(function="FN5"))
            products = (registry.ProductRow(product="cocoa", producers_in_area=900),)
            self.put(
                registry.Organisation(
                    day=self.day(), name=tier, tier=tier, own=n == 0, functions=rows, products=products
                )
            )

    def openings(self) -> None:
        person, section = self.any("registry.person"), self.any("registry.section")
        number, day = self.dice.randrange, self.day
        office = self.dice.choice(["treasurer", "chair", "board_member"])
        duties = tuple(
            advocacy.DutyRow(side=side, wording=side, due=self.maybe(day())) for side in ("own", "other")
        )
        people = tuple(
            learning.AttendanceRow(person=one, present=number(4) > 0)
            for one in self.dice.sample(self.made["registry.person"], 3)
        )
        for entry in (
            registry.Person(day=day(), family_name="Doubled", code=f"M-{number(3)}"),
            registry.Organisation(day=day(), name="Another", tier="union", own=number(3) == 0),
            registry.Joined(day=day(), person=person, section=section),
            registry.Hired(day=day(), person=person, post="Storekeeper"),
            registry.Affiliation(day=day(), to=self.any("registry.organisation")),
            registry.CriticalTask(day=day(), task="Cash", holder=person),
            governance.BodyRules(day=day(), quorum_numerator=1, quorum_denominator=2, board_seats=7),
            governance.Meeting(
                day=day(), type="board", called=self.maybe(day()), eligible=number(9), present_women=number(9)
            ),
            governance.Decision(day=day(), wording="Buy a scale", due=self.maybe(day()), done_on=self.maybe(day())),
            governance.PlanAction(day=day(), wording="Repair", due=self.maybe(day())),
            governance.Mandate(day=day(), person=person, office=office, body="board"),
            governance.SupervisoryReport(day=day(), raised=number(3)),
            governance.Audit(day=day(), outside=True, raised=number(3)),
            governance.Filing(day=day(), duty="Accounts", due=day(), done_on=self.maybe(day())),
            governance.Complaint(day=day(), account="A word", complainant=person),
            governance.RelatedPartyDeal(day=day(), person=person, what="Land"),
            learning.TrainingHeld(day=day(), module="M05", minutes=180, people=people),
            learning.RequiredModule(day=day(), office=office, module="M05"),
            advocacy.Position(day=day(), theme="Road", mandate="assembly"),
            advocacy.Proposal(day=day(), to="Commune", subject="Road", written=True),
            advocacy.Agreement(day=day(), partner="Commune", title="Road", duties=duties),
            advocacy.SeatInPlatform(day=day(), platform="Council", type="council"),
            advocacy.Dues(day=day(), to=self.any("registry.organisation"), amount=number(1, 500), due=day()),
            advocacy.FeedbackGiven(day=day()),
            advocacy.PublicMoney(day=day(), source="Commune", level="local", amount=number(900)),
            access.Grant(day=day(), holder_type="account", holder="account:diego", what="pages", role="adviser",
                         first_day=FIRST, purpose="Programme"),
            access.Consent(day=day(), person=person, purpose="photo", given=number(2) == 0),
        ):  # fmt: skip
            self.put(entry)

    def closings(self) -> None:
        person, number, day, any_ = self.any("registry.person"), self.dice.randrange, self.day, self.any
        for entry in (
            registry.Left(day=day(), person=person, why="Moved away"),
            registry.Moved(day=day(), person=person, section=any_("registry.section")),
            registry.RegisterChecked(day=day(), person=person),
            registry.StaffLeft(day=day(), employment=any_("registry.hired")),
            registry.AffiliationEnded(day=day(), affiliation=any_("registry.affiliation")),
            registry.SubstituteTrained(day=day(), task=any_("registry.critical-task"), person=person),
            governance.MinutesShared(day=day(), of=any_("governance.meeting")),
            governance.DecisionDone(day=day(), decision=any_("governance.decision")),
            governance.ActionDone(day=day(), action=any_("governance.plan-action")),
            governance.Mandate(day=day(), person=person, office="chair", body="board",
                               replaces=any_("governance.mandate")),
            governance.MandateEnded(day=day(), mandate=any_("governance.mandate")),
            governance.FindingsCleared(day=day(), report=any_("governance.supervisory-report"), count=2),
            governance.AuditRemarksCleared(day=day(), report=any_("governance.audit"), count=2),
            governance.FilingDone(day=day(), filing=any_("governance.filing")),
            governance.ComplaintClosed(day=day(), complaint=any_("governance.complaint")),
            governance.DealDisclosed(day=day(), deal=any_("governance.related-party-deal")),
            governance.Restitution(day=day(), assessed=day(), meeting=any_("governance.meeting")),
            learning.TaskResult(day=day(), training=any_("learning.training-held"), person=person, accepted=True),
            learning.TestResult(day=day(), training=any_("learning.training-held"), person=person, before=2, after=7),
            learning.ApplicationCheck(day=day(), training=any_("learning.training-held"), person=person, term="90",
                                      applied=True),
            learning.FollowUpVisit(day=day(), training=any_("learning.training-held")),
            advocacy.ProposalAnswered(day=day(), proposal=any_("advocacy.proposal"), written=True, outcome="partly"),
            advocacy.DutyKept(day=day(), agreement=any_("advocacy.agreement"), duty=number(1, 4)),
            advocacy.SeatEnded(day=day(), seat=any_("advocacy.seat")),
            advocacy.PlatformMeeting(day=day(), seat=any_("advocacy.seat"), attended=True),
            advocacy.DuesPaid(day=day(), dues=any_("advocacy.dues"), amount=number(1, 400)),
            access.Revoke(day=day(), grant=any_("access.grant")),
        ):  # fmt: skip
            self.put(entry)


def lived(book: str, actor: Actor, seed: int, rounds: int = 2) -> Life:
    """Fill a book and return what was made, by kind."""
    life = Life(book, actor, seed)
    life.ground()
    for _ in range(rounds):
        life.openings()
        life.closings()
    return life
