"""The reading "Evidence": a level above the limit without proof is not accepted, and nothing is lowered."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SCALE, levels
from cahier.assessment.agreement import Agreed, Proof, agree, expired_questions, highest_allowed, objections
from cahier.assessment.instrument import Scale
from cahier.kernel.refusals import Refused


def test_with_a_document_four_is_agreed():
    assert agree(SCALE, 4, 2, discussed=False) == Agreed(Fraction(4))


@pytest.mark.parametrize("grade", [None, 0, 1])
def test_above_three_without_proof_is_not_accepted_and_says_why(grade):
    with pytest.raises(Refused, match="agree at most 3; the level you wished for is kept") as caught:
        agree(SCALE, 4, grade, discussed=True)
    assert caught.value.problems[0].code == "assessment.proof_missing"


def test_above_three_includes_three_and_a_half():
    with pytest.raises(Refused, match="needs a document"):
        agree(SCALE, Fraction(7, 2), 1, discussed=True)


def test_the_group_agrees_three_and_the_wish_is_kept():
    assert agree(SCALE, 3, 0, discussed=True, wished=5) == Agreed(Fraction(3), wished=Fraction(5))
    assert agree(SCALE, 3, 0, discussed=True, wished=3).wished is None


def test_a_wish_lies_on_the_scale_and_not_below():
    for wished, code in [(6, "assessment.level_off_scale"), (2, "assessment.wished_below_agreed")]:
        with pytest.raises(Refused) as caught:
            agree(SCALE, 3, 0, discussed=True, wished=wished)
        assert caught.value.problems[0].code == code


def test_all_objections_come_at_once():
    found = objections(SCALE, Fraction(9, 2), 0, discussed=False)
    assert [each.code for each in found] == ["assessment.half_before_discussion", "assessment.proof_missing"]


def test_a_pack_without_a_limit():
    assert highest_allowed(Scale(0, 3), None) == 3
    assert agree(Scale(0, 3), 3, None, discussed=False).level == 3


def test_an_expired_proof_raises_a_question_and_changes_nothing():
    proofs = [
        Proof("audit 2025", "A6", expires=100),
        Proof("register", "R1", expires=101),
        Proof("statutes", "G1"),
    ]
    assert expired_questions(proofs, day=100) == ()
    (question,) = expired_questions(proofs, day=101)
    assert (question.code, question.where) == ("assessment.proof_expired", "A6")
    assert "“audit 2025” has expired" in str(question)


@given(levels(SCALE), st.none() | st.integers(0, 3), st.booleans())
def test_what_is_agreed_is_what_was_said_or_nothing(level, grade, discussed):
    if objections(SCALE, level, grade, discussed):
        with pytest.raises(Refused):
            agree(SCALE, level, grade, discussed=discussed)
    else:
        agreed = agree(SCALE, level, grade, discussed=discussed)
        assert agreed == Agreed(level)
        assert agreed.level <= highest_allowed(SCALE, grade)
