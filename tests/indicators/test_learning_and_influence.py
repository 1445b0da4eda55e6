"""KL, KI and what concerns women in learning and payment, each figure worked out by hand."""

import datetime as dt
from fractions import Fraction

from cahier.advocacy.entries import (
    Agreement,
    Dues,
    DuesPaid,
    DutyKept,
    DutyRow,
    FeedbackGiven,
    Position,
    Proposal,
    ProposalAnswered,
    PublicMoney,
    SeatInPlatform,
)
from cahier.governance.entries import Mandate
from cahier.indicators.bands import Band
from cahier.indicators.engine import Status
from cahier.learning.entries import (
    ApplicationCheck,
    AttendanceRow,
    FollowUpVisit,
    RequiredModule,
    TaskResult,
    Training,
    TrainingHeld,
)
from cahier.registry.entries import Organisation
from cahier.settlement.entries import Payment
from indicators.village import BEGIN, FIRST, LAST

MARCH = dt.date(2026, 3, 2)


def training(village, people, day=MARCH, minutes=120, module="A2-1", present=None, **fields):
    run = village.one(Training(day=FIRST, module=module))
    listed = tuple(
        AttendanceRow(person=one, confirmed=True, present=present is None or one in present) for one in people
    )
    village.put(TrainingHeld(day=day, training=run, minutes=minutes, people=listed, **fields))
    return run


def test_presence_and_completion(village):
    # Four confirmed, three came, two had their task accepted: 3 / 4 and 2 / 4.
    people = village.members(4)
    run = training(village, people, present=people[:3])
    for one in people[:2]:
        village.put(TaskResult(day=LAST, training=run, person=one, accepted=True))
    village.put(TaskResult(day=LAST, training=run, person=people[2], accepted=False))
    assert village.whole("KL-01")[:2] == (3, 4) and village.whole("KL-03")[:2] == (2, 4)


def test_applied_at_ninety_days(village):
    # Two completed in March, one applies it with proof; one completed in August, whose 90 days still run.
    people = village.members(3)
    early, late = training(village, people[:2]), training(village, people[2:], day=dt.date(2026, 8, 1))
    for run, one in ((early, people[0]), (early, people[1]), (late, people[2])):
        village.put(TaskResult(day=LAST, training=run, person=one, accepted=True))
    village.put(
        ApplicationCheck(
            day=dt.date(2026, 6, 1),
            training=early,
            person=people[0],
            term="90",
            applied=True,
            proof_seen=True,
        )
    )
    assert village.whole("KL-05")[:2] == (1, 2)


def test_follow_up_own_trainers_and_calendar(village):
    # Two trainings: one visited on day 30, led by own people, on its day; the other visited on day 31, late.
    one, two = village.members(2)
    first = training(village, [one], own_trainer=True, planned=MARCH)
    second = training(village, [two], own_trainer=False, planned=MARCH - dt.timedelta(days=1))
    village.put(
        FollowUpVisit(day=MARCH + dt.timedelta(days=30), training=first),
        FollowUpVisit(day=MARCH + dt.timedelta(days=31), training=second),
    )
    assert village.whole("KL-07")[:2] == (1, 2)
    assert village.whole("KL-09")[:2] == (1, 2)
    assert village.whole("KL-10")[:2] == (1, 2)


def test_new_names_and_hours(village):
    # a came the year before and now, b now: 1 / 2 is new. The chair a had 2 hours; one office-holder.
    a, b = village.members(2)
    training(village, [a], day=dt.date(2025, 5, 1))
    training(village, [a, b])
    village.put(Mandate(day=BEGIN, person=a, office="chair", body="board"))
    assert village.whole("KL-08")[:2] == (1, 2)
    figure = village.figure("KL-02")
    assert figure.value == 2 and figure.band is Band.RED


def test_trained_seats(village):
    # The treasurer needs A2-1 and has it, the chair needs it and has not.
    a, b = village.members(2)
    run = training(village, [a])
    village.put(TaskResult(day=LAST, training=run, person=a, accepted=True))
    for person, office in ((a, "treasurer"), (b, "chair")):
        village.put(
            Mandate(day=BEGIN, person=person, office=office, body="board"),
            RequiredModule(day=BEGIN, office=office, module="A2-1"),
        )
    assert village.whole("KL-06")[:2] == (1, 2)


def test_training_share_of_women_beside_their_share_of_members(village):
    # 1 woman of 4 members = 25 %; hours: hers 2 of 6 = 33.3 %, more than 2 points above -> green.
    [woman], men = village.members(1, sex="f"), village.members(3, sex="m")
    training(village, [woman, *men[:2]])
    figure = village.figure("KW-06")
    assert figure.value == Fraction(100, 3) and figure.band is Band.GREEN


def test_women_paid_on_their_own_account(village):
    # Three women deliver; one is paid herself, one through her husband, of one nobody noted it.
    women = village.members(3, sex="f")
    for one, own in zip(women, (True, False, None), strict=True):
        delivery = village.deliver(one, 5)
        village.put(
            Payment(
                day=LAST,
                person=one,
                delivery=delivery,
                type="balance",
                amount=9,
                channel="mobile",
                own_account=own,
            )
        )
    assert village.whole("KW-07") == (1, 2, 3, 2)


def test_deliveries_in_womens_names(village):
    [woman], [man] = village.members(1, sex="f"), village.members(1, sex="m")
    for one, kilos in ((woman, 30), (man, 500)):
        village.pledge(one, 100 if one == woman else 500, "declared")
        village.deliver(one, kilos)
    assert village.figure("KW-05").value == 30 and village.figure("KW-05").band is Band.AMBER


def test_positions_and_proposals(village):
    village.put(
        Position(day=MARCH, theme="road", mandate="assembly"),
        Position(day=MARCH, theme="tax", mandate="board"),
    )
    assert village.whole("KI-01")[:2] == (1, 2)
    asked = village.put(
        *[Proposal(day=MARCH, to="Mayor", subject="x", written=written) for written in (True, True, False)]
    )
    village.put(
        ProposalAnswered(day=LAST, proposal=asked[0], written=True, outcome="accepted"),
        ProposalAnswered(day=LAST, proposal=asked[1], written=False, outcome="open"),
    )
    assert village.whole("KI-04")[:2] == (1, 2)


def test_agreements_by_side(village):
    # Three duties due: ours kept, theirs one kept and one not; a fourth is not due yet.
    rows = tuple(
        DutyRow(side=side, wording="x", due=due)
        for side, due in (("own", MARCH), ("other", MARCH), ("other", MARCH), ("own", dt.date(2027, 1, 1)))
    )
    one = village.one(Agreement(day=FIRST, partner="Mayor", title="Road", duties=rows))
    for number in (1, 2):
        village.put(DutyKept(day=MARCH, agreement=one, duty=number, state="kept"))
    counts = village.counts("KI-05")
    assert counts[""][:2] == (2, 3) and counts["own"][:2] == (1, 1) and counts["other"][:2] == (1, 2)


def test_dues_seats_money_and_feedback(village):
    union = village.one(Organisation(day=BEGIN, name="Union", tier="union"))
    owed = village.one(Dues(day=FIRST, to=union, amount=1000, due=MARCH))
    village.put(DuesPaid(day=LAST, dues=owed, amount=600))
    assert village.figure("KI-03").value == 60 and village.figure("KI-03").band is Band.AMBER
    village.put(SeatInPlatform(day=BEGIN, platform="Council", type="council"))
    assert village.figure("KI-02").value == 1
    village.put(PublicMoney(day=MARCH, source="Commune", level="local", purpose="x", amount=5000))
    assert village.figure("KI-06").value == 5000
    village.put(FeedbackGiven(day=MARCH, to="assembly"), FeedbackGiven(day=MARCH, to="sections"))
    assert village.figure("KI-07").value == 1 and village.figure("KI-07").band is Band.AMBER


def test_a_book_without_advocacy_is_not_judged(village):
    assert village.figure("KI-07").status is Status.NO_CASE
