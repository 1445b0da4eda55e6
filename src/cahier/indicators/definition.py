"""What an indicator is: one code, one query, one way to read its whole numbers."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from cahier.indicators.bands import Bands


class Unit(StrEnum):
    """How the divided numbers are shown."""

    PERCENT = "percent"
    RATIO = "ratio"
    DAYS = "days"
    MONTHS = "months"
    COUNT = "count"
    """The numerator itself; the denominator tells how many cases were known."""
    MONEY = "money"
    """The numerator itself, in minor units of the book's currency."""


class Zero(StrEnum):
    """What a denominator of zero means."""

    NO_CASE = "no case"
    RED = "red"
    """Shown red without a value: never audited; money counted where the book has none."""
    GREEN = "green"
    """Shown green without a value: no short-term debt."""


class Of(StrEnum):
    """What the denominator counts, which decides how small numbers are shown and protected."""

    PEOPLE = "people"
    THINGS = "things"
    AMOUNT = "amount"


@dataclass(frozen=True)
class Words:
    """Name, formula in words, and meaning in one plain sentence, in one language."""

    name: str
    formula: str
    meaning: str


@dataclass(frozen=True)
class Indicator:
    """One computed figure (section 8 of the method's reference).

    ``informs`` are the items of the framework it speaks to and never sets. ``source`` lists the ids of the
    sources that its bands lean on; without one they are a proposal of this method. ``partner`` is the
    indicator shown beside it because it pulls the other way. ``adds`` tells whether adding the whole numbers
    of several books means something.
    """

    code: str
    unit: Unit
    of: Of
    informs: tuple[str, ...]
    bands: Bands | None = None
    zero: Zero = Zero.NO_CASE
    source: str = ""
    partner: str = ""
    adds: bool = True

    @property
    def family(self) -> str:
        """The letters of its code: KM, KG ..."""
        return self.code[:2]

    @property
    def grade(self) -> str:
        """Where the bands come from: ``S`` where a source is named, ``D`` for our own proposal."""
        return "S" if self.source else "D"

    @property
    def query(self) -> str:
        """The portable SQL text."""
        return query_text(self.code)

    @property
    def digest(self) -> str:
        """SHA-256 of everything that decides its whole numbers: the query and the parts it includes."""
        return hashlib.sha256(whole_query(self.code).encode()).hexdigest()

    def words(self, language: str) -> Words:
        """Return its texts in ``en``, ``fr`` or ``es``."""
        return Words(**texts(language)[self.code])


@cache
def query_text(code: str) -> str:
    """Return the SQL of a code as it lies in ``sql/query``."""
    return (files("cahier.indicators") / "sql" / "query" / f"{code}.sql").read_text("utf-8").strip()


@cache
def common_parts() -> Mapping[str, str]:
    """Return the common table expressions that queries may name, in the order in which they build on each other."""
    folder = files("cahier.indicators") / "sql" / "common"
    found = {
        one.name[:-4]: one.read_text("utf-8").strip() for one in folder.iterdir() if one.name.endswith(".sql")
    }
    return {name[3:]: found[name] for name in sorted(found)}


@cache
def whole_query(code: str) -> str:
    """Return the query with the common parts it names, so that it stands alone but for ``param``.

    The text begins with ``WITH``; the caller puts the parameters behind that word.
    """
    text = query_text(code)
    parts: list[str] = []
    for name, body in reversed(list(common_parts().items())):
        if _names(name, text) or any(_names(name, part) for part in parts):
            parts.insert(0, f"{name} AS (\n{body}\n)")
    own = text.removeprefix("WITH").strip() if text.startswith("WITH") else ""
    listed = ",\n".join([*parts, own] if own else parts)
    return f"WITH {listed}" if own else f"WITH {listed}\n{text}" if parts else text


def _names(name: str, text: str) -> bool:
    return f" {name} " in f" {text.replace(',', ' ').replace(chr(10), ' ').replace(')', ' ')} "


@cache
def texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the texts of all indicators in one language."""
    text = (files("cahier.indicators") / "texts" / f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)
