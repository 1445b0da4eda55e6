"""An empty table to fill in, and the book's entries in the same columns. Everybody here is made up."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from django.utils.translation import override

from cahier.journal.correct import replace, void
from cahier.journal.models import Book
from cahier.journal.write import Mode, write
from cahier.kernel.money import Price
from cahier.registry.entries import Person
from cahier.supply.entries import Delivery, Grade, Product
from cahier.surfaces.columns import columns, entry_class, tabular_kinds
from cahier.surfaces.template import write_export, write_template
from surfaces.importing import checked, imported

DAY = dt.date(2026, 3, 2)


def template(kind: str, language: str = "en", keys: bool = False) -> openpyxl.Workbook:
    stream = io.BytesIO()
    with override(language):
        write_template(stream, entry_class(kind), currency="XOF", keys=keys)
    return openpyxl.load_workbook(stream)


def exported(book_id: str, kind: str, form: str = "xlsx", language: str = "en", keys: bool = False) -> bytes:
    stream = io.BytesIO()
    with override(language):
        write_export(stream, form, entry_class(kind), Book.objects.get(id=book_id), keys=keys)
    return stream.getvalue()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_template_can_be_filled_in_and_is_understood(cast, language):
    """The headers of every template lead back to exactly the columns they came from."""
    from cahier.surfaces.matched import matches

    for kind in tabular_kinds():
        book = template(kind, language)
        headers = [cell.value for cell in book.worksheets[0][1]]
        found = [match.key for match in matches(cast.a, entry_class(kind), headers, {})]
        assert found == [column.key for column in columns(entry_class(kind))], kind


def test_a_template_explains_each_column_and_offers_words(cast):
    book = template("registry.person", "fr", keys=True)
    assert book.worksheets[0].cell(2, 1).value == "#day"
    about = {row[3].value: row[1].value for row in book.worksheets[1].iter_rows(min_row=2)}
    assert set(about) == {column.key for column in columns(Person)}
    offered = [rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation]
    assert offered, "the sexes are a list"


def deliveries(cast) -> list[str]:
    awa, benito = write(
        cast.a,
        [Person(day=DAY, family_name="Kolibé", code="M-1"), Person(day=DAY, family_name="Danso", code="M-2")],
        actor=cast.awa,
    ).ids
    grades = (Grade(code="A", rank=1), Grade(code="B", rank=2))
    [product] = write(
        cast.a, [Product(day=DAY, code="CACAO", name="Cacao", grades=grades)], actor=cast.awa
    ).ids
    made = [
        Delivery(day=DAY, supplier=awa, product=product, accepted=62_500, price=Price(1150, 1000), grade="A"),
        Delivery(day=DAY, supplier=benito, product=product, accepted=61_001, advance=5_000, slip=True,
                 place="=Gagnoa"),
        Delivery(day=DAY, supplier=benito, product=product, accepted=61_001, moisture_bp=755),
    ]  # fmt: skip
    return write(cast.a, made, actor=cast.awa, mode=Mode.FACT).ids


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_exported_is_there_when_it_comes_back(cast, form, language):
    deliveries(cast)
    for kind, count in [("supply.delivery", 3), ("registry.person", 2), ("supply.product", 1)]:
        run = checked(
            cast.a, kind, exported(cast.a, kind, form, language, keys=True), cast.awa, f"out.{form}"
        )
        assert run.report["samples"] == []
        assert (run.report["there"], run.report["new"]) == (count, 0), kind


def test_an_export_moves_into_another_book_of_the_same_organisation(cast):
    write(cast.a, [Person(day=DAY, family_name="Kolibé", code="M-1")], actor=cast.awa)
    from cahier.journal import scope
    from cahier.registry import models

    with scope.reading(cast.b):
        imported(cast.b, "registry.person", exported(cast.a, "registry.person"), cast.chloe, "out.xlsx")
        assert models.Person.objects.get().code == "M-1"


def test_an_export_reads_as_the_book_reads_now(cast):
    first, _, third = deliveries(cast)
    replace(cast.a, first, {"accepted": 60_000}, why="misread", day=DAY, actor=cast.awa)
    void(cast.a, third, why="written twice", day=DAY, actor=cast.awa)
    sheet = openpyxl.load_workbook(io.BytesIO(exported(cast.a, "supply.delivery"))).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    weights = sorted(row[heads.index("Net weight accepted (kg)")].value for row in sheet.iter_rows(min_row=2))
    assert weights == [60, 61.001]


def test_a_corrected_entry_sent_back_says_that_it_is_another(cast):
    [person] = write(cast.a, [Person(day=DAY, family_name="Kolibé", code="M-1")], actor=cast.awa).ids
    replace(cast.a, person, {"family_name": "Kolibè"}, why="misspelt", day=DAY, actor=cast.awa)
    run = checked(cast.a, "registry.person", exported(cast.a, "registry.person"), cast.awa, "out.xlsx")
    assert run.report["refused"] + run.report["there"] == 1
