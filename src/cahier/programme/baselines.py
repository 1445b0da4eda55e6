"""Today's figure of each indicator of the logframe, as the books say it."""

from __future__ import annotations

import datetime as dt

from cahier.indicators import catalogue
from cahier.indicators import queries as indicators
from cahier.indicators.shown import value_text
from cahier.journal.models import Book
from cahier.kernel.refusals import Refused
from cahier.programme.logframe import INDICATORS


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
