"""What people call things: from codes and names to identifiers, and back, many at a time.

A code comes first; a name counts where exactly one bears it; where several do, they are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cahier.journal import scope, state
from cahier.journal.entry import KINDS, Entry
from cahier.journal.models import JournalEntry
from cahier.kernel import ids
from cahier.kernel.names import fold
from cahier.kernel.refusals import Problem, Refused, reason

NOT_FOUND = reason(
    "surfaces.not_found",
    "Nothing in this book is called {text}. Write its code as the book has it, or enter it first ({what}).",
)
SEVERAL = reason("surfaces.several", "{count} are called {text}: {offered}. Write the code of the one meant.")

_OFFERED = 6


class Register:
    """The codes and names of some kinds in one book, looked up set-wise and remembered while a file is read.

    Inside the scope of the book. ``add`` makes rows of the same file known before they are written.
    """

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = tuple(kind for kind in kinds if kind in KINDS)
        self.what = ", ".join(str(KINDS[kind].LABEL) for kind in self.kinds)
        self.known: dict[str, str | Problem] = {}
        self.fresh: dict[str, str] = {}

    def look_up(self, texts: Iterable[str]) -> None:
        """Find what these cells mean, in a few questions to the database."""
        wanted = {text for text in texts if text not in self.known}
        hits: dict[str, set[str]] = {text: set() for text in wanted}
        for kind in self.kinds:
            _find(KINDS[kind], wanted, hits)
        if not self.kinds:
            _find_any(wanted, hits)
        for text in wanted:
            self.known[text] = self._verdict(text, hits[text])

    def find(self, text: str) -> str:
        """Return the identifier that a cell means. Raises ``Refused`` for none or several."""
        if text in self.fresh and isinstance(self.known.get(text), Problem):
            return self.fresh[text]
        if text not in self.known:
            self.look_up([text])
        found = self.known[text]
        if isinstance(found, Problem):
            raise Refused(found)
        return found

    def add(self, code: str, entry_id: str) -> None:
        """Make the code of a row above known to the rows below."""
        if code:
            self.fresh.setdefault(code, entry_id)

    def _verdict(self, text: str, found: set[str]) -> str | Problem:
        if len(found) == 1:
            return next(iter(found))
        if not found:
            return NOT_FOUND(text=text, what=self.what)
        offered = sorted(codes(self.kinds, sorted(found)[:_OFFERED]).values())
        return SEVERAL(text=text, count=len(found), offered=", ".join(offered))


def _find(cls: type[Entry], wanted: set[str], hits: dict[str, set[str]]) -> None:
    names = _columns(cls)
    if not names:
        return
    model: Any = cls.MAKES[0]
    asked = sorted(wanted)
    for part in state.chunks(asked):
        for key in model.objects.filter(id__in=part, line=0).values_list("id", flat=True):
            hits[key].add(key)
        rows = model.objects.filter(line=0, **{f"{names[0]}__in": part})
        for code, key in rows.values_list(names[0], "id"):
            hits[code].add(key)
    unmet = [text for text in asked if not hits[text] and not ids.is_id(text)]
    if unmet:
        _find_by_name(model, names, unmet, hits)


def _find_any(wanted: set[str], hits: dict[str, set[str]]) -> None:
    """A reference that may point to any kind is written as an identifier."""
    book = scope.current_book()
    for part in state.chunks(sorted(wanted)):
        for key in JournalEntry.objects.filter(book=book, id__in=part).values_list("id", flat=True):
            hits[key].add(key)


def _find_by_name(model: Any, names: Sequence[str], unmet: Sequence[str], hits: dict[str, set[str]]) -> None:
    """Compare folded: ``M-014`` and ``m 014``, ``Kone Awa`` and ``Koné, Awa``, also given names first."""
    folded: dict[str, list[str]] = {}
    for text in unmet:
        folded.setdefault(fold(text), []).append(text)
    for key, *parts in model.objects.filter(line=0).values_list("id", *names).iterator():
        for called in _ways(parts):
            for text in folded.get(called, ()):
                hits[text].add(key)


def _ways(parts: Sequence[object]) -> Iterator[str]:
    said = [fold(str(part)) for part in parts]
    yield said[0]
    rest = [one for one in said[1:] if one]
    if rest:
        yield " ".join(rest)
        yield " ".join(reversed(rest))
        yield from (one for one in rest if len(said) == 2)


def _columns(cls: type[Entry]) -> list[str]:
    if not cls.MAKES:
        return []
    have = {field.attname for field in cls.MAKES[0]._meta.concrete_fields}
    return [name for name in cls.NAMED_BY if name in have]


def codes(kinds: Sequence[str], wanted: Sequence[str]) -> dict[str, str]:
    """Return the code of each identifier that has one; inside the scope of the book."""
    found: dict[str, str] = {}
    for kind in kinds:
        names = _columns(KINDS[kind]) if kind in KINDS else []
        for part in state.chunks(wanted) if names else ():
            model: Any = KINDS[kind].MAKES[0]
            rows = model.objects.filter(id__in=part, line=0).values_list("id", names[0])
            found.update({key: str(code) for key, code in rows if code not in (None, "")})
    return found


def unique_codes(kinds: Sequence[str], wanted: Sequence[str]) -> Mapping[str, str]:
    """Return a text for each identifier that ``Register`` leads back to it: its code, or itself."""
    said = codes(kinds, wanted)
    register = Register(kinds)
    register.look_up(said.values())
    return {key: said[key] if register.known.get(said.get(key, "")) == key else key for key in wanted}
