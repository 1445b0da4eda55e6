"""The pages in a real browser: nothing wider than the phone, nothing that a screen reader stumbles over."""

from __future__ import annotations

from functools import partial

import pytest
from django.urls import reverse

from helpers.browser import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found; install one with: apt-get install chromium"),
]


@pytest.fixture(autouse=True)
def synchronous(monkeypatch):
    """The browser's own loop runs in this thread; the database is still asked in order."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def site(live_server, cast, acting, book_a, person_a):
    acting(cast.awa)
    here = live_server.url
    parts = {
        "shelf": "/", "open": reverse("open-book"), "gallery": "/gallery/",
        "today": reverse("today", args=[book_a.slug]), "entries": reverse("entries", args=[book_a.slug]),
        "write": reverse("write", args=[book_a.slug, "registry.person"]),
        "entry": reverse("entry", args=[book_a.slug, person_a]),
        "void": reverse("void", args=[book_a.slug, person_a]),
        "findings": reverse("findings", args=[book_a.slug]),
    }  # fmt: skip
    return {name: here + path for name, path in parts.items()}


@pytest.fixture
def browser():
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as player:
        opened = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def _note_errors(faults, name, said):
    if said.type == "error":
        faults.append((name, said.text))


def test_every_page_fits_and_speaks_to_a_screen_reader(browser, site):
    from axe_playwright_python.sync_playwright import Axe

    faults = []
    for language, width in [("fr", 320), ("en", 360), ("es", 360), ("fr", 1280)]:
        window = browser.new_context(
            viewport={"width": width, "height": 800}, locale=language, bypass_csp=True
        )
        for name, address in site.items():
            page = window.new_page()
            page.on("console", partial(_note_errors, faults, name))
            page.goto(address)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append((name, language, width, "wider than the window"))
            found = Axe().run(page).response["violations"]
            faults += [(name, language, width, one["id"], one["nodes"][0]["html"][:120]) for one in found]
            page.close()
        window.close()
    assert faults == []


def test_under_the_strict_policy_nothing_is_blocked(browser, site):
    window = browser.new_context(viewport={"width": 360, "height": 800}, locale="en")
    page = window.new_page()
    blocked = []
    page.on("console", lambda said: blocked.append(said.text))
    for address in site.values():
        page.goto(address)
    assert blocked == []


@pytest.mark.parametrize("script", [True, False])
def test_a_person_is_written_with_and_without_script(browser, site, script):
    window = browser.new_context(
        viewport={"width": 360, "height": 800}, locale="en", java_script_enabled=script
    )
    page = window.new_page()
    page.goto(site["write"])
    page.get_by_label("Family name").fill("Bennimah")
    page.get_by_label("Area farmed").fill("a lot")
    page.get_by_role("button", name="Write in the book").click()
    assert page.locator(".errors").is_visible()
    assert page.get_by_label("Family name").input_value() == "Bennimah"
    if script:
        assert page.evaluate("document.activeElement.className") == "errors"
    page.get_by_label("Area farmed").fill("1.5")
    page.get_by_role("button", name="Write in the book").click()
    assert "Written." in page.locator("main").inner_text()
    assert "1.5" in page.locator("main").inner_text()
