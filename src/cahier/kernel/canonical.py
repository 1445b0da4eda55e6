"""The one spelling of a record in bytes, so that two machines compute the same digest.

A subset of RFC 8785 (JSON canonicalisation): names sorted, no blanks, UTF-8, and whole numbers only;
floats are refused because their spelling differs between machines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def dumps(record: Mapping[str, Any] | list[Any]) -> str:
    """Return the canonical JSON of a record of texts, whole numbers, true/false, lists and records."""
    return _encode(record)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def has_float(value: object) -> bool:
    """Tell whether a float hides anywhere in a value; entries never hold one."""
    if isinstance(value, float):
        return True
    if isinstance(value, Mapping):
        return any(has_float(part) for part in value.values())
    return isinstance(value, list | tuple) and any(has_float(part) for part in value)
