"""Small rules of the question itself: saturation, pace, who pays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.programme.problem import (
    Budget,
    CostLine,
    Funder,
    Pin,
    Trainer,
    cost,
    funder_parts,
    pace,
    segments,
)
from programme.instances import module, question


def test_it_works():
    assert segments(200) == (100, 200)
    assert segments(5) == (2, 6)
    assert segments(0) == (0, 0)


@given(st.integers(0, 500))
def test_a_filled_item_is_worth_its_room_in_half_points(room):
    full, by_half = segments(room)
    assert 2 * full + by_half == 2 * room


@pytest.mark.parametrize(
    ("half_days", "weeks"),
    [(0, ()), (1, (1,)), (3, (1, 1, 1)), (4, (1, 1, 1, 0, 0, 1)), (6, (1, 1, 1, 0, 0, 1, 1, 1))],
)
def test_the_pace_of_half_days(half_days, weeks):
    assert pace(half_days) == weeks


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_five_weeks_hold_more_than_three(half_days, start):
    assert sum(pace(half_days)) == half_days
    assert sum(pace(half_days)[start : start + 5]) <= 3


def test_a_trainer_brings_his_own_cost():
    candidate = module("M01", half_days=(2, 1))
    assert cost(candidate, None) == 100
    assert cost(candidate, Trainer("T", day_cost=25)) == 138  # 1.5 days x 25 = 37.5


def test_who_pays_what():
    funders = (Funder("union"), Funder("po"))
    budget = Budget(0, (), funders, (("meals", (("po", 1), ("union", 2))),))
    assert funder_parts([CostLine("meals", 100), CostLine("room", 7)], budget) == {"po": 33, "union": 74}
    assert funder_parts([CostLine("meals", 100)], Budget(0)) == {}


def test_the_canonical_form_forgets_the_order_of_input():
    one = question(
        module("A", needs=(("C", "B"), ("B", "C"))), module("B"), pins=(Pin("B"), Pin("A"), Pin("A"))
    )
    two = question(module("B"), module("A", needs=(("B", "C"),)), pins=(Pin("A"), Pin("B")))
    assert one.canonical() == two.canonical()


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        question(module("A")).candidate("B")
