"""The profile: one axis a variable, agreed now, the round before, and the ring of proof around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from cahier.web.charts.labels import Label, named, numbered
from cahier.web.charts.svg import Chart, KeyEntry, Number, Show, Table, element, num, points

RADIUS, RING, THICK = 98.0, 112.0, 9.0
OUTER = RING + THICK / 2
CENTRE = 180.0
FEWEST, MOST = 3, 12

Point = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """One variable: its values on the scale 0 to ``full``, and the share of it that rests on proof.

    None is "no score" (the line is broken there) or "no ring" (nothing scored, so nothing to prove).
    ``proof_shown`` is what the table says, "4 of 6 items".
    """

    label: str
    value: Number | None
    before: Number | None = None
    proof: Number | None = None
    proof_shown: str = "–"


@dataclass(frozen=True)
class RadarWords:
    """The words around a radar, translated: column heads and key."""

    variable: str
    now: str
    before: str
    proof: str
    lowest: str


def radar(
    name: str,
    title: str,
    message: str,
    axes: Sequence[Axis],
    words: RadarWords,
    *,
    full: Number = 100,
    show: Show = str,
) -> Chart:
    """Return the radar of three to twelve variables; the lowest, all of them on a tie, are red and ringed.

    Where the names cannot stand around the ring they are listed below it, and numbers stand in their
    place. Raises ``ValueError`` for fewer than three axes, more than twelve, or a value outside 0 to full.
    """
    _check(axes, full)
    low = lowest(axes)
    shown = [_shown(axis.value, show) for axis in axes]
    labels = [
        Label(axis.label, score, index in low)
        for index, (axis, score) in enumerate(zip(axes, shown, strict=True))
    ]
    around = named(labels, CENTRE, OUTER + 5) or numbered(labels, CENTRE, OUTER + 5)
    drawing = _Drawing(axes, full, around.centre_y, low)
    body = drawing.grid() + drawing.before() + drawing.now() + drawing.ring() + around.body
    return Chart(
        name,
        title,
        message,
        2 * CENTRE,
        around.height,
        body,
        _table(axes, words, shown, show),
        _key(axes, words),
    )


def lowest(axes: Sequence[Axis]) -> frozenset[int]:
    """Return the places of the lowest values; none where fewer than two axes have a value."""
    values = {index: axis.value for index, axis in enumerate(axes) if axis.value is not None}
    least = min(values.values(), default=None)
    found = frozenset(index for index, value in values.items() if value == least)
    return frozenset() if len(found) == len(values) else found


@dataclass(frozen=True)
class _Drawing:
    axes: Sequence[Axis]
    full: Number
    centre_y: float
    low: frozenset[int]

    def at(self, index: float, radius: float) -> Point:
        angle = 2 * pi * index / len(self.axes)
        return CENTRE + radius * sin(angle), self.centre_y - radius * cos(angle)

    def grid(self) -> str:
        number = len(self.axes)
        webs = [
            element(
                "polygon",
                class_="l-rule",
                points=points(self.at(i, RADIUS * step / 4) for i in range(number)),
            )
            for step in range(1, 5)
        ]
        spokes = "".join(
            f"M{num(CENTRE)} {num(self.centre_y)}L{_pair(self.at(i, RADIUS))}" for i in range(number)
        )
        return "".join(webs) + element("path", class_="l-rule", d=spokes)

    def before(self) -> str:
        return self._line([axis.before for axis in self.axes], "l-dash")

    def now(self) -> str:
        values = [axis.value for axis in self.axes]
        dots = "".join(self._dot(index, value) for index, value in enumerate(values) if value is not None)
        return self._line(values, "l-blue") + dots

    def ring(self) -> str:
        gap = 0.065
        arcs = []
        for index, axis in enumerate(self.axes):
            start, end = index - 0.5 + gap, index + 0.5 - gap
            empty = "3 4" if axis.proof is None else None
            base = self._arc(start, end)
            arcs.append(element("path", class_="l-line", stroke_width=2, stroke_dasharray=empty, d=base))
            if axis.proof:
                part = self._arc(start, start + (end - start) * float(axis.proof))
                arcs.append(element("path", class_="l-green", stroke_width=THICK, d=part))
        return "".join(arcs)

    def _dot(self, index: int, value: Number) -> str:
        x, y = self.at(index, self._radius(value))
        dot = element("circle", class_="c-blue", cx=x, cy=y, r=4.5)
        return dot + element("circle", class_="l-red", cx=x, cy=y, r=8.5) if index in self.low else dot

    def _line(self, values: Sequence[Number | None], class_: str) -> str:
        number = len(values)
        placed = [None if v is None else self.at(i, self._radius(v)) for i, v in enumerate(values)]
        whole = [place for place in placed if place is not None]
        if len(whole) == number:
            return element("polygon", class_=class_, points=points(whole))
        edges = ((placed[i], placed[(i + 1) % number]) for i in range(number))
        path = "".join(f"M{_pair(a)}L{_pair(b)}" for a, b in edges if a is not None and b is not None)
        return element("path", class_=class_, d=path) if path else ""

    def _arc(self, start: float, end: float) -> str:
        large = int(end - start > len(self.axes) / 2)
        first, last = _pair(self.at(start, RING)), _pair(self.at(end, RING))
        return f"M{first}A{num(RING)} {num(RING)} 0 {large} 1 {last}"

    def _radius(self, value: Number) -> float:
        return RADIUS * float(value) / float(self.full)


def _pair(place: Point) -> str:
    return f"{num(place[0])} {num(place[1])}"


def _shown(value: Number | None, show: Show) -> str:
    return "–" if value is None else show(value)


def _check(axes: Sequence[Axis], full: Number) -> None:
    if not FEWEST <= len(axes) <= MOST:
        raise ValueError(f"a radar has {FEWEST} to {MOST} axes, not {len(axes)}")
    for axis in axes:
        for value, end in ((axis.value, full), (axis.before, full), (axis.proof, 1)):
            if value is not None and not 0 <= value <= end:
                raise ValueError(f"{axis.label}: {value} is not between 0 and {end}")


def _table(axes: Sequence[Axis], words: RadarWords, shown: Sequence[str], show: Show) -> Table:
    rows = [
        (axis.label, score, _shown(axis.before, show), axis.proof_shown)
        for axis, score in zip(axes, shown, strict=True)
    ]
    head = (words.variable, words.now, words.before, words.proof)
    if any(axis.before is not None for axis in axes):
        return Table(head, tuple(rows))
    return Table(head[:2] + head[3:], tuple(row[:2] + row[3:] for row in rows))


def _key(axes: Sequence[Axis], words: RadarWords) -> tuple[KeyEntry, ...]:
    entries = [
        KeyEntry(words.now, '<path class="l-blue" d="M0 6H28"/><circle class="c-blue" cx="14" cy="6" r="4"/>')
    ]
    if any(axis.before is not None for axis in axes):
        entries.append(KeyEntry(words.before, '<path class="l-dash" d="M0 6H28"/>'))
    ring = '<path class="l-line" stroke-width="2" d="M0 6H28"/><path class="l-green" stroke-width="9" d="M0 6H18"/>'
    entries.append(KeyEntry(words.proof, ring))
    if lowest(axes):
        entries.append(KeyEntry(words.lowest, '<circle class="l-red" cx="14" cy="6" r="4.7"/>'))
    return tuple(entries)
