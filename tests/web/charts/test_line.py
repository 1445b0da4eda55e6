import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.web.charts.line import Moment
from cahier.web.charts.svg import breadth
from chart_samples import SVG, a_line, classed, texts, tree


def test_it_works():
    chart = a_line(show=lambda value: f"{value} F")
    assert chart.table.head == ("Mois", "Prix payé", "bas", "haut")
    assert chart.table.rows[1] == ("févr.", "–", "290 F", "370 F")
    assert {"250 F", "400 F", "350 F", "janv.", "mars"} <= set(texts(chart.svg))
    assert [entry.label for entry in chart.key] == ["Prix payé", "prix du marché"]


def test_a_missing_figure_breaks_the_line():
    svg = a_line().svg
    assert len(classed(svg, "l-path")) == 2
    assert len([n for n in classed(svg, "c-blue") if n.tag == f"{SVG}circle"]) == 2


def test_without_a_band_there_is_none():
    chart = a_line([Moment("a", 300), Moment("b", 310)])
    assert not classed(chart.svg, "c-soft")
    assert chart.table.head == ("Mois", "Prix payé")
    assert len(chart.key) == 1


def test_one_moment_alone():
    assert len(classed(a_line([Moment("a", 300)]).svg, "c-blue")) == 1


def test_no_figure_at_all_still_draws_the_rules():
    assert "–" not in texts(a_line([Moment("a", None)]).svg)


def test_higher_is_further_up():
    low, high = a_line([Moment("a", 260)]), a_line([Moment("a", 390)])
    assert float(classed(low.svg, "c-blue")[0].get("cy")) > float(classed(high.svg, "c-blue")[0].get("cy"))


@pytest.mark.parametrize(
    ("moments", "ticks"),
    [([], [1, 2]), ([Moment("a", 1)], [1, 1]), ([Moment("a", 3)], [1, 2]), ([Moment("a", 1, 0, 2)], [1, 2])],
)
def test_what_cannot_be_drawn_is_refused(moments, ticks):
    with pytest.raises(ValueError, match=r"at least one moment|not between the ticks"):
        a_line(moments, ticks=ticks)


@given(st.lists(st.text("janvfér. 207", min_size=1, max_size=14), min_size=1, max_size=40))
def test_names_below_never_touch_and_the_last_is_always_there(names):
    chart = a_line([Moment(name, 300) for name in names])
    below = [n for n in tree(chart.svg).iter(f"{SVG}text") if n.get("y") == "208"]
    assert below[-1].text.strip() == names[-1].strip()
    spans = [
        (float(n.get("x")) - breadth(n.text) / 2, float(n.get("x")) + breadth(n.text) / 2) for n in below
    ]
    assert all(one[1] < two[0] for one, two in itertools.pairwise(spans))
