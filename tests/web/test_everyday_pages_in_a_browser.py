"""The everyday pages in a real browser: nothing wider than the phone, nothing that a screen reader stumbles over."""

from functools import partial

import pytest

from cahier.governance.entries import Mandate, Meeting
from cahier.money.entries import CashCount, CashEntry
from cahier.registry.entries import Joined
from cahier.supply.stock import StockCount, StockIn
from helpers.browser import CHROMIUM
from helpers.pages import address
from helpers.trade import DAY, open_trade

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
    trade = open_trade(cast)
    delivery = trade.one(trade.delivery())
    trade.write(
        Joined(day=DAY, person=trade.esi), Meeting(day=DAY, type="general_assembly", eligible=40, present_women=9, present_men=30),
        Mandate(day=DAY, person=trade.esi, office="supervisor", body="supervisory", until=DAY),
        CashEntry(day=DAY, account=trade.cash, direction="in", amount=50_000_000, purpose="direct_cost"),
        CashCount(day=DAY, account=trade.cash, counted=50_000_000),
        StockIn(day=DAY, store=trade.store, product=trade.cocoa, quantity=90_000_456, why="reception"),
        StockCount(day=DAY, store=trade.store, product=trade.cocoa, counted=88_000_123),
    )  # fmt: skip
    acting(cast.awa)
    pages = [
        "today", "records", "members", "enrol", "organisation", "seasons", ("member", trade.esi), ("statement", trade.esi),
        "deliveries", "weigh", "stock", ("receipt", delivery), "accounts", ("cash-book", trade.cash), "counts", "shares",
        "owed", "sales", "contracts", "prices", "assemblies", "decisions", "mandates", "duties", "positions", "agreements",
        "trainings", "guide", "guide-modules", ("guide-module", "M05"), ("guide-item", "G1"), "guide-causes",
    ]  # fmt: skip
    return [live_server.url + address(book_a, page) for page in pages]


def _note_errors(faults, said):
    if said.type == "error":
        faults.append(said.text)


def test_every_page_fits_and_speaks_to_a_screen_reader(addresses):
    sync = pytest.importorskip("playwright.sync_api")
    from axe_playwright_python.sync_playwright import Axe

    faults = []
    with sync.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for language, width in [("fr", 320), ("es", 360), ("en", 1280)]:
            window = browser.new_context(
                viewport={"width": width, "height": 800}, locale=language, bypass_csp=True
            )
            page = window.new_page()
            page.on("console", partial(_note_errors, faults))
            for url in addresses:
                page.goto(url)
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append((url, language, width, "wider than the window"))
                found = Axe().run(page).response["violations"]
                faults += [(url, language, one["id"], one["nodes"][0]["html"][:120]) for one in found]
            window.close()
        browser.close()
    assert faults == []


def test_a_receipt_prints_on_one_roll_and_a_statement_on_one_sheet(addresses, tmp_path):
    sync = pytest.importorskip("playwright.sync_api")
    from pypdf import PdfReader

    receipt = next(url for url in addresses if "/deliveries/" in url and len(url.rsplit("/", 2)[1]) == 36)
    statement = next(url for url in addresses if url.endswith("/statement/"))
    module = next(url for url in addresses if url.endswith("/M05/"))
    with sync.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        sizes = {}
        for name, url in (("receipt", receipt), ("statement", statement), ("module", module)):
            page.goto(url)
            page.pdf(path=str(tmp_path / "p.pdf"), prefer_css_page_size=True)
            sheets = PdfReader(tmp_path / "p.pdf").pages
            sizes[name] = (len(sheets), round(float(sheets[0].mediabox.width) * 25.4 / 72))
        browser.close()
    assert sizes == {"receipt": (1, 80), "statement": (1, 210), "module": (1, 210)}
