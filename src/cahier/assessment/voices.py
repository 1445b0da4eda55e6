"""What a reveal shows, in plain numbers: who sees it how, whether they agree, what level lies in the middle.

Pure: no Django. Words and drawings are made from it by the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cahier.assessment.grid import Grid
from cahier.assessment.votes import Histogram, Spread, spread, total


@dataclass(frozen=True)
class Voices:
    """A reveal: histograms by group, the room together, its spread, and the two groups furthest apart.

    ``low`` and ``high`` are the codes of the groups with the lowest and highest mean, empty where fewer
    than two groups named levels or all have the same mean.
    """

    groups: Mapping[str, Histogram]
    room: Histogram
    spread: Spread
    low: str
    high: str

    @property
    def middle(self) -> int | None:
        """The median level of the room in halves, or None without numeric votes."""
        return median_halves(self.room)

    def range_of(self, group: str) -> tuple[int, int]:
        """Return the lowest and highest level that a group named."""
        named = [level for level, count in self.groups[group].counts if count]
        return named[0], named[-1]


def voices(grid: Grid, groups: Mapping[str, Histogram]) -> Voices:
    """Return what the votes of the groups say together."""
    room = total(groups.values())
    means = {code: mean for code, each in groups.items() if (mean := _mean(each)) is not None}
    low = min(means, key=lambda code: (means[code], code), default="")
    high = max(means, key=lambda code: (means[code], code), default="")
    apart = len(means) > 1 and means[low] != means[high]
    return Voices(
        groups, room, spread(room, grid.scale.spread_limit), low if apart else "", high if apart else ""
    )


def median_halves(votes: Histogram) -> int | None:
    """Return the median of the numeric votes in halves, rounded down to a half: never above the middle."""
    named = [level for level, count in votes.counts for _ in range(count)]
    if not named:
        return None
    place, odd = divmod(len(named), 2)
    return 2 * named[place] if odd else named[place - 1] + named[place]


def _mean(votes: Histogram) -> Fraction | None:
    weighed = sum(level * count for level, count in votes.counts)
    return Fraction(weighed, votes.numeric) if votes.numeric else None
