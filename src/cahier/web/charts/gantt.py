"""The programme in time: one line an action, grey where nobody is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cahier.web.charts.svg import (
    WIDTH,
    Chart,
    Table,
    breadth,
    element,
    lines,
    num,
    points,
    text,
    wrap,
)
from cahier.web.charts.tones import block, key_block, textures

Span = tuple[int, int]
"""First and last day as day numbers, both included."""

HEAD, LANE = 26.0, 22.0
SIDE_NAMES = 600
SHORT = 11.0
LEADING = 17.0


@dataclass(frozen=True)
class Month:
    """One month across the top: its first day, one letter for phones, a short name for wide drawings."""

    first: int
    letter: str
    short: str


@dataclass(frozen=True)
class Action:
    """One line: what, when in words (also the table's text), the days, and the tone of its kind."""

    label: str
    when: str
    spans: tuple[Span, ...]
    tone: str = "blue"


@dataclass(frozen=True)
class GanttWords:
    """Column heads, the word for grey days, and the word of each tone used."""

    action: str
    when: str
    closed: str
    tones: tuple[tuple[str, str], ...]


def gantt(
    name: str,
    title: str,
    message: str,
    actions: Sequence[Action],
    months: Sequence[Month],
    *,
    last: int,
    closed: Sequence[Span],
    words: GanttWords,
    width: float = WIDTH,
) -> Chart:
    """Return the calendar from the first day of the first month to ``last``.

    Names stand above their lines and months are letters up to 599 units; from 600 on, names stand at the
    left and months have their short names. Raises ``ValueError`` without months, for a span that ends
    before it begins, or one outside the calendar.
    """
    _check(months, last, actions, closed)
    frame = _Frame(months, last, width)
    body, y = textures(name, [*(each.tone for each in actions), "soft"]) + frame.head(), HEAD
    for each in actions:
        drawn, y = frame.action(name, each, closed, y)
        body += drawn
    key = [key_block(name, tone, label, width=15, beside=_token(tone, 22, 6)) for tone, label in words.tones]
    key.append(key_block(name, "soft", words.closed))
    table = Table((words.action, words.when), tuple((each.label, each.when) for each in actions))
    return Chart(name, title, message, width, y + 2, body, table, tuple(key))


@dataclass(frozen=True)
class _Frame:
    months: Sequence[Month]
    last: int
    width: float

    @property
    def left(self) -> float:
        return 216.0 if self.width >= SIDE_NAMES else 0.0

    def x(self, day: int) -> float:
        first = self.months[0].first
        return self.left + (self.width - self.left) * (day - first) / (self.last + 1 - first)

    def edges(self) -> list[float]:
        return [self.x(month.first) for month in self.months] + [self.width]

    def head(self) -> str:
        edges = self.edges()
        made = element("path", class_="l-ink", d=f"M{num(self.left)} {num(HEAD - 4)}H{num(self.width)}")
        for month, start, end in zip(self.months, edges, edges[1:], strict=False):
            fits = self.left and breadth(month.short) <= end - start - 2
            made += text(
                (start + end) / 2, 15, month.short if fits else month.letter, anchor="middle", class_="c-t2"
            )
        return made

    def action(self, name: str, each: Action, closed: Sequence[Span], y: float) -> tuple[str, float]:
        words, tall = self._words(each, y)
        beside = bool(self.left)
        lane = y + (tall - LANE) / 2 if beside else y + tall
        end = y + max(tall, LANE) + 10 if beside else lane + LANE + 9
        made = words + self._lane(closed, lane)
        made += "".join(self._mark(name, each.tone, span, lane) for span in each.spans)
        return made + element("path", class_="l-rule", d=f"M0 {num(end - 4)}H{num(self.width)}"), end

    def _words(self, each: Action, y: float) -> tuple[str, float]:
        if self.left:
            label = wrap(each.label, self.left - 12, 14, bold=True)
            when = wrap(each.when, self.left - 12)
            made = lines(1, y + 14, label, size=14, class_="c-b")
            below = y + 14 + LEADING * len(label)
            return made + lines(1, below, when, class_="c-t2"), LEADING * (len(label) + len(when)) + 4
        label = wrap(each.label, self.width - 4, 14, bold=True)
        made = lines(1, y + 14, label, size=14, class_="c-b")
        beside = breadth(label[-1], 14, bold=True) + 14 + breadth(each.when) < self.width
        if beside:
            at = y + 14 + LEADING * (len(label) - 1)
            made += text(self.width - 1, at, each.when, anchor="end", class_="c-t2")
            return made, LEADING * len(label) + 5
        when = wrap(each.when, self.width - 4)
        made += lines(1, y + 14 + LEADING * len(label), when, class_="c-t2")
        return made, LEADING * (len(label) + len(when)) + 5

    def _lane(self, closed: Sequence[Span], y: float) -> str:
        made = "".join(
            element(
                "rect",
                class_="c-soft",
                opacity=".75",
                x=self.x(a),
                y=y,
                width=self.x(b + 1) - self.x(a),
                height=LANE,
            )
            for a, b in closed
        )
        rules = "".join(f"M{num(edge)} {num(y)}V{num(y + LANE)}" for edge in self.edges()[1:-1])
        return made + (element("path", class_="l-rule", stroke_width="0.5", d=rules) if rules else "")

    def _mark(self, name: str, tone: str, span: Span, y: float) -> str:
        start, end = self.x(span[0]), self.x(span[1] + 1)
        if end - start < SHORT:
            middle = min(max((start + end) / 2, self.left + 7), self.width - 7)
            return _token(tone, middle, y + LANE / 2)
        return block(name, tone, x=start, y=y + 4, width=end - start, height=LANE - 8)


def _token(tone: str, x: float, y: float) -> str:
    """Return the sign of a few days, too short for a texture: each tone has its own shape."""
    if tone == "red":
        diamond = points([(x, y - 8), (x + 7, y), (x, y + 8), (x - 7, y)])
        return element("polygon", class_="c-red", points=diamond)
    if tone == "green":
        return element("circle", class_="c-green", cx=x, cy=y, r=6)
    wide, tall = (5.0, 8.0) if tone == "ink" else (5.0, 14.0)
    return element("rect", class_=f"c-{tone}", x=x - wide / 2, y=y - tall / 2, width=wide, height=tall)


def _check(months: Sequence[Month], last: int, actions: Sequence[Action], closed: Sequence[Span]) -> None:
    if not months:
        raise ValueError("a calendar needs at least one month")
    first = months[0].first
    for span in [*closed, *(span for each in actions for span in each.spans)]:
        if not first <= span[0] <= span[1] <= last:
            raise ValueError(f"days {span[0]} to {span[1]} do not lie in the calendar, {first} to {last}")
