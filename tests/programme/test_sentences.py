"""Every sentence of the programme's engines exists in French and Spanish, with the same places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import cahier
from cahier.kernel.refusals import CATALOGUE
from cahier.programme import calendar, checks, clash, costing, obstacles, optimiser, reasons, verifier

ENGINES = (calendar, checks, clash, costing, obstacles, optimiser, reasons, verifier)
PLACE = re.compile(r"{\w+}")


def sentences() -> set[str]:
    """Return the sentences declared in the engines, found by the objects that hold them."""
    held = {id(thing) for engine in ENGINES for thing in vars(engine).values()}
    return {reason.sentence for reason in CATALOGUE.values() if id(reason) in held}


@pytest.mark.parametrize("language", ["fr", "es"])
def test_it_works(language):
    path = Path(cahier.__file__).parent / "locale" / "parts" / f"programme-engines.{language}.po"
    with path.open("rb") as file:
        spoken = {message.id: message.string for message in read_po(file) if message.id}
    assert len(sentences()) > 60
    assert sentences() == set(spoken)
    for english, said in spoken.items():
        assert set(PLACE.findall(english)) == set(PLACE.findall(said)), english
