"""Keeping everything and bringing it back; on real files, as a person would."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCES = str(Path(__file__).resolve().parents[2] / "src")

FILL = """
import datetime, io, django
django.setup()
from cahier.journal import files
from cahier.journal.actor import Actor
from cahier.journal.opening import open_book
from cahier.journal.upgrade import ensure_ready
from cahier.journal.write import write
from cahier.registry.entries import Joined, Person
ensure_ready()
anyone = Actor("test", "Test", lambda verb, book, thing: True)
day = datetime.date(2026, 3, 2)
book = open_book(name="Binkadi", currency="XOF", country="CI", language="fr", day=day, actor=anyone)
people = write(book, [Person(day=day, family_name=name) for name in ("Mensah", "Yao")], actor=anyone).ids
write(book, [Joined(day=day, person=people[0])], actor=anyone)
files.keep(io.BytesIO(b"a signed list"), "list.pdf")
print(book, people[0])
"""

ERASE = """
import datetime, sys, django
django.setup()
from cahier.journal.actor import Actor
from cahier.journal.entries import Erase
from cahier.journal.write import write
anyone = Actor("test", "Test", lambda verb, book, thing: True)
write(sys.argv[1], [Erase(day=datetime.date(2026, 4, 1), person=sys.argv[2], why="she asked")], actor=anyone)
"""


class Laptop:
    """One computer with a folder of its own."""

    def __init__(self, home):
        self.home = home

    def _environment(self):
        return {
            **os.environ,
            "PYTHONPATH": SOURCES,
            "CAHIER_HOME": str(self.home),
            "DJANGO_SETTINGS_MODULE": "cahier.settings",
        }

    def python(self, code, *arguments):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], env=self._environment(), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def cahier(self, *arguments):
        run = [sys.executable, "-m", "cahier.cli", *map(str, arguments)]
        return subprocess.run(run, env=self._environment(), capture_output=True, text=True)

    def started(self, *arguments):
        run = [sys.executable, "-m", "cahier.cli", *arguments]
        return subprocess.Popen(run, env=self._environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def rows(self, query):
        with sqlite3.connect(self.home / "cahier.sqlite3") as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
def laptop(tmp_path):
    return Laptop(tmp_path / "first")


@pytest.mark.slow
def test_backup_and_restore_on_another_computer(laptop, tmp_path):
    laptop.python(FILL)
    kept = tmp_path / "usb" / "kept.tar.gz"
    assert laptop.cahier("backup", kept).returncode == 0
    other = Laptop(tmp_path / "second")
    restored = other.cahier("restore", kept)
    assert restored.returncode == 0, restored.stderr
    verdict = json.loads(other.cahier("verify", "--json").stdout)
    assert verdict["sound"] and verdict["entries"] == 4
    assert restored.stdout.split()[-1] == verdict["head"]
    assert other.rows("SELECT letter, here FROM journal_origin ORDER BY letter") == [("A", 0), ("B", 1)]
    assert len(list((other.home / "files").rglob("*"))) == 2


@pytest.mark.slow
def test_esi_does_not_come_back_with_last_months_backup(laptop, tmp_path):
    book, esi = laptop.python(FILL)
    kept = tmp_path / "kept.tar.gz"
    laptop.cahier("backup", kept)
    laptop.python(ERASE, book, esi)
    assert laptop.cahier("restore", kept).returncode == 1, "books are in the way"
    done = laptop.cahier("restore", kept, "--replace")
    assert done.returncode == 0, done.stderr
    assert laptop.rows("SELECT family_name FROM registry_person ORDER BY 1") == [("",), ("Yao",)]
    assert not laptop.rows("SELECT 1 FROM journal_journalentry WHERE personal LIKE '%Mensah%'")
    assert laptop.cahier("verify").returncode == 0
    assert (laptop.home / "before-restore" / "cahier.sqlite3").exists()


@pytest.mark.slow
def test_what_is_no_backup_changes_nothing(laptop, tmp_path):
    laptop.python(FILL)
    whole = tmp_path / "kept.tar.gz"
    laptop.cahier("backup", whole)
    for name, content in {"half": whole.read_bytes()[:3000], "text": b"hello"}.items():
        broken = tmp_path / f"{name}.tar.gz"
        broken.write_bytes(content)
        refused = laptop.cahier("restore", broken, "--replace")
        assert refused.returncode == 1
        assert "not a backup" in refused.stderr
    assert laptop.cahier("verify").returncode == 0
    assert laptop.cahier("backup", whole).returncode == 1, "an existing file is not overwritten"


@pytest.mark.slow
def test_a_newer_file_is_refused_in_one_sentence(laptop):
    laptop.python(FILL)
    with sqlite3.connect(laptop.home / "cahier.sqlite3") as connection:
        connection.execute("UPDATE journal_stateversion SET version = 99 WHERE feature = 'cahier.registry'")
    refused = laptop.cahier("books")
    assert refused.returncode == 1
    assert "newer Cahier" in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.slow
def test_older_state_is_derived_anew_and_the_old_file_kept(laptop):
    laptop.python(FILL)
    with sqlite3.connect(laptop.home / "cahier.sqlite3") as connection:
        connection.execute("UPDATE journal_stateversion SET version = 0 WHERE feature = 'cahier.registry'")
        connection.execute("UPDATE registry_person SET sort_key = 'old'")
    assert laptop.cahier("verify").returncode == 0
    assert laptop.rows("SELECT count(*) FROM registry_person WHERE sort_key = 'old'") == [(0,)]
    assert list((laptop.home / "before-upgrade").iterdir())


ENROL = """
import datetime, sys, django
django.setup()
from cahier.journal.actor import Actor
from cahier.journal.write import write
from cahier.registry.entries import Person
anyone = Actor("test", "Test", lambda verb, book, thing: True)
write(sys.argv[1], [Person(day=datetime.date(2026, 4, 2), family_name="Kone")], actor=anyone)
"""


@pytest.mark.slow
def test_a_copied_folder_is_another_installation(laptop, tmp_path):
    book, _ = laptop.python(FILL)
    shutil.copytree(laptop.home, tmp_path / "copied")
    copied = Laptop(tmp_path / "copied")
    laptop.python(ENROL, book)
    copied.python(ENROL, book)
    numbers = "SELECT code FROM registry_person ORDER BY code"
    assert [row[0] for row in laptop.rows(numbers)] == ["A-000001", "A-000002", "A-000003"]
    assert [row[0] for row in copied.rows(numbers)] == ["A-000001", "A-000002", "B-000003"]
    assert copied.cahier("verify").returncode == 0


@pytest.mark.slow
def test_the_plug_is_pulled_in_the_middle_of_an_upgrade(laptop):
    laptop.python(FILL)
    expected = laptop.rows("SELECT id, hash FROM journal_journalentry ORDER BY number")
    for wait in (0.6, 0.8, 1.0, 1.3):
        with sqlite3.connect(laptop.home / "cahier.sqlite3") as connection:
            connection.execute("UPDATE journal_stateversion SET version = 0")
        victim = laptop.started("books")
        time.sleep(wait)
        victim.kill()
        victim.communicate()
        assert laptop.cahier("verify").returncode == 0
        assert laptop.rows("SELECT id, hash FROM journal_journalentry ORDER BY number") == expected


@pytest.mark.slow
def test_a_file_that_is_no_database_any_more_gets_a_sentence(laptop):
    laptop.python(FILL)
    path = laptop.home / "cahier.sqlite3"
    laptop.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[:16] = b"something else!!"
    path.write_bytes(content)
    refused = laptop.cahier("verify")
    assert refused.returncode == 1
    assert "damaged" in refused.stderr and "Traceback" not in refused.stderr
