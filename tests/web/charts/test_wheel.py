import pytest

from cahier.web.charts.wheel import Ring
from chart_samples import SVG, a_wheel, classed, texts, tree


def seasons(svg):
    return [n for n in tree(svg).iter(f"{SVG}path") if n.get("class") != "c-wash"]


def test_it_works():
    chart = a_wheel()
    assert chart.table.rows == (("récolte", "1–4"), ("libre", "10.5–0.5"))
    assert len(classed(chart.svg, "c-wash")) == 24
    assert len(seasons(chart.svg)) == 2


def test_the_answer_stands_in_the_middle():
    written = texts(a_wheel().svg)
    assert written[:12] == list("JFMAMJJASOND")
    assert written[12:] == ["Libre", "nov.–janv."]


def test_a_season_may_pass_the_turn_of_the_year():
    (path,) = seasons(a_wheel([Ring("libre", "blue", ((11, 1),))]).svg)
    assert " 0 0 1 " in path.get("d"), "two months, so the short way round"
    (path,) = seasons(a_wheel([Ring("libre", "blue", ((1, 11),))]).svg)
    assert " 0 1 1 " in path.get("d"), "ten months, so the long way round"


def test_all_year_is_a_whole_ring():
    (path,) = seasons(a_wheel([Ring("libre", "blue", ((0, 12),))]).svg)
    assert path.get("d").count("M") == 2


def test_a_ring_may_be_empty():
    assert a_wheel([Ring("récolte", "green", ())]).table.rows == (("récolte", "–"),)


@pytest.mark.parametrize("rings", [[], [Ring(str(i), "blue", ()) for i in range(5)]])
def test_one_to_four_rings(rings):
    with pytest.raises(ValueError, match="one to 4 rings"):
        a_wheel(rings)


@pytest.mark.parametrize("season", [(-1, 3), (12, 1), (3, 13), (4, 4)])
def test_a_season_lies_in_the_year(season):
    with pytest.raises(ValueError, match="is no season"):
        a_wheel([Ring("a", "blue", (season,))])


def test_four_short_lines_are_too_many():
    with pytest.raises(ValueError, match="at most three lines"):
        a_wheel(answer=("a", "b", "c", "d"))


def test_a_long_season_past_the_turn_goes_the_long_way_round():
    (path,) = seasons(a_wheel([Ring("libre", "blue", ((6, 3),))]).svg)
    assert " 0 1 1 " in path.get("d")
