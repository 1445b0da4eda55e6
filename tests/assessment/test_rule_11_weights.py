"""Rule 11: an organisation's own weights are for its own reading; the benchmark uses equal ones."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SIX, SMALL, agreed, everything, rounds
from cahier.assessment.instrument import Mark
from cahier.assessment.scoring import profile
from cahier.kernel.refusals import Refused

MARKS = agreed(L1=3, L2=3, W1=0)


def test_it_works():
    result = profile(SMALL, MARKS, {"land": 3, "water": 1})
    assert result.index == 75
    assert result.benchmark == 50


def test_zero_leaves_a_variable_out_of_the_index_but_not_out_of_the_weakest():
    result = profile(SMALL, MARKS, {"land": 1, "water": 0})
    assert result.index == 100
    assert result.weakest == ("water",)


def test_over_the_variables_present():
    marks = agreed(L1=3, L2=3) | {"W1": Mark(applicable=False)}
    assert profile(SMALL, marks, {"land": 1, "water": 9}).index == 100
    assert profile(SMALL, marks, {"land": 0, "water": 9}).index is None


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ({"land": 0, "water": 0}, "assessment.weights_all_zero"),
        ({"land": -1, "water": 2}, "assessment.weight_below_zero"),
        ({"land": 1}, "assessment.weights_do_not_match"),
        ({"land": 1, "water": 1, "fire": 1}, "assessment.weights_do_not_match"),
    ],
)
def test_refusals(weights, code):
    with pytest.raises(Refused) as caught:
        profile(SMALL, MARKS, weights)
    assert [problem.code for problem in caught.value.problems] == [code]


@given(rounds(), st.integers(1, 50))
def test_equal_weights_are_the_default_whatever_their_size(drawn, weight):
    instrument, marks = drawn
    equal = {variable.code: weight for variable in instrument.variables}
    assert profile(instrument, marks, equal) == profile(instrument, marks)


@given(st.lists(st.integers(0, 9), min_size=6, max_size=6).filter(any))
def test_only_proportions_matter(drawn):
    codes = [variable.code for variable in SIX.variables]
    marks = everything(SIX, 2) | agreed(T1=5, G3=4, E1=Fraction(7, 2))
    once = profile(SIX, marks, dict(zip(codes, drawn, strict=True)))
    thrice = profile(
        SIX, marks, {code: Fraction(weight, 3) for code, weight in zip(codes, drawn, strict=True)}
    )
    assert once.index == thrice.index
