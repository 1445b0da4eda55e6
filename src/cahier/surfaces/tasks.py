"""The work of imports that takes longer than a page may: checking a file, and writing it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import override

from cahier.journal.actor import Actor
from cahier.journal.entries import Withdraw
from cahier.kernel.jobs import Progress, work
from cahier.surfaces import importing
from cahier.surfaces.models import ImportRun

CHECK, WRITE = "surfaces.check", "surfaces.write"


def delegate(run: ImportRun, author: str, name: str) -> Actor:
    """Return an actor who may do exactly what was asked when the job was made: write this kind in this book."""
    things = {run.kind, Withdraw.KIND}
    return Actor(
        author, name, lambda verb, book, thing: verb == "write" and book == run.book and thing in things
    )


@work(CHECK)
def check(about: Mapping[str, str], progress: Progress) -> None:
    """Read every row of a file and keep the report."""
    run = ImportRun.objects.get(id=about["run"])
    with override(about["language"]):
        importing.check(run, progress)


@work(WRITE)
def write(about: Mapping[str, str], progress: Progress) -> None:
    """Write the rows of a checked file. Begins again where it was cut; a finished import is left alone."""
    run = ImportRun.objects.get(id=about["run"])
    if run.status in (ImportRun.DONE, ImportRun.WITHDRAWN):
        return
    with override(about["language"]):
        importing.carry_out(run, actor=delegate(run, about["author"], about["name"]), progress=progress)
