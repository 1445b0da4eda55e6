"""A line over time with its band: the range in which a figure should lie, or lay in other years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cahier.web.charts.svg import (
    WIDTH,
    Chart,
    KeyEntry,
    Number,
    Show,
    Table,
    breadth,
    element,
    num,
    points,
    text,
)

Place = tuple[float, float]
TOP, BOTTOM = 24.0, 34.0


@dataclass(frozen=True)
class Moment:
    """One point in time: the figure, None where there is none, and the band around it, if any."""

    label: str
    value: Number | None
    low: Number | None = None
    high: Number | None = None


@dataclass(frozen=True)
class LineWords:
    """Column heads and key, translated."""

    moment: str
    value: str
    low: str
    high: str
    band: str


def line(
    name: str,
    title: str,
    message: str,
    moments: Sequence[Moment],
    words: LineWords,
    *,
    ticks: Sequence[Number],
    show: Show = str,
    width: float = WIDTH,
    height: float = 220,
) -> Chart:
    """Return a line with dots, the last figure written, over its band.

    ``ticks`` are the values ruled across, lowest and highest being the ends of the scale. The line is
    broken where a figure is missing. Raises ``ValueError`` without moments or with fewer than two ticks,
    and for a figure outside the ticks.
    """
    _check(moments, ticks)
    frame = _Frame(
        moments, sorted(float(tick) for tick in ticks), [show(tick) for tick in sorted(ticks)], width, height
    )
    body = frame.band() + frame.rules() + frame.trace() + frame.last(show) + frame.moments_below()
    banded = any(each.low is not None and each.high is not None for each in moments)
    key = [
        KeyEntry(
            words.value, '<path class="l-path" d="M0 6H28"/><circle class="c-blue" cx="14" cy="6" r="4"/>'
        )
    ]
    if banded:
        mark = '<rect class="c-soft" width="28" height="12" opacity=".6"/><path class="l-line" d="M0 .5H28M0 11.5H28"/>'
        key.append(KeyEntry(words.band, mark))
    return Chart(name, title, message, width, height, body, _table(moments, words, show, banded), tuple(key))


@dataclass(frozen=True)
class _Frame:
    moments: Sequence[Moment]
    ticks: Sequence[float]
    shown: Sequence[str]
    width: float
    height: float

    @property
    def left(self) -> float:
        return max(breadth(label) for label in self.shown) + 8

    def x(self, index: int) -> float:
        room = self.width - self.left - 14
        return self.left + 6 + room * (index / (len(self.moments) - 1) if len(self.moments) > 1 else 0.5)

    def y(self, value: Number) -> float:
        first, last = self.ticks[0], self.ticks[-1]
        return self.height - BOTTOM - (self.height - TOP - BOTTOM) * (float(value) - first) / (last - first)

    def rules(self) -> str:
        path = "".join(f"M{num(self.left)} {num(self.y(tick))}H{num(self.width)}" for tick in self.ticks)
        names = "".join(
            text(self.left - 6, self.y(tick) + 4.5, label, anchor="end", class_="c-t2")
            for tick, label in zip(self.ticks, self.shown, strict=True)
        )
        return element("path", class_="l-rule", d=path) + names

    def band(self) -> str:
        made = ""
        for run in _runs([each.low is not None and each.high is not None for each in self.moments]):
            upper = [(self.x(i), self.y(self.moments[i].high or 0)) for i in run]
            lower = [(self.x(i), self.y(self.moments[i].low or 0)) for i in run]
            made += element(
                "polygon", class_="c-soft", opacity=".6", points=points([*upper, *reversed(lower)])
            )
            for edge in (upper, lower):
                made += element("polyline", class_="l-line", points=points(edge))
        return made

    def trace(self) -> str:
        made = ""
        for run in _runs([each.value is not None for each in self.moments]):
            places = [(self.x(i), self.y(self.moments[i].value or 0)) for i in run]
            made += element("polyline", class_="l-path", points=points(places))
            made += "".join(element("circle", class_="c-blue", cx=x, cy=y, r=4) for x, y in places)
        return made

    def last(self, show: Show) -> str:
        known = [index for index, each in enumerate(self.moments) if each.value is not None]
        if not known:
            return ""
        value = self.moments[known[-1]].value or 0
        words, x = show(value), self.x(known[-1])
        wide = breadth(words, 14, bold=True)
        middle = min(x, self.width - wide / 2 - 1)
        y = self.y(value) - 10
        plate = element(
            "rect", class_="c-inv", x=middle - wide / 2 - 2, y=y - 13, width=wide + 4, height=17, rx=2
        )
        return plate + text(middle, y, words, size=14, anchor="middle", class_="c-b")

    def moments_below(self) -> str:
        """Write as many names as fit, the last always, never one on another."""
        made, limit = "", self.width + 1.0
        for index in range(len(self.moments) - 1, -1, -1):
            label = self.moments[index].label
            wide = breadth(label)
            middle = min(max(self.x(index), wide / 2 + 1), self.width - wide / 2 - 1)
            if middle + wide / 2 + 6 > limit and made:
                continue
            made = text(middle, self.height - 12, label, anchor="middle") + made
            limit = middle - wide / 2
        return made


def _runs(present: Sequence[bool]) -> list[list[int]]:
    return [
        [index for index, _ in run]
        for here, run in groupby(enumerate(present), key=lambda pair: pair[1])
        if here
    ]


def _table(moments: Sequence[Moment], words: LineWords, show: Show, banded: bool) -> Table:
    def said(value: Number | None) -> str:
        return "–" if value is None else show(value)

    if banded:
        rows = tuple((m.label, said(m.value), said(m.low), said(m.high)) for m in moments)
        return Table((words.moment, words.value, words.low, words.high), rows)
    return Table((words.moment, words.value), tuple((m.label, said(m.value)) for m in moments))


def _check(moments: Sequence[Moment], ticks: Sequence[Number]) -> None:
    if not moments or len(set(ticks)) < 2:
        raise ValueError("a line needs at least one moment and two ticks")
    least, most = min(ticks), max(ticks)
    for each in moments:
        for value in (each.value, each.low, each.high):
            if value is not None and not least <= value <= most:
                raise ValueError(f"{each.label}: {value} is not between the ticks {least} and {most}")
