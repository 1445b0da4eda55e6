"""What many entries of governance share: something is open, may be due, and gets done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from cahier.governance import models
from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.state import Fact
from cahier.kernel import days


def number(day: dt.date | None) -> int | None:
    """Return the day number of a day that may be unknown."""
    return None if day is None else days.number(day)


def done(at: Stamp, matter: str, target: str, day: dt.date | None, meeting: str = "") -> Iterator[Fact]:
    """Yield the fact that something was done, if the day is known."""
    if day is not None:
        yield models.Done.fact(at, matter=matter, target=target, meeting=meeting, day=days.number(day))


class Closing(Entry):
    """An entry that does nothing but tell that another one is done on its ``day``."""

    MATTER: ClassVar[str]
    TARGET: ClassVar[str]

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One thing done."""
        yield from done(at, self.MATTER, getattr(self, self.TARGET), self.day, getattr(self, "meeting", ""))

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """What was open."""
        yield Subject(self.MATTER, getattr(self, self.TARGET))
