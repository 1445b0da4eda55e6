"""From what the book and the guide know to the question the optimiser is asked. No Django, no clock.

Training is proposed only where the cause is a lack of skill, or where no cause was named: then every module
of the guide that serves the item may be chosen, with what it needs first. Where another cause was named,
only what the group chose is offered. Costs here are direct; administration (8 %) and contingency (5 % of
both) are held back from the budget and from each ceiling, so that the printed total never passes them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cahier.guide.packs import Pack
from cahier.guide.parts import Module
from cahier.kernel.canonical import digest, dumps
from cahier.kernel.refusals import Problem as Fault
from cahier.kernel.refusals import reason
from cahier.programme import gains, rates
from cahier.programme.calendar import Season, Week, absences, event, in_months, merge
from cahier.programme.costing import ADMIN, CONTINGENCY, WHOLE, Effort, expected, presence, price
from cahier.programme.material import Leader, Material, OwnMeasure
from cahier.programme.problem import (
    Audience,
    Budget,
    Candidate,
    CostLine,
    Event,
    Funder,
    Priority,
    Problem,
    Trainer,
    Window,
    pace,
)
from cahier.programme.settings import Settings

WINDOWS = {
    "before-assembly": ("assembly", -6, -3),
    "before-closing": ("closing", -8, -4),
    "before-budget": ("assembly", -10, -1),
    "after-election": ("election", 0, 9),
}
"""Windows of the guide in weeks around a dated fact (sequencing rules 7, 8 and 10 of the method, grade D)."""
BESIDE_HARVEST = 3
A_DAY_TOGETHER = 2

NO_DATE = reason(
    "note.no-date",
    "{codes} belong near {event}, whose date the book does not know. Any week was allowed.",
)
NOT_ASKED = reason(
    "note.other-cause",
    "{item}: the cause is not a lack of skill, so no training was proposed. Choose a response that fits.",
)
NO_PRICES = reason(
    "note.no-prices",
    "No price is set and none can be proposed in {currency}. Set prices: costs are zero so far.",
)


@dataclass(frozen=True)
class Assembled:
    """The question with what a reader needs to understand it.

    ``people`` are participants expected by code, ``task`` the codes with a practical task, ``question`` the
    canonical JSON of everything the optimiser is told, and ``digest`` its SHA-256.
    """

    problem: Problem
    weeks: tuple[Week, ...]
    people: Mapping[str, int]
    notes: tuple[Fault, ...]
    share: int
    question: str
    digest: str


def assemble(known: Material, pack: Pack, terms: Settings) -> Assembled:
    """Return the question of an organisation on these terms. Raises ``Refused`` for a bad calendar."""
    weeks = merge(terms.start, terms.weeks, known.layers, terms.half_days)
    share = presence(*known.presence)
    builder = _Builder(known, pack, terms, weeks, share)
    candidates = builder.candidates()
    problem = Problem(
        weeks=terms.weeks,
        candidates=candidates,
        priorities=tuple(Priority(want.item, want.weight, want.room) for want in known.wants),
        budget=budget(terms, len(candidates)),
        trainers=tuple(_trainer(one, candidates, terms) for one in known.leaders),
        audiences=_audiences(candidates),
        events=builder.events,
        open_half_days=tuple(week.half_days for week in weeks),
        months=tuple(week.month for week in weeks),
        at_once=terms.at_once,
        met=terms.met | known.done,
        pins=terms.pins,
        bans=terms.bans,
    ).canonical()
    text = dumps(record(problem))
    people = {candidate.code: expected(candidate.seats, share) for candidate in candidates}
    return Assembled(problem, tuple(weeks), people, tuple(builder.notes), share, text, digest(text))


def budget(terms: Settings, count: int) -> Budget:
    """Return the money for direct cost: overheads and two units a measure for rounding are held back."""
    split = tuple(
        (line, tuple(sorted((code, weight) for code, weight in shares.items() if weight)))
        for line, shares in sorted(terms.split.items())
        if any(shares.values())
    )
    return Budget(
        total=direct(terms.budget, count),
        funders=tuple(
            Funder(p.code, None if p.ceiling is None else direct(p.ceiling, count)) for p in terms.payers
        ),
        split=split,
    )


def direct(total: int, count: int = 0) -> int:
    """Return the direct cost that fits a total with overheads, ``count`` measures rounding up twice each."""
    return max(0, total - 2 * count) * WHOLE * WHOLE // ((WHOLE + ADMIN) * (WHOLE + CONTINGENCY))


def full(amount: int) -> int:
    """Return a direct cost with administration and contingency, rounded up."""
    return -(-amount * (WHOLE + ADMIN) * (WHOLE + CONTINGENCY) // (WHOLE * WHOLE))


def record(problem: Problem) -> dict[str, Any]:
    """Return a question as texts, whole numbers, lists and records; sets become sorted lists."""
    plain: dict[str, Any] = _plain(asdict(problem))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value


class _Builder:
    """Walks the priorities and gathers candidates, dated events, and what has to be said about them."""

    def __init__(self, known: Material, pack: Pack, terms: Settings, weeks: list[Week], share: int) -> None:
        self.known, self.pack, self.terms, self.share = known, pack, terms, share
        self.prices = rates.in_force(known.currency, known.rates)
        self.stated = {(one.code, one.item): one for one in known.gains}
        self.harvest = _beside_harvest(known, weeks)
        self.events = _events(known, terms)
        self.notes: list[Fault] = [] if self.prices else [NO_PRICES(currency=known.currency)]
        self.undated: dict[str, list[str]] = {}

    def candidates(self) -> tuple[Candidate, ...]:
        """Return modules that serve a priority and fit its causes, what they need, and measures chosen."""
        serving = self._serving()
        wanted = {answer.measure for answer in self.known.answers if answer.measure}
        chosen = [one for one in self.known.measures if one.code in wanted]
        own_codes = {one.code for one in chosen}
        needed = [code for one in chosen for code in one.after]
        codes = self._with_needs([*serving, *needed])
        made = [self._module(self.pack.modules[code], serving.get(code, [])) for code in codes]
        known = set(codes) | own_codes
        made += [self._measure(one, known) for one in chosen]
        for name, late in sorted(self.undated.items()):
            self.notes.append(NO_DATE(codes=", ".join(sorted(late)), event=name))
        return tuple(made)

    def _serving(self) -> dict[str, list[str]]:
        """Return the modules that may be proposed, each with the priorities it serves."""
        found: dict[str, list[str]] = {}
        for want in self.known.wants:
            named = [one.module for one in self.known.answers if one.item == want.item and one.module]
            if training_fits(self.known, self.pack, want.item):
                named += [module.id for module in self.pack.modules.values() if want.item in module.serves]
            elif not named and not any(one.item == want.item for one in self.known.answers):
                self.notes.append(NOT_ASKED(item=want.item))
            for code in dict.fromkeys(named):
                if code in self.pack.modules:
                    found.setdefault(code, []).append(want.item)
        return found

    def _with_needs(self, codes: Iterable[str]) -> list[str]:
        found: dict[str, None] = {}
        waiting = [code for code in codes if code in self.pack.modules]
        while waiting:
            code = waiting.pop()
            if code in found:
                continue
            found[code] = None
            module = self.pack.modules[code]
            waiting += [need for need in module.needs if need in self.pack.modules]
            waiting += [need for group in module.needs_any for need in group if need in self.pack.modules]
        return sorted(found)

    def _module(self, module: Module, items: list[str]) -> Candidate:
        seats = self.terms.seats.get(module.id, (module.group_min + module.group_max) // 2)
        effort = Effort(module.half_days * 210, seats, presence=self.share)
        costing = price(effort, rates.as_rates(self.prices, frozenset(module.cost_drivers)))
        needs = tuple((need,) for need in module.needs) + module.needs_any
        return Candidate(
            code=module.id,
            kind="training",
            half_days=pattern(module.half_days),
            lines=costing.lines,
            gains=gains.of_module(module, items, self.stated),
            needs=needs,
            skills=frozenset({module.id}),
            led="trainer" in module.cost_drivers,
            audiences=frozenset(module.roles),
            weeks=self.harvest if module.window == "harvest" else None,
            windows=self._windows(module),
            seats=seats,
            group=(module.group_min, module.group_max),
        )

    def _windows(self, module: Module) -> tuple[Window, ...]:
        if module.window not in WINDOWS:
            return ()
        anchor, first, last = WINDOWS[module.window]
        dated = next((one for one in self.events if one.code == anchor), None)
        if dated is None:
            if anchor != "election":
                self.undated.setdefault(anchor, []).append(module.id)
            return ()
        return (Window(anchor, first, last),)

    def _measure(self, own: OwnMeasure, known: set[str]) -> Candidate:
        spent = spread(own.half_days, own.weeks)
        return Candidate(
            code=own.code,
            kind=own.response,
            half_days=spent,
            lines=tuple(CostLine(line, amount) for line, amount in _added_up(own.costs)),
            gains=gains.of_measure(own.code, self.stated),
            needs=tuple((code,) for code in own.after if code in known or code in self.terms.met),
            skills=frozenset({own.code}),
            led=own.led,
            audiences=frozenset({own.audience} - {""}),
            seats=max(own.seats, 1),
        )


def training_fits(known: Material, pack: Pack, item: str) -> bool:
    """Tell whether training answers a named cause of this item, or no cause was named."""
    named = [one.cause for one in known.causes if one.item == item and one.cause in pack.causes]
    return not named or any("training" in pack.causes[cause].responses for cause in named)


def pattern(half_days: int) -> tuple[int, ...]:
    """Return the half-days of each week: up to a whole day at once, a longer course at its usual pace."""
    return (half_days,) if half_days <= A_DAY_TOGETHER else pace(half_days)


def spread(half_days: int, weeks: int) -> tuple[int, ...]:
    """Return so many half-days as evenly as whole numbers allow over so many weeks."""
    return tuple(half_days * (week + 1) // weeks - half_days * week // weeks for week in range(weeks))


def _added_up(costs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    total: dict[str, int] = {}
    for line, amount in costs:
        total[line] = total.get(line, 0) + amount
    return sorted((line, amount) for line, amount in total.items() if amount)


def _trainer(one: Leader, candidates: Iterable[Candidate], terms: Settings) -> Trainer:
    able = frozenset(c.code for c in candidates if not one.skills or one.skills & {c.code, c.kind})
    away = absences(terms.start, terms.weeks, one.absences)
    return Trainer(one.code, able, one.half_days, away, one.most, one.day_cost)


def _audiences(candidates: Iterable[Candidate]) -> tuple[Audience, ...]:
    return tuple(Audience(code) for code in sorted({code for one in candidates for code in one.audiences}))


def _events(known: Material, terms: Settings) -> tuple[Event, ...]:
    """The closings, assemblies and ends of mandates that the programme can be timed by."""
    found: dict[str, list[dt.date]] = {"election": list(known.dates.elections)}
    if known.dates.year_end:
        years = range(terms.start.year - 1, terms.end.year + 2)
        found["closing"] = [_last_valid(year, *known.dates.year_end) for year in years]
        if known.dates.window_months is not None:
            found["assembly"] = [_later(day, known.dates.window_months) for day in found["closing"]]
    if terms.assembly:
        found["assembly"] = [terms.assembly]
    made = [event(terms.start, code, days) for code, days in sorted(found.items())]
    return tuple(one for one in made if any(-9 <= week < terms.weeks + 10 for week in one.weeks))


def _last_valid(year: int, month: int, day: int) -> dt.date:
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1)
    return min(dt.date(year, month, min(day, 28)) + dt.timedelta(days=max(day - 28, 0)),
               first_of_next - dt.timedelta(days=1))  # fmt: skip


def _later(day: dt.date, months: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + months
    return _last_valid(index // 12, index % 12 + 1, 31 if day.day >= 28 else day.day)


def _beside_harvest(known: Material, weeks: list[Week]) -> frozenset[int] | None:
    """Return the weeks of the crops and three weeks on each side; ``None`` where no crop is on the calendar.

    Picking itself may be closed: work on fresh produce then stands as near to it as people are free.
    """
    crops = [layer for layer in known.layers if isinstance(layer, Season) and layer.kind == "crop"]
    touched = {
        week.number
        for week in weeks
        for layer in crops
        if in_months(week.monday.month, layer.first_month, layer.last_month)
    }
    near = {week + offset for week in touched for offset in range(-BESIDE_HARVEST, BESIDE_HARVEST + 1)}
    return frozenset(week for week in near if 0 <= week < len(weeks)) if crops else None
