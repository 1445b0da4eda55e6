"""The tabs of a book: its dividers, in the order in which a season runs. Features register theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cahier.journal.actor import Actor
from cahier.journal.models import Book

ORDER = (
    "today", "members", "deliveries", "lots", "sales", "accounts", "assemblies", "trainings", "diagnosis",
    "programme", "guide",
)  # fmt: skip
TABS: dict[str, Tab] = {}
VIEWS: dict[str, list[Tab]] = {}


@dataclass(frozen=True)
class Tab:
    """One divider. ``name`` places it (see ``ORDER``), ``url`` names an address that takes the book's slug,
    ``group`` is the group of pages an actor must be allowed to read to see it; ``writes`` the kind of entry the
    page is for, if it is a form."""

    name: str
    label: Any
    url: str
    group: str
    writes: str = ""

    def open_to(self, actor: Actor, book: Book) -> bool:
        """Tell whether this actor may read the page, and write the kind of entry that it is for."""
        writes = not self.writes or actor.may("write", book.id, self.writes)
        return writes and actor.may("read", book.id, self.group)

    def href(self, book: Book) -> str:
        """Return the address in this book."""
        return reverse(self.url, args=[book.slug])


def tab(name: str, label: Any, url: str, group: str) -> None:
    """Register a tab; a second one of the same name replaces the first."""
    TABS[name] = Tab(name, label, url, group)


def view(tab: str, label: Any, url: str, group: str, *, writes: str = "") -> None:
    """Register a page beside others under one tab; they are offered together on each of them, in this order."""
    VIEWS.setdefault(tab, []).append(Tab(tab, label, url, group, writes))


def views_for(book: Book, actor: Actor, path: str) -> list[dict[str, Any]]:
    """Return label, address and whether it is open, for the pages beside the one at ``path``; none if alone."""
    for views in VIEWS.values():
        shown = [(one, one.href(book)) for one in views if one.open_to(actor, book)]
        if len(shown) > 1 and path in [href for _, href in shown]:
            return [{"label": one.label, "href": href, "open": href == path} for one, href in shown]
    return []


def tabs_for(book: Book, actor: Actor, path: str) -> list[dict[str, Any]]:
    """Return label, address and whether it is open, for the tabs this actor may read."""
    ranked = sorted(TABS.values(), key=lambda one: (*ORDER, one.name).index(one.name))
    shown = [(one, one.href(book)) for one in ranked if actor.may("read", book.id, one.group)]
    root = f"/{book.slug}/"  # Today stands at the book's own address, which begins every other
    fits = (href for _, href in shown if path == href or (href != root and path.startswith(href)))
    here = max(fits, key=len, default="")
    return [{"label": one.label, "href": href, "open": href == here} for one, href in shown]
