"""Folders of packs as people leave them: whole, misspelt, in the wrong place, changed while open."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest

from cahier.guide import content
from cahier.guide.checks import findings
from cahier.guide.content import find, load, private_packs
from cahier.guide.loader import assemble
from cahier.kernel.refusals import Refused
from guide_packs import Tables, own, toml, whole


def write(folder: Path, tables: Tables) -> Path:
    for file, table in tables.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(toml(table), encoding="utf-8")
    return folder


def refusal(tables: Tables) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        assemble(tables)
    [problem] = refused.value.problems
    return problem.where, str(problem)


def test_a_folder_gives_the_same_pack_as_its_tables(tmp_path: Path) -> None:
    pack = load(write(tmp_path / "tiny", whole()))
    assert pack.digest == assemble(whole()).digest
    assert findings(pack) == []
    assert pack.name("fr") == "Petit"


def test_a_pack_is_read_once_and_again_when_a_file_changed(tmp_path: Path) -> None:
    folder = write(tmp_path / "tiny", whole())
    first = load(folder)
    assert load(folder) is first
    file = folder / "framework/text/en/items.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"Seed"', '"Grain"'), encoding="utf-8")
    later = file.stat().st_mtime_ns + 5_000_000_000
    os.utime(file, ns=(later, later))
    assert load(folder).text("en")("X1") == "Grain"


def test_private_packs_are_found_by_folder_name_and_a_broken_one_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path / "tiny", whole())
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.toml").write_text("id =", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    assert list(private_packs(tmp_path)) == ["broken", "tiny"]
    assert find("tiny", tmp_path).id == "tiny"
    with pytest.raises(Refused, match="cannot be read as TOML"):
        find("broken", tmp_path)
    with pytest.raises(Refused, match="no pack notes"):
        find("notes", tmp_path)
    assert private_packs(tmp_path / "nowhere") == {}


def test_a_private_pack_lies_over_the_shipped_edition(tmp_path: Path) -> None:
    tables = own(about={"lays_over": "cahier/2026", "languages": ["fr"], "off": ["T4", "M29"]})
    pack = load(write(tmp_path / "coopa", tables))
    assert "T4" not in pack.items
    assert "M29" not in pack.modules
    assert len(pack.items) == 33
    assert pack.languages == ("fr",)
    assert findings(pack) == []


def test_an_unreadable_file_is_named_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "tiny", whole())
    (folder / "framework/items.toml").write_text("[X1]\nvariable = X\n", encoding="utf-8")
    with pytest.raises(Refused, match="at line 2") as refused:
        load(folder)
    assert refused.value.problems[0].where.endswith("items.toml")


def test_a_file_in_an_old_encoding_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "tiny", whole())
    (folder / "framework/text/fr/items.toml").write_bytes("[X1]\nname = 'Récolte'\n".encode("latin-1"))
    with pytest.raises(Refused, match="Save it as UTF-8"):
        load(folder)


def test_a_folder_without_pack_toml_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="A pack is a folder with a file"):
        load(tmp_path)


def test_the_content_is_missed_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "__file__", str(tmp_path / "a/b/c/content.py"))
    monkeypatch.setattr(content.resources, "files", lambda package: tmp_path)
    with pytest.raises(Refused, match="not in this installation"):
        content.content_folder()


def test_the_content_inside_the_installed_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content/editions").mkdir(parents=True)
    monkeypatch.setattr(content.resources, "files", lambda package: tmp_path)
    assert content.content_folder() == tmp_path / "content"


def test_a_misspelt_key_is_answered_with_the_known_ones() -> None:
    tables = whole()
    tables["framework/items.toml"]["X1"]["module"] = ["K1"]
    where, said = refusal(tables)
    assert where == "framework/items.toml [X1]"
    assert said.startswith("module is not known here. Known are: order, grade, source, variable")


@pytest.mark.parametrize(
    ("file", "id_", "key", "value", "wanted"),
    [
        ("framework/items.toml", "X1", "variable", 3, "a text in quotes"),
        ("framework/items.toml", "X1", "proofs", "photo", "a list of texts"),
        ("framework/items.toml", "X1", "proofs", [1], "a list of texts"),
        ("modules/modules.toml", "K1", "hours_min", "3 h", "a whole number"),
        ("modules/modules.toml", "K1", "hours_min", 3.5, "a whole number"),
        ("modules/modules.toml", "K1", "hours_min", True, "a whole number"),
        ("modules/modules.toml", "K1", "practical_task", 1, "true or false"),
        ("modules/modules.toml", "K1", "minutes_per_meeting", ["a"], "a list of whole numbers"),
        ("modules/modules.toml", "K1", "needs_any", "K2", "a list of lists of texts"),
        ("pack.toml", "evidence", "rules", "PF2", "a list of tables"),
    ],
)
def test_a_value_of_another_type_is_named(file: str, id_: str, key: str, value: object, wanted: str) -> None:
    tables = whole()
    tables[file][id_][key] = value
    where, said = refusal(tables)
    assert where.startswith(file)
    assert said.startswith(f"{key} should be {wanted}")


def test_a_part_that_is_no_table_is_named() -> None:
    tables = whole()
    tables["framework/items.toml"]["X1"] = "seed"
    assert "should be a table" in refusal(tables)[1]


@pytest.mark.parametrize("key", ["id", "edition", "licence", "languages", "names", "scale"])
def test_what_every_pack_must_say_is_asked_for(key: str) -> None:
    tables = whole()
    del tables["pack.toml"][key]
    assert refusal(tables) == ("pack.toml", f"{key} is missing. Add it.")


@pytest.mark.parametrize("levels", [[], [3], [2, 1], [1, 1, 2]])
def test_a_scale_needs_two_rising_levels(levels: list[int]) -> None:
    tables = whole()
    tables["pack.toml"]["scale"]["levels"] = levels
    assert refusal(tables)[1] == "The levels of a scale must be two or more rising whole numbers."


def test_the_order_declared_wins_over_the_order_in_the_file() -> None:
    tables = whole()
    tables["framework/variables.toml"] = {"X": {"order": 2}, "Y": {"order": 1}}
    assert list(assemble(tables).variables) == ["Y", "X"]


def test_the_digest_changes_with_a_single_sign() -> None:
    tables = whole()
    tables["framework/text/en/items.toml"]["X1"]["level_4"] += "."
    assert assemble(tables).digest != assemble(whole()).digest


def _examples() -> list[str]:
    page = Path(__file__).parents[2] / "docs/how-to/module.md"
    return re.findall(
        r"```toml\n(.*?)```", textwrap.dedent(page.read_text(encoding="utf-8")), flags=re.DOTALL
    )


def test_the_module_on_the_how_to_page_can_be_added_as_it_stands() -> None:
    added = tomllib.loads(textwrap.dedent(_examples()[0]))
    tables = {file: dict(table) for file, table in content.edition("2026").tables.items()}
    tables["modules/modules.toml"] |= added
    problems = findings(assemble(tables))
    assert {problem.code for problem in problems} == {"guide.link_one_sided", "guide.text_missing"}
    assert [p.details["id"] for p in problems if p.code == "guide.link_one_sided"] == ["T2", "T3"]
    assert {p.details["id"] for p in problems if p.code == "guide.text_missing"} == {"M56"}


def test_the_private_pack_on_the_how_to_page_can_be_used_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(_examples()[1], encoding="utf-8")
    pack = load(tmp_path)
    assert findings(pack) == []
    assert pack.name("fr") == "Le guide de notre coopérative"
    assert {"T4", "M31"}.isdisjoint({*pack.items, *pack.modules})


def test_an_installed_package_carries_its_content_without_the_source_tree(tmp_path: Path) -> None:
    source = Path(__file__).parents[2]
    for part in ("kernel", "guide"):
        shutil.copytree(source / "src/cahier" / part, tmp_path / "cahier" / part)
    (tmp_path / "cahier/__init__.py").write_text("", encoding="utf-8")
    shutil.copytree(source / "guide", tmp_path / "cahier/guide/content")
    script = "from cahier.guide import content as c; print(c.content_folder(), len(c.edition().items))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(tmp_path / "cahier/guide/content"), "34"]
