"""Characters broken by a wrong encoding, and the text they stood for where it can be worked out."""

from __future__ import annotations

import re

_DOUBLED = re.compile("[ÃÂÅÐ][\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]|â€|ï»¿")
_QUESTIONED = re.compile(r"[^\W\d_]\?[^\W\d_]")


def ungarbled(text: str) -> str | None:
    """Return the text with its UTF-8 read as cp1252 put right, empty if broken beyond that, else ``None``."""
    if "\ufffd" in text:
        return ""
    if _DOUBLED.search(text):
        return _redecoded(text)
    linked = "/" in text or "=" in text
    return "" if not linked and _QUESTIONED.search(text) else None


def _redecoded(text: str) -> str | None:
    try:
        return bytes(_byte(sign) for sign in text).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return "" if "â€" in text or "ï»¿" in text else None


def _byte(sign: str) -> int:
    return ord(sign) if ord(sign) < 256 else sign.encode("cp1252")[0]
