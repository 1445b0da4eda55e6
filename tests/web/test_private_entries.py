"""The account of a complaint is read by those who settle it, and by nobody else who may read entries."""

import pytest

from cahier.access import roles as r
from cahier.access.actors import role_actor
from cahier.governance.entries import Complaint
from cahier.journal.correct import replace
from cahier.journal.write import write
from helpers.samples import DAY


@pytest.fixture
def complaint(cast):
    entry = Complaint(day=DAY, about="payment", account="Esi was paid for 59 kg")
    return write(cast.a, [entry], actor=cast.awa).ids[0]


def as_role(acting, cast, role):
    return acting(role_actor("account:x", "X", role, cast.a))


@pytest.mark.parametrize("role", [r.MANAGER, r.SUPERVISORY])
def test_who_settles_it_reads_it(acting, cast, book_a, complaint, role):
    page = as_role(acting, cast, role).get(f"/{book_a.slug}/entries/{complaint}/")
    assert page.status_code == 200 and "59 kg" in page.content.decode()


@pytest.mark.parametrize("role", [r.COLLECTOR, r.TREASURER, r.AUDITOR, r.SECRETARY])
def test_others_who_read_entries_do_not(acting, cast, book_a, complaint, role):
    corrected = replace(
        cast.a, complaint, {"account": "Esi was paid for 61 kg"}, why="kg", day=DAY, actor=cast.awa
    )
    browser = as_role(acting, cast, role)
    for one in (complaint, corrected):
        page = browser.get(f"/{book_a.slug}/entries/{one}/")
        assert page.status_code == 403 and "kg" not in page.content.decode()
    listed = browser.get(f"/{book_a.slug}/entries/").content.decode()
    assert "59 kg" not in listed and "61 kg" not in listed
