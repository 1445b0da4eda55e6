"""Small spreadsheet files made on the spot, for the tests."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlwt

from cahier.surfaces.files import read_table

ODS_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def xlsx(rows: Sequence[Sequence[object]], *, merges: Sequence[str] = (), epoch_1904: bool = False) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for merge in merges:
        book.active.merge_cells(merge)
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows: Sequence[Sequence[object]], day_format: str = "DD/MM/YYYY") -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Feuil1")
    style = xlwt.easyxf(num_format_str=day_format)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(
                    number, column, value, style if hasattr(value, "year") else xlwt.Style.default_style
                )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_cell(value: object, extra: str = "") -> str:
    if value is None:
        return f"<table:table-cell {extra}/>"
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    elif hasattr(value, "isoformat"):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind} {extra}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods(rows: Sequence[Sequence[object]], *, raw_rows: str = "", doctype: str = "") -> bytes:
    lines = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {ODS_SPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="Hoja1">{lines}{raw_rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</m:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def rewritten(workbook: bytes, part: str, change: object) -> bytes:
    """Return the archive with one part changed by a function of bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def cells(source: bytes | Path, name: str = "membres.csv", **options: object) -> list[list[str]]:
    return [row.cells for row in read_table(source, name, **options).rows()]


def shared_data(path: str) -> Path:
    """Return a file of the shared data, or skip the test where they are not at hand."""
    root = Path(os.environ.get("CAHIER_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
    if not (root / path).exists():
        pytest.skip(f"the shared data are not here: set CAHIER_SHARED_DATA to the folder that holds {path}")
    return root / path
