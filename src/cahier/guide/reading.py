"""The guide in the reader's language, for pages: names, texts, and search over names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import get_language

from cahier.guide import content
from cahier.guide.packs import Pack, Texts
from cahier.guide.parts import Part
from cahier.kernel.names import fold

SEARCHED = ("items", "modules", "causes", "responses", "proofs", "functions")


class Hit(NamedTuple):
    """One part that fits what somebody typed."""

    kind: str
    id: str
    name: str


class Reader:
    """One edition of the guide as one reader sees it."""

    def __init__(self, pack: Pack, language: str) -> None:
        self.pack = pack
        self.texts: Texts = pack.text(pack.language_for(language, "en"))

    @classmethod
    def now(cls) -> Reader:
        """Return the newest edition in the language of the page."""
        return cls(content.edition(), get_language() or "en")

    def say(self, part: str, key: str = "name") -> str:
        """Return a text, or an empty one where the guide has none."""
        return self.texts(part, key) if self.texts.has(part, key) else ""

    def lines(self, part: str, key: str) -> tuple[str, ...]:
        """Return a text line by line; nothing where the guide has none."""
        return self.texts.lines(part, key) if self.texts.has(part, key) else ()

    def name(self, part: str) -> str:
        """Return what a part is called: its name, its title, or its id."""
        return self.say(part) or self.say(part, "title") or part

    def named(self, ids: Any) -> list[tuple[str, str]]:
        """Return id and name of each of these parts."""
        return [(one, self.name(one)) for one in ids]

    def levels(self, item: str) -> list[tuple[int, str]]:
        """Return the levels of an item that the guide describes, each with its anchor."""
        scale = self.pack.scale
        told = [(level, self.say(item, f"level_{level}")) for level in range(scale.lowest, scale.highest + 1)]
        return [(level, text) for level, text in told if text]

    def variables(self) -> list[dict[str, Any]]:
        """Return the variables in order, each with its items."""
        return [
            {"id": one, "name": self.name(one), "about": self.say(one, "about"),
             "items": self.named(item.id for item in self.pack.items_of(one))}
            for one in self.pack.variables
        ]  # fmt: skip

    def find(self, typed: str) -> list[Hit]:
        """Return the parts whose id or name holds every word that was typed."""
        words = fold(typed).split()
        return [
            hit
            for hit in self._all()
            if words and all(word in fold(f"{hit.id} {hit.name}") for word in words)
        ]

    def _all(self) -> Iterator[Hit]:
        for kind in SEARCHED:
            for one in self.pack.parts(kind):
                yield Hit(kind, one, self.name(one))

    def part(self, kind: str, id: str) -> Part | None:
        """Return a part; none for an id the guide does not have."""
        return self.pack.parts(kind).get(id)
