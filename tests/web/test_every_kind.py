"""The generated form is the floor under every kind: it opens, it refuses an empty one, it never breaks."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from cahier.journal.entry import KINDS
from cahier.journal.models import JournalEntry
from cahier.web.forms import has_form
from cahier.web.kinds import OWN_PAGES

WRITABLE = [
    kind for kind, cls in KINDS.items() if not kind.startswith(("journal.", "test.")) and has_form(cls)
]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_form_of_every_kind_opens(acting, cast, book_a, language):
    browser = acting(cast.awa)
    for kind in WRITABLE:
        answer = browser.get(
            reverse("write", args=[book_a.slug, kind]), headers={"accept-language": language}
        )
        assert answer.status_code == (302 if kind in OWN_PAGES else 200), kind
        with translation.override(language):
            assert kind in OWN_PAGES or f"{KINDS[kind].LABEL}"[:5] in answer.text, kind


def test_an_empty_form_of_every_kind_is_answered_by_a_sentence(acting, cast, book_a):
    browser = acting(cast.awa)
    before = JournalEntry.objects.count()
    for kind in WRITABLE:
        if kind in OWN_PAGES:
            continue
        answer = browser.post(reverse("write", args=[book_a.slug, kind]), {})
        assert answer.status_code == 422, kind
        assert "to correct" in answer.text, kind
    assert JournalEntry.objects.count() == before


def test_nonsense_in_every_field_is_answered_by_a_sentence(acting, cast, book_a):
    browser = acting(cast.awa)
    for kind in WRITABLE:
        if kind in OWN_PAGES:
            continue
        sent = {
            f"{name}{part}": "\u200bno'; --<i>"
            for name in KINDS[kind].FIELDS
            for part in ("", ".d", ".m", ".y")
        }
        answer = browser.post(reverse("write", args=[book_a.slug, kind]), sent)
        assert answer.status_code == 422, kind
        assert "<i>" not in answer.text, kind


def test_kinds_of_the_journal_have_no_such_form(acting, cast, book_a):
    browser = acting(cast.awa)
    for kind in ["journal.void", "journal.opened", "journal.erase", "no.such"]:
        assert browser.get(reverse("write", args=[book_a.slug, kind])).status_code == 404
