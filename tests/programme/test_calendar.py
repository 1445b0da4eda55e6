"""The calendars laid over one another, day by day and by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.programme.calendar import (
    Dates,
    Season,
    Weekly,
    absences,
    audience,
    event,
    in_months,
    merge,
    week_of,
    weeks_in_months,
)
from cahier.programme.problem import Event

MONDAY = dt.date(2026, 1, 5)
COCOA = Season("crop", "Main harvest", 10, 12)
MARKET = Weekly("market", "Market day", 2)
FRIDAY = Weekly("worship", "Friday prayer", 4, lost=1)


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


def test_it_works():
    """A market day and half a Friday leave 14 - 2 - 1 half-days, of which the organisation wants 4."""
    first, *_ = merge(MONDAY, 52, [COCOA, MARKET, FRIDAY], usual=4)
    assert (first.number, first.monday, first.half_days, first.closed) == (0, MONDAY, 4, False)
    assert first.taken_by == (("market", "Market day"), ("worship", "Friday prayer"))
    assert merge(MONDAY, 1, [MARKET, FRIDAY], usual=14)[0].half_days == 11


def test_a_closed_week_says_why():
    weeks = merge(MONDAY, 52, [COCOA, MARKET], usual=4)
    closed = [week for week in weeks if week.closed]
    assert closed[0].monday == day(10, 5)
    assert closed[-1].monday == day(12, 28) - dt.timedelta(days=7)
    assert all(("crop", "Main harvest") in week.taken_by for week in closed)


def test_only_the_days_of_the_season_are_closed_in_a_week_that_straddles_it():
    """The week of 28 September 2026 has three days before October: six half-days."""
    straddling = merge(MONDAY, 52, [COCOA], usual=14)[38]
    assert (straddling.monday, straddling.half_days) == (day(9, 28), 6)


def test_a_season_across_the_year_includes_both_ends():
    inside = [month for month in range(1, 13) if in_months(month, 10, 2)]
    assert inside == [1, 2, 10, 11, 12]
    assert [month for month in range(1, 13) if in_months(month, 4, 8)] == [4, 5, 6, 7, 8]
    assert [month for month in range(1, 13) if in_months(month, 7, 7)] == [7]


def test_the_lean_months_lower_what_a_week_holds():
    weeks = merge(MONDAY, 52, [Season("lean", "Lean months", 6, 8, half_days=1)], usual=4)
    assert {week.half_days for week in weeks if week.monday.month in (7, 8)} == {1}
    assert weeks[0].half_days == 4
    assert weeks[0].taken_by == ()


def test_dates_close_their_days_with_both_ends():
    feast = Dates("feast", "Feast", day(1, 5), day(1, 11))
    first, second = merge(MONDAY, 2, [feast], usual=4)
    assert (first.closed, second.closed) == (True, False)
    short = Dates("statutory", "Assembly", day(1, 6), day(1, 7))
    assert merge(MONDAY, 1, [short], usual=14)[0].half_days == 10


def test_two_layers_on_one_day_take_it_once():
    twice = [Dates("feast", "Feast", day(1, 9), day(1, 9)), FRIDAY, Weekly("market", "Market", 4)]
    assert merge(MONDAY, 1, twice, usual=14)[0].half_days == 12


def test_a_week_counts_in_the_month_of_its_thursday():
    weeks = merge(MONDAY, 9, [], usual=4)
    assert [week.month - weeks[0].month for week in weeks] == [0, 0, 0, 0, 1, 1, 1, 1, 2]


def test_women_have_their_own_hours_within_what_is_left():
    weeks = merge(MONDAY, 2, [Dates("closed", "Off", day(1, 5), day(1, 11))], usual=4)
    women = audience("women", weeks, half_days=2)
    assert (women.weekly, women.monthly) == ((0, 2), 3)


def test_absences_events_and_weeks():
    assert week_of(MONDAY, day(1, 11)) == 0
    assert week_of(MONDAY, day(1, 12)) == 1
    assert week_of(MONDAY, day(1, 4)) == -1
    assert absences(MONDAY, 4, [(day(1, 11), day(1, 13)), (day(1, 26), day(3, 1))]) == {0, 1, 3}
    assert event(MONDAY, "assembly", [day(3, 14), day(3, 13)]) == Event("assembly", (9,))
    assert weeks_in_months(MONDAY, 52, 2, 2) == {4, 5, 6}


@pytest.mark.parametrize(
    ("start", "layer", "code"),
    [
        (day(1, 6), MARKET, "calendar.not_monday"),
        (MONDAY, Season("crop", "Rice", 0, 3), "calendar.month"),
        (MONDAY, Dates("feast", "Feast", day(2, 2), day(2, 1)), "calendar.turned"),
    ],
)
def test_a_wrong_calendar_is_refused(start, layer, code):
    with pytest.raises(Refused) as refusal:
        merge(start, 4, [layer], usual=4)
    assert [problem.code for problem in refusal.value.problems] == [code]


layers = st.one_of(
    st.builds(
        Season, st.just("crop"), st.just("s"), st.integers(1, 12), st.integers(1, 12), st.integers(0, 3)
    ),
    st.builds(Weekly, st.just("market"), st.just("w"), st.integers(0, 6), st.integers(1, 2)),
    st.builds(
        lambda first, length: Dates("feast", "d", first, first + dt.timedelta(days=length)),
        st.dates(day(1, 1), day(12, 31)),
        st.integers(0, 20),
    ),
)


@given(st.lists(layers, max_size=4), layers, st.integers(0, 14), st.randoms(use_true_random=False))
def test_another_layer_only_takes_and_order_does_not_matter(laid, more, usual, shuffle):
    before = [week.half_days for week in merge(MONDAY, 30, laid, usual)]
    after = [week.half_days for week in merge(MONDAY, 30, [*laid, more], usual)]
    assert all(0 <= less <= much <= usual for less, much in zip(after, before, strict=True))
    mixed = shuffle.sample([*laid, more], k=len(laid) + 1)
    assert after == [week.half_days for week in merge(MONDAY, 30, mixed, usual)]
