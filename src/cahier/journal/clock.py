"""The hybrid logical clock: one number that never goes back, near the wall clock. Pure.

The upper bits are milliseconds since 1970, the lower sixteen a counter within the millisecond. It keeps
order between installations whose clocks disagree, and a clock set a year ahead cannot drag it along.
"""

from __future__ import annotations

_COUNTER_BITS = 16
LEAP = 24 * 3600 * 1000


def tick(last: int, wall_ms: int) -> int:
    """Return the next reading for an entry written here."""
    return max(wall_ms << _COUNTER_BITS, last + 1)


def witness(last: int, seen: int, wall_ms: int) -> int:
    """Return the clock after another installation's reading was seen, at most 24 h beyond the wall clock."""
    limit = wall_ms + LEAP << _COUNTER_BITS
    return max(last, min(seen, limit))


def milliseconds(reading: int) -> int:
    """Return the milliseconds part of a reading."""
    return reading >> _COUNTER_BITS
