"""Kill the writer at random moments and look for lost, halved or doubled entries.

Usage: python bench/crash.py [--trials 100]. Prints a line every ten trials; exits 1 on any fault.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time

from _home import prepare

WRITER = """
import sys, datetime, django
django.setup()
from cahier.journal.actor import Actor
from cahier.journal.write import Draft, write
from cahier.registry.entries import Joined, Person
anyone = Actor("test", "Test", lambda verb, book, thing: True)
day = datetime.date(2026, 3, 2)
while True:
    person = Draft(Person(day=day, family_name="Mensah"))
    joined = Draft(Joined(day=day, person=person.id))
    write(sys.argv[1], [person, joined], actor=anyone)
    print(person.id, joined.id, flush=True)
"""


def trial(book: str, seconds: float) -> set[str]:
    """Let a writer work, kill it, and return the ids it had acknowledged."""
    child = subprocess.Popen([sys.executable, "-c", WRITER, book], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(seconds)
    os.kill(child.pid, signal.SIGKILL)
    lines = [first, *child.stdout.read().split("\n")[:-1]]  # the last line may be cut in the middle
    child.wait()
    return {entry for line in lines for entry in line.split()}


def faults_after(book: str, acknowledged: set[str], *, state: bool) -> list[str]:
    """Return what is wrong with the book: lost entries, halves of a write, an unsound chain."""
    from cahier.journal import models, scope
    from cahier.journal.verify import verify
    from cahier.registry.models import Membership, Person

    held = set(models.JournalEntry.objects.filter(book=book).values_list("id", flat=True))
    with scope.reading(book):
        halves = Person.objects.count() - Membership.objects.count()
    lost = acknowledged - held
    problems = [str(problem) for problem in verify(book, state=state).problems]
    return [f"lost {len(lost)}"] * bool(lost) + [f"{halves} halves"] * bool(halves) + problems


def open_crash_book() -> str:
    """Open the book that is written to."""
    from cahier.journal.actor import Actor
    from cahier.journal.opening import open_book

    anyone = Actor("test", "Test", lambda verb, book, thing: True)
    day = dt.date(2026, 3, 1)
    return open_book(name="Crash", currency="XOF", country="CI", language="fr", day=day, actor=anyone)


def main(trials: int) -> int:
    """Run the trials and report."""
    prepare()
    book = open_crash_book()
    dice, acknowledged, faults = random.Random(1), set[str](), list[str]()
    for number in range(1, trials + 1):
        acknowledged |= trial(book, dice.uniform(0.0, 0.3))
        faults += faults_after(book, acknowledged, state=number == trials)
        if number % 10 == 0 or number == trials:
            print(
                f"{number:4d} kills: {len(acknowledged):6d} entries acknowledged, faults: {faults or 'none'}"
            )
    return 1 if faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=100)
    sys.exit(main(parser.parse_args().trials))
