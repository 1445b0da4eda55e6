"""A round with somebody else's questionnaire: three answers, no halves, no proof, a hundred questions."""

import pytest

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
