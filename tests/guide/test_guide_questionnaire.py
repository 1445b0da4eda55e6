"""Somebody else's questionnaire read as a pack: a small made-up one, and a real Brazilian one."""

from __future__ import annotations

import os
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from cahier.guide import questionnaire
from cahier.guide.checks import findings
from cahier.guide.content import content_folder, load
from cahier.kernel.refusals import Refused

DESCRIPTION = content_folder() / "questionnaires/po-diagnosis-pt-BR/pack.toml"
SHARED = Path(os.environ.get("CAHIER_SHARED_DATA", Path(__file__).parents[3] / "shared/data"))
REAL = SHARED / "assessment/po-diagnosis-questionnaire-pt-BR.csv"
HEADER = "seq,area,subarea,number_in_source,question"
ROWS = [
    "1,GESTÃO,Livros,1,O livro está em dia?",
    "2,GESTÃO,Caixa,1,Conta o caixa?",
    "3,CAMPO,Solo,1,Analisa o solo?",
]


def csv(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "questions.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding=encoding)
    return path


def refusal(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        questionnaire.read(DESCRIPTION, path)
    return [(problem.where, str(problem)) for problem in refused.value.problems]


def test_areas_become_variables_and_questions_items(tmp_path: Path) -> None:
    pack = questionnaire.read(DESCRIPTION, csv(tmp_path, *ROWS))
    assert list(pack.variables) == ["A1", "A2"]
    assert [(item.id, item.section) for item in pack.items_of("A1")] == [("Q1", "S01"), ("Q2", "S02")]
    texts = pack.text("pt-br")
    assert (texts("A2"), texts("Q3"), texts("Q3", "question")) == ("CAMPO", "Solo 1", "Analisa o solo?")
    assert findings(pack) == []


def test_partly_is_half_of_the_way_because_the_description_says_so(tmp_path: Path) -> None:
    scale = questionnaire.read(DESCRIPTION, csv(tmp_path, *ROWS)).scale
    assert [scale.read(word) for word in ("Não", "em parte", "SIM", "não se aplica")] == [0, 1, 2, None]
    assert scale.percent(1) == Fraction(50)
    assert scale.choices() == (0, 1, 2)
    with pytest.raises(Refused, match="talvez is no answer of this pack"):
        scale.read("talvez")


def test_it_lies_in_a_folder_like_any_private_pack(tmp_path: Path) -> None:
    shutil.copy(DESCRIPTION, tmp_path / "pack.toml")
    csv(tmp_path, *ROWS).rename(tmp_path / "po-diagnosis-questionnaire-pt-BR.csv")
    assert len(load(tmp_path).items) == 3


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    shutil.copy(DESCRIPTION, tmp_path / "pack.toml")
    with pytest.raises(Refused, match=r"po-diagnosis-questionnaire-pt-BR\.csv is not there"):
        load(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    header = HEADER.replace("area,sub", "bloco,sub")
    [(_, said)] = refusal(csv(tmp_path, *ROWS, header=header))
    assert said.startswith("The column area is missing. The file has: seq, bloco")


def test_empty_cells_and_doubled_keys_are_named_row_by_row(tmp_path: Path) -> None:
    path = csv(tmp_path, ROWS[0], "1,GESTÃO,Caixa,1,Conta?", "3,,Solo,1,")
    assert refusal(path) == [
        ("row 3", "The key 1 stands in two rows. Use a column that differs in each row."),
        ("row 4", "The column area is empty. Fill it or take the row out."),
        ("row 4", "The column question is empty. Fill it or take the row out."),
    ]


def test_an_old_encoding_is_refused(tmp_path: Path) -> None:
    [(_, said)] = refusal(csv(tmp_path, *ROWS, encoding="latin-1"))
    assert "UTF-8" in said


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert len(refusal(csv(tmp_path))) == 5


@pytest.mark.skipif(
    not REAL.is_file(),
    reason=f"the Brazilian questionnaire is not here: set CAHIER_SHARED_DATA to the folder that holds {REAL.name}",
)
def test_the_brazilian_diagnosis_is_a_pack_of_187_questions_in_8_areas() -> None:
    pack = questionnaire.read(DESCRIPTION, REAL)
    assert (len(pack.variables), len(pack.sections), len(pack.items)) == (8, 40, 187)
    assert list(pack.items)[:2] == ["Q001", "Q002"]
    assert list(pack.items)[-1] == "Q187"
    assert sum(len(pack.items_of(variable)) for variable in pack.variables) == 187
    texts = pack.text("pt-BR")
    assert texts("A8") == "INFRAESTRUTURA SUSTENTÁVEL"
    assert texts("Q001", "question") == "O empreendimento possui um organograma geral?"
    assert findings(pack) == []
