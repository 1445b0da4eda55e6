import datetime as dt
import io
import struct
import tracemalloc
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.surfaces import containers, files
from cahier.surfaces.files import read_table, sheets
from cahier.surfaces.table import Place, letter
from surfaces.spreadsheets import cells, ods, ods_cell, rewritten, shared_data, xls, xlsx

AWA = [["Nom", "Téléphone", "Né le", "Poids"], ["Awa Koné", 770123000, dt.date(1990, 3, 4), 61.5]]
AWA_TEXT = [["Nom", "Téléphone", "Né le", "Poids"], ["Awa Koné", "770123000", "1990-03-04", "61.5"]]


def refusal(source: bytes, name: str = "membres.xlsx", **options: object) -> str:
    with pytest.raises(Refused) as refused:
        list(read_table(source, name, **options).rows())
    (problem,) = refused.value.problems
    assert name in problem.where
    return f"{problem.code} {problem}"


@pytest.mark.parametrize(("made", "kind"), [(xlsx, "xlsx"), (xls, "xls"), (ods, "ods")])
def test_a_workbook_gives_text_with_all_digits_and_iso_days(made, kind):
    table = read_table(made(AWA), f"membres.{kind}")
    assert table.kind == kind
    assert [row.cells for row in table.rows()] == AWA_TEXT
    assert [row.number for row in table.rows()] == [1, 2], "rows can be walked again"


@pytest.mark.parametrize("made", [xlsx, xls, ods])
def test_rows_and_columns_keep_their_place_when_the_table_starts_far_from_the_corner(made):
    rows = [[None] * 4, [None] * 4, [None, None, "Nom", "Poids"], [None, None, "Awa", 61]]
    found = [row for row in read_table(made(rows), "a.x").rows() if any(row.cells)]
    assert [(row.number, row.cells) for row in found] == [
        (3, ["", "", "Nom", "Poids"]),
        (4, ["", "", "Awa", "61"]),
    ]


def test_the_name_of_a_file_does_not_decide_what_it_is():
    assert read_table(xlsx(AWA), "membres.csv").kind == "xlsx"
    assert read_table(b"a,b\n1,2\n", "membres.xlsx").kind == "csv"


def test_both_calendars_of_excel_give_the_same_day():
    assert cells(xlsx(AWA)) == cells(xlsx(AWA, epoch_1904=True)) == AWA_TEXT


def test_moments_times_durations_and_truth_values():
    row = [
        dt.datetime.fromisoformat("2026-03-04T05:06:00"),
        dt.time(4, 5),
        dt.timedelta(hours=30),
        True,
        False,
    ]
    assert cells(xlsx([row])) == [["2026-03-04 05:06:00", "04:05:00", "30:00:00", "true", "false"]]


def test_numbers_kept_as_text_stay_as_they_are():
    assert cells(xlsx([["Code", "Tél"], ["0901", "0701020304"]]))[1] == ["0901", "0701020304"]


@pytest.mark.parametrize("made", [xlsx, xls, ods])
@pytest.mark.parametrize("number", [0.1 + 0.2, 1e-7, 7.70123e8, 123456789012345.0, -0.5])
def test_no_number_comes_out_in_scientific_notation(made, number):
    ((text,),) = cells(made([[number]]))
    assert "e" not in text.lower()
    assert float(text) == pytest.approx(number, rel=1e-14)


def test_a_merged_name_is_repeated_and_a_merged_figure_is_not():
    rows = [["Section", "Membre", "Kg"], ["Nord", "Awa", 120], [None, "Benito", None], ["Sud", "Esi", 7]]
    table = read_table(xlsx(rows, merges=["A2:A3", "C2:C3"]), "a.xlsx")
    assert [row.cells for row in table.rows()][1:] == [
        ["Nord", "Awa", "120"],
        ["Nord", "Benito", ""],
        ["Sud", "Esi", "7"],
    ]
    assert [note.code for note in table.notes] == ["surfaces.merged_text", "surfaces.merged_number"]


def test_the_first_sheet_with_cells_is_read_and_others_by_name():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Vide")
        book.add_worksheet("Membres").write(0, 0, "Nom")
        book.add_worksheet("Ventes").write(0, 0, "Acheteur")
    source = out.getvalue()
    assert sheets(source, "a.xlsx") == ("Vide", "Membres", "Ventes")
    assert read_table(source, "a.xlsx").sheet == "Membres"
    assert cells(source, sheet="Ventes") == [["Acheteur"]]
    sentence = refusal(source, sheet="Lots")
    assert "surfaces.no_sheet" in sentence
    assert "Vide, Membres, Ventes" in sentence


def test_text_files_have_no_sheets():
    assert sheets(b"a,b\n", "a.csv") == ()


def test_a_workbook_without_any_cell_is_refused():
    assert "surfaces.no_sheets" in refusal(xlsx([]))


@pytest.mark.parametrize("source", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\0" * 50, b"\xff\xfe"])
def test_an_empty_file_is_refused(source):
    assert "surfaces.empty_file" in refusal(source)


@pytest.mark.parametrize(
    "source",
    [
        b"%PDF-1.7\nnot a table",
        b"<!DOCTYPE html><html><table></table></html>",
        b"<?xml version='1.0'?><Workbook/>",
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
        bytes(range(256)) * 20,
        b"{\\rtf1 hello}",
    ],
)
def test_a_file_that_is_no_table_is_refused_whatever_its_name(source):
    assert "surfaces.not_a_table" in refusal(source)


def test_an_archive_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "surfaces.not_a_table" in refusal(out.getvalue())


@pytest.mark.parametrize("made", [xlsx, ods])
def test_a_cut_or_broken_workbook_is_refused(made):
    whole = made(AWA)
    assert "surfaces.damaged_file" in refusal(whole[: len(whole) // 2])
    assert "surfaces.damaged_file" in refusal(b"PK\x03\x04" + b"broken" * 50)


def test_a_workbook_with_a_broken_sheet_is_refused():
    broken = rewritten(xlsx(AWA), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    assert "surfaces.damaged_file" in refusal(broken)


def test_a_cut_xls_is_refused():
    assert "surfaces.damaged_file" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls")


def test_a_workbook_with_a_password_is_refused():
    shell = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "surfaces.locked_file" in refusal(shell)


def test_an_archive_with_encrypted_parts_is_refused():
    source = bytearray(xlsx(AWA))
    first = source.index(b"PK\x01\x02")
    source[first + 8] |= 1
    assert "surfaces.locked_file" in refusal(bytes(source))


def test_a_zip_bomb_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(containers, "MAX_UNPACKED", 1 << 20)
    bomb = rewritten(xlsx(AWA), "xl/styles.xml", lambda xml: xml + b" " * (3 << 20))
    assert len(bomb) < 20_000
    with pytest.raises(Refused, match="unpacks to more than 1 MB"):
        containers.check_archive(lambda: io.BytesIO(bomb), "b.xlsx", 1 << 20)


def test_a_zip_bomb_that_lies_about_its_size_is_refused():
    bomb = bytearray(rewritten(xlsx(AWA), "xl/styles.xml", lambda xml: xml + b" " * (3 << 20)))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as archive:
        size = archive.getinfo("xl/styles.xml").file_size
    lie = bytes(bomb).replace(struct.pack("<L", size), struct.pack("<L", 10))
    assert lie != bytes(bomb)
    with pytest.raises(Refused, match="unpacks to more than"):
        containers.check_archive(lambda: io.BytesIO(lie), "b.xlsx", 1 << 20)


@pytest.mark.parametrize("made", [xlsx, ods])
def test_xml_entities_are_refused(made):
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    part = "content.xml" if made is ods else "xl/workbook.xml"
    bad = rewritten(made(AWA), part, lambda xml: laughs + xml)
    assert "surfaces.entities" in refusal(bad)


def test_a_stray_cell_in_the_last_corner_is_refused_before_it_takes_memory():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Nom")
        sheet.write(1_048_575, 16_383, "x")
    sentence = refusal(out.getvalue())
    assert "surfaces.far_cell" in sentence
    assert "1048576 rows by 16384 columns" in sentence


def test_a_style_reaching_to_the_last_corner_does_no_harm():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Nom")
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert [row for row in cells(out.getvalue()) if any(row)] == [["Nom"]]


def test_a_repeated_ods_row_of_values_is_refused():
    huge = ods_cell(1, 'table:number-columns-repeated="16384"')
    bomb = ods(
        AWA, raw_rows=f'<table:table-row table:number-rows-repeated="1048000">{huge}</table:table-row>'
    )
    assert "surfaces.far_cell" in refusal(bomb, "a.ods")


def test_the_empty_rows_that_end_every_ods_do_no_harm():
    blank = ods_cell(None, 'table:number-columns-repeated="16384"')
    rest = f'<table:table-row table:number-rows-repeated="1048500">{blank}</table:table-row>'
    assert [row for row in cells(ods(AWA, raw_rows=rest)) if any(row)] == AWA_TEXT


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MAX_TEXT", 1 << 20)
    assert "at most 1 MB" in refusal(b"a,b\n" * (1 << 19), "membres.csv")


def test_a_path_reads_like_its_bytes(tmp_path):
    path = tmp_path / "x.bin"
    path.write_bytes(xlsx(AWA))
    assert cells(path) == AWA_TEXT


@pytest.mark.slow
def test_a_long_csv_takes_constant_memory(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w") as out:
        out.writelines(f"{n};Awa Koné;1990-03-04;61,5\n" for n in range(300_000))
    tracemalloc.start()
    count = sum(1 for _ in read_table(path, "long.csv").rows())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300_000
    assert peak < 8 << 20


def test_a_place_is_named_as_the_person_sees_it():
    place = Place("membres.xlsx", "Feuil1", 12, 3, "Poids")
    assert str(place) == "membres.xlsx, sheet Feuil1, row 12, column D (Poids)"
    assert str(Place("a.csv")) == "a.csv"
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text("aé;,'\"|\n\t 01=", min_size=1, max_size=6), min_size=2, max_size=4), min_size=1
    )
)
def test_any_text_in_a_workbook_comes_back_the_same(rows):
    width = max(map(len, rows))
    table = [[*row, *["x"] * (width - len(row))] for row in rows]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    assert cells(out.getvalue()) == table


@pytest.mark.parametrize("record", [b"\xfd\x00\x0a\x00", b"\x85\x00\x0e\x00", b"\x00\x02\x0e\x00"])
def test_an_xls_whose_numbers_would_end_the_program_is_refused(record):
    """A cell in row and column 65,535, a sheet beyond the end of the file, a table of 2^32 rows."""
    broken = bytearray(xls(AWA))
    place = broken.index(record) + (8 if record.startswith(b"\x00\x02") else 4)
    broken[place : place + 4] = b"\xff\xff\xff\xff"
    assert "surfaces.damaged_file" in refusal(bytes(broken), "a.xls")


def test_an_ods_with_a_password_is_refused():
    locked = rewritten(
        ods(AWA),
        "META-INF/manifest.xml",
        lambda xml: xml.replace(b"/>", b"><m:encryption-data/></m:file-entry>", 1),
    )
    assert "surfaces.locked_file" in refusal(locked, "a.ods")


@pytest.mark.parametrize("name", ["group", "include_json", "specify_other", "text_and_integer", "loop"])
def test_one_form_in_xls_and_xlsx_gives_the_same_sheets_and_cells(name):
    old, new = (shared_data(f"xlsforms/pyxform/example_xls/{name}.{kind}") for kind in ("xls", "xlsx"))
    assert sheets(old, "a") == sheets(new, "b")
    for sheet in sheets(old, "a"):
        filled = [
            [[c for c in row if c] for row in cells(path, sheet=sheet) if any(row)] for path in (old, new)
        ]
        assert filled[0] == filled[1]
