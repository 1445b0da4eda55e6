"""What the stories about imports share: a file is taken in, understood and checked in one call."""

from __future__ import annotations

import io
from typing import Any

from cahier.journal.actor import Actor
from cahier.journal.models import Book
from cahier.surfaces import importing
from cahier.surfaces.models import ImportRun


def csv_bytes(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def taken(
    book: str, kind: str, content: bytes, actor: Actor, name: str = "members.csv", **how: Any
) -> ImportRun:
    run = importing.take(Book.objects.get(id=book), kind, io.BytesIO(content), name, actor=actor)
    importing.understand(run, **how)
    return run


def checked(
    book: str, kind: str, content: bytes, actor: Actor, name: str = "members.csv", **how: Any
) -> ImportRun:
    run = taken(book, kind, content, actor, name, **how)
    importing.accept(run)
    importing.check(run)
    return run


def imported(
    book: str, kind: str, content: bytes, actor: Actor, name: str = "members.csv", **how: Any
) -> ImportRun:
    run = checked(book, kind, content, actor, name, **how)
    importing.carry_out(run, actor=actor)
    return run
