"""Cuts: "exactly these entries", and the short code that a paper carries to prove it later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cahier.journal import models
from cahier.kernel.canonical import digest, dumps
from cahier.kernel.ids import short_code
from cahier.kernel.refusals import Refused, reason

BAD_CODE = reason(
    "journal.bad-code", "{code} is not a code of a book's head. It looks like A128-7K2M-9QXT-4FZA-H."
)

_FORM = re.compile(r"(?P<places>[A-Z]{1,2}\d+(?:\.[A-Z]{1,2}\d+)*)-(?P<check>[0-9A-Z-]+)")
_SIGNS = 12  # 60 bits: too many to try out a forged chain until its code fits


@dataclass(frozen=True)
class Cut:
    """The entries of a book up to one number per origin, with the digest of the chains' heads there."""

    book: str
    last: dict[str, int]
    digest: str

    def code(self) -> str:
        """Return what is printed: how far each chain went, and a checked code: ``A128-7K2M-9QXT-4FZA-H``."""
        letters = dict(models.Origin.objects.filter(id__in=self.last).values_list("id", "letter"))
        places = ".".join(sorted(f"{letters[origin]}{number}" for origin, number in self.last.items()))
        return f"{places or 'A0'}-{short_code(self.digest, _SIGNS)}"


def head(book: str) -> Cut:
    """Return the cut of everything the book holds now."""
    chains = models.Chain.objects.filter(book=book, last__gt=0)
    return _cut(book, {row.origin: (row.last, row.head) for row in chains})


def at(book: str, last: dict[str, int]) -> Cut | None:
    """Return the cut at these numbers, computed from the stored hashes; none where an entry is missing."""
    heads: dict[str, tuple[int, str]] = {}
    for origin, number in last.items():
        row = models.JournalEntry.objects.filter(book=book, origin=origin, number=number).first()
        if row is None:
            return None
        heads[origin] = (number, row.hash)
    return _cut(book, heads)


def read_code(code: str) -> tuple[dict[str, int], str]:
    """Return the numbers per installation letter and the check part of a printed code.

    Raises ``Refused`` for a text that is no such code. Case and blanks do not matter.
    """
    match = _FORM.fullmatch("".join(code.upper().split()))
    if match is None:
        raise Refused(BAD_CODE(code=code))
    places = re.findall(r"([A-Z]+)(\d+)", match["places"])
    return {letter: int(number) for letter, number in places}, match["check"]


def holds(book: str, code: str) -> bool:
    """Tell whether the book, up to where a printed code says, is still what it was when it was printed."""
    places, _ = read_code(code)
    origins = dict(models.Origin.objects.filter(letter__in=places).values_list("letter", "id"))
    if set(places) - set(origins):
        return False
    cut = at(book, {origins[letter]: number for letter, number in places.items()})
    return cut is not None and cut.code() == "".join(code.upper().split())


def _cut(book: str, heads: dict[str, tuple[int, str]]) -> Cut:
    listed = [[origin, number, value] for origin, (number, value) in sorted(heads.items())]
    return Cut(
        book, {origin: number for origin, (number, _) in heads.items()}, digest(dumps([book, *listed]))
    )
