"""What every template may use: the book, its tabs, the languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from cahier.journal import cuts, scope
from cahier.web.tabs import tabs_for, views_for

SEASONS: list[Callable[[str], str]] = []
"""Functions that name the running season of a book, for its cover; called with the book in scope."""
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return ``book``, ``season``, ``tabs``, ``views``, ``head_code``, ``languages`` and ``phones`` (is the room let in?)."""
    common: dict[str, Any] = {"languages": LANGUAGES, "phones": bool(settings.CAHIER_PIN)}
    book, actor = getattr(request, "book", None), getattr(request, "actor", None)
    if book is None or actor is None:
        return common
    code = cuts.head(book.id).code()
    with scope.reading(book.id):
        season = next((said for ask in SEASONS if (said := ask(book.id))), "")
    return {
        **common,
        "season": season,
        "book": book,
        "tabs": tabs_for(book, actor, request.path),
        "views": views_for(book, actor, request.path),
        "head_code": code,
    }
