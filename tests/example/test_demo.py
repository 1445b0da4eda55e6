"""``cahier demo`` as a newcomer types it: in a folder of its own, once, safely, and again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CAHIER_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "cahier.cli", *words],
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False, cwd=home.parent,
    )  # fmt: skip


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A first demo, without serving: its folder and what it said."""
    home = tmp_path_factory.mktemp("newcomer") / "cahier"
    return home, run(home, "demo", "--no-serve", "--out", str(home.parent / "out"))


def test_it_says_every_step_and_ends_well(shown):
    _, said = shown
    assert said.returncode == 0, said.stderr
    for step in ("1. ", "2. ", "3. ", "4. ", "5. "):
        assert f"\n{step}" in said.stdout
    assert "made up" in said.stdout


def test_the_real_folder_stays_empty(shown):
    home, _ = shown
    assert not home.exists()
    assert (home.parent / "cahier-example" / "cahier.sqlite3").exists()


def test_the_agreement_is_there_as_pdf_and_workbook(shown):
    home, _ = shown
    kinds = {path.suffix: path.read_bytes()[:4] for path in (home.parent / "out").iterdir()}
    assert kinds == {".pdf": b"%PDF", ".xlsx": b"PK\x03\x04"}


def test_the_second_time_it_does_not_build(shown):
    home, _ = shown
    stamp = (home.parent / "cahier-example" / "truth.json").stat().st_mtime_ns
    again = run(home, "demo", "--no-serve", "--out", str(home.parent / "out"), "--lang", "fr")
    assert again.returncode == 0, again.stderr
    assert (home.parent / "cahier-example" / "truth.json").stat().st_mtime_ns == stamp


def test_a_build_cut_in_the_middle_is_made_anew(shown):
    home, _ = shown
    folder = home.parent / "cahier-example"
    (folder / "edition").unlink()
    (folder / "cahier.sqlite3").write_bytes(b"half of something")
    again = run(home, "demo", "--no-serve", "--out", str(home.parent / "out"))
    assert again.returncode == 0, again.stderr
    books = run(home, "books", "--example", "--json")
    assert len(json.loads(books.stdout)) == 6
    verified = run(home, "verify", "--example", "--book", "nyebu-youth-farmers-group-example")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_the_edition_says_what_the_network_depends_on():
    from cahier import __version__
    from cahier.example import build

    assert build.edition() == build.edition()
    assert build.edition().startswith(f"{__version__}+")


def test_nothing_stands_in_an_empty_folder(home):
    from cahier.example import build

    assert not build.stands()
    build.marker().write_text(build.edition(), encoding="utf-8")
    assert not build.stands()
    (home / "cahier.sqlite3").write_bytes(b"")
    assert build.stands()
    build.marker().write_text("0.0+older", encoding="utf-8")
    assert not build.stands()
