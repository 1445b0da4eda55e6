"""How commitments stand: kept, started, late, dropped, on track. Pure functions on plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """Commitments counted. ``on_track`` are open and not late; dropped ones stay in ``all``."""

    all: int
    kept: int
    late: int
    dropped: int
    on_track: int


def standing(state: str, due: int | None, today: int) -> str:
    """Return kept, dropped, late or on_track: late is open and due before today (day numbers)."""
    if state in ("kept", "dropped"):
        return state
    return "late" if due is not None and due < today else "on_track"


def tally(standings: Iterable[str]) -> Tally:
    """Count standings over every commitment ever recorded."""
    listed = list(standings)
    counts = {name: listed.count(name) for name in ("kept", "late", "dropped", "on_track")}
    return Tally(all=len(listed), **counts)
