import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.surfaces.dates import read_day
from cahier.surfaces.files import read_table
from cahier.surfaces.habits import Habit, learn, parse_day, parse_number, parse_text, parse_yes_no
from cahier.surfaces.header import data_rows, find_header
from cahier.surfaces.numbers import number_form
from cahier.surfaces.words import month_number
from surfaces.spreadsheets import shared_data

MARCH_12 = dt.date(2026, 3, 12)


def code(call, *arguments) -> str:
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return refused.value.problems[0].code.removeprefix("surfaces.")


@pytest.mark.parametrize(
    ("cells", "decimal", "values"),
    [
        (["61,5", "1 250,75", "7"], ",", ["61.5", "1250.75", "7"]),
        (["61.5", "1,250.75", "1,250"], ".", ["61.5", "1250.75", "1250"]),
        (["1.250,5", "1.250"], ",", ["1250.5", "1250"]),
        (["1'250.5", "1’250"], ".", ["1250.5", "1250"]),
        (["1\u202f250,5", "12\u00a0000"], ",", ["1250.5", "12000"]),
        (["1.250.000", "1.250"], ",", ["1250000", "1250"]),
        (["1,250,000", "1,250"], ".", ["1250000", "1250"]),
        (["0,125", "1,250"], ",", ["0.125", "1.250"]),
        (["61", "1250"], "", ["61", "1250"]),
        (["-3,5", "(4,5)", "5,5-", "−6,5", "+7,5"], ",", ["-3.5", "-4.5", "-5.5", "-6.5", "7.5"]),
    ],
)
def test_the_decimal_sign_is_decided_over_the_whole_column(cells, decimal, values):
    habit = learn(cells)
    assert (habit.kind, habit.decimal, habit.open_questions) == ("number", decimal, ())
    assert [parse_number(cell, habit) for cell in cells] == [Decimal(value) for value in values]


@pytest.mark.parametrize("cells", [["1,250", "3,500"], ["1.250", "7"], ["1,5", "2.5"]])
def test_a_column_that_can_be_read_two_ways_asks(cells):
    habit = learn(cells)
    assert habit.open_questions == ("decimal",)
    assert habit.evidence


def test_the_answer_of_a_person_settles_the_column():
    habit = learn(["1,250"])
    assert code(parse_number, "1,250", habit) == "undecided_number"
    assert parse_number("1,250", habit.confirm(decimal=".")) == 1250
    assert parse_number("1,250", habit.confirm(decimal=",")) == Decimal("1.25")
    assert habit.confirm(decimal=",").open_questions == ()


@pytest.mark.parametrize("text", ["12 34", "60 kg", "1..5", "abc", "1,2,3", "1 2", "--5", "12%"])
def test_what_is_not_a_number_is_refused(text):
    assert code(parse_number, text, Habit(decimal=",")) == "not_a_number"


def test_scientific_notation_is_refused_because_digits_are_lost():
    assert code(parse_number, "7,70123E+08", Habit(decimal=",")) == "scientific"


@pytest.mark.parametrize("text", ["0901", "007", "00", "1.2.3", "1,2.3,4"])
def test_codes_are_not_taken_for_numbers(text):
    assert number_form(text) == ""


@given(
    st.decimals(-(10**9), 10**9, places=2), st.sampled_from([(" ", ","), (".", ","), (",", "."), ("'", ".")])
)
def test_any_amount_written_in_any_habit_is_read_exactly(amount, habit):
    thousands, decimal = habit
    text = f"{amount:,.2f}".replace(",", "T").replace(".", decimal).replace("T", thousands)
    assert learn([text]).decimal == decimal
    assert parse_number(text, learn([text])) == amount


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-12", "2026/03/12", "2026-3-12", "20260312", "12/03/2026", "12-03-2026", "12.03.2026", "12/3/26",
        "12 03 2026", "12 mars 2026", "12 mar 26", "12-Mar-26", "March 12th, 2026", "Mar 12, 2026", "12th of March 2026",
        "12 de marzo de 2026", "jeudi 12 mars 2026", "mar. 12 mars 2026", "le 12 Mars 2026", "2026 March 12",
        "46093", "46093.75", "2026-03-12 05:06:00", "2026-03-12T05:06:00Z", "2026-03-12 00:00:00+00:00", "12/03/2026 5:06 pm",
    ],
)  # fmt: skip
def test_a_day_written_in_many_ways(text):
    assert read_day(text, "dmy") == MARCH_12


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 abr 26", dt.date(2026, 4, 4)),
        ("April 4th, 2015", dt.date(2015, 4, 4)),
        ("1er avril 2026", dt.date(2026, 4, 1)),
        ("1º de mayo de 2026", dt.date(2026, 5, 1)),
        ("15 août 1999", dt.date(1999, 8, 15)),
        ("3 set. 2026", dt.date(2026, 9, 3)),
        ("31/12/99", dt.date(1999, 12, 31)),
        ("29 févr. 2024", dt.date(2024, 2, 29)),
        ("7 ene 2026", dt.date(2026, 1, 7)),
        ("2 juil. 2026", dt.date(2026, 7, 2)),
    ],
)
def test_months_in_three_languages_and_short_years(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("word", "number"), [("jui", 0), ("juin", 6), ("juil", 7), ("ma", 0), ("dic", 12), ("x", 0)]
)
def test_an_abbreviation_of_two_months_is_none(word, number):
    assert month_number(word) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/02/2026", "impossible_day"), ("2026-02-30", "impossible_day"), ("29 février 2025", "impossible_day"),
        ("20261331", "impossible_day"), ("04/25/2026", "no_month_second"), ("2026", "day_missing"),
        ("mars 2026", "day_missing"), ("03/2026", "day_missing"), ("2013/2014", "not_a_day"), ("4T/10", "not_a_day"),
        ("hier", "not_a_day"), ("12", "not_a_day"), ("32/32/2026", "impossible_day"), ("1 2 mars 4", "not_a_day"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_cell_by_cell(text, expected):
    assert code(read_day, text) == expected


def test_the_refusal_of_a_swapped_day_names_the_month_and_the_order():
    with pytest.raises(Refused, match="04/25/2026 has no month 25; the column is read as day/month/year"):
        read_day("04/25/2026", "dmy")
    with pytest.raises(Refused, match="month/day/year"):
        read_day("25/04/2026", "mdy")


def test_serials_of_both_calendars():
    assert parse_day("46093", Habit()) == MARCH_12
    assert parse_day("44631", Habit(epoch=1904)) == MARCH_12


@pytest.mark.parametrize(
    ("cells", "order"),
    [(["03/04/2026", "25/04/2026"], "dmy"), (["03/04/2026", "04/25/2026"], "mdy"), (["2026-03-04"], "")],
)
def test_one_telling_cell_decides_the_order_of_the_column(cells, order):
    habit = learn(cells)
    assert (habit.kind, habit.order, habit.open_questions) == ("day", order, ())
    assert all(parse_day(cell, habit) for cell in cells)


def test_days_below_13_alone_are_ambiguous_and_asked():
    habit = learn(["03/04/2026", "05/06/2026"], "fr")
    assert (habit.order, habit.open_questions, habit.usual_order) == ("", ("order",), "dmy")
    assert learn(["03/04/2026"], "en-us").usual_order == "mdy"
    assert code(parse_day, "03/04/2026", habit) == "undecided_day"
    assert parse_day("03/04/2026", habit.confirm(order="dmy")) == dt.date(2026, 4, 3)
    assert parse_day("03/04/2026", habit.confirm(order="mdy")) == dt.date(2026, 3, 4)


def test_a_column_that_contradicts_itself_asks():
    assert learn(["25/04/2026", "04/25/2026"]).open_questions == ("order",)


def test_the_same_number_twice_needs_no_question():
    habit = learn(["04/04/2026"])
    assert habit.open_questions == ()
    assert parse_day("04/04/2026", habit) == dt.date(2026, 4, 4)


def test_two_digit_years_turn_where_the_column_says():
    assert parse_day("12/03/55", Habit(order="dmy")) == dt.date(1955, 3, 12)
    assert parse_day("12/03/45", Habit(order="dmy", turn=30)) == dt.date(1945, 3, 12)
    assert "surfaces.saw_short_year" in [problem.code for problem in learn(["12/03/55"]).evidence]


@given(
    st.dates(dt.date(1920, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"])
)
def test_any_day_is_read_back_in_either_order(day, form):
    assert read_day(day.strftime(form), "dmy") == day
    assert (
        read_day(day.strftime(form.replace("%d", "X").replace("%m", "%d").replace("X", "%m")), "mdy") == day
    )
    assert (
        read_day(day.isoformat())
        == read_day(day.strftime("%Y%m%d"))
        == read_day(day.strftime("%B %d, %Y"))
        == day
    )


@pytest.mark.parametrize(
    "word", ["yes", "Y", "OUI", "o", "Sí", "si", "VRAI", "true", "Verdadero", "x", "1", "✓"]
)
def test_yes_in_three_languages(word):
    assert parse_yes_no(word, Habit()) is True


@pytest.mark.parametrize("word", ["no", "N", "Non", "FAUX", "false", "falso", "0", "✗"])
def test_no_in_three_languages(word):
    assert parse_yes_no(word, Habit()) is False


def test_yes_and_no_are_recognised_and_others_refused():
    assert learn(["oui", "Non", "oui"]).kind == "yesno"
    assert code(parse_yes_no, "peut-être", Habit()) == "not_yes_no"


NOTHING = ["NULL", "N/A", "NA", "-", ".", "s/d", "néant", "NÉANT", "n.d.", "—", "?"]


@pytest.mark.parametrize("word", NOTHING)
def test_words_for_nothing_are_learnt_and_read_as_nothing(word):
    habit = learn(["61,5", word])
    assert (habit.kind, habit.decimal) == ("number", ",")
    assert "surfaces.saw_empty_word" in [problem.code for problem in habit.evidence]
    for parse in (parse_number, parse_day, parse_yes_no, parse_text):
        assert parse(word, habit) is None
        assert parse("  ", habit) is None


def test_a_person_may_say_that_such_a_word_is_a_value():
    habit = learn(["Awa", "NA"]).confirm(empty_words=frozenset())
    assert parse_text("NA", habit) == "NA"


def test_kinds_of_columns():
    assert learn([]).kind == learn(["", "NULL"]).kind == "empty"
    assert learn(["Awa", "Esi", "61"]).kind == "text"
    assert learn(["0901", "1201"]).kind == "text"
    assert parse_text("  Awa \n Koné ", Habit()) == "Awa Koné"


def test_evidence_says_how_many_cells_and_shows_one():
    sentences = [str(problem) for problem in learn(["61,5", "7,25", "3"]).evidence]
    assert "Cells such as 61,5 show , as decimal sign (2)." in sentences


def column(path: str, name: str) -> list[str]:
    table = read_table(shared_data(path), path)
    header = find_header(table)
    place = header.names.index(name)
    return [row.cells[place] for row in data_rows(table, header)]


def test_grading_dates_of_real_coffee_lots_are_days():
    cells = column("quality-lots/cqi-2018/arabica_data_cleaned.csv", "Grading.Date")
    habit = learn(cells)
    assert (habit.kind, habit.open_questions) == ("day", ())
    assert all(parse_day(cell, habit) for cell in cells)


def test_harvest_years_of_real_coffee_lots_are_not_days():
    cells = column("quality-lots/cqi-2018/arabica_data_cleaned.csv", "Harvest.Year")
    assert learn(cells).kind != "day"
    assert code(parse_day, "2013/2014", learn(cells)) == "not_a_day"


def test_altitudes_with_words_stay_text_and_points_are_numbers():
    lots = "quality-lots/cqi-2018/arabica_data_cleaned.csv"
    assert learn(column(lots, "Altitude")).kind == "text"
    points = learn(column(lots, "Total.Cup.Points"))
    assert (points.kind, points.decimal, points.open_questions) == ("number", ".", ())


def test_birth_dates_of_the_duplicates_set_are_all_read():
    cells = column("dedup/fake_1000.csv", "dob")
    habit = learn(cells)
    assert habit.kind == "day"
    assert sum(parse_day(cell, habit) is not None for cell in cells) == sum(bool(cell) for cell in cells)
