"""Awa brings her member list in through the browser. Everybody here is made up."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cahier.jobs.models import JobRow
from cahier.journal.models import Refusal
from cahier.registry.models import Person
from cahier.surfaces.models import ImportRun
from surfaces.importing import csv_bytes

HEAD = "Matricule;Nom;Prénoms;Sexe;Date;Superficie (ha)"
BAD = csv_bytes(
    HEAD,
    "M-01;Kolibé;Awa;F;12/03/2024;1,25",
    "M-02;Danso;Benito;perhaps;13/03/2024;2",
)
LANGUAGES = ["en", "fr", "es"]


@pytest.fixture(autouse=True)
def at_once(settings):
    settings.CAHIER_JOBS = "cahier.jobs.inline.InlineJobs"


def sent(browser, book, content=BAD, kind="registry.person", name="members.csv"):
    upload = SimpleUploadedFile(name, content)
    return browser.post(reverse("imports", args=[book.slug]), {"kind": kind, "file": upload})


def test_the_whole_way(acting, cast, book_a):
    browser = acting(cast.awa)
    answer = sent(browser, book_a)
    run = ImportRun.objects.get()
    here = reverse("import", args=[book_a.slug, run.id])
    assert answer.headers["location"] == here
    page = browser.get(here)
    assert "Kolibé" in page.text and "Year of birth" in page.text
    assert browser.post(here, {"check": "1"}).status_code == 302
    page = browser.get(here)
    assert "1 row can be written" in page.text
    assert "perhaps" in page.text
    browser.post(reverse("import-write", args=[book_a.slug, run.id]))
    page = browser.get(here)
    assert "1 row was written into the book" in page.text
    assert Person.objects.count() == 1
    table = b"".join(browser.get(reverse("import-refused", args=[book_a.slug, run.id])).streaming_content)
    assert openpyxl.load_workbook(io.BytesIO(table)).worksheets[0].max_row == 2
    assert Refusal.objects.filter(settled="").count() == 1
    browser.post(reverse("import-withdraw", args=[book_a.slug, run.id]), {"why": "wrong list"})
    assert "taken back" in browser.get(here).text
    assert not Person.objects.exists()


def test_what_the_columns_are_can_be_changed(acting, cast, book_a):
    browser = acting(cast.awa)
    sent(browser, book_a, csv_bytes("A;B;C", "M-01;Kolibé;03/04/2024"))
    run = ImportRun.objects.get()
    here = reverse("import", args=[book_a.slug, run.id])
    refused = browser.post(here, {"check": "1"})
    assert refused.status_code == 422
    assert "No column fills Day" in refused.text
    browser.post(here, {"key.0": "code", "key.1": "family_name", "key.2": "day", "look": "1"})
    assert "Please confirm" in browser.get(here).text
    answers = {"key.0": "code", "key.1": "family_name", "key.2": "day", "order.2": "mdy", "check": "1"}
    assert browser.post(here, answers).status_code == 302
    browser.post(reverse("import-write", args=[book_a.slug, run.id]))
    assert Person.objects.get().day.isoformat() == "2024-03-04"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_in_three_languages(acting, cast, book_a, language):
    browser = acting(cast.awa)
    sent(browser, book_a)
    run = ImportRun.objects.get()
    for address in [reverse("imports", args=[book_a.slug]), reverse("import", args=[book_a.slug, run.id])]:
        page = browser.get(address, headers={"accept-language": language})
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text


def test_a_file_that_is_none_gets_its_sentence(acting, cast, book_a):
    browser = acting(cast.awa)
    answer = sent(browser, book_a, b"%PDF-1.4 nothing")
    assert answer.status_code == 422
    assert "is not a spreadsheet" in answer.text
    assert not ImportRun.objects.exists()
    nothing = browser.post(reverse("imports", args=[book_a.slug]), {"kind": "registry.person"})
    assert "Choose the file" in nothing.text


def test_strangers_find_no_import(acting, cast, book_a):
    sent(acting(cast.awa), book_a)
    run = ImportRun.objects.get()
    for person, status in [(cast.chloe, 404), (cast.esi, 404)]:
        browser = acting(person)
        assert browser.get(reverse("imports", args=[book_a.slug])).status_code == status
        assert browser.post(reverse("import-write", args=[book_a.slug, run.id])).status_code == status
    assert sent(acting(cast.diego), book_a).status_code == 422
    assert ImportRun.objects.count() == 1


def test_the_import_of_one_book_is_not_in_another(acting, cast, book_a):
    from cahier.journal.models import Book

    sent(acting(cast.awa), book_a)
    run = ImportRun.objects.get()
    other = Book.objects.get(id=cast.b)
    assert acting(cast.chloe).get(reverse("import", args=[other.slug, run.id])).status_code == 404


def test_work_in_the_queue_is_shown_and_can_be_stopped(acting, cast, book_a, settings):
    settings.CAHIER_JOBS = "cahier.jobs.queue.QueuedJobs"
    browser = acting(cast.awa)
    sent(browser, book_a)
    run = ImportRun.objects.get()
    here = reverse("import", args=[book_a.slug, run.id])
    browser.post(here, {"check": "1"})
    assert "Stop this work" in browser.get(here).text
    browser.post(f"{here}stop/")
    assert JobRow.objects.get().state == "cancelled"
    assert "Check the whole file" in browser.get(here).text


def test_an_empty_table_can_be_fetched(acting, cast, book_a):
    address = reverse("import-template", args=[book_a.slug])
    answer = acting(cast.awa).get(address, {"kind": "supply.delivery"}, headers={"accept-language": "fr"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert "(kg)" in " ".join(str(cell.value) for cell in book.worksheets[0][1])


def test_a_file_of_which_nothing_was_written_is_thrown_away(acting, cast, book_a):
    from cahier.surfaces.opened import folder

    browser = acting(cast.awa)
    sent(browser, book_a)
    run = ImportRun.objects.get()
    assert folder(run).exists()
    browser.post(reverse("import-throw-away", args=[book_a.slug, run.id]))
    assert not ImportRun.objects.exists()
    assert not folder(run).exists()


def test_what_was_written_is_not_thrown_away(acting, cast, book_a):
    browser = acting(cast.awa)
    sent(browser, book_a)
    run = ImportRun.objects.get()
    browser.post(reverse("import", args=[book_a.slug, run.id]), {"check": "1"})
    browser.post(reverse("import-write", args=[book_a.slug, run.id]))
    answer = browser.post(reverse("import-throw-away", args=[book_a.slug, run.id]))
    assert answer.status_code == 409
    assert Person.objects.count() == 1


def test_a_year_is_a_name_and_not_a_thousand_of_something(acting, cast, book_a):
    browser = acting(cast.awa)
    table = b"Nom;Ann\xc3\xa9e de naissance;Date\nKouassi;1985;2026-03-02\n"
    page = browser.get(sent(browser, book_a, table).headers["location"]).text
    assert "1985" in page and "1,985" not in page
