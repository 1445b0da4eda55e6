"""One organisation while it is being made up: its plan, its pen, its people, what is already written."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from cahier.example.pen import Pen, chance
from cahier.example.plan import ProductPlan, SeasonPlan, Story
from cahier.example.planted import Planted


@dataclass
class Member:
    """A made-up person: how much land, how good a farmer, how loyal, member from when until when."""

    place: int
    id: str
    code: str
    sex: str
    known_sex: bool
    birth: int
    area: int
    section: str
    family: str
    vigour: float
    loyalty: float
    entered: dt.date
    left: dt.date | None = None
    erased: bool = False

    def there(self, day: dt.date) -> bool:
        """Tell whether this person is a member at the end of a day."""
        return self.entered <= day and (self.left is None or self.left > day)


@dataclass(frozen=True)
class Brought:
    """One delivery as it was planned, before anybody wrote it down."""

    id: str
    member: Member
    product: str
    season: str
    day: dt.date
    accepted: int
    rejected: int
    value: int
    receipt: str
    section: str
    lot: str = ""


@dataclass
class World:
    """Everything the parts of the generator share about one organisation."""

    story: Story
    pen: Pen
    planted: Planted
    members: list[Member] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)
    seasons: dict[str, str] = field(default_factory=dict)
    products: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    brought: list[Brought] = field(default_factory=list)
    paid: dict[str, dt.date] = field(default_factory=dict)
    pledged: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    lots: dict[str, str] = field(default_factory=dict)
    rounds: dict[int, str] = field(default_factory=dict)
    agreed: dict[tuple[int, str], int] = field(default_factory=dict)
    moved: dict[str, list[tuple[dt.date, int]]] = field(default_factory=lambda: defaultdict(list))
    income: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def dice(self, part: str) -> Random:
        """Return the dice of one part of this organisation's story."""
        return chance(self.story.key, part)

    def season(self, name: str) -> SeasonPlan:
        """Return the plan of a season."""
        return next(one for one in self.story.seasons if one.name == name)

    def season_of(self, day: dt.date) -> str:
        """Return the name of the season a day lies in, or an empty text."""
        return next((one.name for one in self.story.seasons if one.first <= day <= one.last), "")

    def product(self, code: str) -> ProductPlan:
        """Return the plan of a product."""
        return next(one for one in self.story.products if one.code == code)

    def present(self, day: dt.date) -> list[Member]:
        """Return who is a member at the end of a day."""
        return [one for one in self.members if one.there(day)]

    def cash(self, account: str, day: dt.date, amount: int) -> None:
        """Remember that money moved, so that transfers and counts can be worked out at the end."""
        self.moved[account].append((day, amount))


def months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the last day of every month that ends between two days."""
    year, month = first.year, first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        end = dt.date(year, month, 1) - dt.timedelta(days=1)
        if end > last:
            return
        yield end
