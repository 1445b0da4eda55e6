"""Rule 7: confidence = scored items on a document or on records / scored items of the variable."""

from fractions import Fraction

from hypothesis import given

from assessment_packs import SIX, SMALL, rounds
from cahier.assessment.instrument import Mark
from cahier.assessment.scoring import profile


def technical(marks):
    return profile(SIX, marks).variables[0]


def test_it_works():
    marks = {f"T{grade + 1}": Mark(agreed=2, grade=grade) for grade in range(4)} | {"T5": Mark(agreed=2)}
    assert technical(marks).confidence == Fraction(2, 5)
    assert technical(marks).proved == 2


def test_proof_of_an_item_that_is_not_scored_does_not_count():
    marks = {
        "T1": Mark(agreed=2, grade=0),
        "T2": Mark(grade=3),
        "T3": Mark(agreed=4, grade=3, applicable=False),
    }
    assert technical(marks).confidence == 0


def test_none_scored_is_an_empty_ring_not_zero():
    assert technical({"T1": Mark(grade=3)}).confidence is None


def test_a_pack_without_grades_proves_nothing():
    assert profile(SMALL, {"L1": Mark(agreed=1, grade=3)}).variables[0].confidence == 0


@given(rounds())
def test_a_share_of_what_is_scored(drawn):
    for each in profile(*drawn).variables:
        assert each.proved <= each.scored <= each.applicable
        assert (each.confidence is None) == (each.scored == 0)
