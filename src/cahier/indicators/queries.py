"""What pages, exports and the command line ask for: seasons of a book, and what its books say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from cahier.indicators import catalogue
from cahier.indicators.definition import Indicator, Words
from cahier.indicators.engine import Figure
from cahier.indicators.engine import shared as hidden_from_others
from cahier.indicators.period import Period, period
from cahier.indicators.run import season_figures
from cahier.journal import scope
from cahier.kernel.refusals import Refused, reason
from cahier.registry.models import Season, Section

NO_SEASON = reason(
    "indicators.no-season", "This book has no season yet. Write one: its name, its first and its last day."
)
UNKNOWN_SEASON = reason(
    "indicators.unknown-season", "This book has no season called {name}. It has: {names}."
)


@dataclass(frozen=True)
class Line:
    """One indicator on the page: this season's figure, the same season of last year, and its texts."""

    indicator: Indicator
    words: Words
    now: Figure
    before: Figure | None
    groups: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True)
class BooksPage:
    """What the books of one season say: lines by family, each family in the order of the codes."""

    season: Season
    former: Season | None
    period: Period
    families: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines."""
        return tuple(line for _, lines in self.families for line in lines)


def today() -> dt.date:
    """Return the day on which an open season is read."""
    return dt.datetime.now(tz=dt.UTC).date()


def seasons(book: str) -> list[Season]:
    """Return the seasons of a book, the latest first."""
    with scope.reading(book):
        return list(Season.objects.order_by("-first_day", "-last_day", "id"))


def chosen_season(book: str, named: str = "", on: dt.date | None = None) -> Season:
    """Return the season of this id or name; without one the latest that has begun.

    Raises ``Refused`` where the book has none, or none of that name.
    """
    known = seasons(book)
    if not known:
        raise Refused(NO_SEASON())
    if not named:
        begun = [one for one in known if one.first_day <= (on or today())]
        return (begun or known)[0]
    for one in known:
        if named in (one.id, one.name):
            return one
    raise Refused(UNKNOWN_SEASON(name=named, names=", ".join(one.name for one in known)))


def period_of(book: str, season: Season, on: dt.date | None = None) -> Period:
    """Return how a season is read today, or on another day."""
    return period(book, season.id, season.first_day, season.last_day, on or today())


def figures_of(
    book: str, season: Season, codes: Sequence[str] = (), on: dt.date | None = None
) -> dict[str, dict[str, Figure]]:
    """Return the figures of a season of a book, by code and group."""
    with scope.reading(book):
        return season_figures(period_of(book, season, on), codes)


def bands_of(book: str, season: Season, on: dt.date | None = None) -> dict[str, str]:
    """Return ``red``, ``amber``, ``green`` or ``none`` of every indicator: what a workshop is told."""
    return {
        code: groups[""].band.value
        for code, groups in figures_of(book, season, on=on).items()
        if "" in groups
    }


def books_page(book: str, season: Season, on: dt.date | None = None, *, shared: bool = False) -> BooksPage:
    """Return what the books say of a season, the season before it beside (rule 3).

    ``shared``: for readers who may not see members, so figures about fewer than five people are hidden.
    """
    known = seasons(book)
    former = next((one for one in known if one.last_day < season.first_day), None)
    now = figures_of(book, season, on=on)
    before = figures_of(book, former, on=on) if former else {}
    if shared:
        now, before = _for_others(now), _for_others(before)
    names = group_names(book)
    lines = [
        _line(code, now[code], before.get(code, {}), names)
        for code in catalogue.INDICATORS
        if "" in now[code]
    ]
    by_family = [
        (family, tuple(line for line in lines if line.indicator.family == family))
        for family in catalogue.FAMILIES
    ]
    period = period_of(book, season, on)
    return BooksPage(season, former, period, tuple((family, part) for family, part in by_family if part))


def _for_others(read: dict[str, dict[str, Figure]]) -> dict[str, dict[str, Figure]]:
    return {code: hidden_from_others(catalogue.get(code), groups) for code, groups in read.items()}


def group_names(book: str) -> dict[str, str]:
    """Return the names of the sections, under their ids, for lines that show groups."""
    with scope.reading(book):
        return {one.id: one.name for one in Section.objects.all()}


def _line(code: str, now: dict[str, Figure], before: dict[str, Figure], names: dict[str, str]) -> Line:
    indicator = catalogue.get(code)
    language = (get_language() or "en")[:2]
    groups = tuple((names.get(grp, grp), one) for grp, one in now.items() if grp)
    return Line(indicator, indicator.words(language), now[""], before.get(""), groups)
