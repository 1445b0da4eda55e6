"""Spreadsheets as offices really keep them: other words above the columns, and traps inside. All made up."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from cahier.journal.entry import KINDS
from cahier.kernel.refusals import Refused
from cahier.registry.models import Person
from cahier.surfaces import importing
from cahier.surfaces.columns import targets
from cahier.surfaces.files import read_table
from cahier.surfaces.matching import propose
from helpers.cast import Cast
from surfaces.importing import checked, csv_bytes, imported, taken
from surfaces.spreadsheets import cells


def keys(kind: str, *headers: str) -> list[str]:
    return [match.key for match in propose(headers, targets(KINDS[kind]))]


DELIVERY = ["day", "supplier", "product", "accepted"]


@pytest.mark.parametrize(
    "headers",
    [
        ["Date de livraison", "N° producteur", "Produit", "Poids net (kg)"],
        ["DATE_LIV", "CODE_MEMBRE", "PRODUIT", "POIDS_NET_KG"],
        ["Date", "Farmer code", "Crop", "Weight (kg)"],
        ["Fecha", "Código de socio", "Producto", "Peso neto (qq)"],
        ["Date", "Matricule", "Produit", "Tonnage livré (T)"],
        ["Date", "Nom et prénoms", "Produit", "POIDS NET EN KG"],
    ],
)
def test_other_words_for_the_columns_of_a_delivery(headers: list[str]) -> None:
    assert keys("supply.delivery", *headers) == DELIVERY


def test_the_code_of_a_farmer_goes_before_her_name_wherever_it_stands() -> None:
    assert keys("supply.delivery", "Nom et prénoms", "Matricule") == ["", "supplier"]
    assert keys("supply.delivery", "Nom et prénoms") == ["supplier"]


def test_a_due_day_and_a_birth_day_are_not_the_day_it_happened() -> None:
    assert keys("registry.person", "Date de naissance", "Date d'adhésion") == ["birth_day", "day"]
    assert "day" not in keys("settlement.payment", "Date d'échéance")
    assert keys("governance.meeting", "Date de la réunion", "Type de réunion") == ["day", "type"]


PEOPLE = "Código;Apellidos;Nombres;Sexo;Fecha de ingreso"


def test_beside_h_the_letter_m_is_a_woman(cast: Cast) -> None:
    rows = csv_bytes(PEOPLE, "S1;Quilla;Rosa;M;2019-03-12", "S2;Mayta;Juan;H;2019-03-13")
    imported(cast.a, "registry.person", rows, cast.awa)
    assert dict(Person.objects.values_list("code", "sex")) == {"S1": "f", "S2": "m"}


def test_beside_f_the_letter_m_is_a_man(cast: Cast) -> None:
    rows = csv_bytes(PEOPLE, "S1;Quilla;Rosa;F;2019-03-12", "S2;Mayta;Juan;M;2019-03-13")
    imported(cast.a, "registry.person", rows, cast.awa)
    assert dict(Person.objects.values_list("code", "sex")) == {"S1": "f", "S2": "m"}


def test_f_h_and_m_in_one_column_is_refused_where_nobody_can_tell(cast: Cast) -> None:
    rows = csv_bytes(
        PEOPLE, "S1;Quilla;Rosa;F;2019-03-12", "S2;Mayta;Juan;M;2019-03-13", "S3;Ko;Al;H;2019-03-13"
    )
    run = checked(cast.a, "registry.person", rows, cast.awa)
    assert run.report["refused"] == 1
    assert run.report["kinds"][0]["code"] == "surfaces.either_sex"


@pytest.mark.parametrize("header", ["Peso neto (qq)", "Poids (sacs)", "Weight (bags)"])
def test_a_unit_that_only_a_person_knows_is_never_taken_for_kilograms(cast: Cast, header: str) -> None:
    rows = csv_bytes(f"Date;Matricule;Produit;{header}", "2025-10-13;M-1;CACAO;3")
    run = taken(cast.a, "supply.delivery", rows, cast.awa)
    plan = importing.accept(run)
    assert [(column.header, asked) for column, asked in plan.questions] == [(header, "unit")]
    with pytest.raises(Refused, match="say for each"):
        importing.check(run)


def test_a_quotation_mark_that_is_never_closed_swallows_no_row() -> None:
    broken = b'a;b\n1;"x\ny"\n2;"never closed\n3;z\n'
    with pytest.raises(Refused, match="row 3"):
        cells(broken)
    assert cells(b'a;b\n1;"x\ny"\n2;z\n')[1] == ["1", "x\ny"]


def words(kind: str, name: str, text: str) -> Any:
    from cahier.surfaces.cells import reader
    from cahier.surfaces.habits import Habit

    return reader(KINDS[kind].FIELDS[name], Habit(), "", "XOF")(text)


@pytest.mark.parametrize(
    ("kind", "name", "text", "code"),
    [
        ("settlement.payment", "channel", "Orange Money", "mobile"),
        ("settlement.payment", "channel", "Espèces", "cash"),
        ("settlement.payment", "type", "Solde", "balance"),
        ("governance.meeting", "type", "Conseil d'administration", "board"),
        ("money.account", "type", "Banque", "bank"),
        ("money.cash_entry", "direction", "Sortie", "out"),
    ],
)
def test_choices_in_the_words_of_the_office(kind: str, name: str, text: str, code: str) -> None:
    assert words(kind, name, text) == code


def test_the_other_sheets_of_a_workbook_are_not_passed_over_in_silence() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Lisez-moi"
    book.active.append(["Nom", "Code"])
    book.create_sheet("Livraisons").append(["Date", "Poids"])
    stream = io.BytesIO()
    book.save(stream)
    notes = [str(note) for note in read_table(stream.getvalue(), "x.xlsx").notes]
    assert any("Lisez-moi" in note and "Livraisons" in note for note in notes)
    assert not read_table(stream.getvalue(), "x.xlsx", sheet="Livraisons").notes
