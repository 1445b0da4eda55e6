"""Rule 9: comparisons use only common ids, recomputed variable by variable, and say how many."""

from fractions import Fraction

import pytest
from hypothesis import given

from assessment_packs import SIX, SMALL, agreed, everything, rounds
from cahier.assessment.change import compare
from cahier.assessment.instrument import Instrument, Mark, Scale, Variable
from cahier.assessment.scoring import profile
from cahier.kernel.refusals import Refused


def test_it_works():
    result = compare(SIX, everything(SIX, 2), SIX, everything(SIX, 3))
    assert (result.before, result.now, result.difference) == (25, 50, 25)
    assert (result.common, result.items) == (34, 34)


def test_both_rounds_are_recomputed_on_what_they_share():
    result = compare(SMALL, agreed(L1=3, L2=0, W1=1), SMALL, agreed(L1=3, W1=2))
    land = result.variables[0]
    assert (land.common, land.items, land.before, land.now) == (1, 2, 3, 3)
    assert (result.common, result.items) == (2, 3)
    assert result.difference == Fraction(100, 3) / 2


def test_a_variable_without_common_item_leaves_both_indexes():
    result = compare(SMALL, agreed(L1=0, W1=3), SMALL, agreed(L1=3))
    assert result.variables[1].difference is None
    assert (result.before, result.now) == (0, 100)


def test_a_new_meaning_is_a_new_id():
    later = Instrument("own.4", SMALL.scale, (Variable("land", ("L1", "L9")), Variable("water", ("W1",))))
    result = compare(SMALL, agreed(L1=1, L2=3, W1=1), later, agreed(L1=2, L9=0, W1=1))
    assert (result.common, result.items) == (2, 3)
    assert result.variables[0].difference == Fraction(100, 3)


def test_what_no_longer_applies_is_not_common():
    now = agreed(L1=3) | {"W1": Mark(agreed=3, applicable=False)}
    assert compare(SMALL, agreed(L1=3, W1=1), SMALL, now).common == 1


def test_no_common_ground():
    result = compare(SMALL, {}, SMALL, agreed(L1=3))
    assert (result.common, result.before, result.now, result.difference) == (0, None, None, None)


def test_other_scales_are_refused_in_a_sentence():
    other = Instrument("x", Scale(1, 5), SMALL.variables)
    with pytest.raises(Refused, match="different scales, 0–3 and 1–5"):
        compare(SMALL, {}, other, {})


@given(rounds())
def test_a_round_against_itself_never_changes(drawn):
    instrument, marks = drawn
    result = compare(instrument, marks, instrument, marks)
    assert result.difference in (None, 0)
    assert result.common == sum(each.scored for each in profile(instrument, marks).variables)


@given(rounds(number=2))
def test_turning_the_rounds_turns_the_sign(drawn):
    instrument, before, now = drawn
    there, back = compare(instrument, before, instrument, now), compare(instrument, now, instrument, before)
    assert there.common == back.common
    assert there.difference == (None if back.difference is None else -back.difference)


def test_the_count_is_out_of_the_later_instrument():
    shorter = Instrument("own.4", SMALL.scale, (Variable("land", ("L1",)),))
    result = compare(SMALL, agreed(L1=1, L2=3, W1=1), shorter, agreed(L1=2))
    assert (result.common, result.items) == (1, 1)


def test_a_mark_that_the_earlier_instrument_did_not_know_is_not_common():
    later = Instrument("own.4", SMALL.scale, (Variable("land", ("L1", "L9")),))
    result = compare(SMALL, agreed(L1=1, L9=3), later, agreed(L1=2, L9=3))
    assert (result.common, result.items) == (1, 2)
