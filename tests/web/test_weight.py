"""The first visit stays light: a phone on a country line waits three seconds, not fifty."""

from __future__ import annotations

import gzip
from pathlib import Path

from django.urls import reverse

import cahier

STATIC = Path(cahier.__file__).parent / "web" / "static" / "cahier"


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_stylesheet_and_script_keep_their_budgets():
    assert packed((STATIC / "cahier.css").read_bytes()) <= 12_000
    assert packed((STATIC / "cahier.js").read_bytes()) <= 6_000
    assert sum(packed(path.read_bytes()) for path in STATIC.rglob("*.js")) <= 18_000
    assert sum(packed(path.read_bytes()) for path in STATIC.rglob("*.svg")) <= 15_000
    assert not [path for path in STATIC.rglob("*") if path.suffix in (".woff", ".woff2", ".ttf", ".otf")]


def test_pages_keep_theirs(acting, cast, book_a, person_a):
    browser = acting(cast.awa)
    pages = [reverse("today", args=[book_a.slug]), reverse("write", args=[book_a.slug, "registry.person"]),
             reverse("entries", args=[book_a.slug]), "/gallery/", "/open/"]  # fmt: skip
    for address in pages:
        answer = browser.get(address)
        assert packed(answer.content) <= 15_000, address


def test_answers_travel_compressed(acting, cast, book_a):
    browser = acting(cast.awa)
    for address in [reverse("today", args=[book_a.slug]), "/static/cahier/cahier.css"]:
        answer = browser.get(address, headers={"accept-encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip", address
        answer.close()


def test_the_stylesheet_holds_what_the_drawings_need():
    rules = (STATIC.parents[1] / "charts" / "charts.css").read_text("utf-8").splitlines()[1:]
    held = (STATIC / "cahier.css").read_text("utf-8")
    for rule in rules:
        assert all(name in held for name in rule.split("{")[0].split()), rule
