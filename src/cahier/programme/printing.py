"""Printing a draft: the agreement in a language with the baselines of the books, as PDF and as workbook."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import translation

from cahier.programme import pdf, sheet
from cahier.programme.document import Agreement, agreement
from cahier.programme.drafts import Draft


@dataclass(frozen=True)
class Printed:
    """An agreement in its two forms, as bytes."""

    said: Agreement
    pdf: bytes
    xlsx: bytes


def said_in(draft: Draft, language: str, on: dt.date) -> Agreement:
    """Return the agreement of a sound draft in a language. Raises ``Refused`` where it is not sound."""
    with translation.override(language):
        return agreement(draft, language, on)


def printed(draft: Draft, language: str, on: dt.date) -> Printed:
    """Return the agreement of a sound draft in a language as PDF and XLSX; the same draft gives the same bytes."""
    said = said_in(draft, language, on)
    with translation.override(language):
        return Printed(said, pdf.render(said), sheet.render(said))
