"""Running indicators: on the books of this installation, or on DuckDB over a network's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any, Protocol

from django.db import connections

from cahier.home import home
from cahier.indicators import catalogue
from cahier.indicators.definition import whole_query
from cahier.indicators.engine import Count, Figure, figures
from cahier.indicators.period import Period, with_parameters
from cahier.indicators.views import ensure_views, views_digest
from cahier.journal import cuts, scope
from cahier.kernel.canonical import digest, dumps

Rows = Iterable[Sequence[Any]]


class Engine(Protocol):
    """Whatever runs a text of SQL and returns its rows."""

    def rows(self, sql: str) -> Rows:
        """Return all rows of a query."""


class Books:
    """The books of this installation: SQLite or PostgreSQL, through Django's connection."""

    def rows(self, sql: str) -> Rows:
        """Return all rows of a query on the fact views."""
        with connections[scope.database()].cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())


def counts(code: str, periods: Sequence[Period], engine: Engine) -> list[Count]:
    """Return the whole numbers of one indicator for these books, in the order of book and group."""
    found = engine.rows(with_parameters(whole_query(code), periods))
    return sorted(
        (Count(str(book), str(grp), *[int(one) for one in numbers]) for book, grp, *numbers in found),
        key=lambda one: (one.book, one.grp),
    )


def season_figures(period: Period, codes: Sequence[str] = ()) -> dict[str, dict[str, Figure]]:
    """Return the figures of one season of one book, by code and group, from the cache where it holds.

    The caller has the right to read the book. ``codes`` empty: all indicators.
    """
    wanted = list(codes) or list(catalogue.INDICATORS)
    beside = [bands.beside for code in wanted if (bands := catalogue.get(code).bands) and bands.beside]
    known = _cached_counts(period, [*wanted, *(code for code in beside if code not in wanted)])
    return read(known, wanted)


def read(known: Mapping[str, Sequence[Count]], wanted: Iterable[str]) -> dict[str, dict[str, Figure]]:
    """Return the figures of whole numbers that are known, by code and group."""
    wholes = {code: figures(catalogue.get(code), rows).get("") for code, rows in known.items()}
    return {
        code: figures(one, known[code], wholes.get(one.bands.beside) if one.bands else None)
        for code in wanted
        for one in [catalogue.get(code)]
    }


def _cached_counts(period: Period, codes: Sequence[str]) -> dict[str, list[Count]]:
    """Look each indicator up under (period, definition, cut); run and keep what is not there."""
    ensure_views(scope.database())
    key = _key(period)
    path = home() / "cache" / "indicators" / period.book / f"{period.season}.json"
    kept = _kept(path, key)
    found: dict[str, list[Count]] = {}
    for code in codes:
        name = f"{code} {catalogue.get(code).digest}"
        if name not in kept:
            kept[name] = [astuple(one) for one in counts(code, [period], Books())]
        found[code] = [Count(*row) for row in kept[name]]
    _keep(path, {"key": key, "counts": kept})
    return found


def _key(period: Period) -> str:
    return digest(dumps([asdict(period), cuts.head(period.book).digest, views_digest()]))


def _kept(path: Path, key: str) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        held = json.loads(path.read_text("utf-8"))
    except ValueError:  # cut short by a power failure: it is only a cache
        return {}
    counts_by_name: dict[str, Any] = held["counts"] if held.get("key") == key else {}
    return counts_by_name


def _keep(path: Path, held: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(dumps(held), "utf-8")
    part.replace(path)
