"""What a module costs, and who pays: the unit-cost model, in whole minor units of one currency.

A half-day is 3.5 hours; days are half-days divided by two, so everything is counted in half-days and
rounded half up once in each line. Direct cost is the sum of the lines, the 30-day follow-up visit
included; administration is 8 % of it; contingency is 5 % of both and shown apart (method section 5.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cahier.kernel.refusals import Refused, reason
from cahier.kernel.shares import half_up, largest_remainder
from cahier.programme.problem import CostLine

HALF_DAY_MINUTES = 210
ADMIN = 800
CONTINGENCY = 500
PRESENCE = 7_000
ENOUGH_INVITATIONS = 20
WHOLE = 10_000

BALANCE: dict[str, tuple[int, int]] = {
    "coaching": (3_500, 4_500),
    "training": (3_000, 4_000),
    "visits": (1_000, 1_500),
    "monitoring": (500, 1_000),
}
"""Suggested shares of direct cost in basis points: coaching and follow-up, training, exchange visits,
diagnosis and monitoring (a proposal of the method, grade D)."""

NO_PAYER = reason(
    "costing.no_payer", "Nobody pays the line “{line}”. Give at least one funder a share of it."
)


@dataclass(frozen=True)
class Rates:
    """Prices in minor units: a trainer's day, a participant's day, a seat, and whole amounts."""

    fee: int = 0
    travel: int = 0
    per_diem: int = 0
    meals: int = 0
    transport: int = 0
    child_care: int = 0
    kit: int = 0
    room: int = 0
    materials: int = 0
    translation: int = 0
    follow_up: int = 0


@dataclass(frozen=True)
class Effort:
    """What a module takes: minutes of meeting, trainers, seats, and the share expected to come (bp)."""

    minutes: int
    seats: int
    trainers: int = 1
    presence: int = PRESENCE


@dataclass(frozen=True)
class Costing:
    """A priced module or programme: its lines, and the totals in minor units.

    ``participant_half_days`` are expected participants x half-days, added up over modules.
    """

    lines: tuple[CostLine, ...]
    direct: int
    admin: int
    contingency: int
    participant_half_days: int = 0

    @property
    def cost(self) -> int:
        """Direct cost with administration, before contingency."""
        return self.direct + self.admin

    @property
    def total(self) -> int:
        """Everything, contingency included: what the money asked for must cover."""
        return self.cost + self.contingency

    @property
    def all_lines(self) -> tuple[CostLine, ...]:
        """The lines followed by administration and contingency; they add up to ``total``."""
        return (*self.lines, CostLine("admin", self.admin), CostLine("contingency", self.contingency))


def half_days(minutes: int) -> int:
    """Return how many half-days so many minutes of meeting take, begun half-days counting whole."""
    return -(-minutes // HALF_DAY_MINUTES)


def presence(confirmed: int, came: int) -> int:
    """Return the share expected to come, in basis points: 70 %, or the organisation's own history.

    The history (KL-01 of the last 12 months) counts from 20 confirmed invitations on.
    """
    return half_up(came * WHOLE, confirmed) if confirmed >= ENOUGH_INVITATIONS else PRESENCE


def expected(seats: int, share: int = PRESENCE) -> int:
    """Return the participants expected: seats x presence, rounded half up."""
    return half_up(seats * share, WHOLE)


def price(effort: Effort, rates: Rates) -> Costing:
    """Return the costing of one module, line by line; lines of zero are left out."""
    spent = half_days(effort.minutes)
    people = expected(effort.seats, effort.presence)
    taught = effort.trainers * spent
    present = people * spent
    amounts = {
        "fee": half_up(rates.fee * taught, 2),
        "travel": half_up(rates.travel * taught, 2),
        "per_diem": half_up(rates.per_diem * taught, 2),
        "meals": half_up(rates.meals * present, 2),
        "transport": half_up(rates.transport * present, 2),
        "child_care": half_up(rates.child_care * present, 2),
        "kits": rates.kit * effort.seats,
        "room": rates.room,
        "materials": rates.materials,
        "translation": rates.translation,
        "follow_up": rates.follow_up,
    }
    return with_overheads((CostLine(line, n) for line, n in amounts.items() if n), present)


def with_overheads(lines: Iterable[CostLine], participant_half_days: int = 0) -> Costing:
    """Return lines with administration and contingency, each rounded half up."""
    kept = tuple(lines)
    direct = sum(line.amount for line in kept)
    admin = half_up(direct * ADMIN, WHOLE)
    return Costing(
        lines=kept,
        direct=direct,
        admin=admin,
        contingency=half_up((direct + admin) * CONTINGENCY, WHOLE),
        participant_half_days=participant_half_days,
    )


def add_up(costings: Iterable[Costing]) -> Costing:
    """Return the costing of a whole programme; every figure is the sum of those of its modules.

    Administration and contingency are added up too, not taken anew, so that the columns of a printed
    budget agree with its last row to the unit.
    """
    parts = list(costings)
    amounts: dict[str, int] = {}
    for line in (line for part in parts for line in part.lines):
        amounts[line.line] = amounts.get(line.line, 0) + line.amount
    return Costing(
        lines=tuple(CostLine(line, amount) for line, amount in amounts.items()),
        direct=sum(part.direct for part in parts),
        admin=sum(part.admin for part in parts),
        contingency=sum(part.contingency for part in parts),
        participant_half_days=sum(part.participant_half_days for part in parts),
    )


def per_participant_day(cost: int, participant_half_days: int) -> int | None:
    """Return the cost of a participant-day, rounded half up; ``None`` where nobody comes."""
    return half_up(2 * cost, participant_half_days) if participant_half_days > 0 else None


def per_completed_seat(cost: int, completed: int) -> int | None:
    """Return the cost per seat-holder who completed (task done); ``None`` where nobody did."""
    return half_up(cost, completed) if completed > 0 else None


def own_share(cash: int, kind: int, total: int) -> int | None:
    """Return what the organisation itself pays, in basis points of the total with admin and contingency.

    ``cash`` and ``kind`` are its money and its valued rooms, meals and host families.
    """
    return half_up((cash + kind) * WHOLE, total) if total > 0 else None


def cofund(
    lines: Iterable[CostLine], split: Mapping[str, Mapping[str, int]], usual: Mapping[str, int]
) -> dict[tuple[str, str], int]:
    """Return what each funder pays of each line, by (line, funder); parts add up to the line exactly.

    ``split`` gives the weights of the funders in a line, ``usual`` those of lines it does not name; what
    is left by rounding goes to the largest remainder, then to the funder first in order of code. Lines
    of one name are added up first. Raises ``Refused`` for a line that nobody pays.
    """
    amounts: dict[str, int] = {}
    for line in lines:
        amounts[line.line] = amounts.get(line.line, 0) + line.amount
    paid: dict[tuple[str, str], int] = {}
    for name, amount in amounts.items():
        weights = sorted(split.get(name, usual).items())
        if not any(weight > 0 for _, weight in weights):
            raise Refused(NO_PAYER(line=name))
        parts = largest_remainder(amount, [weight for _, weight in weights])
        paid |= {(name, funder): part for (funder, _), part in zip(weights, parts, strict=True)}
    return paid


@dataclass(frozen=True)
class Balance:
    """The share of one heading in direct cost (bp, ``None`` without cost) beside what is suggested."""

    heading: str
    share: int | None
    least: int
    most: int

    @property
    def judgement(self) -> str:
        """``under``, ``within`` or ``over`` the suggested range; empty where there is no cost."""
        if self.share is None:
            return ""
        return "under" if self.share < self.least else "over" if self.share > self.most else "within"


def balance(direct: Mapping[str, int]) -> list[Balance]:
    """Return the suggested headings with their shares of all direct cost, given by heading."""
    whole = sum(direct.values())
    return [
        Balance(heading, half_up(direct.get(heading, 0) * WHOLE, whole) if whole > 0 else None, least, most)
        for heading, (least, most) in BALANCE.items()
    ]
