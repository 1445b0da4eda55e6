"""The blanks that a language puts before its signs, so that no line begins with a question mark.

Authors type plain blanks; the finer ones are put in when a pack is read.
"""

from __future__ import annotations

import re

_NARROW, _HARD = "\u202f", "\u00a0"
_FRENCH = (
    (re.compile(r" (?=[?!;](?:\s|$))"), _NARROW),
    (re.compile(r" (?=[:»])|(?<=«) |(?<=\d) (?=\d{3}\b)"), _HARD),
)
_HABITS = {"fr": _FRENCH}


def typeset(text: str, language: str) -> str:
    """Return the text with the blanks of its language; languages without such a habit are left as typed."""
    for pattern, blank in _HABITS.get(language.split("-", maxsplit=1)[0], ()):
        text = pattern.sub(blank, text)
    return text
