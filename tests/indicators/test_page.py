"""The page "What your books say", the command, and who may see what."""

import json

import pytest
from django.utils import translation

from cahier.indicators import queries
from cahier.registry.models import Season
from indicators import life


@pytest.fixture
def lived(village):
    life.live(village, 5)
    return village


def address(book):
    from cahier.journal.models import Book

    return f"/{Book.objects.get(id=book).slug}/books/"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_works_in_three_languages(lived, client, language):
    client.cookies["django_language"] = language
    answer = client.get(address(lived.book), {"season": lived.season})
    assert answer.status_code == 200
    text = answer.content.decode()
    words = {"en": "Active members", "fr": "Membres actifs", "es": "Socias y socios activos"}
    assert words[language] in text and "KM-01" in text
    assert "2024/25" in text  # the season before stands beside


def test_a_book_without_a_season_says_what_to_do(cast, client):
    answer = client.get(address(cast.b))
    assert answer.status_code == 200 and "/write/registry.season/" in answer.content.decode()


def test_an_unknown_season_is_refused_with_a_sentence(lived, client):
    answer = client.get(address(lived.book), {"season": "1999"})
    assert "1999" in answer.content.decode() and answer.status_code >= 400


def test_the_page_says_good_and_act_in_words_not_in_colour_alone(lived, client):
    text = client.get(address(lived.book), {"season": lived.season}).content.decode()
    assert text.count('class="tag ') == text.count('class="tag ok">Good') + text.count(
        'class="tag red">Act'
    ) + text.count('class="tag ">Watch')


def test_others_see_no_small_groups(lived):
    season = Season.objects.get(id=lived.season)
    for line in queries.books_page(lived.book, season, shared=True).lines:
        for _, one in [("", line.now), *line.groups]:
            if line.indicator.of.value == "people" and one.value is not None:
                assert one.denominator >= 5


def test_the_second_reading_comes_from_the_cache_and_a_new_entry_ends_it(
    lived, django_assert_max_num_queries
):
    season = Season.objects.get(id=lived.season)
    first = queries.figures_of(lived.book, season)
    with django_assert_max_num_queries(6):
        assert queries.figures_of(lived.book, season) == first
    for _ in range(3):
        lived.member(sex="f")
    second = queries.figures_of(lived.book, season)
    assert second["KM-01"][""].denominator == first["KM-01"][""].denominator + 3


def test_a_cache_cut_short_is_computed_again(lived, home):
    season = Season.objects.get(id=lived.season)
    first = queries.figures_of(lived.book, season)
    [kept] = (home / "cache").rglob("*.json")
    kept.write_text(kept.read_text()[:100])
    assert queries.figures_of(lived.book, season) == first


def test_bands_are_given_to_the_workshop(lived):
    season = Season.objects.get(id=lived.season)
    told = queries.bands_of(lived.book, season)
    assert set(told.values()) <= {"red", "amber", "green", "none"} and "KM-01" in told


def test_the_command_prints_figures_as_json(lived, monkeypatch):
    from click.testing import CliRunner

    from cahier import terminal
    from cahier.cli import main
    from cahier.journal.models import Book

    monkeypatch.setattr(terminal, "start", lambda example=False: None)
    slug = Book.objects.get(id=lived.book).slug
    ran = CliRunner().invoke(main, ["indicators", "--book", slug, "--season", "2025/26", "--json"])
    assert ran.exit_code == 0, ran.output
    told = json.loads(ran.output)
    one = next(row for row in told["indicators"] if row["code"] == "KM-01")
    assert one["denominator"] > 0 and one["unit"] == "percent"
    wrong = CliRunner().invoke(main, ["indicators", "--book", slug, "--code", "KX-01"])
    assert wrong.exit_code == 1 and "KX-01" in wrong.output
    translation.activate("en")


def test_views_of_another_version_are_made_anew(lived):
    from django.db import connection

    season = Season.objects.get(id=lived.season)
    first = queries.figures_of(lived.book, season)
    with connection.cursor() as cursor:
        cursor.execute("DROP VIEW dim_member")
        cursor.execute("DROP VIEW view_version")
        cursor.execute("CREATE VIEW view_version AS SELECT 'older' AS digest")
    lived.member(sex="f")
    second = queries.figures_of(lived.book, season)
    assert second["KM-01"][""].denominator == first["KM-01"][""].denominator + 1
