"""The pages of the programme in a real browser: nothing too wide, nothing a screen reader stumbles over."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cahier.programme import drafts
from cahier.programme.pages.common import WAY
from helpers.browser import CHROMIUM
from programme import books

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
def addresses(live_server, cast, acting, book_a):
    acting(cast.awa)
    books.ready(cast)
    drafts.solve(cast.a)
    named = [*(name for name, _label in WAY), "trainer", "layer"]
    return [live_server.url + reverse(name, args=[book_a.slug]) for name in named]


def test_every_page_fits_and_speaks_to_a_screen_reader(addresses):
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    faults = []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for language, width in [("fr", 360), ("es", 1280)]:
            window = browser.new_context(
                viewport={"width": width, "height": 800}, locale=language, bypass_csp=True
            )
            page = window.new_page()
            for address in addresses:
                page.goto(address)
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append((address, language, width, "wider than the window"))
                found = Axe().run(page).response["violations"]
                faults += [(address, language, one["id"], one["nodes"][0]["html"][:160]) for one in found]
            window.close()
        browser.close()
    assert faults == []
