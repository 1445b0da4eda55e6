"""Awa's organisation lays its own pack over the edition: words, items and switches, never old meanings."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from cahier.guide.checks import findings
from cahier.guide.loader import assemble
from cahier.guide.overlay import overlay
from cahier.guide.packs import Pack
from cahier.kernel.refusals import Refused
from guide_packs import Tables, own, whole

BASE = assemble(whole())
EN, FR = "framework/text/en/items.toml", "framework/text/fr/items.toml"
ITEMS, MODULES = "framework/items.toml", "modules/modules.toml"
NEW: Tables = {
    ITEMS: {"CA-1": {"variable": "X", "modules": ["K1"]}},
    MODULES: {"K1": {"serves": ["X1", "CA-1"]}},
    EN: {
        "CA-1": {"name": "Goats", "level_0": "Goats eat the harvest", "level_4": "Goats have a fenced place"}
    },
    FR: {
        "CA-1": {"name": "Chèvres", "level_0": "Les chèvres mangent tout", "level_4": "Elles ont leur enclos"}
    },
}


def laid(**files: Any) -> Pack:
    return overlay(BASE, own(**files))


def refusal(**files: Any) -> str:
    with pytest.raises(Refused) as refused:
        laid(**files)
    return str(refused.value)


def test_awa_renames_an_item_in_the_words_of_her_village() -> None:
    pack = laid(**{FR: {"X1": {"name": "Graine"}}})
    assert pack.text("fr")("X1") == "Graine"
    assert pack.text("en")("X1") == "Seed"
    assert BASE.text("fr")("X1") == "Semence"
    assert findings(pack) == []


def test_the_pack_bears_its_own_name_and_the_edition_s_scale() -> None:
    pack = laid()
    assert (pack.key, pack.lays_over, pack.name("fr")) == ("coopa/1", "tiny/1", "Le nôtre")
    assert pack.scale == BASE.scale
    assert pack.digest != BASE.digest


def test_awa_adds_an_item_of_her_own() -> None:
    pack = laid(**NEW)
    assert [item.id for item in pack.items_of("X")] == ["X1", "CA-1"]
    assert pack.text("en")("CA-1", "level_4") == "Goats have a fenced place"
    assert findings(pack) == []


def test_a_new_item_without_its_french_is_found() -> None:
    half = deepcopy(NEW)
    del half[FR]["CA-1"]["level_4"]
    assert [problem.code for problem in findings(laid(**half))] == ["guide.text_missing"]


def test_a_new_item_needs_the_pack_s_own_prefix() -> None:
    said = refusal(**{ITEMS: {"X2": {"variable": "X"}}})
    assert said == "X2 is new and must begin with CA-, so that no later edition can use the same id."


def test_awa_switches_an_item_off_and_nothing_names_it_any_more() -> None:
    pack = laid(about={"off": ["Y1"]})
    assert list(pack.items) == ["X1"]
    assert list(pack.variables) == ["X"]
    assert pack.modules["K2"].serves == ()
    assert not pack.text("en").has("Y1")
    assert findings(pack) == []


def test_a_module_that_others_need_is_not_switched_off_unseen() -> None:
    pack = laid(about={"off": ["K1"]})
    assert pack.items["X1"].modules == ()
    codes = {problem.code for problem in findings(pack)}
    assert codes == {"guide.id_unknown", "guide.no_module"}


def test_what_does_not_exist_cannot_be_switched_off() -> None:
    assert refusal(about={"off": ["Q7"]}) == "Q7 is to be switched off but does not exist in tiny/1."


def test_an_anchor_with_another_meaning_needs_a_new_id() -> None:
    said = refusal(**{EN: {"X1": {"level_4": "Seed is bought from one dealer"}}})
    assert said.startswith("level_4 of X1 is changed, and with it what a level means.")


def test_an_anchor_in_other_words_is_accepted_where_the_pack_says_it_means_the_same() -> None:
    words = {EN: {"X1": {"level_4": "We keep seed and test it"}}}
    pack = laid(about={"same_meaning": ["X1"]}, **words)
    assert pack.text("en")("X1", "level_4") == "We keep seed and test it"


def test_an_item_does_not_move_to_another_variable() -> None:
    assert refusal(**{ITEMS: {"X1": {"variable": "Y"}}}).startswith("X1 cannot move to another variable")


@pytest.mark.parametrize("table", ["scale", "evidence", "rules"])
def test_the_scale_and_its_rules_stay(table: str) -> None:
    assert "keeps its scale" in refusal(about={table: {"levels": [1, 9]}})


def test_another_base_is_refused() -> None:
    assert refusal(about={"lays_over": "tiny/2"}) == "This pack is made to lie over tiny/2, not over tiny/1."


def test_a_pack_in_one_language_gives_a_pack_in_one_language() -> None:
    pack = laid(about={"languages": ["fr"]}, **{FR: NEW[FR], ITEMS: NEW[ITEMS], MODULES: NEW[MODULES]})
    assert pack.languages == ("fr",)
    assert findings(pack) == []
    assert "shares no language with tiny/1" in refusal(about={"languages": ["wo"]})


def test_every_fault_is_said_at_once() -> None:
    said = refusal(about={"off": ["Q7"], "scale": {}}, **{ITEMS: {"X2": {"variable": "X"}}})
    assert said.count(".") >= 3
    assert "Q7" in said
    assert "X2" in said


def test_an_anchor_written_again_as_it_was_is_no_change() -> None:
    tables = whole()
    tables[FR]["X1"]["level_4"] = "Semence gardée : testée"
    base = assemble(tables)
    again = own(**{FR: {"X1": {"level_4": "Semence gardée : testée"}}})
    assert overlay(base, again).text("fr")("X1", "level_4") == "Semence gardée\u00a0: testée"
