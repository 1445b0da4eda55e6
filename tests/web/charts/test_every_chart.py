"""What holds for every chart: well formed, named, readable, the same bytes, a table twin, no colours."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.web.charts.bars import Bar, BarWords, bars
from cahier.web.charts.standalone import standalone
from cahier.web.charts.svg import breadth, num, responsive, text, wrap
from cahier.web.charts.tones import block, textures
from chart_samples import ALL, SVG, a_gantt, a_radar, plain, texts, tree

every = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


@every
def test_it_is_an_image_with_title_and_message(make):
    chart = make()
    root = tree(chart.svg)
    assert root.get("role") == "img"
    title, message = (root.find(f"{SVG}{tag}") for tag in ("title", "desc"))
    assert (title.text, message.text) == (chart.title, chart.message)
    assert root.get("aria-labelledby") == f"{title.get('id')} {message.get('id')}"


@every
def test_the_same_numbers_give_the_same_bytes(make):
    assert make().svg == make().svg
    assert standalone(make()) == standalone(make())


@every
def test_the_table_twin_is_rectangular_and_full(make):
    table = make().table
    assert table.rows
    assert all(len(row) == len(table.head) for row in table.rows)
    assert all(isinstance(cell, str) and cell for row in table.rows for cell in row)


@every
def test_colours_come_by_class_alone(make):
    svg = make().svg + make().key_html
    assert not re.search(r'(?:fill|stroke)="(?!url\(#)', svg)
    assert "style=" not in svg
    assert "#" not in re.sub(r"url\(#[a-z-]+\)", "", svg)


@every
def test_no_text_is_smaller_than_a_reader_needs(make):
    sizes = [float(node.get("font-size")) for node in tree(make().svg).iter(f"{SVG}text")]
    assert sizes
    assert min(sizes) >= 12.5


@every
def test_nothing_is_written_outside_the_drawing(make):
    chart = make()
    for node in tree(chart.svg).iter(f"{SVG}text"):
        wide = breadth("".join(node.itertext()), float(node.get("font-size")))
        start = float(node.get("x")) - {None: 0, "middle": wide / 2, "end": wide}[node.get("text-anchor")]
        assert start >= -6
        assert start + wide <= chart.width + 6
        assert 0 < float(node.get("y")) <= chart.height


@every
def test_drawing_and_key_each_define_the_textures_they_use(make):
    for part in (make().svg, f"<div xmlns='http://www.w3.org/2000/svg'>{make().key_html}</div>"):
        used = set(re.findall(r"url\(#([a-z-]+)\)", part))
        defined = [node.get("id") for node in tree(part).iter(f"{SVG}pattern")]
        assert used <= set(defined)
        assert len(defined) == len(set(defined))


@every
def test_standalone_carries_its_style_and_its_key(make):
    chart = make()
    root = tree(standalone(chart))
    style = root.find(f"{SVG}style").text
    assert "var(" not in style
    colours = re.findall(r"#([0-9a-f]+)", style)
    assert all(len(set(colour)) == 1 for colour in colours), "greys only"
    written = texts(standalone(chart))
    assert all(entry.label in written for entry in chart.key)
    assert float(root.get("height")) >= chart.height
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", style)) | {"chart", "wide"}
    assert {name for node in root.iter() for name in node.get("class", "").split()} <= known


@pytest.mark.parametrize(
    "nasty", ["<script>x</script>", 'a"b', "a&b", "]]>", "\x00\x0b", "'", "é\u202fà", "\ud800"]
)
def test_what_people_wrote_cannot_break_the_drawing(nasty):
    chart = bars(
        "b",
        nasty,
        nasty,
        [Bar(f"n{nasty}", 1, 1, nasty)],
        BarWords(nasty, nasty, nasty),
        full=1,
        show=lambda v: f"{v}{nasty}",
    )
    for svg in (chart.svg, standalone(chart)):
        assert "<script" not in svg
        tree(svg)
    tree(f"<div>{chart.key_html}</div>".replace("&quot;", "'"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_well_formed(label, message):
    chart = replace(a_radar(), title=label, message=message)
    tree(chart.svg)


@pytest.mark.parametrize("name", ["", "Profil", "1a", "a b", 'a"', "a_b"])
def test_a_chart_needs_a_plain_name(name):
    with pytest.raises(ValueError, match="a chart's name"):
        a_radar(name=name)


def test_two_charts_on_one_page_share_no_id():
    one, two = a_radar(name="round-1"), a_radar(name="round-2")
    ids = [node.get("id") for each in (one, two) for node in tree(each.svg).iter() if node.get("id")]
    assert len(ids) == len(set(ids))


def test_key_as_a_list():
    assert plain(a_radar().key_html).count("<li>") == 4
    assert replace(a_radar(), key=()).key_html == ""


def test_a_narrow_and_a_wide_drawing_in_one_place():
    both = responsive(a_gantt(), a_gantt(width=720))
    assert both.index("chart-phone") < both.index("chart-desk")
    assert both.count("<svg") == 2
    assert 'class="chart wide"' in both


def test_small_type_is_refused():
    with pytest.raises(ValueError, match="too small to read"):
        text(0, 0, "x", size=12)


def test_an_unknown_tone_is_refused():
    with pytest.raises(ValueError, match="no such tone: pink"):
        textures("a", ["pink", "blue"])


def test_every_tone_looks_different_without_colour():
    drawn = {
        tone: block("a", tone, x=0, y=0, width=1, height=1)
        for tone in ("blue", "green", "ink", "red", "soft")
    }
    assert len(set(drawn.values())) == 5


def test_coordinates_are_short_and_never_minus_zero():
    assert [num(value) for value in (1, 1.25, -0.01, 2.0, 1e-9)] == ["1", "1.2", "0", "2", "0"]


@given(st.lists(st.text("abcdefé mW", min_size=1, max_size=12), min_size=1, max_size=9), st.floats(20, 300))
def test_wrapping_keeps_every_word_and_every_width(words, width):
    sentence = " ".join(words)
    made = wrap(sentence, width)
    assert " ".join(made) == sentence
    assert all(breadth(line) <= width or " " not in line for line in made)
