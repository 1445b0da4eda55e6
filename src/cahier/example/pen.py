"""The pen that writes one example book: entries with fixed ids, in the order in which people wrote them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from cahier.example import SEED, TODAY
from cahier.journal.actor import Actor
from cahier.journal.entry import Entry
from cahier.journal.write import Draft, Mode, write
from cahier.kernel import days
from cahier.kernel.ids import derived_id

_DAY = 24 * 3600 * 1000
_NOON = 12 * 3600 * 1000
_BATCH = 4000

WRITER = Actor("example", "Example", lambda verb, book, thing: True)


def chance(*parts: str) -> random.Random:
    """Return the dice of one part of the network: the same throws in every build."""
    return random.Random("/".join((SEED, *parts)))  # noqa: S311 - a made-up past, no secret


@dataclass(frozen=True)
class _Written:
    when: int
    place: int
    batch: str
    draft: Draft
    late: Callable[[], Entry] | None = None


@dataclass
class Pen:
    """Collects the entries of one book and writes them in the order of their capture.

    ``key`` of an organisation and of an entry make the id, so two builds give the same ids. Entries of
    days after the network's today are not written: ``put`` then returns an empty text.
    """

    key: str
    book: str
    lag: tuple[int, int] = (0, 2)
    _lines: list[_Written] = field(default_factory=list)
    _when: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._dice = chance(self.key, "pen")

    def put(self, key: str, entry: Entry, *, lag: int | None = None, batch: str = "") -> str:
        """Note an entry, captured so many days after it happened, and return its id."""
        if entry.day > TODAY:
            return ""
        made = derived_id("example", self.key, entry.KIND, key)
        if made in self._when:
            raise ValueError(f"{entry.KIND} {key} is written twice in {self.key}")
        late = self._dice.randint(*self.lag) if lag is None else lag
        when = self._capture(entry.day, late) if not batch else (days.number(entry.day) + late) * _DAY + _NOON
        when = max([when, *(self._when[target] + 60_000 for _, _, target in entry.references())])
        self._when[made] = when
        self._lines.append(_Written(when, len(self._lines), batch, Draft(entry, made, when)))
        return made

    def misread(self, made: str, entry: Entry) -> None:
        """Put another content in the place of an entry noted before, as somebody first wrote it wrongly."""
        place = next(place for place, line in enumerate(self._lines) if line.draft.id == made)
        line = self._lines[place]
        self._lines[place] = replace(line, draft=replace(line.draft, entry=entry))

    def put_late(self, key: str, entry: Entry, make: Callable[[], Entry]) -> str:
        """Note an entry that is made only when all before it are written, because it names the book's head.

        ``entry`` stands in for its day, kind and references until then.
        """
        made = self.put(key, entry, lag=0)
        if made:
            self._lines[-1] = replace(self._lines[-1], late=make)
        return made

    def _capture(self, day: dt.date, late: int) -> int:
        written = min(days.number(day) + late, days.number(TODAY))
        return written * _DAY + self._dice.randrange(7 * 3600, 18 * 3600) * 1000

    def __len__(self) -> int:
        return len(self._lines)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every entry noted so far, with its id."""
        return ((line.draft.id, line.draft.entry) for line in self._lines)

    def write(self, progress: Callable[[int], None]) -> None:
        """Write everything into the book; ``progress`` takes how many are written."""
        done = 0
        ordered = sorted(self._lines, key=lambda line: (line.when, line.place))
        for (batch, _), lines in groupby(ordered, key=lambda line: (line.batch, line.late)):
            drafts = [
                replace(line.draft, entry=line.late()) if line.late is not None else line.draft
                for line in lines
            ]
            for part in _parts(drafts):
                write(self.book, part, actor=WRITER, mode=Mode.FACT, batch=batch)
                done += len(part)
                progress(done)


def _parts(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    for start in range(0, len(drafts), _BATCH):
        yield drafts[start : start + _BATCH]
