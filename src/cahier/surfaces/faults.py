"""Why a file, or a part of it, is not read: the sentences of the reading half."""

from __future__ import annotations

from cahier.kernel.refusals import reason

EMPTY = reason("surfaces.empty_file", "{file} is empty. Choose the file that holds your table.")
TOO_LARGE = reason(
    "surfaces.too_large",
    "{file} has {size} MB; at most {limit} MB are read. Split it, or save it as CSV.",
)
NOT_A_TABLE = reason(
    "surfaces.not_a_table",
    "{file} is not a spreadsheet, whatever its name says. Save the table as XLSX, ODS or CSV and send that.",
)
DAMAGED = reason(
    "surfaces.damaged_file",
    "{file} is damaged and cannot be opened. Open it in your spreadsheet program, save it anew, send it again.",
)
LOCKED = reason(
    "surfaces.locked_file",
    "{file} is protected by a password. Save a copy without the password and send the copy.",
)
BOMB = reason(
    "surfaces.unpacks_too_large",
    "{file} unpacks to more than {limit} MB, which no honest table does. Copy the cells into a new file.",
)
ENTITIES = reason(
    "surfaces.entities",
    "{file} declares XML entities, which spreadsheets never need. Copy the cells into a new file.",
)
FAR_CELL = reason(
    "surfaces.far_cell",
    "A sheet of {file} spans {rows} rows by {columns} columns. Delete the stray cells far from the table.",
)
NO_SHEET = reason(
    "surfaces.no_sheet",
    "{file} has no sheet named {sheet}. Its sheets are: {sheets}.",
)
NO_SHEETS = reason("surfaces.no_sheets", "{file} has no sheet with cells. Choose another file.")
BROKEN_TEXT = reason(
    "surfaces.broken_text",
    "{file} stops being readable at row {row}. Look near it for a quotation mark that is never closed.",
)
ODD_BYTES = reason(
    "surfaces.odd_bytes",
    "Some characters of {file} belong to no known alphabet and show as \ufffd. Save it as CSV UTF-8.",
)
OTHER_SEPARATOR = reason(
    "surfaces.other_separator",
    "Columns are separated by {separator}; {other} would be possible too. Check the preview.",
)
OTHER_SHEETS = reason(
    "surfaces.other_sheets",
    "Only the sheet {sheet} is read. The workbook also has: {others}. Send each that holds a table by its name.",
)
MERGED_TEXT = reason(
    "surfaces.merged_text",
    "Merged cells with text: {count}. The text was repeated on every row they cover.",
)
MERGED_NUMBER = reason(
    "surfaces.merged_number",
    "Merged cells with a figure: {count}. It was kept on the first row only, so that it is not counted twice.",
)
