import pytest

from assessment_packs import SIX, SMALL
from cahier.assessment.instrument import Instrument, Mark, Scale, Variable


def test_it_works():
    assert len(SIX.items) == 34
    assert SMALL.items == ("L1", "L2", "W1")
    assert list(SMALL.scale.levels) == [0, 1, 2, 3]


def test_a_scale_needs_two_levels():
    with pytest.raises(ValueError, match="no second level"):
        Scale(3, 3)


def test_a_limit_names_the_grade_that_lifts_it():
    with pytest.raises(ValueError, match="names the grade"):
        Scale(1, 5, limit=3)


@pytest.mark.parametrize(
    "variables",
    [
        (Variable("a", ("x",)), Variable("a", ("y",))),
        (Variable("a", ("x",)), Variable("b", ("x",))),
        (Variable("a", ("x", "x")),),
    ],
)
def test_an_item_and_a_variable_come_once(variables):
    with pytest.raises(ValueError, match="listed twice in v"):
        Instrument("v", Scale(1, 5), variables)


def test_a_mark_that_does_not_apply_is_never_scored():
    assert not Mark(agreed=4, applicable=False).scored
    assert not Mark(self_score=4, facilitator=3).scored
    assert Mark(agreed=1).scored
