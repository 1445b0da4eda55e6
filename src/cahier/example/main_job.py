"""The main job once, for the cocoa cooperative: what its books say, its profile, its goal, its programme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cahier.example import TODAY
from cahier.example.people import book_id
from cahier.indicators import queries
from cahier.indicators.definition import Indicator
from cahier.indicators.engine import Figure, as_counts, rounded

Say = Callable[[str], None]

PRINCIPAL = "cocoa"
SEASON = "2025-26"
_SHOWN = 14


def carry_out(folder: Path, lang: str, say: Say) -> None:
    """Go from the books to the programme and say each step; documents are written into ``folder``."""
    book = book_id(PRINCIPAL)
    what_the_books_say(book, say)


def what_the_books_say(book: str, say: Say) -> None:
    """Print the figures of the last closed season that are worst and best, as the books page has them."""
    from cahier.journal.models import Book

    page = queries.books_page(book, queries.chosen_season(book, SEASON), on=TODAY)
    say("")
    say(f"1. What the books of {Book.objects.get(id=book).name} say of {SEASON}")
    order = {"red": 0, "amber": 1, "green": 2}
    lines = [line for line in page.lines if line.now.band.value in order]
    lines.sort(key=lambda line: (order[line.now.band.value], line.indicator.code))
    for line in lines[:_SHOWN]:
        say(
            f"   {line.now.band.value:6} {line.indicator.code}  {line.words.name}: {shown(line.indicator, line.now)}"
        )
    counts = [sum(line.now.band.value == band for line in lines) for band in order]
    say(f"   {counts[0]} red, {counts[1]} amber, {counts[2]} green of {len(page.lines)} figures")


_UNITS = {"percent": " %", "days": " d", "months": " months"}


def shown(indicator: Indicator, figure: Figure) -> str:
    """Return a figure in one line: its value, or the counts behind it, or why there is none."""
    if figure.value is None:
        return figure.status.value
    if as_counts(indicator, figure):
        return f"{figure.numerator} / {figure.denominator}"
    return f"{rounded(figure.value, indicator.unit)}{_UNITS.get(indicator.unit.value, '')}"
