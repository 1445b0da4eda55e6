"""KM and KW-01, KY-01: figures of the register and of loyalty, each worked out by hand."""

import datetime as dt
from fractions import Fraction

from cahier.indicators.bands import Band
from cahier.indicators.engine import Status
from cahier.money.entries import FeePaid
from cahier.registry.entries import Joined, Left, Moved, Organisation, RegisterChecked
from cahier.registry.organisations import ProductRow
from indicators.village import BEGIN, FIRST, LAST

OCTOBER = dt.date(2025, 10, 1)


def test_active_members(village):
    # Ten on the register; three delivered (one of them twice) and one left in March after delivering:
    # she is outside. 3 / 10 = 30 % -> red.
    members = village.members(10)
    for one in [members[0], members[0], members[1], members[2]]:
        village.deliver(one, 60)
    gone = village.member(left=dt.date(2026, 3, 1))
    village.deliver(gone, 50)
    figure = village.figure("KM-01")
    assert (figure.numerator, figure.denominator) == (3, 10)
    assert figure.value == 30 and figure.band is Band.RED


def test_first_and_last_day_of_the_season_count_and_their_neighbours_do_not(village):
    a, b, c, d = village.members(4)
    village.deliver(a, 1, FIRST)
    village.deliver(b, 1, LAST)
    village.deliver(c, 1, FIRST - dt.timedelta(days=1))
    village.deliver(d, 1, LAST + dt.timedelta(days=1))
    assert village.whole("KM-01")[:2] == (2, 4)


def test_a_missing_delivery_register_is_not_a_low_figure(village):
    village.members(10)
    figure = village.figure("KM-01")
    assert figure.status is Status.NOT_ENOUGH and figure.value is None and figure.band is Band.NONE


def test_no_members_is_no_case(village):
    assert village.figure("KM-01").status is Status.NO_CASE


def test_whoever_left_on_the_last_day_is_no_member(village):
    stays, leaves = village.member(), village.member(left=LAST)
    village.put(Left(day=LAST + dt.timedelta(days=1), person=stays))
    village.deliver(stays, 1)
    village.deliver(leaves, 1)
    assert village.whole("KM-01")[:2] == (1, 1)


def test_a_return_is_one_person(village):
    back = village.member(left=dt.date(2023, 1, 1))
    village.put(Joined(day=dt.date(2024, 1, 1), person=back))
    village.deliver(back, 5)
    assert village.whole("KM-01")[:2] == (1, 1)
    assert village.whole("KM-03")[:2] == (0, 1)


def test_coverage_of_the_area(village):
    # 12 members of 150 producers: 8 %; context only, no band.
    village.members(12)
    assert village.figure("KM-02").status is Status.NOT_ENOUGH
    row = ProductRow(product="cocoa", producers_in_area=150)
    village.put(Organisation(day=BEGIN, name="PO A", own=True, tier="cooperative", products=(row,)))
    figure = village.figure("KM-02")
    assert figure.value == 8 and figure.band is Band.NONE


def test_net_growth(village):
    # Twelve months: 1 October 2025 to 30 September 2026. On 30 September 2025 there are 10 members.
    # In the year 3 enter (one on the first day), 2 leave (one on the last day): (3 - 2) / 10 = 10 %.
    before = village.members(10)
    village.members(2, entered=dt.date(2026, 2, 1))
    village.member(entered=OCTOBER)
    village.put(Left(day=dt.date(2026, 1, 5), person=before[0]), Left(day=LAST, person=before[1]))
    figure = village.figure("KM-03")
    assert (figure.numerator, figure.denominator) == (1, 10)
    assert figure.value == 10 and figure.band is Band.GREEN


def test_a_change_of_section_is_no_growth(village):
    north, south = village.section("N"), village.section("S")
    [one, _] = village.members(2, section=north)
    village.put(Moved(day=dt.date(2026, 1, 1), person=one, section=south))
    figure = village.figure("KM-03")
    assert figure.value == 0 and figure.band is Band.AMBER  # 0 is shared by two bands


def test_register_checked(village):
    # Five members; three checked in the year (one twice), one the day before it began: 3 / 5 = 60 %.
    a, b, c, d, _ = village.members(5)
    for one, day in [(a, OCTOBER), (a, LAST), (b, LAST), (c, LAST), (d, dt.date(2025, 9, 30))]:
        village.put(RegisterChecked(day=day, person=one))
    figure = village.figure("KM-04")
    assert (figure.numerator, figure.denominator, figure.value) == (3, 5, 60)
    assert figure.band is Band.AMBER


def test_member_delivery_rate_and_leakage(village):
    # Declared 500 and 300 kg, delivered 400 and 320: 720 / 800 = 90 %; outside 80 / 800 = 10 %.
    a, b = village.members(2)
    village.pledge(a, 500, "declared")
    village.pledge(b, 300, "declared")
    village.deliver(a, 400)
    village.deliver(b, 320)
    inside, outside = village.figure("KM-05"), village.figure("KM-06")
    assert inside.value == 90 and inside.band is Band.GREEN
    assert outside.value == 10 and outside.band is Band.GREEN
    assert set(village.counts("KM-05")) == {"", "declared"}


def test_the_best_base_alone_counts_and_is_never_mixed(village):
    # Measured exists for a and b (of 3 members: 67 % complete), so c's pledge of 1,000 stays outside:
    # (100 + 50) / (200 + 100) = 50 %, a limit that two bands share.
    a, b, c = village.members(3)
    village.pledge(a, 200, "measured")
    village.pledge(a, 999, "declared")
    village.pledge(b, 100, "measured")
    village.pledge(c, 1000)
    for one, kilos in [(a, 100), (b, 50), (c, 700)]:
        village.deliver(one, kilos)
    figure = village.figure("KM-05")
    assert (figure.numerator, figure.denominator) == (150_000, 300_000)
    assert (figure.needed, figure.found, figure.band) == (3, 2, Band.AMBER)


def test_a_later_estimate_of_the_same_person_replaces_the_earlier(village):
    [a] = village.members(1)
    village.pledge(a, 500, "declared", day=FIRST)
    village.pledge(a, 400, "declared", day=dt.date(2026, 1, 1))
    village.deliver(a, 300)
    assert village.figure("KM-05").value == 75


def test_leakage_is_never_below_zero(village):
    [a] = village.members(1)
    village.pledge(a, 100)
    village.deliver(a, 150)
    assert village.figure("KM-06").value == 0
    assert village.figure("KM-05").value == 150


def test_too_few_bases_are_not_enough_data(village):
    # One of two members: 50 % is below 60 %.
    a, _ = village.members(2)
    village.pledge(a, 100)
    village.deliver(a, 100)
    assert village.figure("KM-05").status is Status.NOT_ENOUGH


def test_pledge_kept(village):
    # Pledged 200 + 100, delivered 140 + 0: 140 / 300 = 46.67 %. A declared base plays no part here.
    a, b = village.members(2)
    village.pledge(a, 200)
    village.pledge(b, 100)
    village.pledge(b, 5000, "declared")
    village.deliver(a, 140)
    assert village.figure("KM-07").value == Fraction(14000, 300)


def test_volume_of_non_members(village):
    # 300 kg of members; 100 kg of a stranger; 100 kg of a man who became a member the day after: 200 / 500.
    a, stranger = village.member(), village.person("S")
    late = village.member(entered=dt.date(2025, 11, 4))
    village.deliver(a, 300)
    village.deliver(stranger, 100)
    village.deliver(late, 100, dt.date(2025, 11, 3))
    figure = village.figure("KM-08")
    assert figure.value == 40 and figure.band is Band.AMBER


def test_fee_paid(village):
    # Four members; a and b paid until after the last day, c until the day before it: 2 / 4.
    a, b, c, _ = village.members(4)
    for one, until in [(a, LAST), (b, dt.date(2026, 12, 31)), (c, LAST - dt.timedelta(days=1))]:
        village.put(FeePaid(day=dt.date(2026, 1, 1), person=one, year=2026, amount=5000, until=until))
    figure = village.figure("KM-09")
    assert (figure.numerator, figure.denominator, figure.band) == (2, 4, Band.AMBER)


def test_no_fee_register_is_not_enough_data(village):
    village.members(4)
    assert village.figure("KM-09").status is Status.NOT_ENOUGH


def test_concentration(village):
    # 11 suppliers: ceil(1.1) = 2 largest. 300 + 200 of 300 + 200 + 9 x 50 = 950 -> 500 / 950.
    people = village.members(10)
    stranger = village.person("S")
    village.deliver(stranger, 200)
    village.deliver(people[0], 250)
    village.deliver(people[0], 50)
    for one in people[1:]:
        village.deliver(one, 50)
    figure = village.figure("KM-10")
    assert (figure.numerator, figure.denominator) == (500_000, 950_000)
    assert figure.band is Band.AMBER


def test_section_balance(village):
    # North 5 of 5 active, south 2 of 6; the west has 4 members only and stays outside: (2/6) / (5/5) = 0.33.
    north, south, west = [village.section(code) for code in "NSW"]
    active = village.members(5, section=north)
    active += village.members(6, section=south)[:2]
    village.members(4, section=west)
    for one in active:
        village.deliver(one, 10)
    figure = village.figure("KM-11")
    assert figure.value == Fraction(1, 3) and figure.band is Band.RED


def test_one_section_alone_is_no_case(village):
    north = village.section("N")
    for one in village.members(5, section=north):
        village.deliver(one, 10)
    assert village.figure("KM-11").status is Status.NO_CASE


def test_dormant_members(village):
    # Closed seasons: 2024/25 and 2025/26. a delivered in the first, b in the second, c and d in none,
    # e entered in between and is not asked: 2 / 4 = 50 %.
    from cahier.registry.entries import Season

    village.put(
        Season(day=BEGIN, name="2024/25", first_day=dt.date(2024, 10, 1), last_day=dt.date(2025, 9, 30))
    )
    a, b, _, _ = village.members(4)
    village.member(entered=dt.date(2024, 12, 1))
    village.deliver(a, 10, dt.date(2024, 11, 1))
    village.deliver(b, 10, dt.date(2025, 11, 1))
    figure = village.figure("KM-12")
    assert (figure.numerator, figure.denominator, figure.band) == (2, 4, Band.RED)


def test_one_closed_season_is_no_case_for_dormant_members(village):
    [a] = village.members(1)
    village.deliver(a, 1)
    assert village.figure("KM-12").status is Status.NO_CASE


def test_women_among_members(village):
    # 3 women, 6 men, 1 unknown: 3 / 9 = 33.3 %, 9 of 10 complete.
    village.members(3, sex="f")
    village.members(6, sex="m")
    village.members(1)
    figure = village.figure("KW-01")
    assert (figure.numerator, figure.denominator, figure.needed, figure.found) == (3, 9, 10, 9)
    assert figure.band is Band.GREEN


def test_young_members(village):
    # On 30 September 2026: born 30 September 1991 turns 35 that day, no longer young; 1 October 1991 is.
    # With the year alone: 2026 - 1992 = 34 is young, 2026 - 1991 = 35 is not. 2 of 4 known, 1 unknown.
    village.members(1, birth_day=dt.date(1991, 9, 30))
    village.members(1, birth_day=dt.date(1991, 10, 1))
    village.members(1, birth_year=1992)
    village.members(1, birth_year=1991)
    village.members(1)
    assert village.whole("KY-01") == (2, 4, 5, 4)


def test_an_open_season_is_read_to_today(village):
    a, b = village.members(2)
    village.deliver(a, 1, dt.date(2025, 11, 3))
    village.deliver(b, 1, dt.date(2026, 2, 2))
    assert village.whole("KM-01", today=dt.date(2026, 1, 1))[:2] == (1, 2)
    assert village.period(today=dt.date(2026, 1, 1)).open_season == 1
