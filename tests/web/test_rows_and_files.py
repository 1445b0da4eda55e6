"""Rows, presets and proofs in the generated form."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from cahier.governance.entries import Mandate
from cahier.journal import corrections, scope
from cahier.journal.models import JournalEntry
from cahier.journal.write import write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Person
from cahier.web import lookup

DAY = {"day.d": "2", "day.m": "3", "day.y": "2026"}


def latest(cast, kind):
    row = JournalEntry.objects.filter(book=cast.a, kind=kind).order_by("-number").first()
    return corrections.effective(cast.a, row)


@pytest.fixture
def product(cast, book_a):
    return reverse("write", args=[book_a.slug, "supply.product"])


def test_blank_rows_are_left_out_and_the_others_close_up(acting, cast, product):
    sent = {**DAY, "code": "CAJ", "name": "Cashew", "measure": "mass", "grades.count": "3",
            "grades.1.code": "A", "grades.1.rank": "1", "grades.3.code": "B", "grades.3.rank": "2"}  # fmt: skip
    assert acting(cast.awa).post(product, sent).status_code == 302
    assert [(one.code, one.rank) for one in latest(cast, "supply.product").grades] == [("A", 1), ("B", 2)]


def test_more_lines_come_without_script_and_keep_what_was_typed(acting, cast, product):
    sent = {**DAY, "code": "CAJ", "grades.count": "2", "grades.2.code": "B", "_more": "grades"}
    answer = acting(cast.awa).post(product, sent)
    assert answer.status_code == 200
    assert 'name="grades.1.code" value="B"' in answer.text
    assert 'name="grades.5.code"' in answer.text
    assert "to correct" not in answer.text


def test_a_fault_in_a_row_stands_at_that_row(acting, cast, product):
    sent = {**DAY, "code": "CAJ", "name": "Cashew", "measure": "mass", "grades.count": "2",
            "grades.1.code": "A", "grades.1.rank": "1", "grades.2.code": "B", "grades.2.rank": "low"}  # fmt: skip
    answer = acting(cast.awa).post(product, sent)
    assert answer.status_code == 422
    assert 'href="#i-grades-2-rank"' in answer.text
    assert 'value="low"' in answer.text


def test_ill_counted_rows_do_not_break_the_form(acting, cast, product):
    for count in ["-3", "x", "999999999"]:
        answer = acting(cast.awa).post(product, {**DAY, "grades.count": count})
        assert answer.status_code == 422


def test_a_preset_holds_where_nothing_is_typed_and_a_row_of_presets_is_blank(acting, cast, book_a, person_a):
    address = reverse("write", args=[book_a.slug, "learning.training-held"])
    browser = acting(cast.awa)
    assert 'name="people.1.present" value="yes" checked' in browser.get(address).text
    sent = {**DAY, "module": "A1", "people.count": "2", "people.1.person": person_a, "people.1.confirmed": "yes",
            "people.1.present": "no", "people.2.confirmed": "yes", "people.2.present": "yes"}  # fmt: skip
    answer = browser.post(address, sent)
    assert answer.status_code == 302, answer.text
    people = latest(cast, "learning.training-held").people
    assert [(one.person, one.confirmed, one.present) for one in people] == [(person_a, True, False)]


def test_a_proof_is_kept_although_another_field_was_wrong(acting, cast, book_a):
    address = reverse("write", args=[book_a.slug, "learning.application-check"])
    browser = acting(cast.awa)
    photo = SimpleUploadedFile("slip.jpg", b"made-up bytes", "image/jpeg")
    answer = browser.post(address, {**DAY, "proof": photo})
    assert answer.status_code == 422
    assert "Here already: slip.jpg" in answer.text
    assert 'name="proof.kept"' in answer.text
    forged = browser.post(address, {**DAY, "proof.kept": "eyJzaGEyNTYiOiJhYiJ9:x:y"})
    assert "the file was lost on its way" in forged.text


def test_beyond_the_short_list_one_searches(acting, cast, book_a):
    people = [Person(day=dt.date(2026, 3, 2), family_name=f"Kolibé {n:02d}") for n in range(70)]
    ids = write(cast.a, people, actor=cast.awa).ids
    browser = acting(cast.awa)
    address = reverse("write", args=[book_a.slug, "registry.joined"])
    text = browser.get(address).text
    assert "data-find=" in text
    assert "Kolibé 01" not in text
    found = browser.get(
        reverse("find", args=[book_a.slug]), {"kind": "registry.person", "q": "kolibe 1"}
    ).json()
    assert len(found["found"]) == 10
    several = browser.post(address, {**DAY, "person": "Kolibé"})
    assert "Several fit Kolibé" in several.text
    assert 'value="Kolibé"' in several.text
    done = browser.post(address, {**DAY, "person": found["found"][0]})
    assert done.status_code == 302
    assert latest(cast, "registry.joined").person == ids[10]


def test_names_are_those_after_correction(cast, person_a):
    from cahier.journal.correct import replace

    replace(
        cast.a, person_a, {"family_name": "Kolibe"}, why="spelling", day=dt.date(2026, 3, 3), actor=cast.awa
    )
    assert lookup.names(cast.a, [person_a]) == {person_a: "P-1 · Kolibe Awa"}
    assert lookup.offered(["registry.person"]) == [(person_a, "P-1 · Kolibe Awa")]


def test_a_mandate_is_offered_by_the_word_of_its_office_and_the_name_of_its_holder(cast, person_a):
    mandate = Mandate(day=dt.date(2026, 3, 2), person=person_a, office="treasurer", body="board")
    (made,) = write(cast.a, [mandate], actor=cast.awa).ids
    with scope.reading(cast.a), override("es"):
        ((found, label),) = lookup.offered(["governance.mandate"])
        assert lookup.find(["governance.mandate"], "tesor") == made
        with pytest.raises(Refused, match="called presid"):
            lookup.find(["governance.mandate"], "presid")
    assert found == made
    assert "treasurer" not in label
    assert person_a not in label
    assert "Awa" in label


def test_a_link_fills_a_field_in_advance(acting, cast, book_a, person_a):
    address = reverse("write", args=[book_a.slug, "registry.joined"])
    assert f'value="{person_a}" selected' in acting(cast.awa).get(address, {"person": person_a}).text
