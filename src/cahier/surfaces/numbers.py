"""What the signs inside one number show, before the habit of its column is known."""

from __future__ import annotations

import re

MARKS = (",", ".")
_SPACES = "[ \u00a0\u202f\u2009]"
_APOSTROPHES = "['’]"
_GROUPED = re.compile(rf"\d{{1,3}}(?:({_SPACES}|{_APOSTROPHES})\d{{3}})(?:\1\d{{3}})*(?:[.,]\d+)?")
_PLAIN = re.compile(r"[\d.,]*\d[\d.,]*")


def as_plain(text: str) -> str:
    """Return a number without blanks and apostrophes between thousands, and with its minus in front.

    ``(1 250)`` and ``1250-`` are negative, as in accounts. Empty if blanks stand elsewhere: ``12 34``.
    """
    bare = text.strip().replace("\u2212", "-")
    minus = ""
    if bare.startswith("(") and bare.endswith(")"):
        minus, bare = "-", bare[1:-1].strip()
    elif bare.endswith("-"):
        minus, bare = "-", bare[:-1].strip()
    elif bare[:1] in {"-", "+"}:
        minus, bare = bare[0], bare[1:].strip()
    if _GROUPED.fullmatch(bare):
        bare = re.sub(f"{_SPACES}|{_APOSTROPHES}", "", bare)
    return "" if re.search(r"\s|['’_]", bare) else minus + bare


def number_form(text: str) -> str:
    """Return what a cell shows: ``,`` or ``.`` as decimal sign, ``sign?`` for either, ``whole``, or nothing.

    Digits with a leading zero (``0901``) are codes and not numbers; ``1.250.000`` shows that the dot
    groups thousands, so that the comma must be the decimal sign.
    """
    bare = as_plain(text).lstrip("+-")
    if not _PLAIN.fullmatch(bare) or re.fullmatch(r"0\d+", bare):
        return ""
    marks = [sign for sign in bare if sign in MARKS]
    if not marks:
        return "whole"
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return _other(marks[0]) if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare) else ""
    before, after = re.split("[.,]", bare)
    if len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0") and before:
        return "sign?"
    return marks[0]


def _other(mark: str) -> str:
    return "." if mark == "," else ","
