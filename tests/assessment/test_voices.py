"""What a reveal says in words: who sees it how, the middle, and beans that add up."""

import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from assessment_packs import SCALE, SIX
from cahier.assessment.grid import Grid
from cahier.assessment.pages import beans
from cahier.assessment.voices import median_halves, voices
from cahier.assessment.votes import histogram, total

GRID = Grid(SIX, ("PF0", "PF1", "PF2", "PF3"))
votes_of_a_group = st.lists(st.sampled_from([1, 2, 3, 4, 5, "?", ""]), max_size=30)


def of(**groups):
    return voices(GRID, {code: histogram(SCALE, votes) for code, votes in groups.items()})


def test_the_groups_furthest_apart_are_named():
    seen = of(leaders=[4, 4, 5, 5, 5], members=[3, 3, 3, 3, 3], women=[1, 1, 2, 2, 2])
    assert (seen.low, seen.high) == ("women", "leaders")
    assert seen.range_of("leaders") == (4, 5)
    assert seen.spread.disagree
    assert seen.room.size == 15


def test_groups_of_the_same_mean_are_not_set_against_each_other():
    seen = of(leaders=[1, 5, 1, 5, 3], women=[3, 3, 3, 3, 3])
    assert (seen.low, seen.high) == ("", "")


def test_a_group_that_names_no_level_is_in_the_room_but_neither_low_nor_high():
    seen = of(leaders=["?", "?", "", "", "?"], women=[2, 2, 2, 2, 2])
    assert (seen.low, seen.high) == ("", "")
    assert seen.room.dont_know == 3
    assert seen.middle == 4


@pytest.mark.parametrize(
    ("votes", "middle"),
    [([], None), (["?"], None), ([3], 6), ([3, 4], 7), ([1, 5, 5], 10), ([2, 2, 3, 5], 5)],
)
def test_the_middle_of_the_room_in_halves(votes, middle):
    assert median_halves(histogram(SCALE, votes)) == middle


@given(st.dictionaries(st.sampled_from(["leaders", "members", "women"]), votes_of_a_group, min_size=1))
def test_nothing_is_lost_and_the_lowest_is_below_the_highest(groups):
    seen = of(**groups)
    assert seen.room == total(seen.groups.values())
    assert seen.room.size == sum(len(votes) for votes in groups.values())
    if seen.low:
        assert seen.range_of(seen.low)[0] <= seen.range_of(seen.high)[1]
        assert seen.low != seen.high


@given(votes_of_a_group)
def test_the_middle_lies_between_the_lowest_and_highest_vote(votes):
    middle, named = median_halves(histogram(SCALE, votes)), [vote for vote in votes if isinstance(vote, int)]
    assert (middle is None) == (not named)
    assert middle is None or 2 * min(named) <= middle <= 2 * max(named)


@given(st.integers(1, beans.MOST_DRAWN))
def test_one_bean_is_one_voice(count):
    drawing = beans.heap(count)
    assert drawing.count("<ellipse") == count
    width, height = (float(n) for n in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing).groups())
    places = {(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawing)}
    assert len(places) == count
    assert all(7.5 <= x <= width - 7.5 and 5.6 <= y <= height - 5.6 for x, y in places)


@pytest.mark.parametrize("count", [0, -1, beans.MOST_DRAWN + 1, 400])
def test_none_and_too_many_are_not_drawn(count):
    assert beans.heap(count) == ""


def test_beans_are_read_aloud_in_the_readers_language():
    for language, said in [("en", "3 votes"), ("fr", "3 voix"), ("es", "3 votos")]:
        with translation.override(language):
            assert f'aria-label="{said}"' in beans.heap(3)


def test_lines_stand_in_the_order_of_the_round_with_the_panel_last():
    seen = of(women=[1] * 5, panel=[2] * 5, leaders=[3] * 5)
    names = {"leaders": "Board", "women": "Women", "panel": "Small groups together"}
    assert [line.name for line in beans.lines(GRID, seen, names)] == [
        "Board",
        "Women",
        "Small groups together",
    ]
