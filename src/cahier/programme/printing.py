"""Printing a draft: the agreement in a language with the baselines of the books, as PDF and as workbook."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import translation

from cahier.indicators import catalogue
from cahier.indicators import queries as indicators
from cahier.indicators.shown import value_text
from cahier.journal.models import Book
from cahier.kernel.refusals import Refused
from cahier.programme import pdf, sheet
from cahier.programme.document import Agreement, agreement
from cahier.programme.drafts import Draft
from cahier.programme.logframe import INDICATORS


@dataclass(frozen=True)
class Printed:
    """An agreement in its two forms, as bytes."""

    said: Agreement
    pdf: bytes
    xlsx: bytes


def said_in(draft: Draft, language: str, on: dt.date) -> Agreement:
    """Return the agreement of a sound draft in a language. Raises ``Refused`` where it is not sound."""
    with translation.override(language):
        return agreement(draft, language, on, baselines(draft.book, on))


def printed(draft: Draft, language: str, on: dt.date) -> Printed:
    """Return the agreement of a sound draft in a language as PDF and XLSX; the same draft gives the same bytes."""
    said = said_in(draft, language, on)
    with translation.override(language):
        return Printed(said, pdf.render(said), sheet.render(said))


def baselines(book: str, on: dt.date) -> dict[str, str]:
    """Return today's figure of each indicator of the logframe that the books can say, in the active language."""
    try:
        season = indicators.chosen_season(book, on=on)
    except Refused:
        return {}
    known = [code for code in INDICATORS if code in catalogue.INDICATORS]
    found = indicators.figures_of(book, season, known, on=on)
    currency = Book.objects.get(id=book).currency
    return {
        code: value_text(catalogue.get(code), groups[""], currency)
        for code, groups in sorted(found.items())
        if "" in groups and groups[""].value is not None
    }
