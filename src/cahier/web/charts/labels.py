"""Names around a circle: where each stands so that nothing collides, in any language.

Names stand beside their axes where they fit. Where one does not, numbers stand there and the names are
listed below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt

from cahier.web.charts.svg import breadth, lines, text, wrap

SIZE, LEADING = 14.0, 17.0
SIDE, MIDDLE = 150.0, 300.0
FARTHEST = 80.0


@dataclass(frozen=True)
class Label:
    """A name, its score as shown, and whether it is the lowest (red and underlined)."""

    name: str
    score: str
    lowest: bool = False


@dataclass(frozen=True)
class Around:
    """The labels drawn, with the height they leave for the drawing and where its centre lies."""

    body: str
    centre_y: float
    height: float


@dataclass(frozen=True)
class _Box:
    words: tuple[str, ...]
    label: Label
    anchor: str
    left: float
    width: float
    top: float
    target: float

    @property
    def height(self) -> float:
        return LEADING * (len(self.words) + 1)

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: _Box) -> bool:
        across = self.left < other.left + other.width + 8 and other.left < self.left + self.width + 8
        return across and self.top < other.bottom + 4 and other.top < self.bottom + 4


def named(labels: Sequence[Label], centre: float, outer: float) -> Around | None:
    """Return the names around a circle of radius ``outer``, or None where one has no good place."""
    boxes = [_box(label, 2 * pi * index / len(labels), centre, outer) for index, label in enumerate(labels)]
    placed: list[_Box] = []
    for box in sorted(boxes, key=lambda each: (abs(each.target), each.left)):
        free = _cleared(_outside(box, centre, outer), placed)
        if abs(free.top + free.height / 2 - free.target) > FARTHEST + free.height / 2:
            return None
        placed.append(free)
    top = min(-outer, *(box.top for box in placed)) - 4
    bottom = max(outer, *(box.bottom for box in placed)) + 6
    return Around("".join(_drawn(box, -top) for box in placed), -top, bottom - top)


def numbered(labels: Sequence[Label], centre: float, outer: float) -> Around:
    """Return numbers around the circle and the names with their scores listed below it."""
    middle = outer + 24
    marks, below = "", 2 * middle + 8
    for index, label in enumerate(labels):
        angle = 2 * pi * index / len(labels)
        x, y = centre + (outer + 11) * sin(angle), middle - (outer + 11) * cos(angle) + 5
        style = _style(label)
        marks += text(x, y, str(index + 1), size=SIZE, anchor="middle", class_=style)
        words = wrap(label.name, 2 * centre - 30 - breadth(label.score, SIZE, bold=True) - 12, SIZE)
        marks += text(20, below + 14, str(index + 1), size=SIZE, anchor="end", class_=style)
        marks += lines(30, below + 14, words, leading=LEADING, size=SIZE)
        marks += text(2 * centre - 1, below + 14, label.score, size=SIZE, anchor="end", class_=style)
        below += LEADING * len(words) + 4
    return Around(marks, middle, below + 4)


def _box(label: Label, angle: float, centre: float, outer: float) -> _Box:
    side = 0 if abs(sin(angle)) < 0.1 else (1 if sin(angle) > 0 else -1)
    words = tuple(wrap(label.name, SIDE if side else MIDDLE, SIZE, bold=True))
    width = max(breadth(word, SIZE, bold=True) for word in (*words, label.score))
    anchor = {0: "middle", 1: "end", -1: "start"}[side]
    left = {0: centre - width / 2, 1: 2 * centre - 1 - width, -1: 1.0}[side]
    box = _Box(words, label, anchor, left, width, 0, -(outer + 6) * cos(angle))
    return replace(box, top=box.target - box.height / 2)


def _outside(box: _Box, centre: float, outer: float) -> _Box:
    """Move a box up or down until it no longer lies on the circle."""
    near = (
        0.0
        if box.anchor == "middle"
        else abs(centre - box.left if box.anchor == "start" else box.left - centre)
    )
    if box.anchor == "start":
        near = centre - box.left - box.width
    if near >= outer:
        return box
    reach = sqrt(outer * outer - max(near, 0) ** 2)
    if box.target <= 0:
        return replace(box, top=min(box.top, -reach - box.height))
    return replace(box, top=max(box.top, reach))


def _cleared(box: _Box, placed: Sequence[_Box]) -> _Box:
    """Move a box away from the equator until it meets none that are placed already."""
    for other in sorted(placed, key=lambda each: each.top, reverse=box.target <= 0):
        if box.meets(other):
            above = other.top - 4 - box.height
            box = replace(box, top=above if box.target <= 0 else other.bottom + 4)
    return box


def _drawn(box: _Box, shift: float) -> str:
    x = {"middle": box.left + box.width / 2, "end": box.left + box.width, "start": box.left}[box.anchor]
    y = box.top + shift + 13
    names = lines(x, y, box.words, leading=LEADING, size=SIZE, anchor=box.anchor, class_="c-b")
    score = text(
        x,
        y + LEADING * len(box.words),
        box.label.score,
        size=SIZE,
        anchor=box.anchor,
        class_=_style(box.label),
    )
    return names + score


def _style(label: Label) -> str:
    return "c-b c-red u" if label.lowest else "c-b"
