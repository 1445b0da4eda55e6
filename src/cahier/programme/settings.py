"""The terms of a draft: when, how much, who pays, what is asked for and what is excluded.

They are kept on the workbench as a plain record, so that a page, a file and the command line agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cahier.kernel import days
from cahier.programme.calendar import WEEK
from cahier.programme.material import OWN, PARTNER, Payer, Split
from cahier.programme.problem import Pin

FIRST_YEAR: Split = {"room": {OWN: 1}, "meals": {OWN: 1}}
"""Who pays what in the first year: the organisation gives rooms and meals (co-funding ladder, grade D)."""


@dataclass(frozen=True)
class Settings:
    """Terms of a programme. Money in minor units; ``budget`` covers administration and contingency too.

    ``half_days`` are those the organisation can hold in a free week; ``slice`` is the further money asked
    about; ``seats`` overrides the seats of a measure; ``met`` are codes done or passed by an entry test.
    """

    start: dt.date
    weeks: int = 52
    budget: int = 0
    slice: int = 0
    at_once: int = 2
    half_days: int = 4
    payers: tuple[Payer, ...] = (Payer(PARTNER), Payer(OWN))
    split: Split = field(default_factory=lambda: FIRST_YEAR)
    pins: tuple[Pin, ...] = ()
    bans: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    seats: Mapping[str, int] = field(default_factory=dict)
    assembly: dt.date | None = None

    @property
    def end(self) -> dt.date:
        """The last day, a Sunday."""
        return self.start + self.weeks * WEEK - dt.timedelta(days=1)

    def record(self) -> dict[str, Any]:
        """Return the same as texts, whole numbers, lists and records."""
        return {
            "start": self.start.isoformat(), "weeks": self.weeks, "budget": self.budget, "slice": self.slice,
            "at_once": self.at_once, "half_days": self.half_days,
            "payers": [[one.code, one.name, one.ceiling] for one in self.payers],
            "split": {line: dict(shares) for line, shares in self.split.items()},
            "pins": [[pin.code, pin.week, pin.trainer] for pin in self.pins],
            "bans": sorted(self.bans), "met": sorted(self.met), "seats": dict(self.seats),
            "assembly": self.assembly.isoformat() if self.assembly else None,
        }  # fmt: skip

    def without_wish(self, code: str) -> Settings:
        """Return the same without the pin or ban of a code."""
        pins = tuple(pin for pin in self.pins if pin.code != code)
        return replace(self, pins=pins, bans=self.bans - {code})

    def pinned(self, code: str) -> Settings:
        """Return the same with a code asked for."""
        free = self.without_wish(code)
        return replace(free, pins=(*free.pins, Pin(code)))

    def banned(self, code: str) -> Settings:
        """Return the same with a code excluded."""
        free = self.without_wish(code)
        return replace(free, bans=free.bans | {code})


def read(record: Mapping[str, Any]) -> Settings:
    """Return the settings of a record. What a record lacks keeps its usual value."""
    usual = Settings(days.parse_iso(record["start"]))
    plain = {
        name: record[name] for name in ("weeks", "budget", "slice", "at_once", "half_days") if name in record
    }
    return replace(
        usual,
        **plain,
        payers=tuple(Payer(*one) for one in record.get("payers", ())) or usual.payers,
        split=record.get("split", usual.split),
        pins=tuple(Pin(*one) for one in record.get("pins", ())),
        bans=frozenset(record.get("bans", ())),
        met=frozenset(record.get("met", ())),
        seats=record.get("seats", {}),
        assembly=days.parse_iso(record["assembly"]) if record.get("assembly") else None,
    )


def next_monday(day: dt.date) -> dt.date:
    """Return the first Monday after a day."""
    return day + dt.timedelta(days=7 - day.weekday())
