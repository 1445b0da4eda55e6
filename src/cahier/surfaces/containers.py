"""Guards that look into a workbook before it is parsed: unpacked size, entities, stray far cells.

Sizes are counted while unpacking, because the sizes written in an archive may lie.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from cahier.kernel.refusals import Refused
from cahier.surfaces import faults

MEGABYTE = 1 << 20
MAX_UNPACKED = 1024 * MEGABYTE
MAX_CELLS = 60_000_000
CHUNK = 1 << 20
_KEPT = 512
_COLUMNS = re.compile(rb"""\sr=["']([A-Z]{1,3})\d""")
_ROWS = re.compile(rb"""\sr=["'][A-Z]{0,3}(\d{5,})["']""")
_FILLED = re.compile(rb"""<c\s(?=[^>]*[^>/]>)[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_ODS_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>\s*<table:table-cell[^>]*value-type'
)
_ODS_CELL = re.compile(
    rb'<table:table-cell(?=[^>]*value-type)[^>]*number-columns-repeated="(\d{4,})"',
)

_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, LookupError, struct.error,
    OverflowError,
)  # fmt: skip

Open = Callable[[], BinaryIO]


def check_archive(opened: Open, name: str, limit: int = MAX_UNPACKED) -> str:
    """Return ``xlsx``, ``xlsb`` or ``ods``. Raises ``Refused`` for bombs, damage and other archives."""
    try:
        with opened() as stream, zipfile.ZipFile(stream) as archive:
            kind = _kind(archive)
            if not kind:
                raise Refused(faults.NOT_A_TABLE(file=name).at(name))
            if kind == "ods" and _is_locked(archive):
                raise Refused(faults.LOCKED(file=name).at(name))
            if sum(member.file_size for member in archive.infolist()) > limit:
                raise Refused(faults.BOMB(file=name, limit=limit // MEGABYTE).at(name))
            _check_members(stream, archive, name, limit)
    except _BROKEN as error:
        raise Refused(faults.DAMAGED(file=name).at(name)) from error
    return kind


def _kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if b"opendocument.spreadsheet" in _start(archive, "mimetype"):
        return "ods"
    return ""


def _start(archive: zipfile.ZipFile, part: str) -> bytes:
    if part not in archive.namelist():
        return b""
    with archive.open(part) as stream:
        return stream.read(CHUNK)


def _is_locked(archive: zipfile.ZipFile) -> bool:
    return b"encryption-data" in _start(archive, "META-INF/manifest.xml")


def _check_members(stream: BinaryIO, archive: zipfile.ZipFile, name: str, limit: int) -> None:
    left = limit
    for member in archive.infolist():
        if member.flag_bits & 1:
            raise Refused(faults.LOCKED(file=name).at(name))
        span = _Span(name)
        markup = member.filename.endswith((".xml", ".rels"))
        for chunk in _unpacked(stream, member):
            left -= len(chunk)
            if left < 0:
                raise Refused(faults.BOMB(file=name, limit=limit // MEGABYTE).at(name))
            if markup:
                span.see(chunk, member.filename)
        if span.too_wide() and "/sheet" in member.filename.lower():
            span = _Span(name)
            for chunk in _unpacked(stream, member):
                span.see_filled(chunk)
        if span.too_wide():
            about = faults.FAR_CELL(file=name, rows=span.rows, columns=span.columns)
            raise Refused(about.at(name))


class _Span:
    """How far the cells of one part reach, seen chunk by chunk."""

    def __init__(self, name: str) -> None:
        self.name, self.tail, self.rows, self.columns, self.start = name, b"", 1, 1, True

    def see(self, chunk: bytes, part: str) -> None:
        if self.start and b"<!DOCTYPE" in chunk[:4096].replace(b"\0", b"").upper():
            raise Refused(faults.ENTITIES(file=self.name).at(self.name))
        self.start = False
        text = self.tail + chunk
        if "/sheet" in part.lower():
            self._reach(set(_COLUMNS.findall(text)), _ROWS.findall(text))
        elif part == "content.xml":
            self.rows = max(self.rows, max(map(int, _ODS_ROW.findall(text)), default=1))
            self.columns = max(self.columns, max(map(int, _ODS_CELL.findall(text)), default=1))
        self.tail = text[-_KEPT:]

    def see_filled(self, chunk: bytes) -> None:
        """Count only cells with content: a style reaching down to the last row takes no room."""
        text = self.tail + chunk
        filled = _FILLED.findall(text)
        self._reach({column for column, _ in filled}, [row for _, row in filled])
        self.tail = text[-_KEPT:]

    def too_wide(self) -> bool:
        return self.rows * self.columns > MAX_CELLS

    def _reach(self, columns: set[bytes], rows: list[bytes]) -> None:
        widest = max(columns, key=lambda c: (len(c), c), default=b"A")
        self.columns = max(self.columns, _column_number(widest))
        self.rows = max(self.rows, max(map(int, rows), default=1))


def _column_number(letters: bytes) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + sign - 64
    return number


def _unpacked(stream: BinaryIO, member: zipfile.ZipInfo) -> Iterator[bytes]:
    stream.seek(member.header_offset + 26)
    sizes = stream.read(4)
    stream.seek(int.from_bytes(sizes[:2], "little") + int.from_bytes(sizes[2:], "little"), 1)
    left = member.compress_size
    if member.compress_type == zipfile.ZIP_STORED:
        unpack = None
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        unpack = zlib.decompressobj(-15)
    else:
        raise NotImplementedError(member.compress_type)
    while left > 0 and (packed := stream.read(min(CHUNK, left))):
        left -= len(packed)
        if unpack is None:
            yield packed
            continue
        while packed:
            yield unpack.decompress(packed, CHUNK)
            packed = unpack.unconsumed_tail
