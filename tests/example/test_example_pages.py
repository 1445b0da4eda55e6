"""Every book of the network is alive: its pages open, in three languages, and show what is in it."""

import pytest
from django.test import Client

from cahier.example.people import book_id
from cahier.example.stories import STORIES
from cahier.indicators import queries
from cahier.journal import models

pytestmark = pytest.mark.slow


@pytest.fixture
def visit(built):
    """Open a page of a book and return its text; it must be there."""
    client = Client()

    def get(key, path, language="en"):
        slug = models.Book.objects.get(id=book_id(key)).slug
        answer = client.get(f"/{slug}/{path}", headers={"accept-language": language})
        assert answer.status_code == 200, (key, path, answer.status_code)
        return answer.content.decode()

    return get


@pytest.mark.parametrize("key", [story.key for story in STORIES])
def test_today_entries_and_findings_open(visit, key):
    for path in ("", "entries/", "findings/", "inbox/", "write/"):
        assert "<h1" in visit(key, path)


@pytest.mark.parametrize("key", [story.key for story in STORIES])
def test_the_books_page_opens_for_every_season(visit, key):
    for season in queries.seasons(book_id(key)):
        assert season.name in visit(key, f"books/?season={season.name}", "fr")


@pytest.mark.parametrize("key", ["cocoa", "coffee", "garden", "young"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_profile_of_both_workshops_opens(visit, key, language):
    for number in (1, 2):
        assert "<svg" in visit(key, f"diagnosis/{number}/profile/", language)
