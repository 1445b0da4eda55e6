"""What the gallery shows: made-up values for every part."""

from __future__ import annotations

from typing import Any


def parts() -> dict[str, Any]:
    """Return the context of the gallery."""
    return {}
