"""A table of text cells as it was read, and the names of places in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cahier.kernel.refusals import Problem
from cahier.kernel.words import noop

Translate = Callable[[str], str]


class Row(NamedTuple):
    """One row: its number as a spreadsheet program shows it (from 1) and its cells as text."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """What was understood of a file, and a way to walk its rows as often as wanted.

    ``kind`` is ``csv``, ``xlsx``, ``xls``, ``xlsb`` or ``ods``; ``encoding`` and ``separator`` are empty
    for workbooks, ``sheet`` is empty for text. ``notes`` are things the person should see.
    """

    name: str
    kind: str
    reopen: Callable[[], Iterator[Row]]
    sheet: str = ""
    encoding: str = ""
    separator: str = ""
    notes: tuple[Problem, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Return the rows from the first, blank ones included, as often as asked.

        Text is streamed; a worksheet is held as the workbook reader parsed it.
        """
        return self.reopen()

    def place(self, row: int = 0, column: int = -1, header: str = "") -> Place:
        """Return the name of a place in this table; ``column`` counts from 0, ``row`` from 1."""
        return Place(self.name, self.sheet, row, column, header)


@dataclass(frozen=True)
class Place:
    """Where in a file: sheet, row from 1, column from 0 with its header; 0, -1 and empty mean *whole*."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = -1
    header: str = ""

    def say(self, translate: Translate = str) -> str:
        """Return the place in words: ``members.xlsx, sheet A, row 12, column D (Weight)``."""
        parts = [self.file]
        if self.sheet:
            parts.append(translate(noop("sheet {sheet}")).format(sheet=self.sheet))
        if self.row:
            parts.append(translate(noop("row {row}")).format(row=self.row))
        if self.column >= 0:
            column = translate(noop("column {letter}")).format(letter=letter(self.column))
            parts.append(f"{column} ({self.header})" if self.header else column)
        return ", ".join(parts)

    def __str__(self) -> str:
        return self.say()


def letter(column: int) -> str:
    """Return the letters a spreadsheet shows above a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    rest = column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return letters
