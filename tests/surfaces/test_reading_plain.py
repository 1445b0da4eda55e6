import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.surfaces.files import read_table
from surfaces.spreadsheets import cells, shared_data

TEXT = "Nom;Prénom;Poids\nKoné;Awa;61,5\nÑacato;Benito;59,25\n"
TABLE = [["Nom", "Prénom", "Poids"], ["Koné", "Awa", "61,5"], ["Ñacato", "Benito", "59,25"]]


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_cells(source, encoding):
    table = read_table(source, "membres.csv")
    assert table.encoding == encoding
    assert [row.cells for row in table.rows()] == TABLE
    assert table.notes == ()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end_is_recognised(separator, ending):
    lines = [separator.join(row) for row in [["Nom", "Lieu"], ["Awa", "Daloa"], ["Esi", "Man"]]]
    table = read_table(ending.join(lines).encode(), "a.txt")
    assert table.separator == separator
    assert [row.cells for row in table.rows()] == [["Nom", "Lieu"], ["Awa", "Daloa"], ["Esi", "Man"]]


def test_decimal_commas_on_every_row_do_not_make_the_comma_a_separator():
    rows = "Nom;Poids\n" + "".join(f"Membre {n};{n},5\n" for n in range(30))
    assert read_table(rows.encode(), "a.csv").separator == ";"


def test_title_lines_above_the_table_do_not_hide_the_separator():
    rows = "Coopérative A, campagne 2026, section Nord\n\nNom;Kg\n" + "Awa;6,5\n" * 20
    assert read_table(rows.encode(), "a.csv").separator == ";"


def test_a_declared_separator_is_obeyed_and_is_not_a_row():
    table = read_table(b"sep=|\na|b,c\n1|2,3\n", "a.csv")
    assert [(row.number, row.cells) for row in table.rows()] == [(2, ["a", "b,c"]), (3, ["1", "2,3"])]


def test_doubt_about_the_separator_is_stated():
    table = read_table(b"a;b,c;d\n1;2,3;4\n1;2,3;4\n", "a.csv")
    assert [note.code for note in table.notes] == ["surfaces.other_separator"]


def test_one_column_needs_no_separator():
    assert cells(b"Nom\nAwa\nEsi\n") == [["Nom"], ["Awa"], ["Esi"]]


def test_a_quoted_cell_may_hold_separators_quotes_and_lines():
    source = 'Nom,Note\r\n"Koné, Awa","deux\nlignes ""citées"""\r\nEsi,rien\r\n'.encode()
    rows = list(read_table(source, "a.csv").rows())
    assert rows[1].cells == ["Koné, Awa", 'deux\nlignes "citées"']
    assert rows[2].number == 3, "rows are numbered as a spreadsheet shows them"


def test_a_quotation_mark_never_closed_is_refused_with_its_row():
    source = b'a,b\n1,2\n3,"' + b"x" * (2 << 20)
    with pytest.raises(Refused) as refused:
        list(read_table(source, "a.csv").rows())
    (problem,) = refused.value.problems
    assert problem.code == "surfaces.broken_text"
    assert (problem.where, problem.details["row"]) == ("a.csv", 3)


def test_bytes_of_no_alphabet_are_marked_and_announced():
    table = read_table("Nom;Lieu\nCôte".encode("cp1252") + b"\x81;x\n", "a.csv")
    assert [note.code for note in table.notes] == ["surfaces.odd_bytes"]
    assert [row.cells for row in table.rows()][1] == ["Côte\ufffd", "x"]


def test_a_utf16_file_cut_in_the_middle_of_a_sign_is_refused():
    source = codecs.BOM_UTF16_LE + ("a;b\n" * 40_000).encode("utf-16-le") + b"\x00"
    with pytest.raises(Refused, match="stops being readable"):
        list(read_table(source, "a.csv").rows())


NAMES = st.text(st.characters(codec="cp1252", categories=["Lu", "Ll"]), min_size=1, max_size=8)
CONTENT = st.text(st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"]), max_size=12)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.tuples(
            st.lists(NAMES, min_size=width, max_size=width),
            st.lists(st.lists(CONTENT, min_size=width, max_size=width), max_size=8),
        )
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_in_any_dialect_is_read_back(table, separator, encoding, ending):
    header, body = table
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=ending, quoting=csv.QUOTE_ALL)
    writer.writerows([header, *body])
    assert cells(out.getvalue().encode(encoding)) == [header, *body]


@pytest.mark.parametrize(
    ("path", "rows", "columns"),
    [
        ("quality-lots/cqi-2018/arabica_data_cleaned.csv", 1312, 44),
        ("dedup/fake_1000.csv", 1001, 7),
        ("prices/wfp/wfp_food_prices_sen_2026-03_excerpt_16col.csv", 43, 16),
    ],
)
def test_files_from_the_field_are_read_whole(path, rows, columns):
    source = shared_data(path)
    found = cells(source, source.name)
    assert len(found) == rows
    assert {len(row) for row in found} == {columns}
