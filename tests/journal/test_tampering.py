"""An attacker with the file in hand: every change is found and named."""

import pytest
from django.db import connection

from cahier.journal import chain, cuts, models
from cahier.journal.verify import envelope, verify
from cahier.journal.write import write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Joined, Person
from helpers.samples import DAY

_TEXTS = (
    "kind",
    "author",
    "batch",
    "subject",
    "body",
    "personal",
    "salt",
    "personal_digest",
    "previous",
    "hash",
    "origin",
    "id",
)
_NUMBERS = ("version", "day", "captured", "recorded", "clock", "number")


@pytest.fixture
def book(cast):
    for name in ("Mensah", "Yao", "Quispe"):
        [person] = write(cast.a, [Person(day=DAY, family_name=name)], actor=cast.awa).ids
        write(cast.a, [Joined(day=DAY, person=person)], actor=cast.awa)
    return cast.a


def tamper(column, value, number=4):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE journal_journalentry SET {column} = %s WHERE number = %s AND kind <> 'journal.opened'",
            [value, number],
        )
        assert cursor.rowcount == 1


@pytest.mark.parametrize("column", _TEXTS)
def test_one_flipped_sign_in_any_text_is_found(book, column):
    row = models.JournalEntry.objects.get(book=book, number=4)
    old = getattr(row, column)
    tamper(column, chr(ord(old[0]) ^ 1) + old[1:] if old else "x")
    problems = verify(book, state=False).problems
    assert problems and all(
        "4" in str(problem) or "5" in str(problem) or problem.code == "verify.cut-off" for problem in problems
    )


@pytest.mark.parametrize("column", _NUMBERS)
def test_one_changed_number_is_found(book, column):
    row = models.JournalEntry.objects.get(book=book, number=4)
    tamper(column, getattr(row, column) + 100)
    assert not verify(book, state=False).sound


def test_a_deleted_and_a_cut_off_entry_are_found(book):
    models.JournalEntry.objects.filter(book=book, number=4).delete()
    assert [p.code for p in verify(book, state=False).problems] == ["verify.gap"]
    models.JournalEntry.objects.filter(book=book, number__gte=4).delete()
    assert [p.code for p in verify(book, state=False).problems] == ["verify.cut-off"]


def test_personal_data_removed_without_an_erasure_are_found(book):
    models.JournalEntry.objects.filter(book=book, number=4).update(personal="", salt="")
    assert [p.code for p in verify(book, state=False).problems] == ["verify.no-erasure"]


def test_a_changed_state_table_is_found_and_named(book):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_person SET sex = 'f'")
    assert [p.details["table"] for p in verify(book).problems] == ["registry_person"]


def recompute_chain(book):
    """What a treasurer with a programmer's help would do: edit, then seal everything again."""
    previous = chain.GENESIS
    for row in models.JournalEntry.objects.filter(book=book).order_by("number"):
        row.previous = previous
        row.hash = previous = chain.seal(envelope(row))
        models.JournalEntry.objects.filter(book=book, id=row.id).update(previous=row.previous, hash=row.hash)
    models.Chain.objects.filter(book=book).update(head=previous)


def test_a_wholly_recomputed_chain_is_caught_by_the_printed_code(book):
    printed = cuts.head(book).code()
    assert cuts.holds(book, printed) and verify(book, against=printed).sound
    body = models.JournalEntry.objects.get(book=book, number=4).body
    tamper("body", body.replace("A-000002", "A-000009"))
    recompute_chain(book)
    assert verify(book, state=False).sound, "the chain alone cannot tell"
    assert [p.code for p in verify(book, against=printed, state=False).problems] == ["verify.against"]


def test_an_old_code_still_holds_when_the_book_has_grown(book, cast):
    printed = cuts.head(book).code()
    write(book, [Person(day=DAY, family_name="Late")], actor=cast.awa)
    assert cuts.head(book).code() != printed
    assert verify(book, against=printed.lower().replace("-", " - ")).sound


def test_something_that_is_no_code_is_refused(book):
    with pytest.raises(Refused) as refused:
        verify(book, against="hello")
    assert refused.value.problems[0].code == "journal.bad-code"


def test_a_book_that_counts_in_another_currency_is_found(book):
    models.Book.objects.filter(id=book).update(currency="XAF")
    assert [p.code for p in verify(book, state=False).problems] == ["verify.cover"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="writes bytes that PostgreSQL itself refuses")
@pytest.mark.parametrize("column", ["body", "personal", "kind", "author"])
def test_bytes_that_are_no_text_any_more_are_named_too(book, column):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE journal_journalentry SET {column} = CAST(x'7b22ff' AS TEXT) WHERE number = 4"  # {" and 0xff
        )
    assert [p.details["place"] for p in verify(book).problems if p.code == "verify.changed"] == ["A4"]
