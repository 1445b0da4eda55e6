import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.surfaces import safe
from cahier.surfaces.files import read_table
from cahier.surfaces.header import data_rows, find_header
from cahier.surfaces.safe import Column, bare, neutral, write_table
from surfaces.spreadsheets import cells

COLUMNS = (Column("Nom", "Nom de famille", "family_name"), Column("Poids", "Kilos nets", "weight"))


def written(kind, rows, columns=COLUMNS, **options) -> bytes:
    out = io.BytesIO()
    assert write_table(out, kind, columns, rows, **options) == len(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    "text", ["=1+1", "+225 07", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "-1-1", "＝1"]
)
def test_cells_that_could_act_are_neutralised(text):
    assert neutral(text) == f"'{text}"
    assert cells(written("csv", [[text, 1]]))[1][0] == f"'{text}"
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", [[text, 1]]))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value.startswith("'")


@pytest.mark.parametrize("text", ["-5", "-12,5", "-0.25", "Awa", "a=b", "", "'tis", "12-03"])
def test_negative_numbers_and_harmless_text_stay(text):
    assert neutral(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r5,a"), max_size=6))
def test_neutralising_is_undone_exactly(text):
    assert bare(neutral(text)) == text
    assert neutral(text)[:1] not in set("=+@\t\r")


def test_csv_has_the_mark_that_excel_needs():
    assert written("csv", [["Koné", 61]]).startswith(b"\xef\xbb\xbfNom,Poids\r\nKon\xc3\xa9,61\r\n")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_values_are_read_back_as_they_were(kind):
    rows = [
        ["Awa", Decimal("61.5"), dt.date(2026, 3, 4), True, None, -7],
        ["1234567890123456789", Decimal("-0.125"), dt.date(1890, 1, 2), False, "", 12345678901234567890],
    ]
    columns = [Column(name) for name in ("Nom", "Poids", "Jour", "Membre", "Note", "Code")]
    assert cells(written(kind, rows, columns))[1:] == [
        ["Awa", "61.5", "2026-03-04", "true", "", "-7"],
        ["1234567890123456789", "-0.125", "1890-01-02", "false", "", "12345678901234567890"],
    ]


def test_the_second_sheet_says_what_the_columns_mean():
    source = written("xlsx", [], sheet="Membres", meanings="Colonnes")
    assert cells(source, sheet="Colonnes") == [
        ["Nom", "family_name", "Nom de famille"],
        ["Poids", "weight", "Kilos nets"],
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_row_of_machine_names_is_written_on_request_and_recognised(kind):
    table = read_table(written(kind, [["Awa", 61]], keys=True), "a.x")
    header = find_header(table)
    assert header.hashtags == ("#family_name", "#weight")
    assert [row.cells for row in data_rows(table, header)] == [["Awa", "61"]]


def test_a_dangerous_header_is_neutralised_too():
    assert cells(written("xlsx", [], [Column("=cmd")]))[0] == ["'=cmd"]


def test_what_does_not_fit_a_sheet_is_refused(monkeypatch):
    with pytest.raises(Refused, match="holds 32767 characters and the text has 40000"):
        write_table(io.BytesIO(), "xlsx", COLUMNS, [["x" * 40_000, 1]])
    monkeypatch.setattr(safe, "SHEET_ROWS", 3)
    with pytest.raises(Refused, match="holds 3 rows"):
        write_table(io.BytesIO(), "xlsx", COLUMNS, [["Awa", 1]] * 3)


def test_another_kind_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="pdf"):
        write_table(io.BytesIO(), "pdf", COLUMNS, [])


@given(
    st.lists(
        st.tuples(
            st.text(
                st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20
            ),
            st.decimals(-(10**6), 10**6, places=3),
        ),
        max_size=6,
    ),
    st.sampled_from(["csv", "xlsx"]),
)
def test_any_table_written_is_read_back(rows, kind):
    found = cells(written(kind, rows))[1:]
    assert [bare(name) for name, _ in found] == [name for name, _ in rows]
    assert [Decimal(weight) for _, weight in found] == [weight for _, weight in rows]
