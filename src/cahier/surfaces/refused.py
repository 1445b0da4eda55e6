"""Rows that were not accepted: kept in the inbox, and given back as a table that can be mended and sent again.

The table repeats the columns of the file and adds three of ours: the entry each row would be, so that a mended
row is known again, the row it came from, and why it was refused.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cahier.journal import state
from cahier.journal.models import Refusal
from cahier.journal.words import named, say
from cahier.kernel.ids import derived_id
from cahier.kernel.names import fold
from cahier.kernel.refusals import CATALOGUE, Problem
from cahier.surfaces.columns import ID, id_label, id_meaning
from cahier.surfaces.models import ImportRun
from cahier.surfaces.rowwise import Parsed, Trouble
from cahier.surfaces.safe import Column, Value, write_table
from cahier.surfaces.table import letter

RefusedRow = tuple[int, str, Sequence[str], str]

ROW_LABEL = _("Row in the file")
WHY_LABEL = _("Why refused")
_ROW_MEANING = _("Where the row stood in the file that was sent first.")
_WHY_MEANING = _(
    "Mend the row, then send this table again. Rows that are in the book already are not doubled."
)


def own_columns(headers: Iterable[str]) -> dict[str, str]:
    """Return the headers that are ours, in any language, with their key: ``ID``, or nothing to read."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found[fold(id_label())] = ID
            found[fold(str(ROW_LABEL))] = found[fold(str(WHY_LABEL))] = ""
    return {header: found[fold(header)] for header in headers if fold(header) in found}


def write_refused(stream: BinaryIO, kind: str, headers: Sequence[str], rows: Iterable[RefusedRow]) -> int:
    """Write the table of refused rows (``xlsx`` or ``csv``) and return how many they are.

    A row is its number, the identifier it would have, its cells, and why. Own columns of a table that came
    back are written anew.
    """
    own = own_columns(headers)
    kept = [place for place, header in enumerate(headers) if header not in own]
    listed = [Column(headers[place] or letter(place)) for place in kept]
    added = [
        Column(id_label(), id_meaning()),
        Column(str(ROW_LABEL), str(_ROW_MEANING)),
        Column(str(WHY_LABEL), str(_WHY_MEANING)),
    ]
    made: Iterable[list[Value]] = (
        [*(cells[place] for place in kept), key, number, why] for number, key, cells, why in rows
    )
    return write_table(stream, kind, [*listed, *added], made)


def told(trouble: Trouble) -> str:
    """Return the trouble in one sentence, with its column."""
    said = say(trouble.problem)
    return named(trouble.header or letter(trouble.column), said) if trouble.column >= 0 else said


def as_row(parsed: Parsed) -> RefusedRow:
    """Return a refused row as ``write_refused`` takes it."""
    return parsed.number, parsed.key, parsed.cells, " ".join(map(told, parsed.troubles))


def trouble_to_json(trouble: Trouble) -> dict[str, Any]:
    """Return a trouble as plain data, with its sentence in the active language."""
    problem = trouble.problem
    return {
        "column": trouble.column, "header": trouble.header, "value": trouble.value, "code": problem.code,
        "details": {name: str(value) for name, value in problem.details.items()}, "sentence": told(trouble),
    }  # fmt: skip


def problem_of(stored: dict[str, Any]) -> Problem:
    """Return the problem of a stored trouble."""
    return CATALOGUE[stored["code"]](**stored["details"])


def to_inbox(run: ImportRun, headers: Sequence[str], rows: Sequence[Parsed]) -> None:
    """Keep refused rows in the inbox. The same row refused again takes the place of the former."""
    now = time.time_ns() // 1_000_000
    made = [
        Refusal(
            id=refusal_id(run.book, row.key), book=run.book, source=source_of(run), kind=run.kind, received=now,
            content=json.dumps(
                {"row": row.number, "entry": row.key, "headers": list(headers), "cells": list(row.cells)},
                ensure_ascii=False,
            ),
            reasons=json.dumps([trouble_to_json(one) for one in row.troubles], ensure_ascii=False), settled="",
        )
        for row in {row.key: row for row in rows}.values()
    ]  # fmt: skip
    Refusal.objects.bulk_create(
        made,
        batch_size=100,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["source", "received", "content", "reasons", "settled"],
    )


def settle(book: str, keys: Sequence[str]) -> None:
    """Close what lay in the inbox for rows that are written now."""
    waiting = {refusal_id(book, key): key for key in keys}
    for part in state.chunks(sorted(waiting)):
        for row in Refusal.objects.filter(book=book, settled="", id__in=part):
            Refusal.objects.filter(id=row.id).update(settled=waiting[row.id])


def from_inbox(run: ImportRun) -> list[RefusedRow]:
    """Return the rows of one import that still lie in the inbox, in the order of the file."""
    rows: list[RefusedRow] = []
    for row in Refusal.objects.filter(book=run.book, source=source_of(run), settled="").iterator():
        content = json.loads(row.content)
        why = " ".join(one["sentence"] for one in json.loads(row.reasons))
        rows.append((content["row"], content["entry"], content["cells"], why))
    return sorted(rows)


def source_of(run: ImportRun) -> str:
    """Return what the inbox shows as the place a refused row came from."""
    return f"{run.name} (import {run.number})"


def refusal_id(book: str, key: str) -> str:
    """Return the id that a refused row always has in the inbox."""
    return derived_id("refusal", book, key)
