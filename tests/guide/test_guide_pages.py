"""The guide in the browser: items with their levels, modules on one sheet, search without accents."""

import pytest
from django.urls import reverse

from cahier.guide import content
from cahier.guide.reading import Reader
from helpers.pages import address, exported, grant_diego, played_by, speaks, status, text_of

PAGES = ("guide", "guide-modules", "guide-causes", ("guide-item", "G1"), ("guide-module", "M05"))


def test_it_works(acting, cast, book_a):
    text = text_of(acting(cast.awa).get(address(book_a, "guide")))
    assert "34 items in 6 parts, 55 modules." in text
    assert "Production planning and advice" in text


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_item_and_every_module_has_its_sheet(acting, cast, book_a, language):
    browser, read = acting(cast.awa), Reader(content.edition(), language)
    for kind, name in (("items", "guide-item"), ("modules", "guide-module")):
        for one in list(read.pack.parts(kind))[::6]:
            text = speaks(browser, address(book_a, (name, one)), language)
            assert f'<html lang="{language}"' in text
            assert read.name(one).split("’")[0].split("'")[0] in text


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_three_languages(acting, cast, book_a, language):
    for page in PAGES:
        assert f'<html lang="{language}"' in speaks(acting(cast.awa), address(book_a, page), language)


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        ("quality", "items", "T2"),
        ("M05", "modules", "M05"),
        ("assemblee generale", "modules", "M05"),
        ("coaching", "responses", "coaching"),
    ],
)
def test_names_are_found_without_accents(typed, kind, found):
    hits = [hit for language in ("en", "fr") for hit in Reader(content.edition(), language).find(typed)]
    assert found in {hit.id for hit in hits if hit.kind == kind}


def test_what_is_found_leads_somewhere(acting, cast, book_a):
    browser = acting(cast.awa)
    answer = browser.get(address(book_a, "guide"), {"q": "ma"})
    links = [row["href"] for _kind, rows in answer.context["hits"] for row in rows]
    assert links
    for href in links[::5]:
        assert browser.get(href).status_code == 200


def test_nothing_found_leads_back(acting, cast, book_a):
    text = text_of(acting(cast.awa).get(address(book_a, "guide"), {"q": "zzzz"}))
    assert "Nothing in the guide is called so." in text
    assert "See everything" in text


def test_modules_are_filtered_and_exported(acting, cast, book_a):
    browser, url = acting(cast.awa), address(book_a, "guide-modules")
    assert len(exported(browser, url)) == 55
    serving = exported(browser, url + "?serves=G1")
    assert 0 < len(serving) < 55
    assert "M01" in {row[1] for row in serving}
    assert [row[1] for row in exported(browser, url + "?q=m05")] == ["M05"]


def test_an_item_names_the_modules_that_serve_it_and_back(acting, cast, book_a):
    browser = acting(cast.awa)
    assert (
        reverse("guide-module", args=[book_a.slug, "M01"])
        in browser.get(address(book_a, ("guide-item", "G1"))).text
    )
    assert (
        reverse("guide-item", args=[book_a.slug, "G1"])
        in browser.get(address(book_a, ("guide-module", "M01"))).text
    )


def test_unknown_parts_are_not_here(acting, cast, book_a):
    for page in (("guide-item", "M05"), ("guide-module", "G1"), ("guide-item", "nothing")):
        assert acting(cast.awa).get(address(book_a, page)).status_code == 404


def test_everybody_of_the_book_reads_the_guide(acting, cast, book_a):
    grant_diego(cast, "aggregates")
    for who, code in (("awa", 200), ("benito", 200), ("diego", 200), ("chloe", 404), ("esi", 404)):
        assert set(status(acting, cast, book_a, who, PAGES).values()) == {code}, who
    assert acting(played_by(cast, "benito")).post(address(book_a, "guide")).status_code == 405
