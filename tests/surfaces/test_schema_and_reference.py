"""What programs and readers of the documentation see of an entry class."""

from __future__ import annotations

import datetime as dt

import jsonschema
import pytest

from cahier.journal.entry import KINDS
from cahier.registry.entries import Person
from cahier.surfaces import reference, schema
from cahier.surfaces.columns import columns, entry_class, tabular_kinds


def test_every_schema_is_one():
    for made in schema.schemas().values():
        jsonschema.Draft202012Validator.check_schema(made)


def test_a_body_fits_its_schema_and_a_wrong_one_does_not():
    made = schema.schema(Person)
    body = Person(day=dt.date(2026, 3, 2), family_name="Kolibé").to_json()
    jsonschema.validate(body, made)
    for wrong in ({**body, "birth_year": 1500}, {**body, "sex": "x"}, {**body, "shoe": 42}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, made)


def test_the_schema_says_what_can_be_erased():
    assert "family_name" in schema.schema(Person)["x-personal"]
    assert "code" not in schema.schema(Person)["x-personal"]


def test_the_reference_page_is_current():
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), (
        "Run: python -m cahier.surfaces.reference"
    )


@pytest.mark.parametrize("kind", ["registry.person", "supply.delivery", "supply.product"])
def test_columns_have_a_header_with_unit_a_meaning_and_an_example(kind):
    made = columns(entry_class(kind))
    assert made[0].key == "day"
    assert all(column.header("XOF") and column.meaning() for column in made)
    assert len({column.key for column in made}) == len(made)


def test_units_stand_in_the_header():
    by_key = {column.key: column.header("XOF") for column in columns(entry_class("supply.delivery"))}
    assert by_key["accepted"].endswith("(kg)")
    assert by_key["price"].endswith("(XOF/kg)")
    assert by_key["advance"].endswith("(XOF)")


def test_rows_become_numbered_columns():
    keys = [column.key for column in columns(entry_class("supply.product"))]
    assert "grades.1.code" in keys and "grades.3.rank" in keys


def test_kinds_that_fit_a_table_are_all_but_a_few():
    assert len(tabular_kinds()) > len(KINDS) / 2
    assert not [kind for kind in tabular_kinds() if kind.startswith("journal.")]
