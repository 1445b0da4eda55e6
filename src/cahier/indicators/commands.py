"""The figures of a book from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cahier.terminal import book_option, chosen, json_option, out, with_books

if TYPE_CHECKING:
    from cahier.indicators.queries import Line


@click.command(epilog="Example: cahier indicators --book coop-binkadi --season 2025/26 --json")
@book_option
@click.option("--season", "named", default="", help="Name of the season; the latest that has begun if empty.")
@click.option("--code", "codes", multiple=True, help="Only this indicator, such as KM-01. May be repeated.")
@json_option
@with_books
def indicators(slug: str, named: str, codes: tuple[str, ...], as_json: bool) -> None:
    """Print what the books of a season say: every figure, its band, and how complete its records are."""
    from cahier.indicators import catalogue, queries
    from cahier.indicators.shown import summary

    book = chosen(slug)
    for code in codes:
        catalogue.get(code)
    season = queries.chosen_season(book.id, named)
    found = queries.books_page(book.id, season)
    lines = [line for line in found.lines if not codes or line.indicator.code in codes]
    result = {
        "book": book.slug,
        "season": season.name,
        "so_far": bool(found.period.open_season),
        "indicators": [_record(line) for line in lines],
    }
    said = [summary(found.lines, so_far=bool(found.period.open_season))] if not codes else []
    out(result, as_json, [*said, *[_text(line, book.currency) for line in lines]])


def _text(line: Line, currency: str) -> str:
    from cahier.indicators.shown import BAND_WORDS, value_text

    value = value_text(line.indicator, line.now, currency)
    return f"{line.indicator.code}  {value:>18}  {BAND_WORDS[line.now.band]!s:8}  {line.words.name}"


def _record(line: Line) -> dict[str, Any]:
    from cahier.indicators.engine import rounded

    one, unit = line.now, line.indicator.unit
    return {
        "code": one.code,
        "name": line.words.name,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": None if one.value is None else str(rounded(one.value, unit)),
        "unit": unit.value,
        "band": one.band.value,
        "status": one.status.value,
        "needed": one.needed,
        "found": one.found,
        "groups": {
            name: {"numerator": part.numerator, "denominator": part.denominator} for name, part in line.groups
        },
    }
