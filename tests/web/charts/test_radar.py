from fractions import Fraction
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.web.charts.labels import LEADING
from cahier.web.charts.radar import OUTER, Axis, lowest
from cahier.web.charts.svg import breadth
from chart_samples import NAMES, SVG, a_radar, classed, texts, tree

SHORT = ("Technical", "Admin", "Voice", "Members", "Democracy", "Economy")


def axes(number, names=NAMES, **more):
    return [Axis(names[i], 30 + 5 * i, **more) for i in range(number)]


def test_it_works():
    chart = a_radar()
    assert chart.table.head == ("Variable", "Maintenant", "Premier diagnostic", "Sur preuve")
    assert chart.table.rows[0] == (NAMES[0], "30", "20", "–")
    assert len(classed(chart.svg, "l-green")) == 6
    assert len([n for n in classed(chart.svg, "c-blue") if n.tag == f"{SVG}circle"]) == 6


def test_the_score_stands_beside_each_name_and_the_lowest_is_red_underlined_and_ringed():
    svg = a_radar().svg
    assert [each.text for each in classed(svg, "c-red")] == ["30"]
    assert all("u" in each.get("class").split() for each in classed(svg, "c-red"))
    assert len(classed(svg, "l-red")) == 1
    assert {"30", "35", "40", "45", "50", "55"} <= set(texts(svg))


def test_ties_are_all_lowest_and_equal_scores_have_none():
    assert lowest([Axis("a", 3), Axis("b", 3), Axis("c", 4)]) == {0, 1}
    assert lowest([Axis("a", 3), Axis("b", 3), Axis("c", None)]) == frozenset()
    assert lowest([Axis("a", 3), Axis("b", None), Axis("c", None)]) == frozenset()


def test_the_lowest_is_found_before_rounding():
    values = [Fraction(283, 6), Fraction(284, 6), Fraction(300, 6)]
    chart = a_radar([Axis(str(i), v) for i, v in enumerate(values)], show=lambda v: str(round(v)))
    assert len(classed(chart.svg, "l-red")) == 1


def test_the_last_round_is_dashed_and_absent_when_there_was_none():
    assert len(classed(a_radar().svg, "l-dash")) == 1
    first = a_radar(axes(6))
    assert not classed(first.svg, "l-dash")
    assert first.table.head == ("Variable", "Maintenant", "Sur preuve")
    assert [entry.label for entry in first.key] == ["Maintenant", "Sur preuve", "la plus faible"]


def test_a_missing_score_breaks_the_line_and_says_so():
    chart = a_radar([Axis(name, None if i == 1 else 40 + i) for i, name in enumerate(NAMES[:6])])
    assert chart.table.rows[1][1] == "–"
    assert "–" in texts(chart.svg)
    (line,) = list(classed(chart.svg, "l-blue"))
    assert line.tag == f"{SVG}path"
    assert line.get("d").count("M") == 4, "of six edges, the two at the gap are left out"


def test_nothing_scored_is_an_empty_ring_not_zero():
    none, zero = a_radar(axes(3, proof=None)), a_radar(axes(3, proof=0))
    for chart, dashes in ((none, 3), (zero, 0)):
        assert len([n for n in classed(chart.svg, "l-line") if n.get("stroke-dasharray")]) == dashes
        assert not classed(chart.svg, "l-green")


@pytest.mark.parametrize("number", range(3, 13))
def test_any_number_of_variables_from_three_to_twelve(number):
    chart = a_radar(axes(number, proof=Fraction(1, 2)))
    assert len(chart.table.rows) == number
    assert len(classed(chart.svg, "l-green")) == number
    whole = " ".join(texts(chart.svg))
    assert all(word in whole for name in NAMES[:number] for word in name.split())


@pytest.mark.parametrize("names", [NAMES, SHORT], ids=["long", "short"])
@pytest.mark.parametrize("number", [3, 5, 6])
def test_names_stand_around_and_collide_with_nothing(number, names):
    assert not collisions(a_radar(axes(number, names)))


@given(
    st.lists(
        st.lists(st.sampled_from(NAMES + SHORT), min_size=1, max_size=2).map(" ".join),
        min_size=3,
        max_size=12,
    )
)
def test_nothing_ever_collides(names):
    assert not collisions(a_radar([Axis(name, 10 * (i % 4)) for i, name in enumerate(names)]))


@pytest.mark.parametrize(
    "wrong",
    [
        axes(2),
        [*axes(12), Axis("x", 1)],
        [*axes(3), Axis("x", 101)],
        [*axes(3), Axis("x", 1, proof=1.1)],
        [*axes(3), Axis("x", 1, -1)],
    ],
)
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(ValueError, match=r"axes, not|is not between"):
        a_radar(wrong)


def boxes(chart):
    for node in tree(chart.svg).iter(f"{SVG}text"):
        words, size = "".join(node.itertext()), float(node.get("font-size"))
        wide = breadth(words, size, bold="c-b" in node.get("class", ""))
        left = float(node.get("x")) - {None: 0, "middle": wide / 2, "end": wide}[node.get("text-anchor")]
        bottom = float(node.get("y")) + 3
        yield words, left, left + wide, bottom - LEADING + 2, bottom


def collisions(chart):
    found = []
    ring = classed(chart.svg, "l-line")[0].get("d")
    drawn = list(boxes(chart))
    for one, two in combinations(drawn, 2):
        if one[1] < two[2] and two[1] < one[2] and one[3] < two[4] and two[3] < one[4]:
            found.append((one[0], two[0]))
    centre = float(classed(chart.svg, "l-rule")[-1].get("d").split("L")[0].split()[1])
    for words, left, right, top, bottom in drawn:
        x, y = min(max(180, left), right), min(max(centre, top), bottom)
        if hypot(x - 180, y - centre) < OUTER:
            found.append((words, ring))
    return found
