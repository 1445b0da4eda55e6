"""Where the books and the group do not agree: a question to the group, never a downgrade.

Rule 10 of section 3.1. A high level (above the middle of the scale) beside a red indicator, or a low one
beside a green, is worth a question. Amber, and an indicator without enough data, say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cahier.assessment.instrument import Level, Scale
from cahier.kernel.refusals import Problem, reason

BOOKS_LOWER = reason(
    "assessment.books_lower",
    "You say level {level} for {item}; the books show {indicator} in red. Talk about it: what explains it?",
)
BOOKS_HIGHER = reason(
    "assessment.books_higher",
    "You say level {level} for {item}; the books show {indicator} in green. Are you better than you think?",
)


class Band(StrEnum):
    """How a computed indicator stands. ``NONE`` is no case or not enough data."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NONE = "none"


class Direction(StrEnum):
    """Which contradictions between an item and an indicator mean something."""

    LOWER = "lower"
    """A red indicator speaks against a high level; a green one says nothing of a low level."""
    HIGHER = "higher"
    """A green indicator speaks against a low level; a red one says nothing of a high level."""
    BOTH = "both"


@dataclass(frozen=True)
class Link:
    """An indicator that informs an item, as the pack declares it."""

    item: str
    indicator: str
    direction: Direction = Direction.BOTH


@dataclass(frozen=True)
class Question:
    """One contradiction to talk about. It holds no proposed level: nobody's score is changed by it."""

    item: str
    indicator: str
    direction: Direction
    problem: Problem


def questions(
    scale: Scale, levels: Mapping[str, Level], bands: Mapping[str, Band], links: Iterable[Link]
) -> tuple[Question, ...]:
    """Return the questions, in the order of the links. Items without level and indicators without band
    raise none."""
    found = []
    for link in links:
        level, band = levels.get(link.item), bands.get(link.indicator, Band.NONE)
        direction = None if level is None else contradiction(scale, level, band)
        if direction and link.direction in (direction, Direction.BOTH):
            said = BOOKS_LOWER if direction is Direction.LOWER else BOOKS_HIGHER
            problem = said(level=level, item=link.item, indicator=link.indicator).at(link.item)
            found.append(Question(link.item, link.indicator, direction, problem))
    return tuple(found)


def contradiction(scale: Scale, level: Level, band: Band) -> Direction | None:
    """Return which way the books contradict a level, or None where they do not."""
    if band is Band.RED and level > scale.middle:
        return Direction.LOWER
    if band is Band.GREEN and level < scale.middle:
        return Direction.HIGHER
    return None
