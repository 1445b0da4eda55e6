"""Rule 8: observed = adjusted + shift, on common scored items with a then-score."""

from fractions import Fraction

from hypothesis import given

from assessment_packs import SIX, agreed, rounds
from cahier.assessment.change import Shift, then_test
from cahier.assessment.instrument import Mark


def test_scores_fell_but_the_work_grew():
    before = agreed(G1=4, G2=4)
    now = {"G1": Mark(agreed=3, then=2), "G2": Mark(agreed=4, then=3)}
    assert then_test(["G1", "G2"], before, now) == Shift(
        items=2, observed=Fraction(-1, 2), adjusted=Fraction(1), shift=Fraction(-3, 2)
    )


def test_items_without_a_then_score_leave_all_three():
    before = agreed(G1=4, G2=1)
    now = {"G1": Mark(agreed=5, then=3), "G2": Mark(agreed=5)}
    assert then_test(["G1", "G2"], before, now) == Shift(1, Fraction(1), Fraction(2), Fraction(-1))


def test_nothing_to_say():
    assert then_test(SIX.items, agreed(G1=4), {"G1": Mark(then=3)}) is None
    assert then_test(SIX.items, {}, {"G1": Mark(agreed=4, then=3)}) is None
    gone = {"G1": Mark(agreed=4, then=3, applicable=False)}
    assert then_test(SIX.items, agreed(G1=4), gone) is None


@given(rounds(number=2))
def test_observed_is_adjusted_plus_shift(drawn):
    instrument, before, now = drawn
    result = then_test(instrument.items, before, now)
    if result is not None:
        assert result.observed == result.adjusted + result.shift
