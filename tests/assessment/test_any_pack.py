"""A round with somebody else's questionnaire: three answers, no halves, no proof, a hundred questions."""

import pytest
from django.urls import reverse

from assessment_rounds import agree, agree_all, open_round, vote
from cahier.assessment import queries
from cahier.assessment.grid import from_record, level_of, shown_halves, to_record
from cahier.assessment.packs import grid_of, keys, pack_of
from cahier.assessment.workbench import counting
from cahier.home import home
from cahier.kernel.refusals import Refused
from helpers.samples import DAY

ABOUT = """
id = "own"
edition = "1"
licence = "MIT"
languages = ["pt-BR"]
[names]
pt-BR = "Perguntas"
[scale]
levels = [0, 1, 2]
{scale}
[scale.answers]
"nao" = 0
"em parte" = 1
"sim" = 2
[questionnaire]
file = "questions.csv"
key = "seq"
area = "area"
question = "question"
[questionnaire.level_names]
0 = "Nao"
1 = "Em parte"
2 = "Sim"
{rules}
"""


@pytest.fixture
def own_pack():
    def make(rules="", scale="not_applicable = false", questions=187, areas=8):
        folder = home() / "packs" / "own"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pack.toml").write_text(ABOUT.format(rules=rules, scale=scale), encoding="utf-8")
        rows = [f"{n},Area {n % areas},A pergunta {n}?" for n in range(1, questions + 1)]
        (folder / "questions.csv").write_text("\n".join(["seq,area,question", *rows]), encoding="utf-8")
        return "own"

    return make


def test_a_round_of_187_questions_with_three_answers(cast, own_pack):
    key = own_pack()
    assert keys() == ("cahier/2026", "own")
    round_id = open_round(cast, pack=key)
    grid = queries.grid_of(round_id)
    assert len(grid.instrument.items) == 187
    assert counting.answers(grid) == ("0", "1", "2", "?", "")
    assert list(grid.halves()) == [0, 2, 4]
    item = grid.instrument.items[0]
    vote(round_id, item, grid, "women", 0, 1, 2, 2, 2)
    counting.reveal(round_id, item, grid, day=DAY, actor=cast.awa)
    assert queries.votes_of(round_id, item)["women"].counts == ((0, 1), (1, 1), (2, 3))
    agree_all(cast, round_id, 1, grade="")
    profile = queries.profile_of(round_id)
    assert (len(profile.variables), profile.index, profile.present) == (8, 50, 8)
    assert all(one.confidence == 0 for one in profile.variables)


def test_a_scale_without_halves_and_items_that_always_apply(cast, own_pack):
    round_id = open_round(cast, pack=own_pack())
    item = queries.grid_of(round_id).instrument.items[0]
    for level, more, code in [
        ("1.5", {"discussed": True}, "no_halves"),
        (None, {"applicable": False}, "must_apply"),
        (1, {"grade": "PF2"}, "no_such_grade"),
        (3, {}, "level_off_scale"),
    ]:
        with pytest.raises(Refused) as refused:
            agree(cast, round_id, item, None if level is None else float(level), **more)
        assert [one.code for one in refused.value.problems] == [f"assessment.{code}"]


def test_the_round_is_scored_as_it_was_opened_also_without_the_guide(cast, own_pack):
    round_id = open_round(cast, pack=own_pack())
    agree_all(cast, round_id, 2, grade="")
    (home() / "packs" / "own" / "pack.toml").unlink()
    assert queries.profile_of(round_id).index == 100
    assert queries.links("own") == []


@pytest.mark.parametrize(
    ("rules", "rule"),
    [
        ("[rules]\nmin_scored_percent = 80", "rules.min_scored_percent"),
        ("[rules]\nall_variables = false", "rules.all_variables"),
        ("[rules]\nmin_votes = 5", "rules.min_votes"),
    ],
)  # fmt: skip
def test_rules_that_are_not_known_are_refused_not_guessed(own_pack, rules, rule):
    with pytest.raises(Refused) as refused:
        grid_of(pack_of(own_pack(rules)))
    assert [one.details["rule"] for one in refused.value.problems] == [rule]


def test_a_grid_is_kept_exactly():
    grid = grid_of(pack_of("cahier/2026"))
    assert from_record("cahier/2026", to_record(grid)) == grid
    assert grid.variable_of("G2") == grid.variable_of("G1") != ""
    assert grid.variable_of("Z9") == ""


@pytest.mark.parametrize(
    ("halves", "shown"), [(None, "–"), (0, "0"), (1, "½"), (7, "3½"), (10, "5"), (-1, "−½"), (-4, "−2")]
)
def test_levels_on_a_wall(halves, shown):
    assert shown_halves(halves) == shown
    assert level_of(halves) is None or level_of(halves) * 2 == halves


@pytest.mark.parametrize(("areas", "drawn"), [(8, True), (2, False), (14, False)])
def test_every_page_works_with_somebody_elses_questionnaire(cast, acting, book_a, own_pack, areas, drawn):
    key = own_pack(questions=30, areas=areas, scale="")
    browser = acting(cast.awa)

    def at(name, *parts):
        return reverse(name, args=[book_a.slug, *parts])

    assert "Perguntas" in browser.get(at("round-open")).content.decode()
    browser.post(at("round-open"), {"pack": key, "g.leaders": "6", "g.women": "6"})
    item = queries.grid_of(queries.round_by_number(1).id).instrument.items[0]
    page = browser.get(at("vote", 1, item, "women")).content.decode()
    assert [word in page for word in ("A pergunta 1?", "Em parte", "between")] == [True, True, False]
    browser.post(at("tally", 1, item), {"n.women.0": "3", "n.women.2": "3", "n.leaders.1": "6"})
    assert browser.post(at("reveal", 1, item)).url == at("agree", 1, item)
    page = browser.get(at("agree", 1, item)).content.decode()
    assert 'name="grade"' not in page
    assert 'name="wished"' not in page
    for one in queries.grid_of(queries.round_by_number(1).id).instrument.items:
        assert browser.post(at("agree", 1, one), {"agreed": "2"}).status_code == 302
    for name in ("diagnosis", "round-open"):
        assert browser.get(at(name)).status_code == 200
    for name in ("round", "round-present", "round-paper", "round-close"):
        assert browser.get(at(name, 1)).status_code == 200
    profile = browser.get(at("profile", 1)).content.decode()
    assert ("<figure>" in profile) is drawn
    assert "50" in profile


def test_a_round_with_another_questionnaire_is_not_compared_with_the_one_before(cast, own_pack):
    first = open_round(cast)
    open_round(cast, 2, pack=own_pack())
    third = open_round(cast, 3)
    assert queries.round_before(queries.round_by_number(2)) is None
    assert queries.round_before(queries.round_by_id(third)).id == first
