"""Figures of the books beside an item: there where there is a season, silent where there is none."""

import datetime as dt
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import translation

from assessment_rounds import agree, agree_all, open_round
from cahier.assessment import evidence, queries
from cahier.assessment.contradictions import Band
from cahier.governance.entries import Restitution
from cahier.indicators import catalogue
from cahier.indicators.definition import Unit
from cahier.journal.write import write
from cahier.registry.entries import Joined, Person, Season
from helpers.samples import DAY


@pytest.fixture
def season(cast):
    made = Season(day=DAY, name="2026", first_day=DAY, last_day=DAY + dt.timedelta(300))
    people = [Person(day=DAY, family_name=f"Member {n}", sex="f" if n < 4 else "m") for n in range(10)]
    write(cast.a, [made], actor=cast.awa)
    ids = write(cast.a, people, actor=cast.awa).ids
    write(cast.a, [Joined(day=DAY, person=one) for one in ids], actor=cast.awa)


def test_without_a_season_the_books_say_nothing(cast, book_a):
    assert evidence.bands(cast.a, DAY) == {}
    assert evidence.said(book_a, ["KG-01"], DAY) == []
    assert not evidence.speaks(cast.a, DAY)


def test_every_indicator_that_is_computed_has_a_band_of_ours(cast, season):
    bands = evidence.bands(cast.a, DAY + dt.timedelta(30))
    assert evidence.speaks(cast.a, DAY)
    assert bands
    assert set(bands) <= set(catalogue.INDICATORS)
    assert {type(band) for band in bands.values()} == {Band}


def test_the_books_that_say_something_are_shown_at_the_item(cast, book_a, season, acting):
    told = evidence.said(book_a, list(catalogue.INDICATORS), DAY + dt.timedelta(30))
    assert told
    assert all(one.name and one.value for one in told)
    assert evidence.said(book_a, ["KZ-99"], DAY) == []


def test_names_are_in_the_readers_language_and_an_unknown_code_is_shown_as_it_is():
    code = next(iter(catalogue.INDICATORS))
    said = set()
    for language in ("en", "fr", "es"):
        with translation.override(language):
            said.add(evidence.name(code))
    assert len(said) == 3
    assert evidence.name("KZ-99") == "KZ-99"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit.PERCENT, Fraction(93), "93%"),
        (Unit.DAYS, Fraction(1), "1 day"),
        (Unit.DAYS, Fraction(64), "64 days"),
        (Unit.RATIO, Fraction(3, 2), "1.5"),
        (Unit.COUNT, Fraction(7), "7"),
        (Unit.MONEY, Fraction(44550), "44,550\u00a0F"),
    ],
)
def test_figures_in_the_readers_habits(unit, value, said):
    with translation.override("en"):
        assert evidence._shown(unit, value, "XOF") == said


def test_every_link_of_the_guide_names_an_item_and_a_code():
    links = queries.links("cahier/2026")
    assert links
    assert {link.item for link in links} <= set(queries.pack_of("cahier/2026").items)


def test_a_green_and_a_red_figure_ask_in_opposite_directions(cast):
    round_id = open_round(cast)
    link = queries.links("cahier/2026")[0]
    agree(cast, round_id, link.item, 5, "PF3")
    red = queries.contradictions(round_id, {link.indicator: Band.RED})
    assert [one.question.item for one in red] == [link.item]
    assert queries.contradictions(round_id, {link.indicator: Band.GREEN}) == []
    assert queries.contradictions(round_id, {link.indicator: Band.AMBER}) == []


def test_steps_lead_from_the_demand_to_the_profile(cast, acting, book_a):
    browser = acting(cast.awa)
    latest = reverse("profile-latest", args=[book_a.slug])
    assert browser.get(latest).url == reverse("diagnosis", args=[book_a.slug])
    round_id = open_round(cast)
    assert browser.get(latest).url == reverse("round-present", args=[book_a.slug, 1])
    agree_all(cast, round_id, 3)
    assert browser.get(reverse("today", args=[book_a.slug])).status_code == 200
    browser.post(reverse("round-close", args=[book_a.slug, 1]))
    assert browser.get(latest).url == reverse("profile", args=[book_a.slug, 1])


def test_when_the_members_heard_of_it_stands_in_the_profile(cast, acting, book_a):
    round_id = open_round(cast)
    agree_all(cast, round_id, 3)
    browser, address = acting(cast.awa), reverse("profile", args=[book_a.slug, 1])
    assert queries.presented(round_id) is None
    write(cast.a, [Restitution(day=DAY, assessment=round_id, assessed=DAY)], actor=cast.awa)
    assert queries.presented(round_id) == DAY
    assert "Presented to the members on 2 March 2026." in browser.get(address).content.decode()
