"""What the optimiser is asked: measures to choose from, people, weeks, money and wishes, as plain data.

Weeks are numbered 0, 1, 2 ... from the first week of the programme; money is in minor units of one
currency; expected gains are in hundredths of a level of the assessment scale. Order never matters:
``canonical`` brings the same question, however it was written, to one form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cahier.kernel.shares import half_up, largest_remainder

KINDS = ("training", "coaching", "equipment", "rule", "hiring", "alliance")
NO_TRAINER = ""
TRAINER_LINE = "trainers"
MOST_PRIORITIES = 5
MONTHLY_HALF_DAYS = 3


@dataclass(frozen=True, order=True)
class CostLine:
    """One line of a budget: its code (``meals``, ``room`` ...) and its amount in minor units."""

    line: str
    amount: int


@dataclass(frozen=True, order=True)
class Gain:
    """What a measure is expected to add to one item, in hundredths of a level.

    ``assumption`` says in words why, ``grade`` how well it is founded: D design, K common knowledge,
    ? doubtful, or a source id.
    """

    item: str
    amount: int
    assumption: str = ""
    grade: str = "?"


@dataclass(frozen=True, order=True)
class Window:
    """A measure must lie ``first`` to ``last`` weeks after its anchor; negative is before.

    The anchor is an event (each week of the measure then lies within the window of one of its weeks) or
    another candidate (this one then starts ``first`` to ``last`` weeks after the last week of that one,
    which must be in the plan too).
    """

    anchor: str
    first: int
    last: int


@dataclass(frozen=True)
class Candidate:
    """A module or measure that may be chosen once.

    ``half_days`` are those asked of people in each week of its duration; ``needs`` are groups of codes,
    every group met by any one of its codes; ``weeks`` are those in which it may run (``None``: all);
    ``lines`` hold every cost except that of the trainer, who brings his own; ``seats`` must lie between
    the two bounds of ``group``.
    """

    code: str
    kind: str
    half_days: tuple[int, ...] = (1,)
    lines: tuple[CostLine, ...] = ()
    gains: tuple[Gain, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    skills: frozenset[str] = frozenset()
    led: bool = True
    audiences: frozenset[str] = frozenset()
    weeks: frozenset[int] | None = None
    windows: tuple[Window, ...] = ()
    seats: int = 1
    group: tuple[int, int] = (1, 1_000_000)


@dataclass(frozen=True)
class Trainer:
    """A trainer or coach: what he masters, half-days a week, weeks away, most half-days in all.

    ``day_cost`` is the all-in cost of his day (fee, travel, per diem), in minor units.
    """

    code: str
    skills: frozenset[str] = frozenset()
    half_days: int = 10
    absences: frozenset[int] = frozenset()
    most: int | None = None
    day_cost: int = 0


@dataclass(frozen=True)
class Audience:
    """People who attend: half-days they have in each week (empty: no limit) and in a calendar month."""

    code: str
    weekly: tuple[int, ...] = ()
    monthly: int | None = MONTHLY_HALF_DAYS


@dataclass(frozen=True, order=True)
class Event:
    """A dated fact of the organisation, such as the assembly or the closing, with its weeks."""

    code: str
    weeks: tuple[int, ...]


@dataclass(frozen=True, order=True)
class Period:
    """At most ``amount`` for what starts between two weeks, both included."""

    first_week: int
    last_week: int
    amount: int


@dataclass(frozen=True, order=True)
class Funder:
    """Who pays how much at most (``None``: no ceiling)."""

    code: str
    amount: int | None = None


@dataclass(frozen=True)
class Budget:
    """Money that may be spent. ``split`` gives, for each line, the weight of each funder in it.

    A line that ``split`` does not name is paid by the first of ``funders``: here alone order has a meaning.
    """

    total: int
    periods: tuple[Period, ...] = ()
    funders: tuple[Funder, ...] = ()
    split: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()


@dataclass(frozen=True, order=True)
class Priority:
    """One of at most five items: its weight, and its room to the level aimed at, in hundredths."""

    item: str
    weight: int
    room: int = 200


@dataclass(frozen=True, order=True)
class Pin:
    """What must be in the plan, if so wished at a given start week and with a given trainer."""

    code: str
    week: int | None = None
    trainer: str | None = None


@dataclass(frozen=True)
class Problem:
    """One organisation's question. ``open_half_days`` and ``months`` have one entry a week, or none.

    ``months`` names the calendar month that each week counts in; ``at_once`` is how many measures may
    take people's time in one week; ``met`` are codes done before or passed by an entry test.
    """

    weeks: int
    candidates: tuple[Candidate, ...]
    priorities: tuple[Priority, ...]
    budget: Budget
    trainers: tuple[Trainer, ...] = ()
    audiences: tuple[Audience, ...] = ()
    events: tuple[Event, ...] = ()
    open_half_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    at_once: int = 2
    met: frozenset[str] = frozenset()
    pins: tuple[Pin, ...] = ()
    bans: frozenset[str] = field(default_factory=frozenset)

    def canonical(self) -> Problem:
        """Return the same question with everything sorted by code, so that input order is forgotten."""
        return replace(
            self,
            candidates=tuple(sorted(map(_sorted_candidate, self.candidates), key=_code)),
            priorities=tuple(sorted(self.priorities)),
            trainers=tuple(sorted(self.trainers, key=_code)),
            audiences=tuple(sorted(self.audiences, key=_code)),
            events=tuple(sorted(replace(e, weeks=tuple(sorted(set(e.weeks)))) for e in self.events)),
            pins=tuple(sorted(set(self.pins), key=_pin_key)),
            budget=replace(self.budget, periods=tuple(sorted(self.budget.periods))),
        )

    def candidate(self, code: str) -> Candidate:
        """Return the candidate of a code. Raises ``KeyError`` when there is none."""
        return {candidate.code: candidate for candidate in self.candidates}[code]


@dataclass(frozen=True, order=True)
class Activity:
    """One chosen measure: its start week and its trainer (empty where none is needed)."""

    code: str
    week: int
    trainer: str = NO_TRAINER


@dataclass(frozen=True)
class Plan:
    """An answer: what, when, with whom, and how good it is known to be.

    ``value`` is the weighted gain after saturation, ``bound`` a proven ceiling of it, ``gap`` the share
    ``(bound - value) / bound`` (0 where the bound is 0). ``stopped_by`` is ``optimum``, ``gap``,
    ``nodes`` or ``clock``; only a plan stopped by the clock may differ when solved again.
    """

    activities: tuple[Activity, ...]
    value: int
    cost: int
    bound: int
    gap: float
    stopped_by: str
    nodes: int = 0

    @property
    def codes(self) -> frozenset[str]:
        """The codes chosen."""
        return frozenset(activity.code for activity in self.activities)


def cost_lines(candidate: Candidate, trainer: Trainer | None) -> tuple[CostLine, ...]:
    """Return all cost lines of a measure, with the trainer's: days x day cost, rounded half up."""
    if trainer is None:
        return candidate.lines
    fee = half_up(trainer.day_cost * sum(candidate.half_days), 2)
    return (*candidate.lines, CostLine(TRAINER_LINE, fee))


def cost(candidate: Candidate, trainer: Trainer | None) -> int:
    """Return what a measure costs with this trainer, in minor units."""
    return sum(line.amount for line in cost_lines(candidate, trainer))


def funder_parts(lines: Iterable[CostLine], budget: Budget) -> dict[str, int]:
    """Return what each funder pays of some lines; parts of a line add up to it (largest remainder)."""
    parts = {funder.code: 0 for funder in budget.funders}
    split = dict(budget.split)
    for line in lines if parts else ():
        shares = sorted(split.get(line.line, ())) or [(budget.funders[0].code, 1)]
        amounts = largest_remainder(line.amount, [weight for _, weight in shares])
        for (code, _), amount in zip(shares, amounts, strict=True):
            parts[code] += amount
    return parts


def segments(room: int) -> tuple[int, int]:
    """Return how much raw gain counts fully and how much then counts by half, for a room on an item.

    The first half of the room counts in full; beyond it every further hundredth counts by half until
    the room is filled, at one and a half times the room; more counts nothing.
    """
    full = room // 2
    return full, 2 * (room - full)


def pace(half_days: int) -> tuple[int, ...]:
    """Return a weekly pattern for so many half-days: one a week, three in any five weeks.

    No calendar month has more than five weeks, so the pattern alone never passes three a month.
    """
    pattern: list[int] = []
    while half_days > sum(pattern):
        pattern.append(1 if len(pattern) % 5 < 3 else 0)
    return tuple(pattern)


def _code(thing: Candidate | Trainer | Audience) -> str:
    return thing.code


def _pin_key(pin: Pin) -> tuple[str, int, str]:
    return pin.code, -1 if pin.week is None else pin.week, pin.trainer or ""


def _sorted_candidate(candidate: Candidate) -> Candidate:
    return replace(
        candidate,
        lines=tuple(sorted(candidate.lines)),
        gains=tuple(sorted(candidate.gains)),
        needs=tuple(sorted({tuple(sorted(set(group))) for group in candidate.needs})),
        windows=tuple(sorted(candidate.windows)),
    )
