"""The programme from a terminal."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from cahier import terminal
from cahier.cli import main
from cahier.programme import drafts, printing
from cahier.programme.drafts import today
from programme import books


@pytest.fixture
def run(cast, book_a, monkeypatch):
    monkeypatch.setattr(terminal, "start", lambda example=False: None)
    return lambda *words: CliRunner().invoke(main, ["programme", "--book", book_a.slug, *words])


def test_it_makes_the_plan_and_writes_both_files(run, cast, tmp_path):
    books.ready(cast)
    ran = run("--lang", "fr", "--out", str(tmp_path), "--json")
    assert ran.exit_code == 0, ran.output
    told = json.loads(ran.stdout)
    assert told["total"] == sum(told["paid"].values()) == sum(one["cost"] for one in told["activities"])
    assert told["total"] <= told["budget"] == books.TERMS.budget
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".xlsx"]
    made = printing.printed(drafts.load(cast.a), "fr", today())
    assert next(tmp_path.glob("*.pdf")).read_bytes() == made.pdf


def test_for_people_it_prints_lines(run, cast):
    books.ready(cast)
    ran = run("--lang", "es")
    assert ran.exit_code == 0, ran.output
    assert "actividades" in ran.stdout
    assert "Cash book" not in ran.stdout


def test_another_budget_is_kept_in_the_draft(run, cast):
    books.ready(cast)
    assert run("--budget", "900000").exit_code == 0
    assert drafts.load(cast.a).terms.budget == 900_000


def test_refusals_are_sentences_and_exit_1(run, cast):
    nothing = run()
    assert nothing.exit_code == 1
    assert "No goal is set yet" in nothing.output
    books.ready(cast)
    broke = run("--budget", "0")
    assert broke.exit_code == 1
    assert "The budget is zero" in broke.output
    assert run("--budget", "-5").exit_code == 2


def test_help_has_an_example(run):
    shown = run("--help")
    assert shown.exit_code == 0
    assert "cahier programme --book coop-binkadi" in shown.output
