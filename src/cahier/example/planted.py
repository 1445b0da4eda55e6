"""What the generator planted, noted from its own plan: faults by entry, and figures to expect.

Nothing here reads the tables or the indicators: the figures come from the same lists from which the
entries were written, so that both can be compared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Planted:
    """The truth about one organisation: ``faults`` by name, ``figures`` by indicator code and season."""

    faults: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[str, dict[str, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))

    def fault(self, what: str, **about: Any) -> None:
        """Note a planted fault and where it stands."""
        self.faults[what].append(about)

    def figure(self, code: str, season: str, **expected: Any) -> None:
        """Note what an indicator should say of a season: ``numerator`` and ``denominator``, or ``band``."""
        self.figures[code][season] = expected

    def as_json(self) -> dict[str, Any]:
        """Return the truth as it stands in the file."""
        return {"faults": dict(self.faults), "figures": dict(self.figures)}


def save(path: Path, truths: dict[str, Planted]) -> None:
    """Write the truth file of a network, organisation by organisation."""
    body = {key: one.as_json() for key, one in sorted(truths.items())}
    path.write_text(json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")


def load(path: Path) -> dict[str, Any]:
    """Return the truth file of a network."""
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
