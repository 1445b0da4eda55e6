from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cahier.journal.models import JournalEntry
from cahier.registry.models import Person

DAY = {"day.d": "2", "day.m": "3", "day.y": "2026"}


def shown_id(text: str) -> str:
    return re.search(r'name="_id" value="([^"]+)"', text)[1]


@pytest.mark.parametrize(
    ("language", "typed", "square_metres"),
    [("en", "1.25", 12500), ("fr", "1,25", 12500), ("es", "1,25", 12500), ("en", "1,250", 12_500_000),
     ("fr", "1 250,5", 12_505_000), ("fr", "2.5", 25000), ("en", "2,5", 25000)],
)  # fmt: skip
def test_areas_are_read_in_the_readers_habits(acting, cast, book_a, language, typed, square_metres):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.person"])
    answer = browser.post(
        address, {**DAY, "family_name": "Esi", "area_m2": typed}, headers={"accept-language": language}
    )
    assert answer.status_code == 302, answer.text
    assert Person.objects.get().area_m2 == square_metres


def test_pressing_twice_writes_once(acting, cast, book_a):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.person"])
    sent = {**DAY, "_id": shown_id(browser.get(address).text), "family_name": "Esi"}
    first, second = browser.post(address, sent), browser.post(address, sent)
    assert first.url == second.url
    assert Person.objects.count() == 1
    assert JournalEntry.objects.filter(kind="registry.person").count() == 1


def test_what_was_typed_stays_when_something_is_wrong(acting, cast, book_a):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.person"])
    sent = {
        **DAY,
        "day.d": "31",
        "day.m": "2",
        "family_name": "Esi <b>",
        "area_m2": "a lot",
        "birth_year": "1850",
    }
    answer = browser.post(address, {**sent, "_id": (mine := shown_id(browser.get(address).text))})
    assert answer.status_code == 422
    assert shown_id(answer.text) == mine
    for kept in ['value="Esi &lt;b&gt;"', 'value="a lot"', 'value="31"', 'value="1850"']:
        assert kept in answer.text
    assert "3 things to correct" in answer.text
    assert "the least accepted is 1900" in answer.text
    assert JournalEntry.objects.filter(kind="registry.person").count() == 0


def test_thousands_or_decimals_is_asked_not_guessed(acting, cast, book_a):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.person"])
    answer = browser.post(
        address, {**DAY, "family_name": "Esi", "area_m2": "1.250"}, headers={"accept-language": "fr"}
    )
    assert answer.status_code == 422
    assert Person.objects.count() == 0


def test_a_number_left_empty_is_given_by_the_book(acting, cast, book_a):
    browser = acting(cast.awa)
    browser.post(reverse("write", args=[book_a.slug, "registry.person"]), {**DAY, "family_name": "Esi"})
    assert Person.objects.get().code.endswith("-000001")


def test_a_member_is_chosen_by_name(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.joined"])
    assert f'<option value="{person_a}">P-1 · Kolibé Awa</option>' in browser.get(address).text
    for typed in ["P-1", "kolibé", "P-1 · Kolibé Awa"]:
        browser.post(address, {**DAY, "person": typed})
    assert JournalEntry.objects.filter(kind="registry.joined").count() == 1
    refused = browser.post(address, {**DAY, "person": "Nobody"})
    assert "Nobody and nothing here is called Nobody" in refused.text


def test_state_that_contradicts_stops_the_form(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.left"])
    answer = browser.post(address, {**DAY, "person": person_a})
    assert answer.status_code == 422
    assert "without being a member" in answer.text
