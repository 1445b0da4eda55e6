"""The year as a wheel: twelve sectors, at most four rings, and the answer in the middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from cahier.web.charts.svg import Chart, Number, Table, element, lines, num, text
from cahier.web.charts.tones import key_block, paint, textures

SIZE, CENTRE = 360.0, 180.0
OUTER, STEP, THICK = 146.0, 22.0, 18.0
MONTHS, MOST = 12, 4

Season = tuple[Number, Number]
"""Start and end in months from the start of the wheel, 0 to 12; an end before the start passes the turn."""


@dataclass(frozen=True)
class Ring:
    """One ring, the first being the outermost: its word, its tone and its seasons."""

    label: str
    tone: str
    seasons: tuple[Season, ...]


def wheel(
    name: str,
    title: str,
    message: str,
    rings: Sequence[Ring],
    letters: Sequence[str],
    *,
    answer: Sequence[str],
    heads: tuple[str, str],
    show: Callable[[Season], str],
) -> Chart:
    """Return the wheel; ``letters`` name the twelve months, ``answer`` is up to three short lines.

    ``show`` writes a season for the table, ``heads`` are the table's two column heads. Raises
    ``ValueError`` for more than four rings, other than twelve letters, or a season outside the year.
    """
    _check(rings, letters, answer)
    body = textures(name, [ring.tone for ring in rings])
    for index, ring in enumerate(rings):
        outer = OUTER - STEP * index
        body += "".join(element("path", class_="c-wash", d=_sector(m, m + 1, outer)) for m in range(MONTHS))
        body += "".join(_season(name, ring.tone, season, outer) for season in ring.seasons)
    for month, letter in enumerate(letters):
        x, y = _at(month + 0.5, OUTER + 14)
        body += text(x, y + 5, letter, size=14, anchor="middle")
    top = CENTRE - 9 * (len(answer) - 1) + 5
    body += "".join(
        lines(
            CENTRE,
            top + 18 * index,
            [words],
            size=13.5,
            anchor="middle",
            class_="c-b" if index == 0 else "c-t2",
        )
        for index, words in enumerate(answer)
    )
    rows = tuple((ring.label, ", ".join(show(season) for season in ring.seasons) or "–") for ring in rings)
    key = tuple(key_block(name, ring.tone, ring.label) for ring in rings)
    return Chart(name, title, message, SIZE, SIZE, body, Table(heads, rows), key)


def _season(name: str, tone: str, season: Season, outer: float) -> str:
    start, end = (float(each) for each in season)
    end = end if end > start else end + MONTHS
    if end - start >= MONTHS:
        halves = _sector(start, start + 6, outer, gap=0) + _sector(start + 6, start + 12, outer, gap=0)
        return f'<path {paint(name, tone)} d="{halves}"/>'
    return f'<path {paint(name, tone)} d="{_sector(start, end, outer)}"/>'


def _sector(start: float, end: float, outer: float, gap: float = 1.5) -> str:
    """Return a piece of ring, ``gap`` units shorter at both ends, at any radius."""
    inner, large = outer - THICK, int(end - start > MONTHS / 2)
    one, two = gap / outer * MONTHS / (2 * pi), gap / inner * MONTHS / (2 * pi)
    corners = [
        _pair(start + one, outer),
        _pair(end - one, outer),
        _pair(end - two, inner),
        _pair(start + two, inner),
    ]
    arc = f"A{num(outer)} {num(outer)} 0 {large} 1"
    back = f"A{num(inner)} {num(inner)} 0 {large} 0"
    return f"M{corners[0]}{arc} {corners[1]}L{corners[2]}{back} {corners[3]}Z"


def _at(month: float, radius: float) -> tuple[float, float]:
    angle = 2 * pi * month / MONTHS
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def _pair(month: float, radius: float) -> str:
    x, y = _at(month, radius)
    return f"{num(x)} {num(y)}"


def _check(rings: Sequence[Ring], letters: Sequence[str], answer: Sequence[str]) -> None:
    if not 1 <= len(rings) <= MOST or len(letters) != MONTHS or len(answer) > 3:
        raise ValueError(f"a wheel has {MONTHS} months, one to {MOST} rings and at most three lines inside")
    for ring in rings:
        for start, end in ring.seasons:
            if not (0 <= start < MONTHS and 0 <= end <= MONTHS and start != end):
                raise ValueError(f"{ring.label}: {start} to {end} is no season of a year of {MONTHS} months")
