"""One fault at a time: each is found, alone, and named with its place."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.guide.checks import findings
from cahier.guide.loader import assemble
from cahier.guide.parts import Module
from cahier.guide.sequence import circle
from guide_packs import Tables, whole


def found(tables: Tables, indicators: set[str] | None = None) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in findings(assemble(tables), indicators)]


def test_a_whole_pack_has_no_finding() -> None:
    assert found(whole(), {"KM-05"}) == []


def _set(file: str, id_: str, key: str, value: Any) -> Callable[[Tables], None]:
    return lambda tables: tables[file].setdefault(id_, {}).update({key: value})


def _drop(file: str, id_: str, key: str = "") -> Callable[[Tables], None]:
    return lambda tables: (tables[file][id_].pop(key) if key else tables[file].pop(id_)) and None


def _odd_anchor(tables: Tables) -> None:
    tables["pack.toml"]["scale"]["anchors"] = [0, 4, 5]
    for file in (EN, FR):
        for id_, row in tables[file].items():
            row["level_5"] = f"best {id_}"


ITEMS, MODULES = "framework/items.toml", "modules/modules.toml"
EN, FR = "framework/text/en/items.toml", "framework/text/fr/items.toml"
LEVEL_NAMES = {
    f"framework/text/{language}/levels.toml": {"L7": {"name": name}}
    for language, name in (("en", "top"), ("fr", "haut"))
}
FAULTS: dict[str, tuple[str, str, Callable[[Tables], None]]] = {
    "a translation is missing": ("guide.text_missing", FR, _drop(FR, "Y1", "level_4")),
    "a text is blank": ("guide.text_missing", EN, _set(EN, "X1", "name", "  ")),
    "a language has no name": ("guide.text_missing", "pack.toml", _drop("pack.toml", "names", "fr")),
    "a text has no place": ("guide.text_extra", EN, _set(EN, "X1", "level_3", "between the two")),
    "a text is for nobody": ("guide.text_extra", FR, lambda t: t[FR].update({"Z9": {"name": "Rien"}})),
    "a level is too long": (
        "guide.text_long",
        EN,
        _set(EN, "X1", "level_0", "one two three four five six seven"),
    ),
    "two items say the same": ("guide.text_twice", EN, _set(EN, "Y1", "level_0", "We have no seed at all")),
    "a sentence is not translated": (
        "guide.text_copied",
        FR,
        _set(FR, "X1", "level_4", "Seed is kept and tested"),
    ),
    "a proof is unknown": ("guide.id_unknown", ITEMS, _set(ITEMS, "X1", "proofs", ["photo"])),
    "a role is unknown": ("guide.id_unknown", MODULES, _set(MODULES, "K1", "roles", ["king"])),
    "an alternative is unknown": (
        "guide.id_unknown",
        MODULES,
        _set(MODULES, "K2", "needs_any", [["K1", "K9"]]),
    ),
    "an id has a blank": (
        "guide.id_form",
        "framework/roles.toml",
        lambda t: t["framework/roles.toml"].update({"a b": {}}),
    ),
    "an id is used twice": (
        "guide.id_twice",
        "framework/proofs.toml",
        lambda t: t.update({"framework/proofs.toml": {"treasurer": {}}}),
    ),
    "a module waits for itself": ("guide.circle", MODULES, _set(MODULES, "K1", "needs", ["K1"])),
    "two modules wait for each other": ("guide.circle", MODULES, _set(MODULES, "K1", "needs", ["K2"])),
    "the only alternative waits": ("guide.circle", MODULES, _set(MODULES, "K1", "needs_any", [["K2"]])),
    "a link is one-sided": ("guide.link_one_sided", ITEMS, _set(MODULES, "K1", "serves", ["X1", "Y1"])),
    "a group is upside down": ("guide.group_size", MODULES, _set(MODULES, "K1", "group_min", 10)),
    "a course lasts no time": ("guide.no_time", MODULES, _set(MODULES, "K1", "hours_min", 0)),
    "a course does not fit": ("guide.too_few_slots", MODULES, _set(MODULES, "K2", "half_days", 1)),
    "an anchor is no level": (
        "guide.scale_anchor",
        "pack.toml",
        _odd_anchor,
    ),
    "an answer is no level": (
        "guide.scale_answer",
        "pack.toml",
        _set("pack.toml", "scale", "answers", {"yes": 3}),
    ),
    "a level has a name but no place": (
        "guide.scale_name",
        "pack.toml",
        lambda t: t.update({"framework/levels.toml": {"L7": {"value": 7}}, **LEVEL_NAMES}),
    ),
    "the index has no rule": ("guide.index_unknown", "pack.toml", _set("pack.toml", "rules", "index", "sum")),
    "a grade is not declared": (
        "guide.grade_unknown",
        "pack.toml",
        _set("pack.toml", "evidence", "counted_from", "sworn"),
    ),
    "a file is misnamed": (
        "guide.file_unknown",
        "framework/item.toml",
        lambda t: t.update({"framework/item.toml": {}}),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_alone_and_in_its_place(fault: str) -> None:
    code, where, break_it = FAULTS[fault]
    tables = whole()
    break_it(tables)
    assert found(tables) == [(code, where)]


def test_an_item_of_no_variable_leaves_its_variable_empty() -> None:
    tables = whole()
    del tables[ITEMS]["X1"]["variable"]
    codes = [code for code, _ in found(tables)]
    assert codes == ["guide.no_item", "guide.no_variable"]


def test_an_item_that_no_module_serves_is_found() -> None:
    tables = whole()
    tables[ITEMS]["X1"]["modules"] = []
    tables[MODULES]["K1"]["serves"] = []
    assert found(tables) == [("guide.no_module", ITEMS)]


def test_a_module_that_serves_any_item_is_enough() -> None:
    tables = whole()
    tables[ITEMS]["X1"]["modules"] = []
    tables[MODULES]["K1"] |= {"serves": [], "serves_any": True}
    assert found(tables) == []


def test_a_pack_without_modules_is_a_whole_pack() -> None:
    tables = {file: table for file, table in whole().items() if not file.startswith("modules/")}
    for item in tables[ITEMS].values():
        del item["modules"]
    assert found(tables) == []


def test_an_indicator_that_is_not_computed_is_found_where_the_codes_are_known() -> None:
    assert found(whole(), {"KM-01"}) == [("guide.indicator_unknown", ITEMS)]
    assert found(whole()) == []


def test_a_module_with_a_practical_task_says_what_the_task_is() -> None:
    tables = whole()
    tables[MODULES]["K1"]["practical_task"] = True
    places = [f"modules/text/{language}/modules.toml" for language in ("en", "fr")]
    assert found(tables) == [("guide.text_missing", place) for place in places]
    tables["modules/text/en/modules.toml"]["K2"]["practical_task"] = "Bring the till"
    assert ("guide.text_extra", places[0]) in found(tables)


def test_the_circle_is_named_module_by_module() -> None:
    tables = whole()
    tables[MODULES]["K1"]["needs"] = ["K2"]
    [problem] = findings(assemble(tables))
    assert str(problem) in (
        "These modules wait for one another: K1 → K2 → K1. Take one need out.",
        "These modules wait for one another: K2 → K1 → K2. Take one need out.",
    )


def test_one_free_alternative_breaks_the_circle() -> None:
    modules = [
        Module(id="A", needs_any=(("B", "C"),)),
        Module(id="B", needs=("A",)),
        Module(id="C"),
    ]
    assert circle(modules) == []


@given(st.dictionaries(st.integers(0, 7), st.sets(st.integers(0, 7), max_size=3), max_size=8))
def test_a_circle_is_found_exactly_where_no_order_exists(graph: dict[int, set[int]]) -> None:
    modules = [Module(id=str(n), needs=tuple(map(str, sorted(needs)))) for n, needs in graph.items()]
    path = circle(modules)
    done: set[int] = set()
    while more := {n for n in graph.keys() - done if all(m in done or m not in graph for m in graph[n])}:
        done |= more
    assert bool(path) == (done != graph.keys())
    if path:
        assert path[0] == path[-1]
        steps = list(pairwise(path))
        assert all(int(a) in graph[int(b)] or int(b) in graph[int(a)] for a, b in steps)
