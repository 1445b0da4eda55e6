"""Rule 1: n = (s - 1) / 4 x 100 on the scale 1 to 5; half points only after discussion."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SCALE, instruments, levels
from cahier.assessment import agreement
from cahier.assessment.instrument import Scale
from cahier.assessment.scoring import normalise


@pytest.mark.parametrize(
    ("level", "points"), [(1, 0), (2, 25), (3, 50), (Fraction(7, 2), Fraction(125, 2)), (5, 100)]
)
def test_the_reference_scale(level, points):
    assert normalise(SCALE, level) == points


def test_another_scale():
    assert normalise(Scale(0, 3), 1) == Fraction(100, 3)


@given(st.data())
def test_points_stay_between_0_and_100_and_keep_the_order(data):
    scale = data.draw(instruments()).scale
    low, high = sorted([data.draw(levels(scale)), data.draw(levels(scale))])
    assert 0 <= normalise(scale, low) <= normalise(scale, high) <= 100


def codes(*args, **kwargs):
    return [problem.code for problem in agreement.objections(*args, **kwargs)]


def test_a_half_point_needs_discussion():
    assert codes(SCALE, Fraction(5, 2), 0, discussed=False) == ["assessment.half_before_discussion"]
    assert codes(SCALE, Fraction(5, 2), 0, discussed=True) == []
    assert codes(SCALE, 2, 0, discussed=False) == []


def test_finer_than_a_half_is_refused_even_after_discussion():
    assert codes(SCALE, Fraction(9, 4), 0, discussed=True) == ["assessment.level_not_a_step"]


def test_a_pack_without_halves():
    assert codes(Scale(0, 3, halves=False), Fraction(1, 2), 3, discussed=True) == ["assessment.no_halves"]


@pytest.mark.parametrize("level", [0, 6, Fraction(1, 2), Fraction(11, 2)])
def test_off_the_scale(level):
    assert codes(SCALE, level, 3, discussed=True) == ["assessment.level_off_scale"]
