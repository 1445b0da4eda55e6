"""What features register: tabs, steps, quick kinds, pages of their own; and the shelf."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cahier.journal.models import Book
from cahier.web import kinds, steps, tabs


@pytest.fixture
def registries(monkeypatch):
    monkeypatch.setattr(tabs, "TABS", {})
    monkeypatch.setattr(steps, "STEPS", {})
    monkeypatch.setitem(kinds.OWN_PAGES, "registry.person", "")
    monkeypatch.delitem(kinds.OWN_PAGES, "registry.person")


def test_the_first_step_not_done_is_what_to_do_now(acting, cast, book_a, registries):
    steps.step(2, "What the books say", "entries", lambda book: False, act="See the figures")
    steps.step(1, "Start", "today", lambda book: book == cast.a, told=lambda book: "One book.")
    steps.step(3, "Workshop", "findings", lambda book: True)
    listed = steps.standing(book_a, lambda group: True)
    assert [(one.step.order, one.state) for one in listed] == [(1, "done"), (2, "now"), (3, "done")]
    text = acting(cast.awa).get(reverse("today", args=[book_a.slug])).text
    assert "Next: What the books say." in text
    assert "One book." in text
    assert "See the figures" in text


def test_steps_of_pages_one_may_not_read_are_left_out(book_a, registries):
    steps.step(1, "Start", "today", lambda book: False, group="today")
    steps.step(2, "Money", "entries", lambda book: False, group="accounts")
    assert [one.step.order for one in steps.standing(book_a, lambda group: group == "today")] == [1]


def test_tabs_stand_in_the_order_of_the_season_and_one_is_open(cast, book_a, registries):
    tabs.tab("programme", "Programme", "inbox", "programme")
    tabs.tab("today", "Today", "today", "today")
    tabs.tab("members", "Members", "entries", "members")
    here = reverse("entries", args=[book_a.slug])
    assert [(one["label"], one["open"]) for one in tabs.tabs_for(book_a, cast.awa, f"{here}x/")] == [
        ("Today", False), ("Members", True), ("Programme", False),
    ]  # fmt: skip
    assert tabs.tabs_for(book_a, cast.esi, here) == []


def test_a_kind_with_a_page_of_its_own_leads_there(acting, cast, book_a, registries):
    kinds.own_page("registry.person", "entries")
    answer = acting(cast.awa).get(reverse("write", args=[book_a.slug, "registry.person"]))
    assert answer.url == reverse("entries", args=[book_a.slug])


def test_a_book_is_opened_from_the_shelf_once(acting, cast):
    from cahier.access.actors import local_actor

    browser = acting(local_actor())
    form = browser.get("/open/")
    sent = {"_id": form.context["form"].id, "name": "Union of the Plain", "country": "GH", "currency": "GHS",
            "language": "en"}  # fmt: skip
    first, second = browser.post("/open/", sent), browser.post("/open/", sent)
    assert first.url == second.url == "/union-of-the-plain/"
    assert Book.objects.filter(name="Union of the Plain").count() == 1
    assert "Union of the Plain" in browser.get(first.url).text


def test_an_incomplete_opening_is_refused_with_what_was_typed(acting, cast):
    from cahier.access.actors import local_actor

    before = Book.objects.count()
    answer = acting(local_actor()).post(
        "/open/", {"name": "Union of the Plain", "country": "XX", "language": "en"}
    )
    assert answer.status_code == 422
    assert 'value="Union of the Plain"' in answer.text
    assert "Currency is missing" in answer.text
    assert Book.objects.count() == before


def test_an_example_book_says_so_on_every_page(acting, cast, book_a):
    browser = acting(cast.awa)
    address = reverse("entries", args=[book_a.slug])
    assert "are made up" not in browser.get(address).text
    Book.objects.filter(id=cast.a).update(example=True)
    assert "are made up" in browser.get(address).text


def test_the_export_holds_exactly_what_is_shown(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    address = reverse("entries", args=[book_a.slug])
    text = browser.get(address, {"kind": "registry.person", "export": "csv"}).content.decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "Kolibé" in text
    sheet = browser.get(address, {"export": "xlsx"})
    assert sheet.content[:2] == b"PK"
    assert "attachment" in sheet.headers["Content-Disposition"]


def test_filters_stand_in_the_address_and_nonsense_in_them_is_harmless(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    address = reverse("entries", args=[book_a.slug])
    assert "1 row" in browser.get(address, {"kind": "registry.person"}).text
    assert "Nothing here yet" in browser.get(address, {"since": "2030-01-01"}).text
    assert browser.get(address, {"since": "soon", "page": "x", "export": "exe"}).status_code == 200


def test_a_question_is_closed_with_a_note(acting, cast, book_a, person_a):
    import datetime as dt

    from cahier.journal.models import Finding
    from cahier.journal.write import Mode, write
    from cahier.registry.entries import Left

    write(cast.a, [Left(day=dt.date(2026, 3, 2), person=person_a)], actor=cast.awa, mode=Mode.FACT)
    browser = acting(cast.awa)
    listed = reverse("findings", args=[book_a.slug])
    assert "without being a member" in browser.get(listed).text
    assert "1 thing needs you first" in browser.get(reverse("today", args=[book_a.slug])).text
    address = reverse("close-finding", args=[book_a.slug, Finding.objects.get().id])
    assert browser.post(address, {"note": ""}).status_code == 422
    assert browser.post(address, {"note": "asked her"}).status_code == 302
    assert "without being a member" not in browser.get(listed).text


def test_the_cover_names_the_season_that_a_feature_knows(acting, cast, book_a, monkeypatch):
    from cahier.web import context

    monkeypatch.setattr(context, "SEASONS", [lambda book: "", lambda book: "Cashew 2027"])
    assert "Cashew 2027" in acting(cast.awa).get(reverse("today", args=[book_a.slug])).text
    assert "Cashew 2027" not in acting(cast.awa).get("/").text
