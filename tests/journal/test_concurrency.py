"""Eight writers on one embedded file: nobody is turned away, and no number is given twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = str(Path(__file__).resolve().parents[2] / "src")

PREPARE = """
import datetime, django
django.setup()
from cahier.journal.actor import Actor
from cahier.journal.opening import open_book
from cahier.journal.upgrade import ensure_ready
ensure_ready()
anyone = Actor("test", "Test", lambda verb, book, thing: True)
print(open_book(name="Busy", currency="XOF", country="CI", language="fr", day=datetime.date(2026, 3, 1), actor=anyone))
"""

WRITE = """
import datetime, sys, django
django.setup()
from cahier.journal.actor import Actor
from cahier.journal.write import write
from cahier.registry.entries import Person
anyone = Actor("test", "Test", lambda verb, book, thing: True)
for number in range(40):
    write(sys.argv[1], [Person(day=datetime.date(2026, 3, 2), family_name="Mensah")], actor=anyone)
"""

CHECK = """
import sys, django
django.setup()
from cahier.journal import scope
from cahier.journal.verify import verify
from cahier.registry.models import Person
with scope.reading(sys.argv[1]):
    codes = set(Person.objects.values_list("code", flat=True))
print(len(codes), verify(sys.argv[1]).sound)
"""


@pytest.mark.slow
def test_eight_writers_on_one_file(tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": SOURCES,
        "CAHIER_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cahier.settings",
    }

    def run(code, *arguments):
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    book = run(PREPARE).communicate()[0].strip()
    writers = [run(WRITE, book) for _ in range(8)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    assert run(CHECK, book).communicate()[0].split() == ["320", "True"]
