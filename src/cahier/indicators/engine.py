"""From whole numbers to a figure: divide exactly, band unrounded, show rounded half up.

Pure: no database, no clock. Reading rules of section 8.11 by number in the docstrings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from cahier.indicators.bands import Band
from cahier.indicators.definition import Indicator, Of, Unit, Zero
from cahier.kernel.shares import half_up

ENOUGH = Fraction(60, 100)
"""Rule 2 and 9: exactly 60 % complete is enough."""
SMALL = 20
"""Rule 4: below 20 units counts are shown, not percentages."""
HIDDEN = 5
"""Rule 5: groups under 5 are hidden where others look on."""

PLACES = {
    Unit.PERCENT: 1, Unit.RATIO: 2, Unit.DAYS: 1, Unit.MONTHS: 0, Unit.COUNT: 0, Unit.MONEY: 0,
}  # fmt: skip


@dataclass(frozen=True)
class Count:
    """One row of a query: whole numbers of one book and group (``grp`` empty: the whole)."""

    book: str
    grp: str
    numerator: int
    denominator: int
    needed: int
    found: int


class Status(StrEnum):
    """Whether there is a figure."""

    VALUE = "value"
    NO_CASE = "no case"
    NOT_ENOUGH = "not enough data"
    WITHOUT = "without value"
    """The case is clear though nothing can be divided: never audited, no short-term debt."""
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Figure:
    """A figure as read: its whole numbers, its exact value in its unit, its band."""

    code: str
    grp: str
    numerator: int
    denominator: int
    needed: int
    found: int
    status: Status
    value: Fraction | None
    band: Band

    @property
    def completeness(self) -> Fraction | None:
        """Share of the needed records that are there; none where nothing was needed."""
        return Fraction(self.found, self.needed) if self.needed else None


def figures(indicator: Indicator, counts: Iterable[Count], beside: Figure | None = None) -> dict[str, Figure]:
    """Return the figure of each group of one book. ``beside`` is the whole of the indicator compared with."""
    other = beside.value if beside else None
    return {one.grp: figure(indicator, one, other) for one in counts}


def figure(indicator: Indicator, count: Count, other: Fraction | None = None) -> Figure:
    """Read one row (rules 2, 9 and 10)."""
    status = _status(indicator, count)
    value = _value(indicator.unit, count) if status is Status.VALUE else None
    band = Band.NONE
    if value is not None and indicator.bands:
        band = indicator.bands.of(value, other)
    elif status is Status.WITHOUT:
        band = Band(indicator.zero.value)
    return Figure(
        indicator.code, count.grp, count.numerator, count.denominator, count.needed, count.found, status, value, band
    )  # fmt: skip


def _status(indicator: Indicator, count: Count) -> Status:
    if count.needed and Fraction(count.found, count.needed) < ENOUGH:
        return Status.NOT_ENOUGH
    if count.denominator > 0:
        return Status.VALUE
    if indicator.zero is Zero.NO_CASE or not count.needed:
        return Status.NO_CASE
    return Status.WITHOUT


def _value(unit: Unit, count: Count) -> Fraction:
    if unit in (Unit.COUNT, Unit.MONEY):
        return Fraction(count.numerator)
    return Fraction(count.numerator, count.denominator) * (100 if unit is Unit.PERCENT else 1)


def rounded(value: Fraction, unit: Unit) -> Decimal:
    """Return the value as shown, half up: percentages and days to 0.1, ratios to 0.01."""
    places = PLACES[unit]
    scaled = value * 10**places
    whole = half_up(abs(scaled.numerator), scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def as_counts(indicator: Indicator, figure: Figure) -> bool:
    """Tell whether counts are shown in the place of a percentage, because there are few of them (rule 4)."""
    few = figure.denominator < SMALL
    return indicator.unit is Unit.PERCENT and indicator.of is not Of.AMOUNT and few


def added(counts: Iterable[Count], book: str = "") -> list[Count]:
    """Add up several books: the sums of their whole numbers, group by group."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in counts:
        parts = (one.numerator, one.denominator, one.needed, one.found)
        sums[one.grp] = [a + b for a, b in zip(sums[one.grp], parts, strict=True)]
    return [Count(book, grp, *sums[grp]) for grp in sorted(sums)]


def shared(indicator: Indicator, read: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return what others than the organisation may see: figures about fewer than five people are hidden.

    Where one group alone would be hidden it could be worked out from the rest, so the next smallest goes
    with it.
    """
    if indicator.of is not Of.PEOPLE:
        return dict(read)
    groups = sorted((one for one in read.values() if one.grp), key=lambda one: (one.denominator, one.grp))
    small = [one.grp for one in groups if one.denominator < HIDDEN]
    if len(small) == 1 and len(groups) > 1:
        small.append(groups[1].grp)
    whole = read.get("")
    if whole is not None and 0 < whole.denominator < HIDDEN:
        small = ["", *[one.grp for one in groups]]
    return {grp: _hidden(one) if grp in small else one for grp, one in read.items()}


def _hidden(one: Figure) -> Figure:
    return Figure(one.code, one.grp, 0, 0, 0, 0, Status.HIDDEN, None, Band.NONE)


def together(codes: Sequence[str], partners: Mapping[str, str]) -> list[str]:
    """Return the codes with each one's counterpart right behind it (rule 8)."""
    ordered: list[str] = []
    for code in codes:
        for one in (code, partners.get(code, "")):
            if one and one in codes and one not in ordered:
                ordered.append(one)
    return ordered
