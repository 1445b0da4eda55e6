"""A chart for a document outside the browser: its own style, its key drawn below, safe in black and white."""

from __future__ import annotations

from cahier.web.charts.svg import Chart, breadth, opened, text

# The pens as greys and blacks; textures and shapes tell them apart. Kept to plain class selectors,
# which every SVG reader understands.
STYLE = """
text{font-family:"Liberation Sans","DejaVu Sans",Arial,sans-serif;fill:#000}
.c-ink,.c-blue,.c-green,.c-red{fill:#000}.c-soft{fill:#bbb}.c-mark{fill:#ddd}
.c-wash{fill:#fff;stroke:#999;stroke-width:.5}.c-bluewash{fill:#eee}
.c-t2{fill:#333}.c-inv{fill:#fff}.c-b{font-weight:700}.u{text-decoration:underline}
.l-rule{stroke:#999;fill:none}.l-line{stroke:#555;fill:none}.l-ink{stroke:#000;fill:none;stroke-width:2}
.l-blue{stroke:#000;fill:#000;fill-opacity:.1;stroke-width:2.5;stroke-linejoin:round}
.l-path{stroke:#000;fill:none;stroke-width:2.5;stroke-linejoin:round}
.l-dash{stroke:#333;fill:none;stroke-width:2;stroke-dasharray:5 4;stroke-linejoin:round}
.l-green{stroke:#000;fill:none}.l-red{stroke:#000;fill:none;stroke-width:2.5}
""".replace("\n", "")

ROW = 20.0


def standalone(chart: Chart) -> str:
    """Return the drawing as a complete SVG file with style and key inside, for PDF and print."""
    key, below = _key(chart)
    head = opened(chart, chart.height + below, width=chart.width, height=chart.height + below)
    return f"{head}<style>{STYLE}</style>{chart.body}{key}</svg>"


def _key(chart: Chart) -> tuple[str, float]:
    """Draw the key in as many rows as it needs; return it with its height."""
    body, x, y = "", 0.0, chart.height + 14
    for entry in chart.key:
        wide = 36 + breadth(entry.label, 13) + 16
        if x and x + wide > chart.width:
            x, y = 0.0, y + ROW
        body += f'<g transform="translate({x:.1f} {y - 10:.1f})">{entry.mark}</g>'
        body += text(x + 36, y, entry.label)
        x += wide
    return body, (y + 8 - chart.height if chart.key else 0)
