"""Rule 2: a variable is the mean of its applicable items, the index the mean of the variables."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SIX, SMALL, agreed, everything, rounds
from cahier.assessment.instrument import Instrument, Mark, Variable
from cahier.assessment.scoring import profile, shown_level, shown_points


def score(result, code):
    return next(each for each in result.variables if each.code == code)


def test_it_works():
    marks = everything(SIX, 3) | agreed(T1=5, T2=5, T3=5, T4=5, T5=5)
    result = profile(SIX, marks)
    assert score(result, "T").level == 5
    assert result.index == Fraction(100 + 5 * 50, 6)
    assert (result.present, result.total) == (6, 6)


def test_big_variables_do_not_dominate():
    result = profile(SMALL, agreed(L1=3, L2=3, W1=0))
    assert result.index == 50, "the mean of the three items would say 67"


def test_an_item_without_agreed_level_is_neither_replaced_nor_zero():
    marks = agreed(T1=4, T2=4, T3=4) | {"T4": Mark(self_score=5, facilitator=5, panel=5)}
    technical = score(profile(SIX, marks), "T")
    assert technical.level == 4
    assert (technical.scored, technical.applicable) == (3, 5)


def test_exactly_60_per_cent_is_enough_and_less_is_not():
    assert score(profile(SIX, agreed(T1=2, T2=2, T3=2)), "T").level == 2
    assert score(profile(SIX, agreed(T1=2, T2=2)), "T").level is None


def test_what_does_not_apply_leaves_numerator_and_denominator():
    marks = agreed(T1=2, T2=4) | {f"T{number}": Mark(applicable=False) for number in (3, 4)}
    technical = score(profile(SIX, marks), "T")
    assert (technical.level, technical.scored, technical.applicable) == (3, 2, 3)


def test_no_index_while_one_variable_has_no_score():
    marks = everything(SIX, 3)
    assert profile(SIX, marks | {item: Mark() for item in ("G1", "G2", "G3")}).index is None
    assert profile(SIX, marks | {item: Mark() for item in ("G1", "G2")}).index == 50


def test_a_variable_that_does_not_apply_drops_out_and_the_index_says_5_of_6():
    marks = everything(SIX, 5) | {item: Mark(agreed=1, applicable=False) for item in SIX.variables[2].items}
    result = profile(SIX, marks)
    assert result.index == 100
    assert (result.present, result.total) == (5, 6)
    assert not score(result, "I").present


def test_nothing_at_all():
    result = profile(SIX, {})
    assert (result.index, result.weakest, result.weakest_points) == (None, (), None)
    assert score(result, "T").confidence is None


def test_shown_half_up_from_exact_values():
    assert str(shown_level(Fraction(325, 100))) == "3.3"
    assert str(shown_level(Fraction(-25, 100))) == "-0.3"
    assert str(shown_level(3)) == "3.0"
    assert [shown_points(Fraction(each)) for each in ("62.5", "62.4999", "-0.5")] == [63, 62, -1]


@given(rounds())
def test_the_index_stays_on_the_scale_and_between_the_variables(drawn):
    instrument, marks = drawn
    result = profile(instrument, marks)
    points = [each.points for each in result.variables if each.points is not None]
    assert all(0 <= value <= 100 for value in points)
    if result.index is not None:
        assert min(points) <= result.index <= max(points)
        assert len(points) == result.present


@given(rounds(), st.integers(1, 4))
def test_adding_items_that_do_not_apply_changes_nothing(drawn, more):
    instrument, marks = drawn
    extra = tuple(f"extra{number}" for number in range(more))
    first, *others = instrument.variables
    wider = replace(instrument, variables=(Variable(first.code, first.items + extra), *others))
    away = {item: Mark(agreed=instrument.scale.highest, applicable=False) for item in extra}
    assert profile(wider, marks | away) == profile(instrument, marks)


@given(rounds())
def test_the_order_of_items_and_marks_changes_nothing(drawn):
    instrument, marks = drawn
    turned = Instrument(
        "any", instrument.scale, tuple(Variable(v.code, v.items[::-1]) for v in instrument.variables)
    )
    assert profile(turned, dict(reversed(marks.items()))) == profile(instrument, marks)
