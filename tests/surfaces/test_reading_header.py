import gzip

import pytest

from cahier.kernel.refusals import Refused
from cahier.surfaces.files import read_table
from cahier.surfaces.header import data_rows, find_header
from surfaces.spreadsheets import ods, shared_data, xls, xlsx


def table(*lines: str):
    return read_table(("\n".join(lines) + "\n").encode(), "membres.csv")


def codes(header) -> list[str]:
    return [note.code for note in header.notes]


def test_the_first_row_is_the_header_of_a_plain_table():
    read = table("Nom;Sexe;Kg", "Awa;F;61", ";;", "Esi;F;59")
    header = find_header(read)
    assert (header.names, header.first, header.data, header.notes) == (("Nom", "Sexe", "Kg"), 1, 2, ())
    assert list(data_rows(read, header)) == [(2, ["Awa", "F", "61"]), (4, ["Esi", "F", "59"])]


def test_title_lines_above_are_named_and_skipped():
    header = find_header(
        table("Coopérative A (fictive)", "", "Campagne;2026", "Nom;Sexe;Kg", "Awa;F;61", "Esi;F;5")
    )
    assert header.names == ("Nom", "Sexe", "Kg")
    assert header.data == 5
    assert codes(header) == ["surfaces.titles"]
    assert "Coopérative A (fictive); Campagne 2026" in str(header.notes[0])


@pytest.mark.parametrize("made", [xlsx, xls, ods])
def test_titles_in_a_workbook(made):
    rows = [["Liste des membres"], [], ["Nom", "Code", "Kg"], ["Awa", "A-01", 61], ["Esi", "A-02", 59]]
    header = find_header(read_table(made(rows), "a.x"))
    assert (header.names, header.first) == (("Nom", "Code", "Kg"), 3)


def test_two_header_lines_are_joined():
    rows = [
        ["Membre", None, "Livraison", None],
        ["Nom", "Sexe", "Kg", "Jour"],
        ["Awa", "F", 61, "2026-03-04"],
        ["Esi", "F", 59, "2026-03-05"],
    ]
    header = find_header(read_table(xlsx(rows, merges=["A1:B1", "C1:D1"]), "a.xlsx"))
    assert header.names == ("Membre Nom", "Membre Sexe", "Livraison Kg", "Livraison Jour")
    assert (header.first, header.last, header.data) == (1, 2, 3)
    assert codes(header) == ["surfaces.two_lines"]


def test_a_name_merged_over_both_header_lines_is_said_once():
    rows = [["Nom", "Livraison", None], [None, "Kg", "Sacs"], ["Awa", 61, 1], ["Esi", 59, 2]]
    header = find_header(read_table(xlsx(rows, merges=["A1:A2", "B1:C1"]), "a.xlsx"))
    assert header.names == ("Nom", "Livraison Kg", "Livraison Sacs")


def test_a_first_member_is_not_taken_for_a_second_header_line():
    header = find_header(table("Nom;Village;Section", "Awa;Daloa;Nord", "Esi;Man;Sud"))
    assert (header.last, codes(header)) == (1, [])


def test_repeated_names_get_a_number_and_never_collide():
    header = find_header(table("Kg;Kg;Kg (2);Kg;Nom", "1;2;3;4;Awa"))
    assert header.names[:3] == ("Kg", "Kg (3)", "Kg (2)")
    assert codes(header) == ["surfaces.repeated_name"]


def test_the_second_of_two_equal_names_is_number_2():
    assert find_header(table("Kg;Kg;Nom", "1;2;Awa")).names == ("Kg", "Kg (2)", "Nom")


def test_columns_without_a_name_are_stated():
    header = find_header(table("Nom;;Kg", "Awa;;61"))
    assert header.names == ("Nom", "", "Kg")
    assert codes(header) == ["surfaces.nameless"]
    assert "choose them: B" in str(header.notes[0])


def test_a_row_of_hashtags_is_recognised_and_is_not_data():
    read = table("Date;Marché;Prix", "#date;#loc+market;#value+usd", "2026-03-15;Man;525")
    header = find_header(read)
    assert header.hashtags == ("#date", "#loc+market", "#value+usd")
    assert header.data == 3
    assert codes(header) == ["surfaces.hashtags"]
    assert [row.number for row in data_rows(read, header)] == [3]


def test_short_rows_are_filled_and_long_ones_kept():
    read = table("Nom;Sexe;Kg", "Awa", "Esi;F;59;trop")
    rows = [row.cells for row in data_rows(read, find_header(read))]
    assert rows == [["Awa", "", ""], ["Esi", "F", "59", "trop"]]


def test_years_are_names_of_columns_where_they_stand_side_by_side():
    header = find_header(table("Membre;2024;2025;2026", "Awa;61;59;60", "Esi;48;50;52"))
    assert (header.names, header.first) == (("Membre", "2024", "2025", "2026"), 1)


def test_a_single_column_has_a_header_too():
    read = table("Nom", "Awa", "Esi")
    assert find_header(read).names == ("Nom",)


def test_a_table_of_figures_alone_is_refused():
    with pytest.raises(Refused, match="no row of column names"):
        find_header(table("1;2;3", "4;5;6"))


def test_prices_of_the_food_programme_have_hashtags():
    source = gzip.decompress(shared_data("prices/wfp/wfp_food_prices_civ.csv.gz").read_bytes())
    read = read_table(source, "civ.csv")
    header = find_header(read)
    assert header.names[:3] == ("date", "admin1", "admin2")
    assert header.hashtags[-1] == "#value+usd"
    assert sum(1 for _ in data_rows(read, header)) == 11_042


def test_coffee_lots_have_one_column_without_a_name():
    path = shared_data("quality-lots/cqi-2018/arabica_data_cleaned.csv")
    header = find_header(read_table(path, path.name))
    assert header.names[:2] == ("", "Species")
    assert codes(header) == ["surfaces.nameless"]


def test_market_weeks_of_several_years_all_have_a_header():
    folder = shared_data("prices/ghana-mofa-weekly")
    files = sorted(folder.glob("20*/*.csv"))
    assert len(files) == 197
    for path in files:
        assert find_header(read_table(path, path.name)).first == 1
