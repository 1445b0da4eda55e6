"""Tables for other people's spreadsheet programs: no cell can act as a formula there, no digit is lost."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter

from cahier.kernel.refusals import Refused, reason

Value = str | int | Decimal | dt.date | bool | None

TOO_MANY_ROWS = reason(
    "surfaces.too_many_rows", "An XLSX sheet holds {limit} rows and the table has more. Choose CSV instead."
)
TOO_LONG = reason(
    "surfaces.cell_too_long",
    "Row {row}, column {column}: an XLSX cell holds {limit} characters and the text has {length}. "
    "Choose CSV instead.",
)
SHEET_ROWS = 1_048_576
CELL_SIGNS = 32_767
EXACT_DIGITS = 15
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NEGATIVE = re.compile(r"-\d+([.,]\d+)?")


@dataclass(frozen=True)
class Column:
    """A column to write: its header in the reader's language, its meaning, its permanent machine name."""

    header: str
    meaning: str = ""
    key: str = ""


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before ``= + - @`` tab, CR.

    A negative number stays one. An apostrophe before such a sign is doubled, so that ``bare`` is exact.
    """
    if _NEGATIVE.fullmatch(text):
        return text
    return f"'{text}" if text.lstrip("'").startswith(_DANGEROUS) else text


def bare(text: str) -> str:
    """Return the text that ``neutral`` made safe, when a table of ours is read again."""
    rest = text[1:]
    guarded = text.startswith("'") and rest.lstrip("'").startswith(_DANGEROUS)
    return rest if guarded and not _NEGATIVE.fullmatch(rest) else text


def write_table(
    stream: BinaryIO,
    kind: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str = "Data",
    meanings: str = "Columns",
    keys: bool = False,
) -> int:
    """Write ``csv`` (UTF-8 with mark) or ``xlsx`` in constant memory and return the number of rows.

    Days are ISO, truth values ``true`` and ``false``. XLSX has a second sheet, named ``meanings``, with the
    meaning of each column. ``keys`` puts the machine names on a row below the header, as HXL does.
    Raises ``Refused`` if a table or text does not fit a sheet; ``ValueError`` for another kind.
    """
    if kind == "csv":
        return _write_csv(stream, columns, rows, keys)
    if kind == "xlsx":
        return _write_xlsx(stream, columns, rows, (sheet, meanings), keys)
    raise ValueError(kind)


def _head(columns: Sequence[Column], keys: bool) -> list[list[str]]:
    head = [[column.header for column in columns]]
    return [*head, [f"#{column.key}" if column.key else "" for column in columns]] if keys else head


def _write_csv(
    stream: BinaryIO, columns: Sequence[Column], rows: Iterable[Sequence[Value]], keys: bool
) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    count = 0
    for line in _head(columns, keys):
        writer.writerow(map(neutral, line))
    for row in rows:
        writer.writerow(map(_plain, row))
        count += 1
    text.flush()
    text.detach()
    return count


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


class _Sheet:
    """One worksheet, written cell by cell from the top."""

    def __init__(self, book: xlsxwriter.Workbook, name: str) -> None:
        self.sheet = book.add_worksheet(name)
        self.bold = book.add_format({"bold": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.row = 0

    def head(self, names: Sequence[str]) -> None:
        for column, name in enumerate(names):
            self._string(column, name, self.bold)
        self.row += 1

    def write(self, values: Sequence[Value]) -> None:
        if self.row >= SHEET_ROWS:
            raise Refused(TOO_MANY_ROWS(limit=SHEET_ROWS))
        for column, value in enumerate(values):
            self._cell(column, value)
        self.row += 1

    def _cell(self, column: int, value: Value) -> None:
        if value is None or value == "":
            return
        if isinstance(value, dt.date) and value.year >= 1900:
            self.sheet.write_datetime(self.row, column, dt.datetime.combine(value, dt.time()), self.day)
        elif isinstance(value, int | Decimal) and not isinstance(value, bool) and _fits(value):
            self.sheet.write_number(self.row, column, value)
        else:
            self._string(column, _plain(value))

    def _string(self, column: int, text: str, style: object = None) -> None:
        safe = neutral(text) if style else text
        if len(safe) > CELL_SIGNS:
            raise Refused(TOO_LONG(row=self.row + 1, column=column + 1, limit=CELL_SIGNS, length=len(safe)))
        self.sheet.write_string(self.row, column, safe, style)


def _fits(number: int | Decimal) -> bool:
    return (
        len(Decimal(number).normalize().as_tuple().digits) <= EXACT_DIGITS and abs(number) < 10**EXACT_DIGITS
    )


def _write_xlsx(
    stream: BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    names: tuple[str, str],
    keys: bool,
) -> int:
    options = {"constant_memory": True, "in_memory": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(stream, options) as book:
        data = _Sheet(book, names[0])
        for line in _head(columns, keys):
            data.head(line)
        first = data.row
        data.sheet.freeze_panes(first, 0)
        for row in rows:
            data.write(row)
        about = _Sheet(book, names[1])
        for column in columns:
            about.write([column.header, column.key, column.meaning])
        return data.row - first
