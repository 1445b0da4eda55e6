"""A phone of 360 pixels without script carries one item from the first vote to the next item."""

import pytest
from django.urls import reverse

from assessment_rounds import open_round, present
from cahier.assessment import queries
from helpers.browser import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found; install one with: apt-get install chromium"),
]
VOTES = {"leaders": [4, 4, 5, 5, 4], "women": [1, 1, 2, 2, 1]}


@pytest.fixture(autouse=True)
def synchronous(monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def browser():
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as player:
        opened = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def thumb(page, selector):
    page.wait_for_load_state()
    for box in (one.bounding_box() for one in page.locator(selector).all()):
        assert box["height"] >= 46, (page.url, selector)


@pytest.mark.parametrize(("width", "script"), [(360, False), (360, True), (1280, True)])
def test_one_item_from_the_first_vote_to_the_next_item(
    browser, live_server, cast, acting, book_a, width, script
):
    acting(cast.awa)
    round_id = open_round(cast, groups={group: len(votes) for group, votes in VOTES.items()})
    present(cast, round_id, leaders=5, women=5)
    window = browser.new_context(
        viewport={"width": width, "height": 780}, java_script_enabled=script, locale="fr"
    )
    page = window.new_page()
    page.goto(live_server.url + reverse("diagnosis", args=[book_a.slug]))
    page.click("a.btn:not(.plain)")
    first = page.url
    for votes in VOTES.values():
        page.click("a.btn:not(.plain)")
        for level in votes:
            thumb(page, ".levels button")
            page.click(f"button[name=v][value='{level}']")
            page.click(f"button[name=put][value='{level}']")
            assert page.locator("[aria-pressed=true]").count() == 0
            page.click("a.btn.big:not(.plain)")
    assert page.url == first
    thumb(page, ".btn.big")
    page.click("button.btn.big:not(.plain)")
    assert page.locator(".beans ellipse").count() == 10
    page.check("[name=agreed][value='6']")
    page.click("button.btn.big:not(.plain)")
    assert page.url.endswith("/T2/")
    window.close()
    assert queries.results(round_id)["T1"].agreed == 6


def test_every_page_of_a_round_fits_a_phone_and_speaks_to_a_screen_reader(
    browser, live_server, cast, acting, book_a
):
    from axe_playwright_python.sync_playwright import Axe

    acting(cast.awa)
    present(cast, open_round(cast), leaders=5, women=5)
    slug, faults = book_a.slug, []
    named = [("diagnosis",), ("assessment-entry",), ("round-open",), ("round", 1), ("round-present", 1), ("round-paper", 1),
             ("round-close", 1), ("profile", 1), ("item", 1, "G2"), ("vote", 1, "G2", "women"), ("voted", 1, "G2", "women"),
             ("tally", 1, "G2"), ("agree", 1, "G2"), ("item-proof", 1, "G2")]  # fmt: skip
    for language, width in [("fr", 320), ("es", 360), ("en", 1280)]:
        window = browser.new_context(
            viewport={"width": width, "height": 780}, locale=language, bypass_csp=True
        )
        for name, *parts in named:
            page = window.new_page()
            page.goto(live_server.url + reverse(name, args=[slug, *parts]))
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append((name, language, width, "wider than the window"))
            found = Axe().run(page).response["violations"]
            faults += [(name, language, width, one["id"], one["nodes"][0]["html"][:120]) for one in found]
            page.close()
        window.close()
    assert faults == []
