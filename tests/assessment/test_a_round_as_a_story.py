"""Two rounds of Awa's organisation (made up), from the votes in the room to what the assembly is told."""

from fractions import Fraction

import pytest

from assessment_packs import SCALE, SIX, everything
from cahier.assessment.agreement import agree
from cahier.assessment.change import compare, then_test
from cahier.assessment.contradictions import Band, Link, questions
from cahier.assessment.instrument import Mark
from cahier.assessment.scoring import profile, shown_level, shown_points
from cahier.assessment.votes import DONT_KNOW, PANEL, histogram, revealed, spread, total
from cahier.kernel.refusals import Refused

ASSEMBLY = "G2"


@pytest.fixture
def room():
    """The board of four sees a fine assembly; the women, Esi among them, do not."""
    return {
        "board": histogram(SCALE, [5, 5, 4, 5]),
        "members": histogram(SCALE, [2, 3, 3, 4, 2, DONT_KNOW]),
        "women": histogram(SCALE, [1, 1, 2, 2, 1, 3]),
    }


def test_the_reveal_shows_no_group_of_four_and_says_that_we_do_not_agree(room):
    shown = revealed(room)
    assert set(shown) == {PANEL, "women"}
    assert shown[PANEL].size == 10, "four alone would be told apart, so the members sit with them"
    votes = spread(total(shown.values()), SCALE.spread_limit)
    assert (votes.votes, votes.disagree, votes.tenths()) == (15, True, 14)


def test_the_books_ask_and_the_group_decides():
    (question,) = questions(SCALE, {ASSEMBLY: 5}, {"KG-02": Band.RED}, [Link(ASSEMBLY, "KG-02")])
    assert question.problem.where == ASSEMBLY
    with pytest.raises(Refused, match="agree at most 3"):
        agree(SCALE, 5, 1, discussed=True)
    agreed = agree(SCALE, 3, 1, discussed=True, wished=5)
    assert (agreed.level, agreed.wished) == (3, 5)


def test_the_next_year_the_score_fell_but_what_fell_is_the_illusion():
    before = everything(SIX, 3) | {ASSEMBLY: Mark(agreed=4, grade=2)}
    now = dict(before) | {
        item: Mark(agreed=3, then=2, grade=3) for item in SIX.variables[4].items
    } | {ASSEMBLY: Mark(agreed=Fraction(7, 2), then=2, grade=3)}  # fmt: skip
    democracy = SIX.variables[4]
    shift = then_test(democracy.items, before, now)
    assert shift.observed < 0 < shift.adjusted
    assert str(shown_level(shift.shift)) == "-1.2"
    change = compare(SIX, before, SIX, now)
    assert (change.common, change.items) == (34, 34)
    assert change.difference == Fraction(-25, 72)
    result = profile(SIX, now)
    assert shown_points(result.index) == 50
    assert result.variables[4].confidence == 1
