"""A pack in memory: immutable, typed, and asked for its texts one language at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from cahier.guide import refusals
from cahier.guide.parts import (
    Cause,
    Function,
    Grade,
    Group,
    Item,
    Level,
    Module,
    OrganisationType,
    Part,
    Proof,
    Response,
    Role,
    Section,
    Variable,
)
from cahier.guide.scales import Evidence, Rules, Scale
from cahier.kernel.refusals import Refused

Tables = Mapping[str, Mapping[str, Any]]
"""The files of a pack: path inside its folder, with ``/``, -> parsed TOML."""


@dataclass(frozen=True, eq=False)
class Texts:
    """The texts of a pack in one language. ``texts("T1")`` is a name, ``texts("T1", "why")`` any other."""

    pack: str
    language: str
    entries: Mapping[tuple[str, str], str]

    def __call__(self, part: str, key: str = "name") -> str:
        """Return a text. Raises ``Refused`` (``guide.no_text``); another language is never put in."""
        if (part, key) not in self.entries:
            problem = refusals.NO_TEXT(pack=self.pack, id=part, key=key, language=self.language)
            raise Refused(problem)
        return self.entries[part, key]

    def lines(self, part: str, key: str) -> tuple[str, ...]:
        """Return a text that the pack gives as a list, line by line. Raises ``Refused`` as calling does."""
        return tuple(self(part, key).splitlines())

    def has(self, part: str, key: str = "name") -> bool:
        """Tell whether the pack has this text; asked where a text is optional."""
        return (part, key) in self.entries


@dataclass(frozen=True)
class Limits:
    """What a pack promises about its texts.

    ``texts``: kind -> the texts each part of that kind has; ``level`` stands for one text per anchor.
    ``words``: text -> most words it may have.
    """

    texts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    half_day_minutes: int = 0


@dataclass(frozen=True, eq=False)
class Pack:
    """One framework with its modules, in one version.

    ``key`` (``id/edition``) names it for people, ``digest`` (SHA-256 of all its files) exactly.
    ``lays_over`` is the key of the edition below, "" for a whole pack; ``off`` the ids switched off there.
    """

    id: str
    edition: str
    licence: str
    attribution: str
    languages: tuple[str, ...]
    names: Mapping[str, str]
    scale: Scale
    evidence: Evidence
    rules: Rules
    limits: Limits
    digest: str
    tables: Tables
    lays_over: str = ""
    off: frozenset[str] = frozenset()
    variables: Mapping[str, Variable] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    functions: Mapping[str, Function] = field(default_factory=dict)
    types: Mapping[str, OrganisationType] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    grades: Mapping[str, Grade] = field(default_factory=dict)
    levels: Mapping[str, Level] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    texts: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id and edition, as in ``cahier/2026``."""
        return f"{self.id}/{self.edition}"

    def text(self, language: str) -> Texts:
        """Return the texts in a language; ``fr-ci`` is read as ``fr`` where the pack has no ``fr-ci``.

        Raises ``Refused`` (``guide.no_language``): a pack is never shown in a language by surprise.
        """
        found = self._written_as(language)
        if not found:
            known = ", ".join(self.languages)
            raise Refused(refusals.NO_LANGUAGE(pack=self.key, language=language, languages=known))
        return Texts(self.key, found, self.texts[found])

    def language_for(self, *wanted: str) -> str:
        """Return the first wanted language that the pack is written in, else the pack's own first one."""
        return next((self._written_as(tag) for tag in wanted if self._written_as(tag)), self.languages[0])

    def name(self, language: str) -> str:
        """Return the pack's name. Raises ``Refused`` as ``text`` does."""
        return self.names[self.text(language).language]

    def parts(self, kind: str) -> Mapping[str, Part]:
        """Return the parts of a kind by id, in order."""
        found: Mapping[str, Part] = getattr(self, kind)
        return found

    def part(self, kind: str, part: str) -> Part:
        """Return one part. Raises ``Refused`` (``guide.no_part``) for an id the pack does not have."""
        found = self.parts(kind).get(part)
        if found is None:
            raise Refused(refusals.NO_PART(pack=self.key, id=part, kind=kind))
        return found

    def items_of(self, variable: str, functions: Collection[str] | None = None) -> tuple[Item, ...]:
        """Return the items of a variable in order; with ``functions`` only those that apply to them."""
        mine = [item for item in self.items.values() if item.variable == variable]
        if functions is None:
            return tuple(mine)
        return tuple(item for item in mine if item.applies(set(functions)))

    def modules_for(self, item: str) -> tuple[Module, ...]:
        """Return the modules that serve an item, then those whose theme is open."""
        named = [module for module in self.modules.values() if item in module.serves]
        open_themes = [module for module in self.modules.values() if module.serves_any]
        return tuple(dict.fromkeys([*named, *open_themes]))

    def _written_as(self, language: str) -> str:
        by_tag = {tag.lower(): tag for tag in self.languages}
        asked = language.lower().replace("_", "-")
        return by_tag.get(asked) or by_tag.get(asked.split("-")[0]) or ""
