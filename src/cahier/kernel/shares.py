"""Splitting a whole into parts that add up to it again."""

from __future__ import annotations

from collections.abc import Sequence


def largest_remainder(whole: int, weights: Sequence[int]) -> list[int]:
    """Split ``whole`` in proportion to ``weights`` so that the parts add up to it exactly.

    Every part is the exact share rounded down, and the units left go to the largest remainders; equal
    remainders go to the earlier part (Hamilton's method). ``whole`` may be negative. Weights are whole
    numbers, none negative and not all zero; otherwise ``ValueError``.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must be zero or more, and not all zero")
    sign = -1 if whole < 0 else 1
    quotients = [divmod(abs(whole) * weight, total) for weight in weights]
    parts = [quotient for quotient, _ in quotients]
    left = abs(whole) - sum(parts)
    order = sorted(range(len(weights)), key=lambda index: (-quotients[index][1], index))
    for index in order[:left]:
        parts[index] += 1
    return [sign * part for part in parts]


def half_up(numerator: int, denominator: int) -> int:
    """Return the quotient rounded to the nearest whole number, halves away from zero.

    ``denominator`` must be positive.
    """
    if denominator <= 0:
        raise ValueError("denominator must be positive")
    quotient, rest = divmod(abs(numerator), denominator)
    rounded = quotient + (2 * rest >= denominator)
    return -rounded if numerator < 0 else rounded
