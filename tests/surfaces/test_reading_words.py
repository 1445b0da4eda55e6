import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import cahier
from cahier.kernel.refusals import CATALOGUE, Reason
from cahier.surfaces import damage, dates, faults, habits, header, safe
from cahier.surfaces.table import Place

PARTS = Path(cahier.__file__).parent / "locale" / "parts"
MODULES = (damage, dates, faults, habits, header, safe)


def translated(language: str) -> dict[str, str]:
    with (PARTS / f"reading.{language}.po").open("rb") as stream:
        return {message.id: message.string for message in read_po(stream, locale=language)}


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_sentence_is_said_in_the_language_with_the_same_places(language):
    told = translated(language)
    kept = [value for module in MODULES for value in vars(module).values() if isinstance(value, Reason)]
    reasons = set(kept)
    assert all(CATALOGUE[reason.code] is reason for reason in reasons)
    assert len(reasons) > 45
    for reason in reasons:
        assert places(told[reason.sentence]) == places(reason.sentence), reason.code
        assert told[reason.sentence] != reason.sentence


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "membres.xlsx, feuille Nord, ligne 12, colonne D (Poids)"),
        ("es", "membres.xlsx, hoja Nord, fila 12, columna D (Poids)"),
    ],
)
def test_a_place_is_named_in_the_language(language, said):
    told = translated(language)
    assert Place("membres.xlsx", "Nord", 12, 3, "Poids").say(told.__getitem__) == said


def test_a_damage_is_told_in_french():
    found = damage.Damage(damage.LOST_ZEROS, 0, "Code")
    found.add(damage.Cell(5, "903", "0903"))
    assert found.problem.say(translated("fr").__getitem__) == (
        "Des codes comme 903 sont plus courts que les autres, qui commencent par 0 (1). Remettez les zéros."
    )
