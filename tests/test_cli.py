"""The command line as a newcomer types it: a word that is wrong gets a sentence and exit code 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = str(Path(__file__).resolve().parents[1] / "src")


@pytest.fixture
def cahier(tmp_path):
    environment = {**os.environ, "PYTHONPATH": SOURCES, "CAHIER_HOME": str(tmp_path / "home")}
    environment.pop("CAHIER_POSTGRES", None)

    def run(*words):
        command = [sys.executable, "-m", "cahier.cli", *words]
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True)

    return run


@pytest.mark.slow
def test_a_first_book(cahier):
    assert "no book here yet" in cahier("books").stdout
    made = cahier("new", "Coop Binkadi", "--currency", "XOF", "--country", "CI", "--language", "fr")
    assert (made.returncode, made.stdout) == (0, "coop-binkadi\n")
    [book] = json.loads(cahier("books", "--json").stdout)
    assert book["slug"] == "coop-binkadi"
    assert json.loads(cahier("verify", "--json").stdout)["sound"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("new", "X", "--currency", "ZZZ", "--country", "CI"),
        ("new", "X", "--currency", "XOF", "--country", "QQ"),
        ("new", "X", "--currency", "XOF", "--country", "001"),
        ("serve", "--port", "99999999"),
        ("verify", "--book", "nobody"),
        ("nonsense",),
    ],
)
def test_wrong_words_exit_with_2_and_a_sentence(cahier, words):
    refused = cahier(*words)
    assert refused.returncode == 2
    assert "Error:" in refused.stderr and "Traceback" not in refused.stderr
    assert refused.stdout == ""
