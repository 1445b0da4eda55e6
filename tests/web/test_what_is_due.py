"""What is due on Today, the pages beside a page, and lists with buttons."""

import datetime as dt

import pytest
from django.urls import reverse

from cahier.journal.models import Refusal
from cahier.kernel.ids import new_id
from cahier.web import due, tabs
from cahier.web.due import Due, waiting

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def registered(monkeypatch):
    monkeypatch.setattr(due, "ASKED", [])
    return due.ASKED


def one(days, title):
    return Due(DAY - dt.timedelta(days=days), title, "text", "act", "/")


def test_the_oldest_harm_comes_first(book_a, registered):
    due.due("today", lambda book, today: [one(1, "young"), one(9, "old")])
    due.due("accounts", lambda book, today: [one(5, "middle")])
    assert [found.title for found in waiting(book_a, DAY, lambda group: True)] == ["old", "middle", "young"]


def test_nobody_is_told_what_he_may_not_read(book_a, registered):
    due.due("accounts", lambda book, today: [one(5, "money")])
    assert waiting(book_a, DAY, lambda group: group != "accounts") == []


def test_today_shows_five_and_counts_the_others(acting, cast, book_a, registered):
    due.due("today", lambda book, today: [one(n, f"thing {n}") for n in range(8)])
    answer = acting(cast.awa).get(reverse("today", args=[book_a.slug]))
    assert [found.title for found in answer.context["urgent"]] == [f"thing {n}" for n in (7, 6, 5, 4, 3)]
    assert "8 things need you first." in answer.text
    assert "3 more wait behind these." in answer.text


def test_a_refused_entry_waits_since_it_came(acting, cast, book_a):
    received = int(dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC).timestamp() * 1000)
    Refusal.objects.create(
        id=new_id(),
        book=cast.a,
        source="file",
        kind="registry.person",
        received=received,
        content="{}",
        reasons="[]",
    )
    [found] = waiting(book_a, DAY, lambda group: group == "import")
    assert (found.since, found.href) == (DAY, reverse("inbox", args=[book_a.slug]))


def test_pages_of_one_part_are_offered_to_who_may_read_them(acting, cast, book_a, monkeypatch):
    monkeypatch.setattr(tabs, "VIEWS", {})
    tabs.view("members", "Register", "entries", "entries")
    tabs.view("members", "Questions", "findings", "findings")
    path = reverse("entries", args=[book_a.slug])
    assert [(v["label"], v["open"]) for v in tabs.views_for(book_a, cast.awa, path)] == [
        ("Register", True),
        ("Questions", False),
    ]
    assert tabs.views_for(book_a, cast.awa, reverse("today", args=[book_a.slug])) == []
    assert tabs.views_for(book_a, cast.esi, path) == []
    assert 'aria-current="page">Register' in acting(cast.awa).get(path).text
