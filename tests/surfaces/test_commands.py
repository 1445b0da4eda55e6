"""Tables from a terminal, as a person types it: real processes on a real folder. Everybody is made up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

SOURCES = str(Path(__file__).resolve().parents[2] / "src")
MEMBERS = "Matricule;Nom;Sexe;Date;Superficie (ha)\nM-01;Kolibé;F;12/03/2024;1,25\nM-02;Danso;perhaps;13/03/2024;2\n"

pytestmark = pytest.mark.slow


def cahier(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CAHIER_HOME": str(home), "PYTHONPATH": SOURCES, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "cahier.cli", *words], capture_output=True, text=True, env=environment
    )


def test_a_file_is_checked_then_written_and_its_refused_rows_saved(home):
    assert cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI").returncode == 0
    path, left = home / "members.csv", home / "refused.xlsx"
    path.write_text(MEMBERS, encoding="utf-8")
    words = ["import", str(path), "--kind", "registry.person"]
    dry = cahier(home, *words, "--dry-run", "--json")
    assert dry.returncode == 1, "a row is refused"
    assert json.loads(dry.stdout)["new"] == 1
    whole = cahier(home, *words, "--all-or-nothing")
    assert whole.returncode == 1
    assert "all or nothing" in whole.stderr
    done = cahier(home, *words, "--refused", str(left))
    assert "2 rows. Written: 1; there already: 0; refused: 1." in done.stdout
    assert "Sexe, row 3" in done.stdout
    assert openpyxl.load_workbook(left).worksheets[0].max_row == 2
    assert "Written: 0; there already: 1" in cahier(home, *words).stdout


def test_wrong_use_and_unknown_names(home):
    cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI")
    path = home / "members.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    assert cahier(home, "import", str(path)).returncode == 2
    assert cahier(home, "import", str(path), "--kind", "registry.person", "--map", "Nom").returncode == 2
    unknown = cahier(home, "import", str(path), "--kind", "registry.persom")
    assert unknown.returncode == 2
    assert "registry.person" in unknown.stderr
    column = cahier(home, "import", str(path), "--kind", "registry.person", "--map", "Nomm=family_name")
    assert "no column called Nomm" in column.stderr


def test_an_empty_table_in_french(home):
    cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI")
    target = home / "membres.xlsx"
    assert cahier(home, "template", "registry.person", "--lang", "fr", str(target)).returncode == 0
    heads = [cell.value for cell in openpyxl.load_workbook(target).worksheets[0][1]]
    assert "Sexe" in heads


TRAPS = "Code;Nom;Prénoms;Sexe;Date;CNI\nM-1;Kolibé;Awa;F;2024-03-01;C1;beyond\nM-1;Danso;Benito;M;2031-03-01;C2\n"


def test_the_terminal_says_what_fills_what_and_what_is_left_out(home):
    cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI")
    path = home / "membres.csv"
    path.write_text(TRAPS + "TOTAL;;;;;\n", encoding="utf-8")
    done = cahier(home, "import", str(path), "--kind", "registry.person")
    assert "Nom → Family name" in done.stderr
    assert "Left out: CNI." in done.stderr
    assert "TOTAL: this row looks like a total" in done.stdout
    assert "still to come, or before 1950: 1, the first is 2031-03-01 in row 3" in done.stdout
    assert "row 2 is the first of 1" in done.stdout
    assert "? The member code M-1 belongs to 2 people." in done.stdout
    assert done.returncode == 1


def test_all_or_nothing_names_the_rows_that_stand_in_the_way(home):
    cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI")
    path, back = home / "membres.csv", home / "back.xlsx"
    path.write_text(TRAPS + "TOTAL;;;;;\n", encoding="utf-8")
    done = cahier(
        home, "import", str(path), "--kind", "registry.person", "--all-or-nothing", "--refused", str(back)
    )
    assert done.returncode == 1
    assert "Nothing was written" in done.stderr
    assert "row 4 (1 in all)" in done.stdout
    assert back.exists()
    assert (
        json.loads(
            cahier(home, "import", str(path), "--kind", "registry.person", "--dry-run", "--json").stdout
        )["new"]
        == 2
    )


def test_an_open_question_says_which_option_answers_it(home):
    cahier(home, "new", "Binkadi", "--currency", "XOF", "--country", "CI")
    path = home / "membres.csv"
    path.write_text("Nom;Date;Superficie (acres)\nKolibé;03/04/2024;2\n", encoding="utf-8")
    done = cahier(home, "import", str(path), "--kind", "registry.person", "--yes")
    assert done.returncode == 1
    assert "Open: --unit 'Superficie (acres)=" in done.stderr
