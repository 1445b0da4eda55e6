"""Rule 10: an indicator that contradicts an item raises a question, never a downgrade."""

from dataclasses import fields
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SCALE, levels
from cahier.assessment.contradictions import Band, Direction, Link, Question, contradiction, questions

QUORUM = Link("G2", "KG-02")


def test_members_and_the_books_do_not_agree_about_quorum():
    (question,) = questions(SCALE, {"G2": 5}, {"KG-02": Band.RED}, [QUORUM])
    assert question.direction is Direction.LOWER
    assert question.problem.where == "G2"
    assert str(question.problem).startswith("You say level 5 for G2; the books show KG-02 in red.")


def test_the_books_may_also_be_better():
    (question,) = questions(SCALE, {"G2": 2}, {"KG-02": Band.GREEN}, [QUORUM])
    assert question.problem.code == "assessment.books_higher"


@pytest.mark.parametrize("band", [Band.AMBER, Band.NONE])
@pytest.mark.parametrize("level", [1, 3, 5])
def test_amber_and_missing_data_say_nothing(level, band):
    assert contradiction(SCALE, level, band) is None


def test_the_middle_contradicts_nothing():
    assert contradiction(SCALE, 3, Band.RED) is None
    assert contradiction(SCALE, 3, Band.GREEN) is None
    assert contradiction(SCALE, Fraction(7, 2), Band.RED) is Direction.LOWER


@pytest.mark.parametrize(("direction", "red", "green"), [("lower", 1, 0), ("higher", 0, 1), ("both", 1, 1)])
def test_the_pack_says_which_way_counts(direction, red, green):
    links = [Link("G2", "KG-02", Direction(direction))]
    assert len(questions(SCALE, {"G2": 5}, {"KG-02": Band.RED}, links)) == red
    assert len(questions(SCALE, {"G2": 1}, {"KG-02": Band.GREEN}, links)) == green


def test_without_level_or_band_there_is_no_question():
    assert questions(SCALE, {}, {"KG-02": Band.RED}, [QUORUM]) == ()
    assert questions(SCALE, {"G2": 5}, {}, [QUORUM]) == ()


def test_a_question_proposes_no_level():
    assert {field.name for field in fields(Question)} == {"item", "indicator", "direction", "problem"}


@given(levels(SCALE), st.sampled_from(Band))
def test_nothing_is_ever_changed(level, band):
    said = {"G2": level}
    questions(SCALE, said, {"KG-02": band}, [QUORUM])
    assert said == {"G2": level}
