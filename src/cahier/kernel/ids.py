"""Identifiers made by whoever writes, without asking anybody.

A new fact gets a UUIDv7 (RFC 9562): unique anywhere, sorted by the time it was made. A fact that comes
from a file gets an id derived from its content, so that reading the same file twice gives the same ids.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time

_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id(milliseconds: int | None = None) -> str:
    """Return a fresh UUIDv7 in its 36-character text form.

    ``milliseconds`` since 1970 is only given by tests and by generators that replay a made-up past.
    """
    now = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    value = (now & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    return _text(value, version=7)


def derived_id(*parts: str) -> str:
    """Return the id that always belongs to these parts: a UUIDv8 cut from their SHA-256.

    Parts are joined with their lengths, so ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    digest = hashlib.sha256("".join(f"{len(part)}:{part};" for part in parts).encode()).digest()
    return _text(int.from_bytes(digest[:16], "big"), version=8)


def is_id(text: object) -> bool:
    """Tell whether this is an identifier in the one accepted spelling: lower case, with hyphens."""
    return isinstance(text, str) and _FORM.fullmatch(text) is not None


def short_code(digest: str, length: int = 8) -> str:
    """Return a code that a person can read aloud and compare: ``4F7K-9QXM-3`` for a hexadecimal digest.

    Crockford's base 32 (no I, L, O, U), ``length`` signs in groups of four, then one check sign: the
    value modulo 31, which finds every single wrong sign and every swap of neighbours.
    """
    value = int(digest, 16) >> (4 * len(digest) - 5 * length)
    signs = "".join(_CROCKFORD[value >> shift & 31] for shift in range(5 * (length - 1), -1, -5))
    groups = "-".join(signs[start : start + 4] for start in range(0, length, 4))
    return f"{groups}-{_CROCKFORD[value % 31]}"


def _text(value: int, version: int) -> str:
    value = value & ~(0xF << 76) | version << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
