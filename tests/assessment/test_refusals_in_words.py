"""Every sentence of the engines has its French and its Spanish, with the same places to fill."""

import re
from pathlib import Path

import pytest

import cahier
from cahier.assessment import agreement, change, contradictions, scoring, votes
from cahier.kernel.refusals import Reason

PARTS = Path(cahier.__file__).parent / "locale" / "parts"
REASONS = [
    value
    for module in (agreement, change, contradictions, scoring, votes)
    for value in vars(module).values()
    if isinstance(value, Reason)
]


def catalogue(language):
    text = (PARTS / f"scoring.{language}.po").read_text(encoding="utf-8")
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE))


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.code)
def test_it_is_said_in_the_three_languages(reason, language):
    said = catalogue(language)[reason.sentence]
    assert said != reason.sentence
    assert set(re.findall(r"{\w+}", said)) == set(re.findall(r"{\w+}", reason.sentence))


def test_codes_belong_to_the_assessment_and_are_many():
    assert len(REASONS) == 14
    assert all(reason.code.startswith("assessment.") for reason in REASONS)
