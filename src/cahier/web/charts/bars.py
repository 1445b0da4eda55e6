"""Bars: label left, value right, bar under; a black tick is the threshold. And stacked bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from cahier.web.charts.svg import (
    WIDTH,
    Chart,
    KeyEntry,
    Number,
    Show,
    Table,
    breadth,
    element,
    lines,
    text,
    wrap,
)
from cahier.web.charts.tones import block, key_block, textures

THICK = 16.0
LEADING = 17.0


@dataclass(frozen=True)
class Bar:
    """One line. ``value`` None is "no figure"; ``tick`` is its threshold, in the same unit."""

    label: str
    value: Number | None
    tick: Number | None = None
    note: str = ""
    tone: str = "blue"


@dataclass(frozen=True)
class Stack:
    """One line of a stacked chart: one value a series, in the order of the series."""

    label: str
    values: tuple[Number, ...]


@dataclass(frozen=True)
class Series:
    """One part of every stack: its word and its tone."""

    label: str
    tone: str


@dataclass(frozen=True)
class BarWords:
    """Column heads, translated: what a line is, what is measured, and what the tick means."""

    line: str
    value: str
    tick: str


def bars(
    name: str,
    title: str,
    message: str,
    items: Sequence[Bar],
    words: BarWords,
    *,
    full: Number,
    show: Show = str,
    width: float = WIDTH,
) -> Chart:
    """Return one bar a line; the full width means ``full`` (100 %, or the stated maximum).

    A value above ``full`` fills the bar, and its figure says the rest. Raises ``ValueError`` for a value
    or tick below zero, or a ``full`` that is not above zero.
    """
    _not_below_zero([value for item in items for value in (item.value, item.tick)], full)
    body, y = textures(name, [item.tone for item in items]), 0.0
    for item in items:
        shown = "–" if item.value is None else show(item.value)
        drawn, y = _head(item.label, shown, y, width)
        body += drawn + _bar(name, item, float(full), y, width)
        y += THICK
        for line in wrap(item.note, width - 4) if item.note else ():
            y += LEADING
            body += text(1, y, line, class_="c-t2")
        y += 16
    ticks = any(item.tick is not None for item in items)
    rows = tuple(
        (item.label, _shown(item.value, show), *((_shown(item.tick, show),) if ticks else ()))
        for item in items
    )
    head = (words.line, words.value, words.tick) if ticks else (words.line, words.value)
    tick = KeyEntry(words.tick, '<rect class="c-ink" x="12.5" y="-1" width="3" height="14"/>')
    return Chart(
        name, title, message, width, max(y - 10, 1), body, Table(head, rows), (tick,) if ticks else ()
    )


def stacked(
    name: str,
    title: str,
    message: str,
    series: Sequence[Series],
    stacks: Sequence[Stack],
    *,
    line: str,
    total: str,
    full: Number | None = None,
    show: Show = str,
    width: float = WIDTH,
) -> Chart:
    """Return bars made of parts, side by side, with the sum at the right.

    ``line`` and ``total`` head the table's first and last column. ``full`` is the largest sum when not
    given. A part's figure stands in it where it fits. Raises ``ValueError`` for a value below zero, or a
    stack with another number of values than there are series.
    """
    for stack in stacks:
        if len(stack.values) != len(series):
            raise ValueError(f"{stack.label}: {len(stack.values)} values for {len(series)} series")
    sums = [sum(stack.values) for stack in stacks]
    most = full if full is not None else max(sums, default=0) or 1
    _not_below_zero([value for stack in stacks for value in stack.values], most)
    body, y = textures(name, [each.tone for each in series]), 0.0
    for stack, whole in zip(stacks, sums, strict=True):
        drawn, y = _head(stack.label, show(whole), y, width)
        body += drawn + _parts(name, series, stack, (float(most), y, width), show)
        y += 44
    rows = tuple(
        (stack.label, *(show(value) for value in stack.values), show(whole))
        for stack, whole in zip(stacks, sums, strict=True)
    )
    table = Table((line, *(each.label for each in series), total), rows)
    key = tuple(key_block(name, each.tone, each.label) for each in series)
    return Chart(name, title, message, width, max(y - 14, 1), body, table, key)


def _head(label: str, shown: str, y: float, width: float) -> tuple[str, float]:
    room = width - breadth(shown, 14, bold=True) - 14
    words = wrap(label, room, 14)
    body = lines(1, y + 14, words, leading=LEADING, size=14)
    body += text(width - 1, y + 14, shown, size=14, anchor="end", class_="c-b")
    return body, y + LEADING * len(words) + 4


def _bar(name: str, item: Bar, full: float, y: float, width: float) -> str:
    body = element("rect", class_="c-wash", x=0.5, y=y, width=width - 1, height=THICK)
    if item.value:
        body += block(name, item.tone, x=0, y=y, width=width * min(float(item.value) / full, 1), height=THICK)
    if item.tick is not None:
        place = min(width * float(item.tick) / full, width) - 1.5
        body += element("rect", class_="c-inv", x=max(place - 1.5, 0), y=y, width=6, height=THICK)
        body += element("rect", class_="c-ink", x=max(place, 0), y=y - 4, width=3, height=THICK + 8)
    return body


def _parts(
    name: str, series: Sequence[Series], stack: Stack, room: tuple[float, float, float], show: Show
) -> str:
    full, y, width = room
    body, height = "", 22.0
    ends = list(accumulate(float(value) for value in stack.values))
    for each, value, end in zip(series, stack.values, ends, strict=True):
        long = width * min(float(value), full) / full
        if not value:
            continue
        start = width * (end - float(value)) / full
        body += block(name, each.tone, x=start, y=y, width=max(long - 1.5, 0.8), height=height)
        shown = show(value)
        if breadth(shown, 13, bold=True) + 14 <= long:
            body += _plate(shown, start + long / 2, y + height / 2)
    return body


def _plate(shown: str, x: float, y: float) -> str:
    wide = breadth(shown, 13, bold=True) + 6
    plate = element("rect", class_="c-inv", x=x - wide / 2, y=y - 8, width=wide, height=16, rx=2)
    return plate + text(x, y + 4.7, shown, anchor="middle", class_="c-b")


def _shown(value: Number | None, show: Show) -> str:
    return "–" if value is None else show(value)


def _not_below_zero(values: Sequence[Number | None], full: Number) -> None:
    if full <= 0:
        raise ValueError("the full width of a bar must mean more than zero")
    for value in values:
        if value is not None and value < 0:
            raise ValueError(f"a bar cannot show {value}: it is below zero")
