"""Every indicator is whole: a query that keeps to the portable words, texts in three languages, known items."""

import re

import pytest

from cahier.indicators import catalogue
from cahier.indicators.bands import meets
from cahier.indicators.definition import query_text, texts, whole_query
from cahier.indicators.views import TEXT, all_views

CODES = list(catalogue.INDICATORS)


@pytest.mark.parametrize("code", CODES)
def test_the_query_reads_fact_views_only_and_never_divides(code):
    text = whole_query(code)
    named = set(re.findall(r"\b(?:fact|dim)_[a-z_]+", text))
    assert named <= {one.name for one in all_views()}
    assert not re.search(r"\b(registry|governance|money|markets|supply|settlement|learning|advocacy)_", text)
    assert "/" not in text and "?" not in text and not re.search(r"%[s(]", text)
    assert not re.search(r"\d\.\d", text)
    assert not re.search(r"\b(strftime|date_part|extract|julianday|interval|cast|round|avg)\b", text, re.I)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_texts_are_there_in_every_language_and_for_nothing_else(language):
    assert set(texts(language)) == set(CODES)
    for code in CODES:
        words = catalogue.get(code).words(language)
        assert words.name and words.formula and words.meaning
        if language != "en":
            assert words.formula != catalogue.get(code).words("en").formula


@pytest.mark.parametrize("code", CODES)
def test_bands_are_conditions_that_do_not_overlap(code):
    bands = catalogue.get(code).bands
    if bands is None or bands.beside:
        return
    for tenth in range(-50, 2000):
        assert not (meets(bands.red, tenth / 10) and meets(bands.green, tenth / 10))


def test_every_query_file_belongs_to_an_indicator():
    from importlib.resources import files

    folder = files("cahier.indicators") / "sql" / "query"
    assert {one.name[:-4] for one in folder.iterdir()} == set(CODES)


def test_partners_and_comparisons_are_known():
    for one in catalogue.INDICATORS.values():
        assert not one.partner or one.partner in CODES
        assert not (one.bands and one.bands.beside) or one.bands.beside in CODES


def test_the_digest_changes_with_a_part_the_query_includes():
    assert "member_now AS (" in whole_query("KM-01")
    assert "member_now AS (" not in query_text("KM-01")
    assert len({one.digest for one in catalogue.INDICATORS.values()}) == len(CODES)


def test_columns_of_the_views_hold_what_their_names_say(cast):
    from django.db import connection

    with connection.cursor() as cursor:
        for one in all_views():
            assert one.meaning
            cursor.execute(f"SELECT * FROM {one.name}")
            columns = {column[0] for column in cursor.description}
            assert "book" in columns
            days = {name for name in columns if name == "day" or name.endswith("_day")}
            assert not days & TEXT
