"""Private votes as histograms, the groups that are shown at the reveal, and the spread.

Rule 6 of section 3.1. A person's vote exists only as one count in a histogram; groups too small to hide
one person are merged before anything is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from cahier.assessment.instrument import Level, Scale
from cahier.kernel.refusals import Refused, reason

DONT_KNOW = "?"
BLANK = ""
SMALLEST_GROUP = 5
FEWEST_VOTES = 3
PANEL = "panel"

VOTE_OFF_SCALE = reason(
    "assessment.vote_off_scale",
    "A vote says {vote}. Votes are whole levels from {lowest} to {highest}, “don't know”, or blank.",
)


@dataclass(frozen=True)
class Histogram:
    """Votes of one group on one item: (level, count) pairs in rising order, all levels of the scale."""

    counts: tuple[tuple[int, int], ...]
    dont_know: int = 0
    blank: int = 0

    @property
    def numeric(self) -> int:
        """How many votes name a level."""
        return sum(count for _, count in self.counts)

    @property
    def size(self) -> int:
        """How many people put a vote in, levels, don't know and blank together."""
        return self.numeric + self.dont_know + self.blank

    def __add__(self, other: Histogram) -> Histogram:
        both = dict(self.counts)
        for level, count in other.counts:
            both[level] = both.get(level, 0) + count
        return Histogram(
            tuple(sorted(both.items())), self.dont_know + other.dont_know, self.blank + other.blank
        )


@dataclass(frozen=True)
class Spread:
    """The population variance of the numeric votes, and whether the group disagrees.

    ``variance`` is None with fewer than three numeric votes: there is no spread then.
    """

    votes: int
    variance: Fraction | None
    disagree: bool

    def tenths(self) -> int | None:
        """Return the standard deviation in tenths of a level, rounded half up from the exact variance."""
        if self.variance is None:
            return None
        return (isqrt(int(400 * self.variance)) + 1) // 2


def histogram(scale: Scale, votes: Iterable[int | str]) -> Histogram:
    """Return the histogram of votes: whole levels, ``DONT_KNOW`` or ``BLANK``. Order is lost on purpose.

    Raises ``Refused`` for a vote that is none of these.
    """
    counts: dict[int | str, int] = dict.fromkeys([*scale.levels, DONT_KNOW, BLANK], 0)
    for vote in votes:
        if vote not in counts:
            raise Refused(VOTE_OFF_SCALE(vote=vote, lowest=scale.lowest, highest=scale.highest))
        counts[vote] += 1
    levels = tuple((level, counts[level]) for level in scale.levels)
    return Histogram(levels, counts[DONT_KNOW], counts[BLANK])


def revealed(groups: Mapping[str, Histogram], smallest: int = SMALLEST_GROUP) -> dict[str, Histogram]:
    """Return the groups as they may be shown: those under ``smallest`` are merged into ``PANEL``.

    While the panel itself stays under ``smallest``, the smallest remaining group joins it, so that
    nobody is found by subtraction; equal groups join in the order of their names. Groups nobody voted in
    are left out. A whole room under ``smallest`` is one panel.
    """
    voted = {name: each for name, each in groups.items() if each.size and name != PANEL}
    panel = [groups[PANEL]] if PANEL in groups and groups[PANEL].size else []
    waiting = sorted(voted, key=lambda name: (voted[name].size, name))
    while waiting and (voted[waiting[0]].size < smallest or 0 < sum(each.size for each in panel) < smallest):
        panel.append(voted[waiting.pop(0)])
    shown = {name: each for name, each in voted.items() if name in waiting}
    return shown | ({PANEL: total(panel)} if panel else {})


def total(histograms: Iterable[Histogram]) -> Histogram:
    """Return the sum of histograms: the whole room."""
    return sum(histograms, Histogram(()))


def spread(votes: Histogram, limit: Level = 1) -> Spread:
    """Return the spread of the numeric votes; ``disagree`` when the standard deviation is above ``limit``.

    Exact: the variance is compared with the square of the limit, so 1.0 is not above 1.0.
    """
    number = votes.numeric
    if number < FEWEST_VOTES:
        return Spread(number, None, disagree=False)
    first = sum(level * count for level, count in votes.counts)
    second = sum(level * level * count for level, count in votes.counts)
    variance = Fraction(second * number - first * first, number * number)
    return Spread(number, variance, disagree=variance > limit * limit)
