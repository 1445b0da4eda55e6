"""KG, KA and KW: offices, assemblies and accounts, each figure worked out by hand.

The season is 1 October 2025 to 30 September 2026, which is also the twelve months before its last day.
"""

import datetime as dt
from fractions import Fraction

import pytest

from cahier.governance.entries import (
    Audit,
    AuditRemarksCleared,
    BodyRules,
    Complaint,
    ComplaintClosed,
    Decision,
    Filing,
    Mandate,
    MandateEnded,
    Meeting,
    PlanAction,
    RelatedPartyDeal,
    SupervisoryReport,
)
from cahier.indicators.bands import Band
from cahier.indicators.engine import Status
from cahier.money.accounts import Budget, BudgetActual, StatementShown
from cahier.money.entries import Account, CashCount, CashEntry, Reconciled
from cahier.registry.entries import CriticalTask, Hired, StaffLeft, SubstituteTrained
from indicators.village import BEGIN, FIRST, LAST

JANUARY = dt.date(2026, 1, 20)


def rules(village, **fields):
    village.put(BodyRules(day=BEGIN, **fields))


def assembly(village, day=JANUARY, **fields):
    return village.one(Meeting(day=day, type="general_assembly", **fields))


def seat(village, person, office="board_member", day=dt.date(2024, 1, 1), body="board", **fields):
    return village.one(Mandate(day=day, person=person, office=office, body=body, **fields))


@pytest.mark.parametrize(
    ("held", "late", "band"),
    [
        (dt.date(2026, 6, 30), 0, Band.GREEN),  # the last day of six months after 31 December
        (dt.date(2026, 7, 1), 1, Band.AMBER),
        (dt.date(2026, 8, 29), 60, Band.AMBER),
        (dt.date(2026, 8, 30), 61, Band.RED),
    ],
)
def test_assembly_on_time(village, held, late, band):
    rules(village, year_end_month=12, year_end_day=31, window_months=6)
    assembly(village, held)
    figure = village.figure("KG-01")
    assert (figure.value, figure.band) == (late, band)


def test_an_assembly_never_held_is_late_so_far(village):
    # The window closed on 30 June 2026; read on 30 September: 92 days.
    rules(village, year_end_month=12, year_end_day=31, window_months=6)
    assert village.figure("KG-01").value == 92


def test_without_statutes_the_assembly_is_not_judged(village):
    assembly(village)
    assert village.figure("KG-01").status is Status.NOT_ENOUGH


def test_quorum_counts_proxies_only_where_the_statutes_do(village):
    # A third of 100 is 33.3..., so 34 are required; 30 present + 8 proxies.
    rules(village, quorum_numerator=1, quorum_denominator=3, proxies_count=True)
    assembly(village, eligible=100, present_women=10, present_men=20, proxies=8)
    figure = village.figure("KG-02")
    assert (figure.numerator, figure.denominator) == (38, 34) and figure.band is Band.AMBER
    village.put(
        BodyRules(day=dt.date(2025, 1, 1), quorum_numerator=1, quorum_denominator=3, proxies_count=False)
    )
    assert village.figure("KG-02").value == Fraction(30, 34)


def test_attendance_by_sex(village):
    # 4 women and 6 men on the register; 3 women and 2 men came; a proxy is not a presence: 5 / 10.
    village.members(4, sex="f")
    village.members(6, sex="m")
    assembly(village, eligible=10, present_women=3, present_men=2, proxies=4)
    counts = village.counts("KG-03")
    assert counts[""][:2] == (5, 10) and counts["f"][:2] == (3, 4) and counts["m"][:2] == (2, 6)
    assert village.figure("KG-03").band is Band.AMBER


@pytest.mark.parametrize(
    ("days", "band"), [(6, Band.RED), (7, Band.AMBER), (14, Band.AMBER), (15, Band.GREEN)]
)
def test_notice(village, days, band):
    assembly(village, called=JANUARY - dt.timedelta(days=days))
    assert village.figure("KG-04").value == days and village.figure("KG-04").band is band


def test_minutes(village):
    # Shared on 1 February, 12 days after 20 January.
    assembly(village, minutes_shared=dt.date(2026, 2, 1))
    assert village.figure("KG-05").value == 12 and village.figure("KG-05").band is Band.AMBER


def test_the_last_assembly_of_the_year_counts(village):
    assembly(village, called=JANUARY - dt.timedelta(days=30))
    assembly(village, dt.date(2026, 3, 1), called=dt.date(2026, 2, 26))
    assert village.figure("KG-04").value == 3
    assert village.figure("KG-05").status is Status.VALUE


def test_no_assembly_is_no_case(village):
    assert {village.figure(code).status for code in ("KG-02", "KG-03", "KG-04", "KG-05")} == {Status.NO_CASE}


def test_board_meetings(village):
    # 3 of 4 planned; attendance (4 + 5) / (5 + 5), one meeting without a list.
    rules(village, board_meetings_year=4)
    for month, present in ((1, 4), (3, 5), (5, None)):
        village.put(Meeting(day=dt.date(2026, month, 1), type="board", eligible=5, present_men=present))
    counts = village.counts("KG-06")
    assert counts[""] == (3, 4, 1, 1) and counts["attendance"] == (9, 10, 3, 2)


def test_expired_mandates_count_vacant_seats_below(village):
    # Board of 5 seats, 4 held, one of them past its term: 1 / 5 = 20 %, amber on the limit.
    rules(village, board_seats=5)
    people = village.people(4)
    seat(village, people[0], until=dt.date(2026, 9, 29))
    for one in people[1:]:
        seat(village, one, until=LAST)
    figure = village.figure("KG-07")
    assert (figure.numerator, figure.denominator, figure.band) == (1, 5, Band.AMBER)


def test_a_mandate_handed_over_is_not_expired(village):
    [one, two] = village.people(2)
    old = seat(village, one, until=dt.date(2026, 1, 1))
    seat(village, two, day=dt.date(2026, 1, 2), until=dt.date(2028, 1, 1))
    village.put(MandateEnded(day=dt.date(2026, 1, 2), mandate=old, why="replaced"))
    assert village.figure("KG-07").value == 0 and village.figure("KG-07").band is Band.GREEN


def test_renewal(village):
    # Four seats held. One is in office since 2019, three since 2024, one of them held a seat before: 2 / 4.
    people = village.people(4)
    seat(village, people[0], day=dt.date(2019, 1, 1))
    before = seat(village, people[1], day=dt.date(2019, 1, 1))
    village.put(MandateEnded(day=dt.date(2021, 1, 1), mandate=before))
    for one in people[1:]:
        seat(village, one)
    figure = village.figure("KG-08")
    assert (figure.numerator, figure.denominator, figure.band) == (2, 4, Band.GREEN)


def test_decisions_actions_and_filings(village):
    # Due in the year: three each. Done by the day: one; late: one; never: one.
    due = dt.date(2026, 3, 1)
    for done in (due, due + dt.timedelta(days=9), None):
        village.put(
            Decision(day=FIRST, wording="x", due=due, done_on=done),
            PlanAction(day=FIRST, wording="x", due=due, done_on=done),
            Filing(day=FIRST, duty="tax", due=due, done_on=done),
        )
    village.put(Filing(day=FIRST, duty="tax", due=dt.date(2026, 12, 1)))
    assert village.whole("KG-10")[:2] == (1, 3)
    assert village.whole("KA-06")[:2] == (2, 3)  # an action counts once it is done
    assert village.whole("KA-09")[:2] == (1, 3) and village.figure("KA-09").band is Band.RED


def test_supervision_deals_and_conflicts(village):
    rules(village, supervisory_reports_year=4)
    village.put(SupervisoryReport(day=JANUARY, raised=3), SupervisoryReport(day=LAST, raised=1))
    leader = village.person("L")
    village.put(
        RelatedPartyDeal(day=JANUARY, person=leader, what="rent", disclosed_on=JANUARY),
        RelatedPartyDeal(day=JANUARY, person=leader, what="truck"),
    )
    # Settled on day 60, on day 61; the third is younger than sixty days and not asked.
    for opened, days in ((JANUARY, 60), (JANUARY, 61)):
        one = village.one(Complaint(day=opened, about="weighing"))
        village.put(ComplaintClosed(day=opened + dt.timedelta(days=days), complaint=one))
    village.put(Complaint(day=dt.date(2026, 8, 15), about="weighing"))
    assert village.whole("KG-11")[:2] == (2, 4) and village.counts("KG-11")["cleared"][:2] == (0, 4)
    assert village.figure("KG-12").value == 50 and village.figure("KG-12").band is Band.RED
    assert village.whole("KG-13")[:2] == (1, 2)


def test_board_concentration_takes_the_worse(village):
    # Families: Yao 2, Kone 1, Bah 1, Sow 1 -> two largest 3 / 5. Sections: N 3, S 2 -> 5 / 5 = 100 %.
    north, south = village.section("N"), village.section("S")
    for family, section in (("Yao", north), ("Yao", north), ("Kone", north), ("Bah", south), ("Sow", south)):
        seat(village, village.member(family=family, section=section))
    counts = village.counts("KG-14")
    assert counts["families"][:2] == (3, 5) and counts["sections"][:2] == (5, 5)
    assert counts[""][:2] == (5, 5) and village.figure("KG-14").band is Band.RED


def test_women_in_office(village):
    # Members: 2 women of 8. Elected seats: 1 woman of 4 (the manager is hired). Heavy offices: a woman treasurer.
    women, men = village.members(2, sex="f"), village.members(6, sex="m")
    seat(village, women[0], "treasurer")
    seat(village, men[0], "chair")
    seat(village, men[1])
    seat(village, men[2])
    seat(village, men[3], "manager", body="management")
    assert village.whole("KW-02")[:2] == (1, 4) and village.figure("KW-02").band is Band.AMBER
    assert village.figure("KW-03").value == 1 and village.figure("KW-03").band is Band.AMBER
    # (1 / 4) / (2 / 8) = 1
    assert village.figure("KW-04").value == 1 and village.figure("KW-04").band is Band.GREEN


def test_cash_counts_and_reconciliations(village):
    # Booked 100,000 - 20,000 = 80,000 on the day of the count, counted 79,000: 1,000 / 80,000 = 1.25 %.
    cash = village.one(Account(day=dt.date(2026, 6, 15), name="Box", type="cash"))
    village.put(
        CashEntry(day=dt.date(2026, 6, 15), account=cash, direction="in", amount=100_000, purpose="sales"),
        CashEntry(day=dt.date(2026, 6, 30), account=cash, direction="out", amount=20_000, purpose="overhead"),
        CashCount(day=dt.date(2026, 6, 30), account=cash, counted=79_000),
        CashEntry(day=dt.date(2026, 7, 1), account=cash, direction="in", amount=50_000, purpose="sales"),
    )
    figure = village.figure("KA-03")
    assert figure.value == Fraction(125, 100) and figure.band is Band.AMBER
    # Months with an account: June to September 2026; two reconciled.
    village.put(
        Reconciled(day=dt.date(2026, 7, 2), account=cash, month=202606),
        Reconciled(day=dt.date(2026, 8, 2), account=cash, month=202607),
    )
    assert village.whole("KA-02")[:2] == (2, 4)


def test_an_empty_cash_box(village):
    cash = village.one(Account(day=FIRST, name="Box", type="cash"))
    village.put(CashCount(day=JANUARY, account=cash, counted=0))
    assert village.figure("KA-03").value == 0
    village.put(CashCount(day=LAST, account=cash, counted=500))
    figure = village.figure("KA-03")
    assert (figure.status, figure.value, figure.band) == (Status.WITHOUT, None, Band.RED)


@pytest.mark.parametrize(
    ("audited", "months", "band"),
    [
        (dt.date(2025, 9, 30), 12, Band.AMBER),
        (dt.date(2025, 10, 1), 11, Band.GREEN),
        (dt.date(2024, 8, 31), 24, Band.AMBER),
        (dt.date(2024, 8, 30), 25, Band.RED),
    ],
)
def test_age_of_the_audit(village, audited, months, band):
    village.put(Audit(day=audited, outside=True), Audit(day=LAST, outside=False))
    assert village.figure("KA-07").value == months and village.figure("KA-07").band is band


def test_never_audited_is_red(village):
    figure = village.figure("KA-07")
    assert (figure.status, figure.value, figure.band) == (Status.WITHOUT, None, Band.RED)


def test_audit_remarks_statement_and_budget(village):
    audit = village.one(Audit(day=JANUARY, outside=True, raised=8))
    village.put(AuditRemarksCleared(day=LAST, report=audit, count=6))
    assert village.figure("KA-08").value == 75
    # Shown 45 days after 31 March; a later showing to the assembly is something else.
    end = dt.date(2026, 3, 31)
    village.put(
        StatementShown(day=dt.date(2026, 5, 15), period_end=end, shown_to="board"),
        StatementShown(day=dt.date(2026, 6, 20), period_end=end, shown_to="assembly"),
    )
    assert village.figure("KA-04").value == 45
    # Main lines 1,000 and 500, came to 1,100 and 400: 200 / 1,500; the line that is not main stays out.
    from cahier.money.accounts import BudgetLine

    lines = [("a", True, 1000), ("b", True, 500), ("c", False, 9000)]
    village.put(
        Budget(
            day=FIRST,
            season=village.season,
            lines=tuple(
                BudgetLine(code=code, name=code, category="office", main=main, amount=amount)
                for code, main, amount in lines
            ),
        )
    )
    for code, amount in (("a", 1100), ("b", 400), ("c", 1)):
        village.put(BudgetActual(day=LAST, season=village.season, code=code, amount=amount))
    assert village.figure("KA-05").value == Fraction(20000, 1500)


def test_staff_and_substitutes(village):
    # Staff: 2 before, one hired and one gone in the year: (1) / mean(2, 2) = 50 %.
    people = village.people(3)
    first = village.one(Hired(day=BEGIN, person=people[0], post="clerk"))
    village.put(
        Hired(day=BEGIN, person=people[1], post="driver"), Hired(day=JANUARY, person=people[2], post="x")
    )
    village.put(StaffLeft(day=LAST, employment=first))
    assert village.figure("KA-11").value == 50
    tasks = village.put(CriticalTask(day=BEGIN, task="scale"), CriticalTask(day=BEGIN, task="cash"))
    village.put(SubstituteTrained(day=JANUARY, task=tasks[0], person=people[1]))
    assert village.whole("KA-10")[:2] == (1, 2)
