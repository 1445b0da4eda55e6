"""Reading CSV, TSV and TXT in the encodings and separators that reach a cooperative's office."""

from __future__ import annotations

import codecs
import csv
import io
import statistics
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from cahier.kernel.refusals import Problem, Refused
from cahier.surfaces import faults
from cahier.surfaces.table import Row, Table

SEPARATORS = ("\t", ";", "|", ",")
SAMPLE = 65_536
CHUNK = 1 << 20
LONGEST_CELL = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Open = Callable[[], BinaryIO]


class _Guess(NamedTuple):
    share: float
    separator: str


def read(opened: Open, name: str) -> Table:
    """Return the table of a text file. Raises ``Refused`` if it is binary or not readable as rows."""
    encoding, notes = _encoding(opened, name)
    with _text(opened, encoding) as lines:
        sample = lines.read(SAMPLE)
    separator, declared, doubt = _separator(sample)
    notes += doubt

    def rows() -> Iterator[Row]:
        return _rows(opened, name, encoding, separator, declared)

    return Table(name, "csv", rows, encoding=encoding, separator=separator, notes=tuple(notes))


def _text(opened: Open, encoding: str) -> io.TextIOWrapper:
    errors = "replace" if encoding == "cp1252" else "strict"
    return io.TextIOWrapper(opened(), encoding=encoding, errors=errors, newline="")


def _rows(opened: Open, name: str, encoding: str, separator: str, declared: bool) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    number = 0
    record: list[str] = []
    with _text(opened, encoding) as lines:
        try:
            for number, cells in enumerate(csv.reader(_kept(lines, record), delimiter=separator), 1):
                if len(record) > 1 and not _is_closed(record, separator):
                    raise Refused(faults.BROKEN_TEXT(file=name, row=number).at(name))
                record.clear()
                if number > 1 or not declared:
                    yield Row(number, cells)
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refused(faults.BROKEN_TEXT(file=name, row=number + 1).at(name)) from error


def _kept(lines: Iterable[str], record: list[str]) -> Iterator[str]:
    """Hand lines on and keep those of the record that is being read."""
    for line in lines:
        record.append(line)
        yield line


def _is_closed(record: list[str], separator: str) -> bool:
    """Is every quotation mark of a record closed, so that it did not swallow the rows below?"""
    try:
        return bool(list(csv.reader(record, delimiter=separator, strict=True)))
    except csv.Error as error:
        return "unexpected end" not in str(error)


def _encoding(opened: Open, name: str) -> tuple[str, list[Problem]]:
    with opened() as stream:
        start = stream.read(SAMPLE)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, []
    if b"\0" in start:
        return _unmarked_utf16(start, name), []
    if _decodes(opened, "utf-8"):
        return "utf-8", []
    return "cp1252", [] if _decodes(opened, "cp1252") else [faults.ODD_BYTES(file=name)]


def _unmarked_utf16(start: bytes, name: str) -> str:
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) / 2
    if odd > 0.3 * half and even < 0.1 * odd:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.1 * even:
        return "utf-16-be"
    raise Refused(faults.NOT_A_TABLE(file=name).at(name))


def _decodes(opened: Open, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with opened() as stream:
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _separator(sample: str) -> tuple[str, bool, list[Problem]]:
    """Return the separator, whether a ``sep=`` line declares it, and the doubt if another fits as well."""
    first = sample.split("\n", 1)[0].strip().strip('"')
    if first[:4].lower() == "sep=" and first[4:] in SEPARATORS:
        return first[4:], True, []
    guesses = sorted((_guess(sample, s) for s in SEPARATORS), key=lambda guess: -guess.share)
    best, second = guesses[:2]
    if best.share == 0:
        return ",", False, []
    if second.share < 0.9 * best.share:
        return best.separator, False, []
    return best.separator, False, [faults.OTHER_SEPARATOR(separator=_shown(best), other=_shown(second))]


def _shown(guess: _Guess) -> str:
    return "⇥" if guess.separator == "\t" else guess.separator


def _guess(sample: str, separator: str) -> _Guess:
    """Return the share of records that have the commonest width above one under this separator."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        records = [r for r in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(r)]
    except csv.Error:
        return _Guess(0.0, separator)
    if len(sample) == SAMPLE and len(records) > 1:
        records.pop()
    widths = [len(record) for record in records if len(record) > 1]
    if not widths:
        return _Guess(0.0, separator)
    return _Guess(widths.count(statistics.mode(widths)) / len(records), separator)
