import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.web.charts.bars import Bar, Stack
from chart_samples import SVG, classed, some_bars, some_stacks, texts, tree


def lengths(svg, class_):
    return [
        float(n.get("width"))
        for n in classed(svg, class_)
        if n.get("height") == "16" or n.get("height") == "22"
    ]


def test_it_works():
    chart = some_bars(show=lambda value: f"{value} %")
    assert lengths(chart.svg, "c-blue") == [262.8]
    assert {"Cantines", "73 %", "Export", "–"} <= set(texts(chart.svg))
    assert chart.table.head == ("Marché", "Rempli", "seuil")
    assert chart.table.rows == (("Cantines", "73 %", "80 %"), ("Export", "–", "–"))


def test_the_threshold_is_a_black_tick_where_it_lies():
    tick = next(node for node in classed(some_bars().svg, "c-ink"))
    assert float(tick.get("x")) + 1.5 == 0.8 * 360
    assert some_bars().key[0].label == "seuil"


def test_without_thresholds_there_is_no_key_and_no_column():
    chart = some_bars([Bar("a", 3)])
    assert chart.key == ()
    assert chart.table.head == ("Marché", "Rempli")


def test_more_than_full_fills_the_bar_and_the_figure_says_the_rest():
    chart = some_bars([Bar("a", 140)])
    assert lengths(chart.svg, "c-blue") == [360]
    assert "140" in texts(chart.svg)


def test_zero_is_a_figure_and_missing_is_not():
    chart = some_bars([Bar("a", 0), Bar("b", None)])
    assert [row[1] for row in chart.table.rows] == ["0", "–"]
    assert lengths(chart.svg, "c-blue") == []


def test_a_long_name_leaves_the_figure_free():
    chart = some_bars([Bar("Cantines scolaires, appel d’offres du district de la région des Savanes", 73)])
    assert len(texts(chart.svg)) == 3


@pytest.mark.parametrize(
    ("items", "full"), [([Bar("a", -1)], 100), ([Bar("a", 1, -1)], 100), ([Bar("a", 1)], 0)]
)
def test_what_cannot_be_drawn_is_refused(items, full):
    with pytest.raises(ValueError, match=r"below zero|more than zero"):
        some_bars(items, full=full)


def test_no_bars_is_an_empty_drawing_not_an_error():
    assert some_bars([]).table.rows == ()
    tree(some_bars([]).svg)


def test_parts_stand_side_by_side_and_add_up():
    chart = some_stacks()
    assert chart.table.head == ("Action", "La coopérative", "L’union", "Total")
    assert chart.table.rows == (("Cours", "230", "1050", "1280"), ("Visite", "80", "0", "80"))
    assert [entry.label for entry in chart.key] == ["La coopérative", "L’union"]


def test_a_figure_stands_in_its_part_only_where_it_fits():
    written = texts(some_stacks([Stack("Cours", (3, 1277))]).svg)
    assert "1277" in written
    assert "3" not in written


def test_a_stack_has_one_value_a_series():
    with pytest.raises(ValueError, match="3 values for 2 series"):
        some_stacks([Stack("Cours", (1, 2, 3))])


def test_a_part_below_zero_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        some_stacks([Stack("Cours", (-1, 2))])


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=6))
def test_parts_never_overlap_nor_leave_the_drawing(values):
    chart = some_stacks([Stack(f"n{i}", pair) for i, pair in enumerate(values)])
    rows = {}
    for node in tree(chart.svg).iter(f"{SVG}rect"):
        if node.get("height") == "22":
            rows.setdefault(node.get("y"), []).append((float(node.get("x")), float(node.get("width"))))
    for parts in rows.values():
        assert all(x + wide <= 361 for x, wide in parts)
        assert all(a[0] + a[1] <= b[0] + 1 for a, b in itertools.pairwise(parts))
