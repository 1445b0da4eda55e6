"""Rule 5: gap = self - facilitator, in levels, only on items that have both."""

from fractions import Fraction

from hypothesis import given

from assessment_packs import SIX, rounds
from cahier.assessment.instrument import Mark
from cahier.assessment.scoring import gap, profile


def technical(marks):
    return profile(SIX, marks).variables[0]


def test_it_works():
    marks = {"T1": Mark(self_score=4, facilitator=3), "T2": Mark(self_score=3, facilitator=Fraction(5, 2))}
    assert (technical(marks).gap, technical(marks).gap_items) == (Fraction(3, 4), 2)


def test_one_voice_alone_makes_no_gap():
    marks = {"T1": Mark(self_score=4), "T2": Mark(facilitator=2), "T3": Mark(agreed=5)}
    assert (technical(marks).gap, technical(marks).gap_items) == (None, 0)


def test_a_gap_needs_no_agreed_level():
    assert gap(Mark(self_score=1, facilitator=4)) == -3


def test_what_does_not_apply_has_no_gap_in_the_mean():
    assert technical({"T1": Mark(self_score=5, facilitator=1, applicable=False)}).gap_items == 0


@given(rounds())
def test_a_gap_changes_no_score(drawn):
    instrument, marks = drawn
    silent = {item: Mark(agreed=mark.agreed, applicable=mark.applicable) for item, mark in marks.items()}
    assert profile(instrument, marks).index == profile(instrument, silent).index
