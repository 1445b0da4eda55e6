from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import cahier
from cahier.web import actors

SOURCE = Path(cahier.__file__).parent
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


@pytest.mark.parametrize("address", ["/", "/gallery/", "/nothing/", "/static/cahier/cahier.css", "/open/"])
def test_every_answer_carries_the_strict_policy(client, db, address):
    answer = client.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if address != "/static/cahier/cahier.css":
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "same-origin"
    answer.close()


def inline(text: str) -> list[str]:
    """Return what the policy would block in a template."""
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", text) if "src=" not in tag]
    return scripts + re.findall(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text)


def test_the_check_for_inline_code_finds_some():
    assert len(inline('<p style="a"><script>x</script><a onclick="b" href="javascript:c">')) == 4


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_template_holds_inline_code(path):
    assert inline(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_is_fetched_from_elsewhere(path):
    assert re.findall(r"(?:src|href|action)=[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")) == []


def test_every_post_form_carries_the_token():
    for path in TEMPLATES:
        for form in re.findall(
            r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(encoding="utf-8"), re.S
        ):
            assert "{% csrf_token %}" in form, path


def test_a_post_from_another_site_is_refused(cast, book_a, monkeypatch):
    monkeypatch.setattr(actors, "local_owner", lambda request: cast.awa)
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post(reverse("write", args=[book_a.slug, "registry.person"]), {"family_name": "X"})
    assert answer.status_code == 403


def test_the_language_link_leads_nowhere_else(client, db):
    assert client.get("/language/fr/?next=https://elsewhere.example/").url == "/"
    answer = client.get("/language/fr/?next=/gallery/")
    assert answer.url == "/gallery/"
    assert '<html lang="fr"' in client.get("/gallery/").text
    assert client.get("/language/xx/?next=/").cookies == {}


def test_names_do_not_reach_who_may_not_read_them(acting, cast, book_a, person_a):
    from cahier.access import roles
    from cahier.access.actors import role_actor

    browser = acting(role_actor("account:esi", "Esi", roles.MEMBER, cast.a))
    page = browser.get(reverse("today", args=[book_a.slug]))
    assert page.status_code == 200
    assert "Kolibé" not in page.text
    assert (
        browser.get(reverse("find", args=[book_a.slug]), {"kind": "registry.person", "q": "ko"}).status_code
        == 403
    )
    assert browser.get(reverse("entry", args=[book_a.slug, person_a])).status_code == 403


def test_typed_text_cannot_become_markup(acting, cast, book_a):
    browser = acting(cast.awa)
    sent = {"family_name": "<img src=x>", "day.d": "2", "day.m": "3", "day.y": "2026"}
    done = browser.post(reverse("write", args=[book_a.slug, "registry.person"]), sent)
    for address in [done.url, reverse("entries", args=[book_a.slug]), reverse("today", args=[book_a.slug])]:
        text = browser.get(address).text
        assert "<img src=x>" not in text
        assert "&lt;img src=x&gt;" in text
