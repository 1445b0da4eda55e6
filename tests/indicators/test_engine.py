"""The reading rules of section 8.11, on whole numbers alone."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.indicators import catalogue
from cahier.indicators.bands import Band, Bands
from cahier.indicators.definition import Indicator, Of, Unit, Zero
from cahier.indicators.engine import (
    Count,
    Status,
    added,
    as_counts,
    figure,
    figures,
    rounded,
    shared,
    together,
)

PEOPLE = Indicator("KM-99", Unit.PERCENT, Of.PEOPLE, ("R2",), Bands("<50", ">75"))


def count(numerator, denominator, needed=None, found=None, grp="", book="b"):
    needed = denominator if needed is None else needed
    return Count(book, grp, numerator, denominator, needed, needed if found is None else found)


def test_it_divides_exactly_and_bands_unrounded():
    # 2 / 3 = 66.666..., shown 66.7
    read = figure(PEOPLE, count(2, 3))
    assert read.value == Fraction(200, 3) and read.band is Band.AMBER
    assert rounded(read.value, Unit.PERCENT) == Decimal("66.7")


def test_the_band_is_taken_before_rounding():
    # 49.96 % is shown as 50.0 and is still red
    read = figure(PEOPLE, count(4996, 10000))
    assert rounded(read.value, Unit.PERCENT) == Decimal("50.0") and read.band is Band.RED


@pytest.mark.parametrize(
    ("found", "status"), [(6, Status.VALUE), (5, Status.NOT_ENOUGH), (0, Status.NOT_ENOUGH)]
)
def test_sixty_percent_complete_is_enough(found, status):
    assert figure(PEOPLE, count(1, 2, 10, found)).status is status


def test_zero_over_zero_is_no_case_and_zero_over_some_is_zero():
    assert figure(PEOPLE, count(0, 0)).status is Status.NO_CASE
    assert figure(PEOPLE, count(0, 4)).value == 0


def test_what_a_denominator_of_zero_means_can_be_declared():
    audit = Indicator("KA-99", Unit.MONTHS, Of.THINGS, ("A6",), Bands(">24", "<12"), Zero.RED)
    never = figure(audit, count(0, 0, 1, 1))
    assert (never.status, never.value, never.band) == (Status.WITHOUT, None, Band.RED)
    assert figure(audit, count(0, 0, 0, 0)).status is Status.NO_CASE


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Fraction(1, 20), Unit.PERCENT, "0.1"),
        (Fraction(-1, 20), Unit.PERCENT, "-0.1"),
        (Fraction(1005, 1000), Unit.RATIO, "1.01"),
        (Fraction(15, 2), Unit.DAYS, "7.5"),
        (Fraction(7), Unit.COUNT, "7"),
    ],
)
def test_rounding_is_half_up(value, unit, shown):
    assert rounded(value, unit) == Decimal(shown)


def test_below_twenty_counts_are_shown():
    assert as_counts(PEOPLE, figure(PEOPLE, count(7, 19)))
    assert not as_counts(PEOPLE, figure(PEOPLE, count(7, 20)))
    volume = Indicator("KM-98", Unit.PERCENT, Of.AMOUNT, ("R2",))
    assert not as_counts(volume, figure(volume, count(7, 19)))


def test_small_groups_are_hidden_from_others_and_cannot_be_worked_out():
    rows = [count(20, 30), count(1, 4, grp="n"), count(9, 12, grp="s"), count(10, 14, grp="w")]
    seen = shared(PEOPLE, figures(PEOPLE, rows))
    assert {grp: one.status for grp, one in seen.items()} == {
        "": Status.VALUE, "n": Status.HIDDEN, "s": Status.HIDDEN, "w": Status.VALUE,
    }  # fmt: skip
    assert (seen["n"].numerator, seen["n"].denominator, seen["n"].value) == (0, 0, None)


def test_a_whole_of_four_people_is_hidden_with_its_groups():
    seen = shared(PEOPLE, figures(PEOPLE, [count(2, 4), count(2, 4, grp="n")]))
    assert {one.status for one in seen.values()} == {Status.HIDDEN}


def test_opposite_figures_stand_together():
    assert together(["A", "B", "C", "D"], {"A": "C"}) == ["A", "C", "B", "D"]


numbers = st.integers(0, 10**12)
rows = st.lists(
    st.builds(Count, st.sampled_from("abc"), st.sampled_from(["", "f", "m"]), *[numbers] * 4), max_size=20
)


@given(rows, st.randoms())
def test_adding_up_adds_the_whole_numbers_in_any_order(listed, dice):
    shuffled = listed[:]
    dice.shuffle(shuffled)
    assert added(listed) == added(shuffled)
    for one in added(listed):
        mine = [row for row in listed if row.grp == one.grp]
        assert one.numerator == sum(row.numerator for row in mine)
        assert one.found == sum(row.found for row in mine)


@given(rows)
def test_adding_in_two_steps_is_adding_at_once(listed):
    half = len(listed) // 2
    assert added([*added(listed[:half]), *added(listed[half:])]) == added(listed)


def test_an_unknown_code_gets_a_sentence():
    from cahier.kernel.refusals import Refused

    with pytest.raises(Refused) as refused:
        catalogue.get("KM-77")
    assert refused.value.problems[0].code == "indicators.unknown"
