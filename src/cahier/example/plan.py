"""What a story says of one organisation: plain data that the generator turns into entries.

Weights are grams, money is minor units of the book's currency, areas square metres, rates basis points.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

D = dt.date


@dataclass(frozen=True)
class SectionPlan:
    """A section: how many of its members are there, and how loyal and how far its people are."""

    code: str
    name: str
    members: int
    loyalty_bp: int = 10_000


@dataclass(frozen=True)
class ProductPlan:
    """A product with its grades, best first."""

    code: str
    name: str
    grades: tuple[tuple[str, str], ...] = ()
    measure: str = "mass"
    bag_most: int | None = None
    bag: int = 64_000


@dataclass(frozen=True)
class Crop:
    """A stretch of a season in which one product comes in.

    ``yield_m2`` grams (or pieces, for what is counted) a member harvests a square metre in this stretch;
    ``price`` minor units per 1000 units; ``pay`` days until payment (least, usual, most); ``promise`` the
    days announced; ``active_bp`` members who deliver; ``sold_bp`` part of the harvest that comes to the
    organisation; ``visits`` deliveries a member.
    """

    season: str
    product: str
    first: D
    last: D
    yield_m2: int
    price: int
    pay: tuple[int, int, int]
    promise: int
    active_bp: int
    sold_bp: int
    visits: tuple[int, int]
    reject_bp: int = 150
    plot_bp: int = 9_000
    slip_bp: int = 9_500


@dataclass(frozen=True)
class SeasonPlan:
    """A campaign, first and last day included."""

    name: str
    first: D
    last: D


@dataclass(frozen=True)
class BuyerPlan:
    """Somebody who buys from the organisation, and how."""

    key: str
    name: str
    type: str
    country: str
    channel: str
    share_bp: int
    written: bool = True


@dataclass(frozen=True)
class Trade:
    """How the produce of one season is sold: price above the purchase, when it goes, when it is paid.

    ``currency`` and ``rate`` (minor units of the book's currency per minor unit of the sale's) where sold
    abroad; ``least`` is what a lorry is not sent for less; ``keep_bp`` of what was bought is lost or still in store; ``out_bp`` outturn of processing.
    """

    season: str
    product: str
    margin_bp: int
    every_days: int
    paid_days: tuple[int, int]
    claim_bp: int = 0
    keep_bp: int = 100
    out_bp: int = 10_000
    currency: str = ""
    rate: tuple[int, int] = (1, 1)
    contract_bp: int = 10_000
    paid_until: D | None = None
    premium: int = 0
    least: int = 0


@dataclass(frozen=True)
class Assembly:
    """A general assembly as the minutes tell it; ``minutes`` days until members saw them, -1 never."""

    key: str
    day: D
    notice: int
    present_bp: int
    women_bp: int
    minutes: int
    call: int = 1
    accounts: D | None = None
    decisions: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True)
class Office:
    """A mandate: who is chosen (sex, age group, section), from when, until when, and how it ended."""

    key: str
    office: str
    body: str
    sex: str
    first: D
    last: D | None
    by: str = ""
    young: bool = False
    replaces: str = ""
    ended: D | None = None
    why: str = ""
    section: str = ""


@dataclass(frozen=True)
class Run:
    """A training: module, when planned and held, whom it was for, and what came of it (rates in bp)."""

    module: str
    title: str
    planned: D
    held: tuple[D, ...]
    minutes: int
    who: str
    size: int
    presence_bp: int
    cost: int
    own: bool = False
    women_bp: int = 3_000
    task_bp: int = -1
    test: tuple[int, int] = (0, 0)
    applied_bp: int = -1
    coached: bool = False


@dataclass(frozen=True)
class Running:
    """Cost of running the house a month, and what comes in beside produce."""

    staff: int
    office: int
    transport_bp: int
    fee: int
    fee_paid_bp: int
    share: int
    share_paid_bp: int
    grants: tuple[tuple[D, str, int], ...] = ()
    others: tuple[tuple[D, str, str, bool, int], ...] = ()
    services: tuple[tuple[str, int], ...] = ()
    count_every: int = 30
    count_error_bp: int = 0
    reconciled_bp: int = 10_000
    cash: str = ""
    bank: str = ""
    cash_type: str = "cash"
    float_: int = 100_000


@dataclass(frozen=True)
class Voice:
    """What the organisation says to others: positions, proposals, agreements, dues."""

    positions: tuple[tuple[D, str, str], ...] = ()
    proposals: tuple[tuple[D, str, str, bool, int, str], ...] = ()
    agreements: tuple[tuple[D, str, str, tuple[tuple[str, str, D, int], ...]], ...] = ()
    dues: tuple[tuple[D, int, int], ...] = ()
    seats: tuple[tuple[D, str, str, int], ...] = ()
    feedback: tuple[D, ...] = ()
    public_money: tuple[tuple[D, str, str, str, int], ...] = ()


@dataclass(frozen=True)
class RoundPlan:
    """A workshop: who came (people by group), and the level of each variable, items apart, in halves.

    ``proofs`` how much of what is said can be shown, from 0 (said) to 3 (records).
    """

    day: D
    title: str
    people: tuple[tuple[str, int, int], ...]
    levels: dict[str, int]
    items: dict[str, int]
    proofs: int
    reasons: dict[str, str] = field(default_factory=dict)
    answers: tuple[tuple[str, str, str], ...] = ()
    not_here: tuple[str, ...] = ()
    closed: bool = True


@dataclass(frozen=True)
class MeasurePlan:
    """A measure of the organisation's own; gains in hundredths of a level, each with its reason."""

    code: str
    response: str
    title: str
    half_days: int
    weeks: int
    led: bool
    seats: int
    costs: tuple[tuple[str, int], ...]
    gains: tuple[tuple[str, int, str], ...]
    audience: str = ""


@dataclass(frozen=True)
class Vote:
    """The programme as the assembly voted it: when, under what title, from when, for how much, with what in it."""

    day: D
    title: str
    meeting: str
    start: D
    weeks: int
    budget: int
    asked: tuple[str, ...]


@dataclass(frozen=True)
class GoalPlan:
    """What members want, why it fails, and what answers it: (item, weight, target in halves) and so on."""

    day: D
    round: int
    vision: str
    channels: tuple[str, ...]
    priorities: tuple[tuple[str, int, int], ...]
    causes: tuple[tuple[str, str, str], ...]
    measures: tuple[MeasurePlan, ...]
    responses: tuple[tuple[str, str, str, str], ...]
    voted: Vote | None = None


@dataclass(frozen=True)
class Story:
    """One organisation and what became of it in three seasons."""

    key: str
    name: str
    country: str
    currency: str
    language: str
    names: str
    tier: str
    degree: str
    form: str
    founded: int
    area: str
    opened: D
    functions: tuple[str, ...]
    products: tuple[ProductPlan, ...]
    producers: int | None
    sections: tuple[SectionPlan, ...]
    women_bp: int
    young_bp: int
    unknown_bp: int
    hectares: tuple[int, int, int]
    lag: tuple[int, int]
    seasons: tuple[SeasonPlan, ...]
    crops: tuple[Crop, ...] = ()
    buyers: tuple[BuyerPlan, ...] = ()
    trades: tuple[Trade, ...] = ()
    rules: dict[str, int | bool] = field(default_factory=dict)
    assemblies: tuple[Assembly, ...] = ()
    board_every: int = 0
    board_held_bp: int = 10_000
    offices: tuple[Office, ...] = ()
    runs: tuple[Run, ...] = ()
    running: Running | None = None
    voice: Voice = Voice()
    pledge_basis: str = "declared"
    pledged_bp: int = 9_000
    checked_bp: int = 7_000
    slips: bool = True
    accounts_lag: tuple[tuple[D, int], ...] = ()
    lots_days: int = 0
    rounds: tuple[RoundPlan, ...] = ()
    goals: GoalPlan | None = None
    trainers: tuple[tuple[str, str, str, int, int, bool], ...] = ()
    rates: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, str, int, int, int], ...] = ()
    weekdays: tuple[tuple[str, str, int], ...] = ()
    closed: tuple[tuple[str, str, D, D], ...] = ()
    second: tuple[tuple[str, D, int], ...] = ()
    faults: dict[str, str] = field(default_factory=dict)
