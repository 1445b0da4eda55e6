"""Who acts. Every write and every page takes one, from the first day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cahier.kernel.refusals import Refused, reason

NOT_ALLOWED = reason("access.not-allowed", "{name} may not {verb} {thing} in this book. Ask its manager.")

May = Callable[[str, str, str], bool]


@dataclass(frozen=True)
class Actor:
    """A person or a program that acts.

    ``id`` goes into entries as their author (``account:12``, ``local``, ``import``); ``may(verb, book,
    thing)`` answers whether this actor may ``write`` an entry kind or ``read`` a page in a book.
    """

    id: str
    name: str
    may: May

    def require(self, verb: str, book: str, thing: str) -> None:
        """Raise ``Refused`` if the actor may not."""
        if not self.may(verb, book, thing):
            raise Refused(NOT_ALLOWED(name=self.name, verb=verb, thing=thing))
