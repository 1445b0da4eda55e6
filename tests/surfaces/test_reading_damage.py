import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.surfaces.damage import KEPT, inspect
from cahier.surfaces.files import read_table
from cahier.surfaces.header import data_rows, find_header
from cahier.surfaces.table import Row
from surfaces.spreadsheets import shared_data


def found(cells, **options):
    rows = (Row(number, [cell]) for number, cell in enumerate(cells, 2))
    return {
        damage.reason.code.removeprefix("surfaces."): damage for damage in inspect(["Code"], rows, **options)
    }


def test_a_sound_column_gives_no_warning():
    assert found(["Awa", "Benito", "Chloe", "Diego", "Esi", "", "61,5", "2026-03-04"]) == {}


def test_years_dragged_down_behind_a_text_are_found():
    damage = found([f"Registre de la coopérative - {year}" for year in range(2021, 2071)])["filled_years"]
    assert damage.count == 50
    assert damage.cells[0] == (2, "Registre de la coopérative - 2021", "")
    assert damage.cells[-1].row == 51
    assert "50 cells whose year grows" in str(damage.problem)


def test_bare_years_are_found_only_when_they_reach_beyond_today():
    assert found([str(year) for year in range(1990, 2020)]) == {}
    assert found([str(year) for year in range(2021, 2030)], latest_year=2026)["filled_years"].count == 9


def test_four_years_in_a_row_are_no_run_and_a_gap_ends_it():
    assert found([f"R - {year}" for year in (2021, 2022, 2023, 2024, 2026, 2027)]) == {}


def test_the_same_year_again_and_again_is_sound():
    assert found(["Campagne 2026"] * 50) == {}


def test_member_codes_in_order_are_sound():
    assert found([f"A-{number:03}" for number in range(1, 200)]) == {}


def test_phone_numbers_dragged_down_are_found():
    damage = found([str(701020304 + step) for step in range(8)])["filled_numbers"]
    assert (damage.count, damage.cells[0].value) == (8, "701020304")


def test_long_numbers_cut_to_15_digits_are_found():
    damage = found(["1234567890123450", "9876543210987600000", "Awa"])["cut_number"]
    assert [cell.row for cell in damage.cells] == [2, 3]


def test_long_numbers_of_which_few_end_in_zero_are_sound():
    cells = [str(3_760_012_345_678_900_17 + 7 * step) for step in range(40)]
    assert "cut_number" not in found(cells)


@pytest.mark.parametrize("text", ["7.70123E+8", "7,70123E+08", "1E+15", "2.5e9"])
def test_codes_in_scientific_notation_are_found(text):
    assert found([text])["scientific_code"].count == 1


def test_lost_leading_zeros_are_found_and_the_mend_proposed():
    damage = found(["0901", "0902", "1201", "903", "1301", "77"])["lost_zeros"]
    assert damage.cells == [(5, "903", "0903"), (7, "77", "0077")]


@pytest.mark.parametrize("cells", [["1", "22", "333"], ["901", "1201", "1301"], ["01", "7", "8", "9", "123"]])
def test_numbers_of_mixed_lengths_are_sound(cells):
    assert "lost_zeros" not in found(cells)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("CÃ´te d'Ivoire", "Côte d'Ivoire"),
        ("KonÃ©", "Koné"),
        ("PeÃ±a", "Peña"),
        ("lâ€™eau", "l’eau"),
        ("C\ufffdte", ""),
        ("Cote d?Ivoire", ""),
    ],
)
def test_broken_characters_are_found_and_mended_where_possible(text, mended):
    damage = found(["Awa", text])["garbled"]
    assert damage.cells == [(3, text, mended)]


@pytest.mark.parametrize(
    "text", ["Côte d'Ivoire", "São Tomé", "Âge", "why?", "https://a.example/?q=b?c", "TÃO"]
)
def test_sound_characters_are_left_alone(text):
    assert found([text]) == {}


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_whatever_was_garbled_and_is_mended_is_the_original(text):
    garbled = text.encode().decode("latin-1")
    damage = found([garbled]).get("garbled")
    if damage and garbled == garbled.strip() and damage.cells[0].mended:
        assert damage.cells[0].mended == text


@pytest.mark.parametrize("word", ["NULL", "N/A", "-", ".", "néant", "s/d"])
def test_words_for_nothing_are_found(word):
    assert found(["Awa", word])["empty_words"].cells == [(3, word, "")]


def test_examples_are_limited_and_the_count_is_whole():
    damage = found(["NULL"] * 1000)["empty_words"]
    assert (len(damage.cells), damage.count) == (KEPT, 1000)


def test_columns_are_inspected_apart_and_short_rows_do_no_harm():
    rows = [Row(2, ["Awa", "NULL"]), Row(3, ["NULL"]), Row(4, [])]
    assert [(d.column, d.header, d.count) for d in inspect(["Nom", "Kg"], rows)] == [
        (0, "Nom", 1),
        (1, "Kg", 1),
    ]


def test_the_damage_of_real_coffee_lots():
    path = shared_data("quality-lots/cqi-2018/arabica_data_cleaned.csv")
    table = read_table(path, path.name)
    header = find_header(table)
    seen = {(d.header, d.reason.code) for d in inspect(header.names, data_rows(table, header))}
    assert ("Country.of.Origin", "surfaces.garbled") in seen
    assert ("Farm.Name", "surfaces.empty_words") in seen
