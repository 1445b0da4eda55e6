"""The rules by which a pack is scored, as the pack declares them. Levels and limits are whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from cahier.guide import refusals
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused


@dataclass(frozen=True)
class Scale:
    """The levels of a pack, in rising order, and what may be said beside them.

    ``anchors``: the levels that every item describes in words. ``half_points``: the group may agree on a
    half level. ``not_applicable``: an item may be left out. ``answers``: the words that stand for a level
    in files, ``None`` where they stand for "not applicable".
    """

    levels: tuple[int, ...]
    anchors: tuple[int, ...] = ()
    half_points: bool = False
    not_applicable: bool = True
    answers: Mapping[str, int | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def lowest(self) -> int:
        """The lowest level."""
        return self.levels[0]

    @property
    def highest(self) -> int:
        """The highest level."""
        return self.levels[-1]

    def choices(self) -> tuple[Fraction, ...]:
        """Return the levels a group may agree on, half levels included where the pack allows them."""
        step = Fraction(1, 2) if self.half_points else Fraction(1)
        whole = [Fraction(level) for level in self.levels]
        between = [level + step for level in whole[:-1]] if self.half_points else []
        return tuple(sorted({*whole, *between}))

    def percent(self, level: Fraction | int) -> Fraction:
        """Return where a level lies between the lowest (0) and the highest (100), exactly."""
        return Fraction(level - self.lowest) / (self.highest - self.lowest) * 100

    def read(self, answer: str) -> int | None:
        """Return the level an answer in a file stands for, ``None`` for "not applicable".

        Case and accents do not matter. Raises ``Refused`` (``guide.answer_unknown``) on any other word.
        """
        known = {fold(word): level for word, level in self.answers.items()}
        if fold(answer) not in known:
            raise Refused(refusals.ANSWER_UNKNOWN(answer=answer, known=", ".join(self.answers)))
        return known[fold(answer)]


@dataclass(frozen=True)
class Evidence:
    """How a level is shown. ``grades`` from the weakest to the strongest.

    ``rules``: (level, grade): an agreed level above this level needs at least this grade.
    ``counted_from``: the grade from which an item counts in the confidence of its variable.
    """

    grades: tuple[str, ...] = ()
    rules: tuple[tuple[int, str], ...] = ()
    counted_from: str = ""

    def rank(self, grade: str) -> int:
        """Return the place of a grade, 0 for the weakest. Raises ``ValueError`` for a foreign grade."""
        return self.grades.index(grade)

    def needed(self, level: Fraction | float | int) -> str:
        """Return the weakest grade with which this level may be agreed, "" where nothing is asked."""
        asked = [grade for above, grade in self.rules if level > above]
        return max(asked, key=self.rank, default="")

    def ceiling(self, grade: str, scale: Scale) -> int:
        """Return the highest level that may be agreed on this grade of evidence."""
        missed = [above for above, wanted in self.rules if self.rank(grade) < self.rank(wanted)]
        return min([*missed, scale.highest])

    def counts(self, grade: str) -> bool:
        """Tell whether an item at this grade counts as shown in the confidence of its variable."""
        return bool(self.counted_from) and self.rank(grade) >= self.rank(self.counted_from)


@dataclass(frozen=True)
class Rules:
    """How levels add up and when figures are shown.

    ``index``: ``mean_of_variables`` is the only rule known. ``min_scored_percent``: share of the applicable
    items that must be scored before a variable has a score. ``all_variables``: the index waits for every
    variable. ``spread_above_hundredths``: standard deviation of votes, in hundredths of a level, above
    which the group is said not to agree. ``min_votes``: fewer numeric votes give no spread.
    ``min_group``: smaller groups are never shown apart.
    """

    index: str = "mean_of_variables"
    min_scored_percent: int = 60
    all_variables: bool = True
    spread_above_hundredths: int = 100
    min_votes: int = 3
    min_group: int = 5
