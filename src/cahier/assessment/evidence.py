"""What the books say beside the workshop: figures, bands and names of the computed indicators.

In a book without a season the books say nothing and ask nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import get_language, ngettext

from cahier.assessment.contradictions import Band
from cahier.indicators import catalogue
from cahier.indicators import queries as indicators
from cahier.indicators.definition import Unit
from cahier.journal.models import Book
from cahier.kernel.refusals import Refused
from cahier.registry.models import Season
from cahier.web import formats


@dataclass(frozen=True)
class Said:
    """One figure of the books in words: the indicator's name, its value, how it stands."""

    name: str
    value: str
    band: Band


def bands(book: str, on: dt.date | None = None) -> dict[str, Band]:
    """Return how each computed indicator of the season that runs on a day stands, by code."""
    season = _season(book, on)
    if season is None:
        return {}
    return {code: Band(band) for code, band in indicators.bands_of(book, season, on=on).items()}


def speaks(book: str, on: dt.date | None = None) -> bool:
    """Tell whether the books have a season to compute figures from."""
    return _season(book, on) is not None


def said(book: Book, codes: Sequence[str], on: dt.date | None = None) -> list[Said]:
    """Return what the books say by these indicators; those without a value are left out."""
    season, known = _season(book.id, on), [code for code in codes if code in catalogue.INDICATORS]
    if season is None or not known:
        return []
    read = indicators.figures_of(book.id, season, known, on=on)
    whole = [(code, read[code][""]) for code in known if "" in read.get(code, {})]
    return [
        Said(
            name(code), _shown(catalogue.get(code).unit, figure.value, book.currency), Band(figure.band.value)
        )
        for code, figure in whole
        if figure.value is not None
    ]


def name(code: str) -> str:
    """Return the name of an indicator in the reader's language, or its code where it is not computed here."""
    if code not in catalogue.INDICATORS:
        return code
    return catalogue.get(code).words((get_language() or "en")[:2]).name


def _season(book: str, on: dt.date | None) -> Season | None:
    try:
        return indicators.chosen_season(book, on=on)
    except Refused:
        return None


def _shown(unit: Unit, value: Fraction, currency: str) -> str:
    whole = int(value + Fraction(1, 2))
    if unit is Unit.PERCENT:
        return formats.percent_of(value / 100, 0)
    if unit is Unit.MONEY:
        return formats.money(whole, currency)
    if unit is Unit.DAYS:
        return ngettext("{n} day", "{n} days", whole).format(n=formats.number(whole))
    return formats.number(value, 0 if value.denominator == 1 else 1)
