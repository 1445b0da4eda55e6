"""The pencil: elements, text that fits, tones with textures, and the chart that they make up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape

Number = int | float | Fraction | Decimal
Show = Callable[[Number], str]

WIDTH = 360
"""Units across a drawing for a phone or half a page."""
SMALLEST_TEXT = 12.5

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAME = re.compile(r"[a-z][a-z0-9-]*")
# Widths in shares of the type size, rounded up to DejaVu Sans, the widest font likely to be met.
_NARROW, _WIDE = frozenset("iljtf.,:;'’|!()[] \u00a0\u202f"), frozenset("mwMWOQ@%—…")


@dataclass(frozen=True)
class Table:
    """The table twin of a chart: column heads and rows of texts."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class KeyEntry:
    """One line of the key: its word, and its mark as an SVG fragment in a box of 28 by 12 units."""

    label: str
    mark: str


@dataclass(frozen=True)
class Chart:
    """A finished drawing. ``name`` starts with a letter, is unique on its page and prefixes all ids.

    ``message`` is the sentence that the chart makes visible; it becomes the description.
    """

    name: str
    title: str
    message: str
    width: float
    height: float
    body: str
    table: Table
    key: tuple[KeyEntry, ...] = ()

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"a chart's name is small letters, digits and hyphens, not {self.name!r}")

    @property
    def svg(self) -> str:
        """The drawing for a page that carries the stylesheet."""
        kind = "chart wide" if self.width > WIDTH else "chart"
        return opened(self, self.height, class_=kind) + self.body + "</svg>"

    @property
    def key_html(self) -> str:
        """The key as a list for a page, or nothing where the chart explains itself."""
        items = "".join(
            f'<li><svg viewBox="0 0 28 12" aria-hidden="true">{entry.mark}</svg>{clean(entry.label)}</li>'
            for entry in self.key
        )
        return f'<ul class="key">{items}</ul>' if items else ""


def opened(chart: Chart, tall: float, **attributes: object) -> str:
    """Return the opening tag, title and description of a chart."""
    name = chart.name
    head = element(
        "svg",
        None,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {num(chart.width)} {num(tall)}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        **attributes,
    )
    title = element("title", clean(chart.title), id=f"{name}-t")
    return head + title + element("desc", clean(chart.message), id=f"{name}-d")


def responsive(phone: Chart, desk: Chart) -> str:
    """Return a narrow and a wide drawing of one thing; the stylesheet shows the one that fits."""
    return f'<div class="chart-phone">{phone.svg}</div><div class="chart-desk">{desk.svg}</div>'


def num(value: Number) -> str:
    """Return a coordinate with at most one decimal; never ``-0``."""
    text = f"{float(value):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def clean(text: str) -> str:
    """Return text that XML accepts: marked signs escaped, control signs left out."""
    return escape(_FORBIDDEN.sub("", text))


def element(tag: str, content: str | None = "", **attributes: object) -> str:
    """Return one element. ``class_`` is class, underscores are hyphens, None and '' are left out.

    ``content`` is already safe text; None leaves the element open.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{clean(_plain(value))}"'
        for name, value in attributes.items()
        if value is not None and value != ""
    )
    if content is None:
        return f"<{tag}{written}>"
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(
    x: Number, y: Number, words: str, *, size: float = 13, anchor: str = "start", class_: str = ""
) -> str:
    """Return a line of text with its baseline at y. Raises ``ValueError`` below the smallest type."""
    if size < SMALLEST_TEXT:
        raise ValueError(f"type of {size} units is too small to read")
    place = None if anchor == "start" else anchor
    return element("text", clean(words), x=x, y=y, text_anchor=place, font_size=size, class_=class_)


def lines(
    x: Number, y: Number, words: Sequence[str], *, leading: float = 17, size: float = 13, **style: str
) -> str:
    """Return several lines of text, the first with its baseline at y."""
    return "".join(
        text(x, float(y) + index * leading, line, size=size, **style) for index, line in enumerate(words)
    )


def breadth(words: str, size: float = 13, *, bold: bool = False) -> float:
    """Return a careful estimate of a line's width in units: too wide rather than too narrow."""
    ems = sum(0.4 if sign in _NARROW else 0.95 if sign in _WIDE else _usual(sign) for sign in words)
    return ems * size * (1.08 if bold else 1)


def wrap(words: str, width: float, size: float = 13, *, bold: bool = False) -> list[str]:
    """Return the text in lines no wider than ``width``; a single longer word keeps a line for itself."""
    made: list[str] = []
    for word in words.split(" "):
        longer = f"{made[-1]} {word}" if made else word
        if made and breadth(longer, size, bold=bold) <= width:
            made[-1] = longer
        else:
            made.append(word)
    return made


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Return coordinates for a polygon or polyline."""
    return " ".join(f"{num(x)},{num(y)}" for x, y in pairs)


def _plain(value: object) -> str:
    return num(value) if isinstance(value, int | float | Fraction | Decimal) else str(value)


def _usual(sign: str) -> float:
    return 0.72 if sign.isupper() else 0.61
