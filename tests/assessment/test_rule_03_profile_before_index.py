"""Rule 3: the profile comes before the index, and the weakest variable stands beside the mean."""

from dataclasses import fields
from fractions import Fraction

from hypothesis import given

from assessment_packs import SIX, agreed, everything, rounds
from cahier.assessment.scoring import Profile, profile


def test_the_weakest_is_named():
    result = profile(SIX, everything(SIX, 3) | agreed(I3=1))
    assert result.weakest == ("I",)
    assert result.weakest_points == Fraction(40)


def test_ties_name_all():
    assert profile(SIX, everything(SIX, 3) | agreed(T1=5, A1=5)).weakest == ("I", "R", "G", "E")


def test_the_lowest_is_found_before_rounding():
    result = profile(SIX, everything(SIX, 3) | agreed(E1=2, A1=2))
    assert result.weakest == ("A",), "A is 2 5/6 and E 2 6/7; both are shown as 2.8 or 2.9"


def test_a_variable_that_lacks_items_is_not_called_weakest():
    result = profile(SIX, agreed(T1=3, T2=3, T3=3, A1=1))
    assert result.weakest == ("T",)


def test_the_record_reads_in_this_order():
    names = [field.name for field in fields(Profile)]
    assert names.index("variables") < names.index("weakest") < names.index("index")


@given(rounds())
def test_no_index_without_its_weakest(drawn):
    result = profile(*drawn)
    if result.index is not None:
        assert result.weakest
        assert result.weakest_points <= result.index
