"""What a programme is assembled from, as plain data: wishes, causes, answers, people, prices, calendar, terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from cahier.programme.calendar import Layer

Split = Mapping[str, Mapping[str, int]]
PARTNER, OWN = "partner", "po"


@dataclass(frozen=True)
class Want:
    """A priority. ``agreed`` and ``target`` are levels in halves; ``room`` is between them, in hundredths."""

    item: str
    weight: int
    room: int
    agreed: int | None = None
    target: int | None = None


@dataclass(frozen=True)
class NamedCause:
    """Why an item is low: a cause of the guide, and what shows it."""

    id: str
    item: str
    cause: str
    sign: str = ""


@dataclass(frozen=True)
class Answer:
    """What the group chose for an item: a kind of response, by a module or by a measure of its own (code)."""

    item: str
    response: str
    module: str = ""
    measure: str = ""


@dataclass(frozen=True)
class OwnGain:
    """What something is expected to add to an item, in hundredths of a level, and how sure that is."""

    code: str
    item: str
    gain: int
    why: str = ""
    grade: str = "?"


@dataclass(frozen=True)
class OwnMeasure:
    """A measure of the organisation's own. ``half_days`` in all, spread over ``weeks``; costs by heading."""

    code: str
    response: str
    title: str
    half_days: int = 0
    weeks: int = 1
    led: bool = False
    seats: int = 0
    audience: str = ""
    after: tuple[str, ...] = ()
    costs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Leader:
    """A trainer or coach. ``skills`` are codes of modules and kinds of response; none: all."""

    code: str
    name: str = ""
    skills: frozenset[str] = frozenset()
    half_days: int = 10
    most: int | None = None
    day_cost: int = 0
    own: bool = False
    absences: tuple[tuple[dt.date, dt.date], ...] = ()


@dataclass(frozen=True)
class Aims:
    """The goals in force: their entry, the round they answer, what members want."""

    id: str
    day: dt.date
    round: str = ""
    vision: str = ""
    functions: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dates:
    """What the statutes fix: month and day of the closing, months until the assembly, ends of mandates."""

    year_end: tuple[int, int] | None = None
    window_months: int | None = None
    elections: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class Material:
    """Everything the book knows about the programme to be made.

    ``rates`` are prices that were set, in minor units by heading; ``presence`` counts confirmed invitations
    of the last twelve months and those who came; ``done`` are modules completed before.
    """

    aims: Aims
    currency: str
    wants: tuple[Want, ...] = ()
    causes: tuple[NamedCause, ...] = ()
    answers: tuple[Answer, ...] = ()
    measures: tuple[OwnMeasure, ...] = ()
    gains: tuple[OwnGain, ...] = ()
    leaders: tuple[Leader, ...] = ()
    rates: Mapping[str, int] = field(default_factory=dict)
    layers: tuple[Layer, ...] = ()
    dates: Dates = Dates()
    presence: tuple[int, int] = (0, 0)
    done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Payer:
    """Who pays: code, name for people, ceiling in minor units (``None``: none)."""

    code: str
    name: str = ""
    ceiling: int | None = None
