"""French signs stay on the line of the word before them; other languages are left alone."""

from __future__ import annotations

import pytest

from cahier.guide.content import edition
from cahier.guide.typesetting import typeset


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Qui décide ?", "Qui décide\u202f?"),
        ("Qui ? Quand ?", "Qui\u202f? Quand\u202f?"),
        ("un village ; une région", "un village\u202f; une région"),
        ("un service : la pesée", "un service\u00a0: la pesée"),
        ("il dit « oui »", "il dit «\u00a0oui\u00a0»"),
        ("44 550 F", "44\u00a0550 F"),
        ("10 par an", "10 par an"),
        ("10 h 30 : départ", "10 h 30\u00a0: départ"),
    ],
)
def test_french_blanks(typed: str, shown: str) -> None:
    assert typeset(typed, "fr") == shown
    assert typeset(typed, "fr-CI") == shown
    assert typeset(shown, "fr") == shown
    assert typeset(typed, "es") == typed


def test_the_edition_is_shown_with_them() -> None:
    pack = edition("2026")
    assert pack.text("fr")("T5", "question").endswith("\u202f?")
    for place, text in pack.texts["fr"].items():
        assert " ?" not in text, place
        assert " :" not in text, place
    assert not any("\u202f" in text for text in pack.texts["en"].values())
