from __future__ import annotations

import pytest
from django.urls import reverse

from cahier.journal.models import JournalEntry

PAGES = ["today", "write-index", "entries", "findings", "inbox"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_awa_sees_every_page_of_her_book(acting, cast, book_a, name, language):
    answer = acting(cast.awa).get(reverse(name, args=[book_a.slug]), headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert "PO A" in answer.text


@pytest.mark.parametrize("name", PAGES)
def test_chloe_finds_no_book_of_awa(acting, cast, book_a, name):
    answer = acting(cast.chloe).get(reverse(name, args=[book_a.slug]))
    assert answer.status_code == 404
    assert "PO A" not in answer.text


def test_chloe_can_neither_write_nor_correct(acting, cast, book_a, person_a):
    browser = acting(cast.chloe)
    before = JournalEntry.objects.count()
    for name, rest in [("write", "registry.person"), ("correct", person_a), ("void", person_a)]:
        assert browser.post(reverse(name, args=[book_a.slug, rest]), {}).status_code == 404
    assert JournalEntry.objects.count() == before


def test_diego_may_read_but_a_post_is_refused(acting, cast, book_a):
    browser = acting(cast.diego)
    assert browser.get(reverse("entries", args=[book_a.slug])).status_code == 200
    answer = browser.get(reverse("write", args=[book_a.slug, "registry.person"]))
    assert answer.status_code == 403
    assert "Ask its manager" in answer.text


def test_the_shelf_holds_only_ones_own_books(acting, cast):
    text = acting(cast.chloe).get("/").text
    assert "PO B" in text
    assert "PO A" not in text


def test_unknown_addresses_get_a_sentence(acting, cast, book_a):
    browser = acting(cast.awa)
    for address in ["/no-such-book/", f"/{book_a.slug}/entries/none/", f"/{book_a.slug}/nothing/"]:
        answer = browser.get(address)
        assert answer.status_code == 404
        assert "<h1>Not here</h1>" in answer.text


def test_one_entry_tells_its_story(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    page = browser.get(reverse("entry", args=[book_a.slug, person_a]))
    assert "Kolibé" in page.text
    form = browser.get(reverse("correct", args=[book_a.slug, person_a]))
    assert 'value="Kolibé"' in form.text
    sent = {
        "code": "P-1",
        "family_name": "Kolibe",
        "given_names": "Awa",
        "day.d": "2",
        "day.m": "3",
        "day.y": "2026",
    }
    refused = browser.post(reverse("correct", args=[book_a.slug, person_a]), sent)
    assert refused.status_code == 422
    done = browser.post(
        reverse("correct", args=[book_a.slug, person_a]), {**sent, "why_corrected": "spelling"}
    )
    assert done.status_code == 302
    page = browser.get(done.url)
    assert "Kolibe" in page.text
    assert "spelling" in page.text


def test_an_entry_is_taken_out_with_a_reason(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    address = reverse("void", args=[book_a.slug, person_a])
    assert browser.post(address, {}).status_code == 422
    assert browser.post(address, {"why_corrected": "never came"}).status_code == 302
    page = browser.get(reverse("entry", args=[book_a.slug, person_a])).text
    assert "counts no more" in page
    assert "never came" in page
    assert browser.get(address).status_code == 409


def test_a_fault_of_the_program_gets_a_page_too(acting, cast, book_a, monkeypatch):
    from cahier.web import steps

    def fail(*_given):
        raise RuntimeError("made to fail")

    monkeypatch.setattr(steps, "standing", fail)
    browser = acting(cast.awa)
    browser.raise_request_exception = False
    answer = browser.get(reverse("today", args=[book_a.slug]))
    assert answer.status_code == 500
    assert "What was written before is safe" in answer.text
    assert "made to fail" not in answer.text


def test_a_book_never_hides_behind_an_address_of_the_site(cast):
    from cahier.journal.books import create_book
    from cahier.kernel.ids import new_id

    made = create_book(new_id(), name="Gallery", currency="XOF", country="CI", language="fr")
    assert made.slug == "gallery-2"
