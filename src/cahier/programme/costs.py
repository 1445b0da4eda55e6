"""The bill of a plan: each activity priced, with administration and contingency, and shared among payers.

Overheads of an activity follow its direct cost: each payer bears them in the proportion in which it pays the
lines. Every part is whole and adds up to its line exactly (largest remainder).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cahier.kernel.shares import largest_remainder
from cahier.programme.assemble import Assembled
from cahier.programme.costing import (
    Costing,
    add_up,
    cofund,
    own_share,
    per_completed_seat,
    per_participant_day,
    with_overheads,
)
from cahier.programme.material import OWN
from cahier.programme.problem import Activity, Candidate, Plan, cost_lines
from cahier.programme.settings import Settings

OVERHEADS = ("admin", "contingency")
Paid = Mapping[tuple[str, str], int]
"""Minor units by (line, payer)."""


@dataclass(frozen=True)
class Part:
    """One activity: its costing, what each payer pays of each line, and the people expected."""

    activity: Activity
    candidate: Candidate
    costing: Costing
    paid: Paid
    people: int


@dataclass(frozen=True)
class Bill:
    """What a plan costs. ``total`` adds up the activities; ``paid`` holds every line, overheads included."""

    parts: tuple[Part, ...]
    total: Costing
    paid: Paid
    payers: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, int], ...]:
        """Every line with its amount, overheads last; they add up to the total."""
        return tuple((line.line, line.amount) for line in self.total.all_lines)

    def by_payer(self) -> dict[str, int]:
        """Return what each payer pays in all; the parts add up to the total."""
        return {payer: sum(n for (_, who), n in self.paid.items() if who == payer) for payer in self.payers}

    @property
    def participant_day(self) -> int | None:
        """Cost of a participant-day with administration, of the people expected."""
        return per_participant_day(self.total.cost, self.total.participant_half_days)

    @property
    def completed_seat(self) -> int | None:
        """Cost of a seat whose holder is expected to complete, with administration."""
        return per_completed_seat(self.total.cost, sum(one.people for one in self.parts if one.candidate.led))

    @property
    def own_share(self) -> int | None:
        """What the organisation pays itself, in basis points of the total."""
        return own_share(self.by_payer().get(OWN, 0), 0, self.total.total)


def bill(assembled: Assembled, terms: Settings, plan: Plan) -> Bill:
    """Return the bill of a plan, activities in order of their weeks."""
    payers = tuple(payer.code for payer in terms.payers)
    ordered = sorted(plan.activities, key=lambda one: (one.week, one.code))
    parts = tuple(_part(assembled, terms, payers, one) for one in ordered)
    paid: dict[tuple[str, str], int] = {}
    for part in parts:
        for key, amount in part.paid.items():
            paid[key] = paid.get(key, 0) + amount
    return Bill(parts, add_up(part.costing for part in parts), paid, payers)


def _part(assembled: Assembled, terms: Settings, payers: tuple[str, ...], one: Activity) -> Part:
    candidate = assembled.problem.candidate(one.code)
    trainer = next((each for each in assembled.problem.trainers if each.code == one.trainer), None)
    people = assembled.people[one.code]
    costing = with_overheads(
        (line for line in cost_lines(candidate, trainer) if line.amount), people * sum(candidate.half_days)
    )
    split = {line: shares for line, shares in terms.split.items() if any(shares.values())}
    paid = dict(cofund(costing.lines, split, {payers[0]: 1}))
    return Part(one, candidate, costing, paid | _overheads(costing, paid, payers), people)


def _overheads(costing: Costing, paid: Paid, payers: tuple[str, ...]) -> dict[tuple[str, str], int]:
    ordered = sorted(payers)
    weights = [sum(n for (_, who), n in paid.items() if who == payer) for payer in ordered]
    found: dict[tuple[str, str], int] = {}
    for line, amount in zip(OVERHEADS, (costing.admin, costing.contingency), strict=True):
        parts = largest_remainder(amount, weights) if any(weights) else [0] * len(ordered)
        found |= {(line, payer): part for payer, part in zip(ordered, parts, strict=True)}
    return found
