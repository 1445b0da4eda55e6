import pytest

from cahier.web.charts.gantt import Action
from chart_samples import SVG, a_gantt, classed, texts, tree


def test_it_works():
    chart = a_gantt()
    assert chart.table.head == ("Action", "Quand")
    assert chart.table.rows[0] == ("Caisse et rapprochement", "sept.–oct.")
    assert [entry.label for entry in chart.key] == ["cours", "visite", "gros travaux"]


def test_on_a_phone_months_are_letters_and_names_stand_above():
    assert {"A", "S", "O"} <= set(texts(a_gantt().svg))
    assert "août" not in texts(a_gantt().svg)


def test_on_a_desk_months_have_names_and_actions_stand_at_the_left():
    chart = a_gantt(width=720)
    assert {"août", "sept.", "oct."} <= set(texts(chart.svg))
    grey = [float(node.get("x")) for node in classed(chart.svg, "c-soft")]
    assert min(grey) == 216


def test_grey_says_when_nobody_is_free_on_every_line():
    grey = classed(a_gantt().svg, "c-soft")
    assert len(grey) == 2
    assert {(node.get("x"), node.get("width")) for node in grey} == {("0", "82.2")}, "21 of 92 days"


def test_both_ends_of_a_span_are_included():
    (bar,) = [
        n for n in classed(a_gantt([Action("a", "b", ((0, 91),))]).svg, "c-blue") if n.tag == f"{SVG}rect"
    ]
    assert (bar.get("x"), bar.get("width")) == ("0", "360")


@pytest.mark.parametrize(
    ("tone", "tag"), [("green", "circle"), ("red", "polygon"), ("ink", "rect"), ("blue", "rect")]
)
def test_a_day_or_two_has_a_sign_of_its_own(tone, tag):
    svg = a_gantt([Action("a", "b", ((91, 91),), tone)]).svg
    signs = [n for n in classed(svg, f"c-{tone}") if n.get("width") != "7"]
    assert [n.tag for n in signs] == [f"{SVG}{tag}"]


def test_several_days_of_one_action():
    svg = a_gantt([Action("a", "b", ((0, 1), (40, 41), (90, 91)))]).svg
    assert len(classed(svg, "c-blue")) == 3


@pytest.mark.parametrize("span", [(-1, 3), (5, 4), (90, 92)])
def test_outside_the_calendar_is_refused(span):
    with pytest.raises(ValueError, match="do not lie in the calendar"):
        a_gantt([Action("a", "b", (span,))])
    with pytest.raises(ValueError, match="do not lie in the calendar"):
        a_gantt(closed=[span])


def test_a_long_name_and_a_long_time_take_their_own_lines():
    chart = a_gantt(
        [
            Action(
                "Caisse et rapprochement avec le compte mobile",
                "sept.–oct., quatre matinées, une par quinzaine",
                (),
            )
        ]
    )
    ys = [float(n.get("y")) for n in tree(chart.svg).iter(f"{SVG}text")]
    assert len(set(ys[3:])) == 3
