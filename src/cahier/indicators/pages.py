"""What your books say: the figures of one season on one page, before anybody is asked for an opinion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cahier.indicators import queries
from cahier.indicators.engine import Status
from cahier.indicators.queries import Line
from cahier.indicators.shown import FAMILY_NAMES, shown, summary
from cahier.web.books import BookRequest, book_page
from cahier.web.show import page


@require_safe
@book_page("figures")
def books_say(request: BookRequest) -> HttpResponse:
    """The figures of a season, the one before beside them, and what records are missing."""
    known = queries.seasons(request.book.id)
    if not known:
        return page(
            request, "indicators/none.html", title=_("What your books say"), answer=queries.NO_SEASON().say(_)
        )
    season = queries.chosen_season(request.book.id, request.GET.get("season", ""))
    inside = request.actor.may("read", request.book.id, "members")
    found = queries.books_page(request.book.id, season, shared=not inside)
    families = [_family(request, name, lines, inside=inside) for name, lines in found.families]
    return page(
        request, "indicators/books.html", title=_("What your books say"), found=found, seasons=known,
        answer=summary(found.lines, so_far=bool(found.period.open_season)), families=families,
    )  # fmt: skip


def _family(request: BookRequest, name: str, lines: Sequence[Line], *, inside: bool) -> dict[str, Any]:
    """Return the lines with a figure, and the names of those that lack records or have no case."""
    told = [line for line in lines if line.now.status in (Status.VALUE, Status.WITHOUT)]
    return {
        "name": FAMILY_NAMES[name],
        "lines": [shown(line, request.book.currency, named=inside) for line in told],
        "lacking": [line.words.name for line in lines if line.now.status is Status.NOT_ENOUGH],
        "no_case": [line.words.name for line in lines if line.now.status is Status.NO_CASE],
        "hidden": [line.words.name for line in lines if line.now.status is Status.HIDDEN],
    }
