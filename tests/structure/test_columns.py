"""What an entry accepts fits into the columns it makes: PostgreSQL refuses what SQLite lets through."""

import pytest
from django.db import models

from cahier.journal import fields
from cahier.journal.entry import KINDS, Stamp
from cahier.registry.entries import Person
from helpers.samples import DAY, sample, sample_value

AT = Stamp("b", "i" * 36, "o" * 36, 2**31, 20_000, 2**62, 1, 1, "test")
INTEGERS = {models.SmallIntegerField: 2**15, models.IntegerField: 2**31, models.BigIntegerField: 2**63}


def house_kinds():
    return [cls for _, cls in sorted(KINDS.items()) if cls.__module__.startswith("cahier.")]


def extreme(spec):
    """Return the longest or largest value that a field accepts."""
    if isinstance(spec, fields.Text):
        return "W" * spec.most
    if isinstance(spec, fields.Choice):
        return max(spec.choices, key=len)
    if isinstance(spec, fields.Whole) and spec.most is not None:
        return spec.most
    if isinstance(spec, fields.Rows):
        return (extremes(spec.of),)
    return sample_value(spec)


def extremes(cls):
    return sample(cls, **{name: extreme(spec) for name, spec in cls.FIELDS.items()})


def misfits(cls):
    """Yield every column into which a value of the extreme entry does not fit."""
    for table, values in extremes(cls).facts(AT):
        for column, value in zip(table._meta.concrete_fields, values, strict=True):
            if isinstance(column, models.CharField) and isinstance(value, str):
                if len(value) > column.max_length:
                    yield f"{cls.KIND}: {table.__name__}.{column.attname} {len(value)} > {column.max_length}"
            elif type(value) is int and type(column) in INTEGERS and value >= INTEGERS[type(column)]:
                yield f"{cls.KIND}: {table.__name__}.{column.attname} {value}"


def test_the_longest_text_and_the_largest_number_fit():
    assert [one for cls in house_kinds() for one in misfits(cls)] == []


@pytest.mark.parametrize("sign", ["a", "ß", "œ", "ﷺ", "Ǆ"])
def test_a_name_that_grows_when_it_is_folded_still_fits(sign):
    person = Person(day=DAY, family_name=sign * 120, given_names=sign * 120)
    assert not list(person.problems())
    [(table, values)] = person.facts(AT)
    row = dict(zip(table.columns(), values, strict=True))
    for name in ("folded", "sort_key"):
        assert len(row[name]) <= table._meta.get_field(name).max_length
