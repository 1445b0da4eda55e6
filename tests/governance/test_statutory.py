"""Quorum, deadline and notice, with the hand-calculated examples of the domain file (WE-54 to WE-60)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.governance.statutory import assembly_deadline, last_calling_day, last_year_end, share_of


@pytest.mark.parametrize(
    ("base", "top", "bottom", "needed"),
    [(120, 2, 3, 80), (640, 1, 4, 160), (641, 1, 4, 161), (640, 1, 2, 320), (641, 1, 2, 321), (0, 1, 2, 0)],
)
def test_shares_of_people_are_rounded_up(base, top, bottom, needed):
    assert share_of(base, top, bottom) == needed


@given(st.integers(0, 10**6), st.integers(1, 50), st.integers(1, 50))
def test_a_share_is_the_least_whole_number_that_is_enough(base, top, bottom):
    needed = share_of(base, top, bottom)
    assert needed * bottom >= base * top > (needed - 1) * bottom


@pytest.mark.parametrize(
    ("year_end", "deadline"),
    [
        (dt.date(2026, 12, 31), dt.date(2027, 6, 30)),
        (dt.date(2026, 9, 30), dt.date(2027, 3, 31)),
        (dt.date(2027, 2, 28), dt.date(2027, 8, 31)),
        (dt.date(2027, 3, 15), dt.date(2027, 9, 15)),
        (dt.date(2026, 8, 30), dt.date(2027, 2, 28)),
        (dt.date(2027, 8, 30), dt.date(2028, 2, 29)),
    ],
)
def test_six_months_after_closing(year_end, deadline):
    assert assembly_deadline(year_end, 6) == deadline


def test_the_last_closing_before_a_day():
    assert last_year_end(dt.date(2026, 12, 31), 12, 31) == dt.date(2026, 12, 31)
    assert last_year_end(dt.date(2026, 12, 30), 12, 31) == dt.date(2025, 12, 31)
    assert last_year_end(dt.date(2026, 5, 1), 2, 29) == dt.date(2026, 2, 28)
    assert last_year_end(dt.date(2028, 2, 28), 2, 29) == dt.date(2027, 2, 28)


def test_notice_of_fifteen_days():
    assembly = dt.date(2027, 4, 30)
    assert last_calling_day(assembly, 15) == dt.date(2027, 4, 15)
    assert last_calling_day(assembly, 15, clear=True) == dt.date(2027, 4, 14)
