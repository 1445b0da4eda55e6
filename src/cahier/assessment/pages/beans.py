"""Beans as votes: one bean, one voice, in little heaps of SVG by group and level."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from cahier.assessment.grid import Grid
from cahier.assessment.voices import Voices
from cahier.assessment.votes import Histogram

MOST_DRAWN = 10
_ROW, _TOP, _STEP = 2, 10.0, 17.0


@dataclass(frozen=True)
class Heap:
    """The beans of one group on one level."""

    level: int
    count: int
    drawing: SafeString


@dataclass(frozen=True)
class Line:
    """One group of a reveal: its heaps, and how many did not know or left it blank."""

    name: str
    heaps: tuple[Heap, ...]
    dont_know: int
    blank: int


def lines(grid: Grid, told: Voices, names: dict[str, str]) -> list[Line]:
    """Return a line for each group, in the order of their names in the round."""
    ranked = sorted(told.groups, key=lambda code: (*names, code).index(code))
    return [line(names.get(code, code), told.groups[code]) for code in ranked]


def line(name: str, votes: Histogram) -> Line:
    """Return the line of one histogram."""
    heaps = tuple(Heap(level, count, heap(count)) for level, count in votes.counts)
    return Line(name, heaps, votes.dont_know, votes.blank)


def heap(count: int) -> SafeString:
    """Return the drawing of so many beans; above ten they are a number. Nothing for none."""
    if not 0 < count <= MOST_DRAWN:
        return mark_safe("")
    rows = -(-count // _ROW)
    beans = "".join(_bean(place, count, rows) for place in range(count))
    label = ngettext("{n} vote", "{n} votes", count).format(n=count)
    height = _TOP * 2 - 1 + _STEP * (rows - 1)
    return mark_safe(  # noqa: S308  (made of numbers and one translated word)
        f'<svg viewBox="0 0 44 {height:g}" role="img" aria-label="{label}">{beans}</svg>'
    )


def _bean(place: int, count: int, rows: int) -> str:
    row, column = divmod(place, _ROW)
    alone = count - row * _ROW == 1
    x = 22.0 if alone else 12.5 + 19 * column
    y = _TOP + _STEP * (rows - 1 - row)
    turn = -24 if column else 18
    return f'<ellipse class="c-blue" cx="{x:g}" cy="{y:g}" rx="7.5" ry="5.6" transform="rotate({turn} {x:g} {y:g})"/>'
