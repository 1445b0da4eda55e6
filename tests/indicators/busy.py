"""The rest of a random but repeatable life: offices, money, trade, learning, influence."""

from __future__ import annotations

import datetime as dt
import random

from cahier.advocacy.entries import Agreement, DutyKept, DutyRow, FeedbackGiven, Position, Proposal
from cahier.governance.entries import Audit, BodyRules, Decision, Filing, Mandate, Meeting, PlanAction
from cahier.kernel.money import Price
from cahier.learning.entries import AttendanceRow, TaskResult, Training, TrainingHeld
from cahier.markets.entries import Buyer, Claim, Contract, PriceObservation, Sale
from cahier.money.accounts import BalanceSheet, Cost, SurplusAllocated
from cahier.money.entries import Account, CashCount, CashEntry, Reconciled, SharePaid, ShareSubscribed
from cahier.money.loans import Instalment, LoanGiven
from cahier.settlement.entries import Payment, PaymentPromised
from indicators.village import BEGIN, FIRST, KG, LAST, Village


def some_day(dice: random.Random) -> dt.date:
    """A day in the season."""
    return FIRST + dt.timedelta(days=dice.randint(0, (LAST - FIRST).days))


def offices(village: Village, dice: random.Random, members: list[str]) -> None:
    """Statutes, mandates, meetings, and what is due."""
    village.put(
        BodyRules(
            day=BEGIN, year_end_month=12, year_end_day=31, window_months=6, board_seats=7, board_meetings_year=6,
            quorum_numerator=1, quorum_denominator=3, proxies_count=dice.random() < 0.5, supervisory_reports_year=2,
        )
    )  # fmt: skip
    for number, one in enumerate(members[:6]):
        office = ["chair", "treasurer", "secretary", *["board_member"] * 3][number]
        until = dice.choice([None, some_day(dice), dt.date(2028, 1, 1)])
        start = dice.choice([dt.date(2019, 1, 1), dt.date(2024, 1, 1)])
        village.put(Mandate(day=start, person=one, office=office, body="board", until=until))
    for kind in ("general_assembly", "board", "board"):
        held = some_day(dice)
        village.put(
            Meeting(
                day=held, type=kind, called=held - dt.timedelta(days=dice.randint(0, 30)), eligible=len(members),
                present_women=dice.randint(0, 2), present_men=dice.randint(0, 4), proxies=dice.choice([None, 1]),
            )
        )  # fmt: skip
    for _ in range(5):
        due, done = some_day(dice), dice.choice([None, some_day(dice)])
        village.put(
            Decision(day=FIRST, wording="x", due=due, done_on=done),
            PlanAction(day=FIRST, wording="x", due=due, done_on=done),
            Filing(day=FIRST, duty="x", due=due, done_on=done),
        )
    village.put(Audit(day=some_day(dice), outside=dice.random() < 0.5, raised=3))


def money(village: Village, dice: random.Random, members: list[str]) -> None:
    """Accounts, costs, shares, loans."""
    account = village.one(Account(day=FIRST, name="Box", type="cash"))
    for purpose in ("sales", "fees", "services", "grant", "other"):
        amount = dice.randint(1, 10**6)
        village.put(
            CashEntry(
                day=some_day(dice), account=account, direction="in", amount=amount, purpose=purpose, donor="X",
            )
        )  # fmt: skip
    village.put(CashCount(day=LAST, account=account, counted=dice.randint(1, 10**6)))
    village.put(Reconciled(day=LAST, account=account, month=202601))
    for category in ("purchase", "staff", "office"):
        village.put(
            Cost(
                day=some_day(dice), category=category, overhead=category == "office", amount=dice.randint(1, 10**6),
                recurrent=True, granted_asset=False,
            )
        )  # fmt: skip
    for one in members[::2]:
        village.put(ShareSubscribed(day=FIRST, person=one, amount=5000))
        village.put(SharePaid(day=some_day(dice), person=one, amount=dice.randint(1, 5000)))
        plan = (Instalment(due_day=some_day(dice), principal=700),)
        village.put(LoanGiven(day=FIRST, principal=700, person=one, type="input", instalments=plan))
    sheet = [dice.randint(1, 10**6) for _ in range(5)]
    village.put(
        BalanceSheet(
            day=some_day(dice), current_assets=sheet[0], current_liabilities=sheet[1], total_assets=sheet[0] + sheet[1] + sheet[2],
            debt=sheet[1], receivables=sheet[0] // 2,
        )
    )  # fmt: skip
    village.put(
        SurplusAllocated(day=LAST, period_end=some_day(dice), surplus=dice.randint(-9, 9000), refund=7)
    )


def trade(village: Village, dice: random.Random, members: list[str]) -> None:
    """Priced deliveries with payments and promises, market prices, contracts and sales."""
    for one in members:
        day = some_day(dice)
        delivery = village.deliver(
            one, dice.randint(1, 90), day, price=Price(dice.randint(500, 900), 1000), slip=dice.choice([None, True, False]),
            advance=dice.choice([0, 0, 900]), rejected=dice.choice([0, 3 * KG]),
        )  # fmt: skip
        village.put(
            PriceObservation(
                day=day, market="T", product=village.cocoa, price=Price(dice.randint(20, 50) * 1000, 50_000), type="farmgate",
            )
        )  # fmt: skip
        if dice.random() < 0.6:
            due = day + dt.timedelta(days=dice.randint(0, 60))
            village.put(PaymentPromised(day=day, delivery=delivery, type="balance", promised_day=due))
        if dice.random() < 0.6:
            paid = day + dt.timedelta(days=dice.randint(0, 90))
            channel, own = dice.choice(["cash", "mobile"]), dice.choice([None, True, False])
            village.put(
                Payment(
                    day=paid, person=one, delivery=delivery, type="balance", amount=dice.randint(1, 9000), channel=channel,
                    own_account=own,
                )
            )  # fmt: skip
    for name in "XYZ":
        buyer = village.one(Buyer(day=BEGIN, name=name, type="trader"))
        last = some_day(dice)
        agreed = village.one(
            Contract(
                day=FIRST, buyer=buyer, product=village.cocoa, quantity=500 * KG, first_day=FIRST, last_day=last, written=True,
            )
        )  # fmt: skip
        sold = village.one(
            Sale(
                day=some_day(dice), buyer=buyer, product=village.cocoa, contract=agreed, quantity=dice.randint(1, 900) * KG,
                amount=dice.randint(1, 10**7), conform=dice.random() < 0.8, written=True, channel=dice.choice(["organic", "retail"]),
            )
        )  # fmt: skip
        village.put(Claim(day=LAST, sale=sold, value=9, why="quality"))


def people_work(village: Village, dice: random.Random, members: list[str]) -> None:
    """Trainings and advocacy."""
    for _ in range(3):
        run = village.one(Training(day=FIRST, module="A1-1"))
        rows = tuple(AttendanceRow(person=one, present=dice.random() < 0.7) for one in members[:8])
        held = some_day(dice)
        village.put(
            TrainingHeld(day=held, training=run, minutes=180, planned=held, own_trainer=True, people=rows)
        )
        village.put(TaskResult(day=LAST, training=run, person=members[0], accepted=dice.random() < 0.7))
    village.put(Position(day=some_day(dice), theme="x", mandate=dice.choice(["assembly", "none"])))
    village.put(Proposal(day=some_day(dice), to="x", subject="x", written=True))
    row = DutyRow(side="own", wording="x", due=some_day(dice))
    agreement = village.one(Agreement(day=FIRST, partner="x", title="x", duties=(row,)))
    village.put(
        DutyKept(day=LAST, agreement=agreement, duty=1, state="kept"), FeedbackGiven(day=LAST, to="assembly")
    )


def everything(village: Village, dice: random.Random, members: list[str]) -> None:
    """All of it."""
    for part in (offices, money, trade, people_work):
        part(village, dice, members)
