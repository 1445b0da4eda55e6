"""What the books say beside the workshop: bands and names of the computed indicators, where there are any.

Without indicators installed, or in a book without a season, the books say nothing and ask nothing.
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.translation import get_language

from cahier.assessment.contradictions import Band
from cahier.kernel.refusals import Refused


def known() -> bool:
    """Tell whether figures are computed from the books at all."""
    return apps.is_installed("cahier.indicators")


def bands(book: str, on: dt.date | None = None) -> dict[str, Band]:
    """Return how each computed indicator of the season that runs on a day stands, by code."""
    if not known():
        return {}
    queries: Any = import_module("cahier.indicators.queries")
    try:
        season = queries.chosen_season(book, on=on)
    except Refused:
        return {}
    return {code: Band(band) for code, band in queries.bands_of(book, season, on=on).items()}


def name(code: str) -> str:
    """Return the name of an indicator in the reader's language, or its code where it is not computed here."""
    if not known():
        return code
    catalogue: Any = import_module("cahier.indicators.catalogue")
    try:
        return str(catalogue.get(code).words((get_language() or "en")[:2]).name)
    except Refused:
        return code
