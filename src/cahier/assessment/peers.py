"""Comparison with others: only an anonymous set of at least eight that agreed, and never a rank.

Rule 12 of section 3.1. Values are indexes with equal weights (rule 11), so that own weights never mix.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

FEWEST_PEERS = 8


@dataclass(frozen=True)
class Peer:
    """One organisation's index with equal weights, and whether it agreed to be in an anonymous set."""

    organisation: str
    benchmark: Fraction
    agreed: bool


@dataclass(frozen=True)
class PeerSet:
    """What may be said of the others: how many, their median, and the middle half. No names, no rank."""

    count: int
    lower: Fraction
    median: Fraction
    upper: Fraction


def peer_set(organisation: str, peers: Iterable[Peer]) -> PeerSet | None:
    """Return the anonymous set beside which ``organisation`` may read itself, or None below eight others.

    The organisation itself and those that did not agree are not counted. Quartiles are the medians of
    the two halves, the middle value left out of both (Moore and McCabe's method).
    """
    values = sorted(peer.benchmark for peer in peers if peer.agreed and peer.organisation != organisation)
    if len(values) < FEWEST_PEERS:
        return None
    half = len(values) // 2
    return PeerSet(len(values), median(values[:half]), median(values), median(values[-half:]))


def median(values: list[Fraction]) -> Fraction:
    """Return the middle of sorted values, or the mean of the two middle ones."""
    half, odd = divmod(len(values), 2)
    return values[half] if odd else (values[half - 1] + values[half]) / 2
