"""Which kinds of entry a person may write by the generated form, sorted by the part of the book."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from cahier.journal.actor import Actor
from cahier.journal.entry import KINDS
from cahier.journal.models import Book
from cahier.web.forms import has_form

PARTS: dict[str, Any] = {
    "registry": _("Members and seasons"),
    "governance": _("Assemblies and mandates"),
    "money": _("Money"),
    "markets": _("Markets and prices"),
    "supply": _("Deliveries and lots"),
    "settlement": _("Payments to members"),
    "learning": _("Training"),
    "advocacy": _("Positions and commitments"),
    "assessment": _("Diagnosis"),
    "programme": _("Programme"),
    "access": _("Rights and consents"),
}
OWN_PAGES: dict[str, str] = {}
QUICK: list[str] = ["registry.person", "registry.joined"]


class Kind(NamedTuple):
    """A kind of entry as a page names it."""

    kind: str
    label: Any


def own_page(kind: str, url: str) -> None:
    """Say that a kind is written on a page of its own: ``url`` names an address that takes the book's slug."""
    OWN_PAGES[kind] = url


def quick(*kinds: str) -> None:
    """Offer these kinds on the page "Today": what is written most often."""
    QUICK.extend(kinds)


def quick_ones(book: Book, actor: Actor) -> list[Kind]:
    """Return the kinds that "Today" offers to this actor, the last registered first."""
    known = {one.kind: one for one in writable(book, actor)}
    return [known[kind] for kind in reversed(QUICK) if kind in known]


def writable(book: Book, actor: Actor) -> list[Kind]:
    """Return the kinds that this actor may write by a form, in the order in which they were declared."""
    return [
        Kind(kind, cls.LABEL)
        for kind, cls in KINDS.items()
        if not kind.startswith("journal.")
        and (kind in OWN_PAGES or has_form(cls))
        and actor.may("write", book.id, kind)
    ]


def by_part(book: Book, actor: Actor) -> list[tuple[Any, list[Kind]]]:
    """Return the kinds under the name of their part of the book."""
    parts: dict[str, list[Kind]] = {}
    for one in writable(book, actor):
        parts.setdefault(one.kind.split(".")[0], []).append(one)
    return [(PARTS.get(part, part), kinds) for part, kinds in parts.items()]
