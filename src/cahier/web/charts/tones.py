"""Tones: a pen colour by class, and a texture that tells them apart when everything is black.

Blue is plain, green striped, ink dotted, red checked, soft pale.
"""

from __future__ import annotations

from collections.abc import Iterable

from cahier.web.charts.svg import KeyEntry, clean, element, num

TONES = ("blue", "green", "ink", "red", "soft")

_TEXTURES = {
    "green": '<rect class="c-inv" width="2.2" height="7"/>',
    "ink": '<circle class="c-inv" cx="2" cy="2" r="1.2"/><circle class="c-inv" cx="5.5" cy="5.5" r="1.2"/>',
    "red": '<rect class="c-inv" width="7" height="1.6"/><rect class="c-inv" width="1.6" height="7"/>',
}


def textures(name: str, used: Iterable[str]) -> str:
    """Return the definitions of the textures that a drawing uses. Raises ``ValueError`` for no such tone."""
    wanted = set(used)
    if unknown := sorted(wanted - set(TONES)):
        raise ValueError(f"no such tone: {', '.join(unknown)}; there are {', '.join(TONES)}")
    made = "".join(_pattern(name, tone) for tone in TONES if tone in wanted and tone in _TEXTURES)
    return f"<defs>{made}</defs>" if made else ""


def paint(name: str, tone: str) -> str:
    """Return the attribute that fills a shape with a tone."""
    if tone in _TEXTURES:
        return f'fill="url(#{clean(name)}-{tone})"'
    return f'class="c-{tone}"'


def block(name: str, tone: str, *, x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle in a tone."""
    place = f'x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'
    return f"<rect {paint(name, tone)} {place}/>"


def key_block(name: str, tone: str, label: str, *, width: float = 28, beside: str = "") -> KeyEntry:
    """Return the line of the key for a tone, with ``beside`` drawn at its right.

    It brings its own texture: one that lies in a hidden drawing is not painted by browsers.
    """
    own = f"{name}-key"
    return KeyEntry(
        label, textures(own, [tone]) + block(own, tone, x=0, y=0, width=width, height=12) + beside
    )


def _pattern(name: str, tone: str) -> str:
    ground = element("rect", class_=f"c-{tone}", width=7, height=7)
    turned = "rotate(45)" if tone == "green" else None
    return element(
        "pattern",
        ground + _TEXTURES[tone],
        id=f"{name}-{tone}",
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform=turned,
    )
