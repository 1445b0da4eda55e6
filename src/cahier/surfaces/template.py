"""The spreadsheet of a kind: an empty template to fill in, and an export of what the book has, in the same columns.

What is exported can be imported again: every row carries its entry, so nothing is doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import xlsxwriter
from django.utils.translation import gettext

from cahier.journal import corrections, fields, scope
from cahier.journal.entry import Entry
from cahier.journal.models import Book, JournalEntry
from cahier.surfaces.cells import shown
from cahier.surfaces.columns import ID, EntryColumn, columns, id_label, id_meaning, tag
from cahier.surfaces.naming import unique_codes
from cahier.surfaces.safe import Column, Value, write_table

_ROWS = 5_000
_CHUNK = 2_000
_LONGEST_LIST = 255
_NARROW, _WIDE = 12, 40


def write_template(stream: BinaryIO, cls: type[Entry], *, currency: str, keys: bool = False) -> None:
    """Write an empty XLSX for one kind, in the active language.

    First sheet: the headers, needed ones marked, lists where a word is chosen. Second sheet: what each column
    means, with an example. ``keys`` adds the permanent names of the columns as a second row, as HXL does.
    """
    made = columns(cls)
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(str(cls.LABEL)[:31].replace("/", "-"))
        bold, needed = book.add_format({"bold": True}), book.add_format({"bold": True, "underline": True})
        text = book.add_format({"num_format": "@"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for place, column in enumerate(made):
            header = column.header(currency)
            sheet.write_string(0, place, header, needed if column.needed else bold)
            if keys:
                sheet.write_string(1, place, f"#{tag(column.key)}")
            style = day if isinstance(column.spec, fields.Day) else text if _is_text(column) else None
            sheet.set_column(place, place, min(_WIDE, max(_NARROW, len(header) + 2)), style)
            _offer_words(sheet, column, place, 1 + keys)
        sheet.freeze_panes(1 + keys, 0)
        _explain(book.add_worksheet(gettext("Columns")), made, currency, bold)


def _is_text(column: EntryColumn) -> bool:
    return isinstance(column.spec, fields.Text | fields.Reference)


def _offer_words(sheet: Any, column: EntryColumn, place: int, first: int) -> None:
    words: list[str] = []
    if isinstance(column.spec, fields.Choice):
        words = [str(word) for word in column.spec.choices.values()]
    elif isinstance(column.spec, fields.Flag):
        words = [gettext("yes"), gettext("no")]
    if words and len(",".join(words)) <= _LONGEST_LIST and not any("," in word for word in words):
        sheet.data_validation(
            first, place, _ROWS, place, {"validate": "list", "source": words, "error_type": "warning"}
        )


def _explain(sheet: Any, made: Sequence[EntryColumn], currency: str, bold: Any) -> None:
    for place, word in enumerate([gettext("Column"), gettext("Meaning"), gettext("Example"), gettext("Key")]):
        sheet.write_string(0, place, word, bold)
    for row, column in enumerate(made, start=1):
        said = [column.header(currency), column.meaning(), column.example(), column.key]
        for place, word in enumerate(said):
            sheet.write_string(row, place, word)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 3, 18)


def write_export(stream: BinaryIO, form: str, cls: type[Entry], book: Book, *, keys: bool = False) -> int:
    """Write every standing entry of a kind as ``xlsx`` or ``csv``, in the active language; return how many.

    Entries read as they stand after their corrections; voided ones are left out. References are codes where
    a code is clear, else identifiers.
    """
    with scope.reading(book.id):
        lines = max((_lines_of(entry) for _, entry in standing(book.id, cls.KIND)), default=0)
        made = columns(cls, max(lines, 1))
        heads = [Column(one.header(book.currency), one.meaning(), tag(one.key)) for one in made]
        heads.append(Column(id_label(), id_meaning(), ID))
        names = (str(cls.LABEL)[:31].replace("/", "-"), gettext("Columns"))
        rows = _rows(book, cls, made)
        return write_table(stream, form, heads, rows, sheet=names[0], meanings=names[1], keys=keys)


def standing(book: str, kind: str) -> Iterator[tuple[str, Entry]]:
    """Yield the id and the present content of every entry of a kind that counts, by day and number."""
    rows = JournalEntry.objects.filter(book=book, kind=kind).order_by("day", "origin", "number")
    for row in rows.iterator(chunk_size=_CHUNK):
        entry = corrections.effective(book, row)
        if entry is not None:
            yield row.id, entry


def _lines_of(entry: Entry) -> int:
    repeated = [name for name, spec in entry.FIELDS.items() if isinstance(spec, fields.Rows)]
    return max((len(getattr(entry, name)) for name in repeated), default=0)


def _rows(book: Book, cls: type[Entry], made: Sequence[EntryColumn]) -> Iterator[list[Value]]:
    found = standing(book.id, cls.KIND)
    while part := list(_first(found, _CHUNK)):
        names = _names([entry for _, entry in part])
        for key, entry in part:
            currency = getattr(entry, "currency", "") or book.currency
            cells = [_cell(entry, column, currency, names) for column in made]
            yield [*cells, key]


def _first(found: Iterator[tuple[str, Entry]], count: int) -> Iterator[tuple[str, Entry]]:
    for _, one in zip(range(count), found, strict=False):
        yield one


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    wanted: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        for _path, spec, target in entry.references():
            wanted.setdefault(spec.kinds, set()).add(target)
    said: dict[str, str] = {}
    for kinds, keys in wanted.items():
        said.update(unique_codes(kinds, sorted(keys)))
    return said


def _cell(entry: Entry, column: EntryColumn, currency: str, names: dict[str, str]) -> Value:
    if not column.line:
        value = getattr(entry, column.key)
    else:
        field_name, _line, inner = column.key.split(".")
        rows = getattr(entry, field_name)
        value = getattr(rows[column.line - 1], inner) if len(rows) >= column.line else None
    return shown(column.spec, value, currency, lambda key: names.get(key, key))
