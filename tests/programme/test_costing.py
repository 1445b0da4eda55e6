"""Costs by hand: every figure here was worked out on paper from the rules of section 5.9."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.programme.costing import (
    Costing,
    Effort,
    Rates,
    add_up,
    balance,
    cofund,
    expected,
    half_days,
    own_share,
    per_completed_seat,
    per_participant_day,
    presence,
    price,
    with_overheads,
)
from cahier.programme.problem import CostLine

# M14, 14 h = 4 half-days = 2 days, one trainer, 12 seats, 8.4 -> 8 people expected, in CFA francs.
M14 = Effort(minutes=840, seats=12)
FRANCS = Rates(
    fee=25_000,
    travel=7_500,
    per_diem=10_000,
    meals=2_500,
    transport=1_000,
    child_care=333,
    kit=1_500,
    room=15_000,
    materials=4_000,
    translation=0,
    follow_up=20_000,
)


def test_it_works():
    costing = price(M14, FRANCS)
    assert {line.line: line.amount for line in costing.lines} == {
        "fee": 50_000,
        "travel": 15_000,
        "per_diem": 20_000,
        "meals": 40_000,
        "transport": 16_000,
        "child_care": 5_328,
        "kits": 18_000,
        "room": 15_000,
        "materials": 4_000,
        "follow_up": 20_000,
    }
    assert costing.direct == 203_328
    assert costing.admin == 16_266  # 16,266.24
    assert costing.cost == 219_594
    assert costing.contingency == 10_980  # 10,979.70
    assert costing.total == 230_574
    assert costing.participant_half_days == 32
    assert per_participant_day(costing.cost, costing.participant_half_days) == 13_725  # 13,724.625
    assert per_completed_seat(costing.cost, 7) == 31_371  # 31,370.57


def test_half_a_unit_is_rounded_up_in_each_line():
    """3.5 h is half a day: 0.5 x 25 = 12.5 -> 13, and 7 people x 0.5 x 3 = 10.5 -> 11."""
    costing = price(Effort(minutes=210, seats=10), Rates(fee=25, meals=3))
    assert costing.lines == (CostLine("fee", 13), CostLine("meals", 11))
    assert (costing.direct, costing.admin, costing.contingency) == (24, 2, 1)  # 1.92 and 1.30


def test_two_trainers_cost_twice():
    assert price(Effort(420, 10, trainers=2), Rates(fee=100)).direct == 200


@pytest.mark.parametrize(
    ("minutes", "count"), [(0, 0), (1, 1), (180, 1), (210, 1), (211, 2), (360, 2), (1_260, 6)]
)
def test_a_begun_half_day_counts_whole(minutes, count):
    assert half_days(minutes) == count


@pytest.mark.parametrize(("seats", "people"), [(0, 0), (10, 7), (12, 8), (15, 11), (25, 18), (5, 4)])
def test_seven_in_ten_come(seats, people):
    """15 x 0.7 = 10.5 -> 11; 25 x 0.7 = 17.5 -> 18; 5 x 0.7 = 3.5 -> 4."""
    assert expected(seats) == people


def test_own_history_counts_from_twenty_invitations():
    assert presence(confirmed=19, came=19) == 7_000
    assert presence(confirmed=20, came=17) == 8_500
    assert presence(confirmed=0, came=0) == 7_000


def test_nobody_means_no_figure():
    assert per_participant_day(1_000, 0) is None
    assert per_completed_seat(1_000, 0) is None
    assert own_share(0, 0, 0) is None


def test_what_the_organisation_pays_itself():
    """Room and meals of M14 in kind, 10,000 in cash, of 230,574 in all: 28.19 %."""
    assert own_share(cash=10_000, kind=55_000, total=230_574) == 2_819


def test_a_programme_adds_up_to_the_unit():
    parts = [price(Effort(210, 10), Rates(fee=25, meals=3)) for _ in range(3)]
    whole = add_up(parts)
    assert whole.lines == (CostLine("fee", 39), CostLine("meals", 33))
    assert (whole.direct, whole.admin, whole.contingency, whole.total) == (72, 6, 3, 81)
    assert add_up([]) == Costing((), 0, 0, 0)


def test_all_lines_add_up_to_the_total():
    costing = price(M14, FRANCS)
    assert sum(line.amount for line in costing.all_lines) == costing.total


def test_cofunding_by_line():
    """The organisation pays all meals and a third of the rest; 100 / 3 leaves one to the larger remainder."""
    lines = [CostLine("meals", 50), CostLine("fee", 100), CostLine("meals", 1)]
    paid = cofund(lines, {"meals": {"po": 1}}, {"po": 1, "union": 2})
    assert paid == {("meals", "po"): 51, ("fee", "po"): 33, ("fee", "union"): 67}


def test_a_line_that_nobody_pays_is_refused():
    with pytest.raises(Refused, match="Nobody pays the line “fee”"):
        cofund([CostLine("fee", 1)], {}, {})
    with pytest.raises(Refused):
        cofund([CostLine("fee", 1)], {"fee": {"po": 0}}, {"po": 1})


def test_the_suggested_balance():
    shares = balance({"coaching": 400, "training": 450, "visits": 50, "monitoring": 50, "audit": 50})
    assert [(b.heading, b.share, b.judgement) for b in shares] == [
        ("coaching", 4_000, "within"),
        ("training", 4_500, "over"),
        ("visits", 500, "under"),
        ("monitoring", 500, "within"),
    ]
    assert [(b.share, b.judgement) for b in balance({})] == [(None, "")] * 4


money = st.integers(0, 10**9)


@given(st.lists(money, min_size=1, max_size=6), st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_nothing_is_lost_between_funders(amounts, weights):
    weights[0] += 1
    lines = [CostLine(f"L{n}", amount) for n, amount in enumerate(amounts)]
    paid = cofund(lines, {}, {f"F{n}": weight for n, weight in enumerate(weights)})
    for line in lines:
        assert sum(part for (name, _), part in paid.items() if name == line.line) == line.amount


@given(st.lists(money, max_size=8))
def test_overheads_are_eight_and_five_per_cent_to_the_nearest_unit(amounts):
    costing = with_overheads(CostLine(f"L{n}", amount) for n, amount in enumerate(amounts))
    assert costing.direct == sum(amounts)
    assert abs(100 * costing.admin - 8 * costing.direct) <= 50
    assert abs(100 * costing.contingency - 5 * costing.cost) <= 50
