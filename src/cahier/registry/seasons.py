"""Seasons as pages use them: which one runs, and lists narrowed to one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from cahier.registry.models import Season
from cahier.web.clock import today
from cahier.web.tables import Filter


def running(day: dt.date) -> Season | None:
    """Return the season of a day: the one that began last if several run, else the last that ended before."""
    rows = Season.objects.filter(first_day__lte=day).order_by("-first_day", "name")
    return rows.filter(last_day__gte=day).first() or rows.order_by("-last_day", "name").first()


def name_of_running(book: str) -> str:
    """Return the name of today's season, for the cover; empty between two seasons."""
    season = running(today())
    return season.name if season is not None and season.last_day >= today() else ""


def season_filter(column: str = "day") -> Filter:
    """Return the filter that keeps the rows whose ``column`` lies within one season."""
    seasons = {row.id: row for row in Season.objects.order_by("-first_day", "name")}

    def within(rows: Any, value: str) -> Any:
        season = seasons.get(value)
        if season is None:
            return rows.none()
        return rows.filter(**{f"{column}__gte": season.first_day, f"{column}__lte": season.last_day})

    return Filter("season", _("Season"), within, [(key, row.name) for key, row in seasons.items()])
