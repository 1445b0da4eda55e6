"""From any spreadsheet to a table of text cells: XLSX, XLS, XLSB, ODS, CSV, TSV and TXT.

Days come out as ``2026-03-04``, moments as ``2026-03-04 05:06:00``, truth values as ``true`` and
``false``, numbers with all their digits (7.70123E+8 in a workbook is ``770123000``). Cells that hold a
formula error come out empty, as the workbook reader gives them.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import python_calamine as calamine

from cahier.kernel.refusals import Problem, Refused
from cahier.surfaces import containers, faults, plain, probe
from cahier.surfaces.table import Row, Table

MAX_TEXT = 1024 * containers.MEGABYTE
MAX_WORKBOOK = 128 * containers.MEGABYTE
_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite",
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<workbook")

Source = Path | bytes


def read_table(source: Source, name: str, *, sheet: str | None = None) -> Table:
    """Return the table of a file, or of one sheet of a workbook (the first with cells if none is named).

    ``name`` is the file's name as the person knows it; what the file is, its bytes tell. Raises
    ``Refused`` with the sentence for empty, foreign, damaged, locked, oversized files and missing sheets.
    """
    kind = _kind(source, name)
    if kind == "csv":
        return plain.read(lambda: _open(source), name)
    with closing(_workbook(source, name, kind)) as book:
        found = _chosen_sheet(book, name, sheet)
        others = [one for one in _worksheets(book) if one != found.name]
    merges, notes = _merges(found)
    if others and sheet is None:
        notes.append(faults.OTHER_SHEETS(sheet=found.name, others=", ".join(others)))

    def rows() -> Iterator[Row]:
        return _rows(found, merges)

    return Table(name, kind, rows, sheet=found.name, notes=tuple(notes))


def sheets(source: Source, name: str) -> tuple[str, ...]:
    """Return the names of a workbook's worksheets in their order; nothing for text files."""
    kind = _kind(source, name)
    if kind == "csv":
        return ()
    with closing(_workbook(source, name, kind)) as book:
        return tuple(_worksheets(book))


def _open(source: Source) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _kind(source: Source, name: str) -> str:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    with _open(source) as stream:
        start = stream.read(4096)
    if not start.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise Refused(faults.EMPTY(file=name).at(name))
    workbook = start.startswith((_ARCHIVE, _COMPOUND))
    limit = MAX_WORKBOOK if workbook else MAX_TEXT
    if size > limit:
        megabytes = containers.MEGABYTE
        raise Refused(faults.TOO_LARGE(file=name, size=size // megabytes, limit=limit // megabytes).at(name))
    if start.startswith(_FOREIGN) or start.lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(_MARKUP):
        raise Refused(faults.NOT_A_TABLE(file=name).at(name))
    if start.startswith(_ARCHIVE):
        return containers.check_archive(lambda: _open(source), name)
    return "xls" if workbook else "csv"


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Turn what the workbook reader raises over a damaged file, its panics too, into a refusal."""
    try:
        yield
    except calamine.PasswordError as error:
        raise Refused(faults.LOCKED(file=name).at(name)) from error
    except calamine.CalamineError as error:
        raise Refused(faults.DAMAGED(file=name).at(name)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(faults.DAMAGED(file=name).at(name)) from error


def _workbook(source: Source, name: str, kind: str) -> calamine.CalamineWorkbook:
    if kind == "xls" and _mentions(source, "EncryptedPackage"):
        raise Refused(faults.LOCKED(file=name).at(name))
    if kind in {"xls", "xlsb"}:
        with _open(source) as stream:
            if not probe.survives(stream):
                raise Refused(faults.DAMAGED(file=name).at(name))
    with _guarded(name):
        return calamine.CalamineWorkbook.from_object(
            io.BytesIO(source) if isinstance(source, bytes) else source
        )


def _mentions(source: Source, entry: str) -> bool:
    with _open(source) as stream:
        return entry.encode("utf-16-le") in stream.read(MAX_WORKBOOK)


def _worksheets(book: calamine.CalamineWorkbook) -> list[str]:
    wanted = calamine.SheetTypeEnum.WorkSheet
    return [about.name for about in book.sheets_metadata if about.typ == wanted]


def _sheet(book: calamine.CalamineWorkbook, sheet: str, name: str) -> calamine.CalamineSheet:
    with _guarded(name):
        return book.get_sheet_by_name(sheet)


def _chosen_sheet(book: calamine.CalamineWorkbook, name: str, wanted: str | None) -> calamine.CalamineSheet:
    names = _worksheets(book)
    if wanted is not None and wanted not in names:
        raise Refused(faults.NO_SHEET(file=name, sheet=wanted, sheets=", ".join(names)).at(name))
    for candidate in names if wanted is None else [wanted]:
        sheet = _sheet(book, candidate, name)
        if sheet.end is not None or wanted is not None:
            return sheet
    raise Refused(faults.NO_SHEETS(file=name).at(name))


def _merges(sheet: calamine.CalamineSheet) -> tuple[dict[tuple[int, int], int], list[Problem]]:
    """Return the last row of every one-column merge by its first cell, and what to tell about them."""
    ranges = sheet.merged_cell_ranges or []
    tall = {top: bottom[0] for top, bottom in ranges if bottom[0] > top[0] and bottom[1] == top[1]}
    if not tall:
        return {}, []
    heads: dict[int, list[int]] = {}
    for top, column in tall:
        heads.setdefault(top, []).append(column)
    figures = text = 0
    for number, cells in enumerate(_cells(sheet)):
        for head in filter(None, (cells[c] for c in heads.get(number, ()) if c < len(cells))):
            figures, text = figures + _is_figure(head), text + (not _is_figure(head))
    notes = [faults.MERGED_TEXT(count=text)] if text else []
    return tall, notes + ([faults.MERGED_NUMBER(count=figures)] if figures else [])


def _is_figure(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).replace(",", "", 1).isdigit()


def _rows(sheet: calamine.CalamineSheet, merges: dict[tuple[int, int], int]) -> Iterator[Row]:
    held: dict[int, tuple[int, str]] = {}
    for number, cells in enumerate(_cells(sheet)):
        if merges:
            _fill(cells, number, merges, held)
        yield Row(number + 1, cells)


def _fill(
    cells: list[str], number: int, merges: dict[tuple[int, int], int], held: dict[int, tuple[int, str]]
) -> None:
    for column, text in enumerate(cells):
        last = merges.get((number, column))
        if last is not None and text and not _is_figure(text):
            held[column] = (last, text)
        elif not text and column in held and held[column][0] >= number:
            cells[column] = held[column][1]


def _cells(sheet: calamine.CalamineSheet) -> Iterator[list[str]]:
    lead = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield lead + [cell if isinstance(cell, str) else _text(cell) for cell in row]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{Decimal(repr(value)):f}"
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    return str(value)
