"""What an assessment is made with: a scale, variables and their items, and the marks of a round.

All of it is plain data that a pack declares. Nothing here knows how many variables, items or levels
there are, nor what the grades of proof are called.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Level = int | Fraction
"""A level on the scale of the pack. Half points are ``Fraction(7, 2)``; floats are never given."""


@dataclass(frozen=True)
class Scale:
    """The levels of a pack, ``lowest`` to ``highest``, and the rules that go with them.

    Grades of proof are whole numbers from 0 (said only) upwards. A level above ``limit`` needs grade
    ``needed`` or better; ``limit`` is None where the pack has no such rule. An item counts for
    confidence from grade ``needed`` on. ``spread_limit`` is in levels.
    """

    lowest: int
    highest: int
    limit: Level | None = None
    needed: int | None = None
    halves: bool = True
    spread_limit: Level = 1

    def __post_init__(self) -> None:
        if self.highest <= self.lowest:
            raise ValueError(f"a scale from {self.lowest} to {self.highest} has no second level")
        if self.limit is not None and self.needed is None:
            raise ValueError("a scale with a limit names the grade of proof needed above it")

    @property
    def levels(self) -> range:
        """The whole levels, lowest first."""
        return range(self.lowest, self.highest + 1)

    @property
    def middle(self) -> Fraction:
        """The level half-way between lowest and highest."""
        return Fraction(self.lowest + self.highest, 2)

    def holds(self, level: Level) -> bool:
        """Tell whether a level lies on the scale."""
        return self.lowest <= level <= self.highest


@dataclass(frozen=True)
class Variable:
    """One variable of the profile with the permanent ids of its items, in the order of the pack."""

    code: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Instrument:
    """One version of a pack's instrument. Raises ``ValueError`` where an item or variable comes twice."""

    version: str
    scale: Scale
    variables: tuple[Variable, ...]

    def __post_init__(self) -> None:
        codes = [variable.code for variable in self.variables]
        for name in (codes, list(self.items)):
            if len(set(name)) != len(name):
                raise ValueError(f"listed twice in {self.version}: {sorted(set(name))}")

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of all items, variable by variable."""
        return tuple(item for variable in self.variables for item in variable.items)


@dataclass(frozen=True)
class Mark:
    """What a round keeps of one item (rule 4). No person is named: votes are tallies, never rater ids.

    ``then`` is the then-test: what the group now thinks its level was at the round before. ``grade`` is
    None where nothing was said about proof. ``day`` is a day number, ``version`` the instrument's.
    """

    agreed: Level | None = None
    self_score: Level | None = None
    facilitator: Level | None = None
    panel: Level | None = None
    wished: Level | None = None
    then: Level | None = None
    grade: int | None = None
    proofs: tuple[str, ...] = ()
    applicable: bool = True
    day: int | None = None
    version: str = ""

    @property
    def scored(self) -> bool:
        """An item is scored when it applies and the group agreed a level; no other score stands in."""
        return self.applicable and self.agreed is not None


Marks = Mapping[str, Mark]
"""The marks of a round by item id. An item without a mark applies and is not scored."""

UNMARKED = Mark()
