"""Rule 6: the spread of private votes; above 1.0 means "we do not agree"."""

from fractions import Fraction
from statistics import pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SCALE
from cahier.assessment.instrument import Scale
from cahier.assessment.votes import BLANK, DONT_KNOW, PANEL, Histogram, histogram, revealed, spread, total
from cahier.kernel.refusals import Refused

votes = st.lists(st.integers(1, 5) | st.sampled_from([DONT_KNOW, BLANK]), max_size=30)
groups = st.dictionaries(
    st.sampled_from(["board", "members", "women", "youth", "staff", PANEL]),
    votes.map(lambda v: histogram(SCALE, v)),
)


def test_it_works():
    result = spread(histogram(SCALE, [1, 1, 5, 5, 3]))
    assert result.variance == Fraction(16, 5)
    assert result.disagree
    assert result.tenths() == 18


def test_exactly_one_is_not_above_one():
    result = spread(histogram(SCALE, [2, 4, 2, 4]))
    assert result.variance == 1
    assert not result.disagree
    assert result.tenths() == 10


def test_a_hair_above_one_is_seen():
    result = spread(histogram(SCALE, [2, 4] * 50 + [1]))
    assert result.variance == Fraction(10500, 10201)
    assert result.disagree
    assert result.tenths() == 10, "shown as 1.0, yet above it"


def test_fewer_than_three_numeric_votes_have_no_spread():
    result = spread(histogram(SCALE, [1, 5, DONT_KNOW, DONT_KNOW, BLANK]))
    assert (result.votes, result.variance, result.disagree, result.tenths()) == (2, None, False, None)


def test_dont_know_and_blank_are_counted_apart():
    made = histogram(SCALE, [3, 3, 3, DONT_KNOW, BLANK, BLANK])
    assert (made.numeric, made.dont_know, made.blank, made.size) == (3, 1, 2, 6)
    assert spread(made).variance == 0


def test_every_level_has_its_row():
    assert histogram(Scale(0, 3), [2]).counts == ((0, 0), (1, 0), (2, 1), (3, 0))


@pytest.mark.parametrize("vote", [0, 6, "3", "yes", Fraction(7, 2)])
def test_a_vote_off_the_scale_is_refused(vote):
    with pytest.raises(Refused, match="whole levels from 1 to 5"):
        histogram(SCALE, [vote])


def test_groups_under_five_join_the_panel():
    room = {
        "board": histogram(SCALE, [5] * 4),
        "women": histogram(SCALE, [1] * 3),
        "members": histogram(SCALE, [2] * 9),
    }
    shown = revealed(room)
    assert set(shown) == {"members", PANEL}
    assert shown[PANEL].counts == ((1, 3), (2, 0), (3, 0), (4, 0), (5, 4))


def test_a_lone_small_group_is_not_found_by_subtraction():
    room = {
        "board": histogram(SCALE, [5] * 2),
        "women": histogram(SCALE, [1] * 6),
        "members": histogram(SCALE, [2] * 9),
    }
    shown = revealed(room)
    assert set(shown) == {"members", PANEL}
    assert shown[PANEL].size == 8


def test_five_may_stand_alone():
    room = {"board": histogram(SCALE, [5] * 5), "women": histogram(SCALE, [1, 1, 1, DONT_KNOW, BLANK])}
    assert revealed(room) == room


def test_a_room_under_five_is_one_panel():
    assert revealed({"board": histogram(SCALE, [5, 4]), "women": histogram(SCALE, [1])}) == {
        PANEL: histogram(SCALE, [1, 4, 5])
    }


def test_nobody_voted():
    assert revealed({"board": histogram(SCALE, [])}) == {}


@given(groups)
def test_merging_conserves_every_count(room):
    before, after = total(room.values()), total(revealed(room).values())
    assert (before.numeric, before.dont_know, before.blank) == (after.numeric, after.dont_know, after.blank)
    assert [pair for pair in before.counts if pair[1]] == [pair for pair in after.counts if pair[1]]


@given(groups)
def test_nothing_shown_is_under_five_unless_the_whole_room_is(room):
    shown = revealed(room)
    if total(room.values()).size >= 5:
        assert all(group.size >= 5 for group in shown.values())
    else:
        assert set(shown) <= {PANEL}


@given(votes.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_the_order_of_votes_leaves_no_trace(drawn):
    first, second = drawn
    assert histogram(SCALE, first) == histogram(SCALE, second)


@given(st.lists(st.integers(1, 5), min_size=3, max_size=60))
def test_the_variance_is_that_of_the_statistics_book(drawn):
    result = spread(histogram(SCALE, drawn))
    assert result.variance == pvariance([Fraction(vote) for vote in drawn])
    shown = result.tenths()
    assert Fraction(2 * shown - 1, 20) ** 2 <= result.variance or shown == 0
    assert result.variance < Fraction(2 * shown + 1, 20) ** 2


@given(st.lists(votes, max_size=5))
def test_adding_histograms_is_voting_together(parts):
    together = histogram(SCALE, [vote for part in parts for vote in part])
    assert total([histogram(SCALE, []), *(histogram(SCALE, part) for part in parts)]) == together


def test_an_empty_sum_is_empty():
    assert total([]) == Histogram(())
