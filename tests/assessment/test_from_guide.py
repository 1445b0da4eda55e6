"""Any pack is scored by the one engine: the shipped edition, a foreign questionnaire, a made-up one."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest

from cahier.assessment.from_guide import instrument, scale
from cahier.assessment.instrument import Mark
from cahier.assessment.scoring import profile
from cahier.guide import questionnaire
from cahier.guide.content import content_folder, edition
from cahier.guide.loader import assemble
from cahier.kernel.refusals import Refused
from guide_packs import whole

PACK = edition("2026")
DESCRIPTION = content_folder() / "questionnaires/po-diagnosis-pt-BR/pack.toml"
SHARED = Path(os.environ.get("CAHIER_SHARED_DATA", Path(__file__).parents[3] / "shared/data"))
REAL = SHARED / "assessment/po-diagnosis-questionnaire-pt-BR.csv"


def test_the_edition_becomes_an_instrument_with_its_rule_of_proof() -> None:
    made = instrument(PACK)
    assert [len(variable.items) for variable in made.variables] == [5, 6, 5, 5, 6, 7]
    assert made.version == f"cahier/2026 {PACK.digest[:12]}"
    assert (made.scale.lowest, made.scale.highest, made.scale.limit, made.scale.needed) == (1, 5, 3, 2)
    assert made.scale.halves
    assert made.scale.spread_limit == 1


def test_an_organisation_that_only_speaks_for_members_has_fewer_items() -> None:
    made = instrument(PACK, {"FN11"})
    assert made.items[:2] == ("T5", "A1")
    assert "E1" not in made.items


def test_an_edition_all_at_level_three_stands_half_way() -> None:
    made = instrument(PACK)
    assert profile(made, {item: Mark(agreed=3) for item in made.items}).index == 50


def test_answers_of_a_questionnaire_are_scored_as_its_description_says(tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    rows = ["1,GESTÃO,Livros,1,Em dia?", "2,GESTÃO,Livros,2,Completo?", "3,CAMPO,Solo,1,Analisa?"]
    path.write_text("\n".join(["seq,area,subarea,number_in_source,question", *rows]), encoding="utf-8")
    pack = questionnaire.read(DESCRIPTION, path)
    said = {"Q1": "Sim", "Q2": "Em parte", "Q3": "Não"}
    marks = {item: Mark(agreed=pack.scale.read(word)) for item, word in said.items()}
    found = profile(instrument(pack), marks)
    assert [variable.points for variable in found.variables] == [75, 0]
    assert found.index == Fraction(75, 2)


@pytest.mark.skipif(
    not REAL.is_file(),
    reason=f"the Brazilian questionnaire is not here: set CAHIER_SHARED_DATA to the folder that holds {REAL.name}",
)
def test_the_brazilian_diagnosis_is_scored_in_its_eight_areas() -> None:
    pack = questionnaire.read(DESCRIPTION, REAL)
    made = instrument(pack)
    found = profile(made, {item: Mark(agreed=pack.scale.read("em parte")) for item in made.items})
    assert [variable.points for variable in found.variables] == [50] * 8
    assert found.index == 50


def test_a_scale_with_gaps_is_refused() -> None:
    with pytest.raises(Refused, match=r"The levels of tiny/1 are 0, 2, 4\. Only scales without gaps"):
        scale(assemble(whole()))


def test_two_rules_of_proof_are_refused() -> None:
    tables = whole()
    tables["pack.toml"]["scale"]["levels"] = [0, 1, 2, 3, 4]
    with pytest.raises(Refused, match="Keep one rule"):
        scale(assemble(tables))
    tables["pack.toml"]["evidence"]["counted_from"] = "shown"
    assert scale(assemble(tables)).needed == 1
