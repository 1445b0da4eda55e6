"""The grid a round was opened with, kept in the round itself: scale, variables, items, grades of proof.

Scores are computed from this copy, so a round reads the same for ever and also on an installation that
does not have the guide. The guide is asked for its words only. Pure: no Django, no clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cahier.assessment.instrument import Instrument, Scale, Variable
from cahier.assessment.votes import SMALLEST_GROUP


@dataclass(frozen=True)
class Grid:
    """An instrument with what is asked around it.

    ``grades`` of proof from the weakest to the strongest, empty where the guide has none; ``leaves_out``
    tells whether an item may be "not applicable"; groups under ``smallest`` are never shown apart.
    """

    instrument: Instrument
    grades: tuple[str, ...] = ()
    leaves_out: bool = True
    smallest: int = SMALLEST_GROUP

    @property
    def scale(self) -> Scale:
        """The levels and their rules."""
        return self.instrument.scale

    def rank(self, grade: str) -> int | None:
        """Return the rank of a grade of proof from 0, or None for none or one this grid does not know."""
        return self.grades.index(grade) if grade in self.grades else None

    def variable_of(self, item: str) -> str:
        """Return the variable an item belongs to, or an empty text."""
        holders = (one.code for one in self.instrument.variables if item in one.items)
        return next(holders, "")

    def halves(self) -> range:
        """Return the levels that may be agreed, in halves: 2 to 10 for levels 1 to 5 with half points."""
        scale = self.scale
        return range(2 * scale.lowest, 2 * scale.highest + 1, 1 if scale.halves else 2)


def to_record(grid: Grid) -> dict[str, Any]:
    """Return the grid as texts, whole numbers and lists, the way an entry stores it."""
    scale = grid.scale
    return {
        "lowest": scale.lowest,
        "highest": scale.highest,
        "limit": None if scale.limit is None else int(scale.limit),
        "needed": scale.needed,
        "halves": scale.halves,
        "spread_hundredths": int(100 * scale.spread_limit),
        "grades": list(grid.grades),
        "leaves_out": grid.leaves_out,
        "smallest": grid.smallest,
        "variables": [{"code": one.code, "items": list(one.items)} for one in grid.instrument.variables],
    }


def from_record(version: str, record: Mapping[str, Any]) -> Grid:
    """Return the grid that a record holds. Raises ``KeyError`` or ``ValueError`` for what is no grid."""
    scale = Scale(
        lowest=record["lowest"],
        highest=record["highest"],
        limit=record["limit"],
        needed=record["needed"],
        halves=record["halves"],
        spread_limit=Fraction(record["spread_hundredths"], 100),
    )
    variables = tuple(Variable(one["code"], tuple(one["items"])) for one in record["variables"])
    return Grid(
        Instrument(version, scale, variables),
        tuple(record["grades"]),
        record["leaves_out"],
        record["smallest"],
    )


def level_of(halves: int | None) -> Fraction | None:
    """Return the level that a stored number of halves means: 7 is 3½."""
    return None if halves is None else Fraction(halves, 2)


def shown_halves(halves: int | None) -> str:
    """Return a level as people write it on a wall: ``3``, ``3½``; a dash where there is none."""
    if halves is None:
        return "–"
    whole, half = divmod(abs(halves), 2)
    sign = "−" if halves < 0 else ""
    return f"{sign}{'' if half and not whole else whole}{'½' if half else ''}"
