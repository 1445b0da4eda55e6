"""The example network as a newcomer meets it: it builds, is the same twice, and holds what was planted."""

import json
from pathlib import Path

import pytest

from cahier.example import TODAY, network, truth
from cahier.example.people import book_id
from cahier.example.stories import STORIES
from cahier.journal import models, scope
from cahier.journal.verify import verify
from cahier.kernel import days

pytestmark = pytest.mark.slow


def findings(key, rule):
    return set(models.Finding.every.filter(book=book_id(key), rule=rule).values_list("entry", flat=True))


def test_six_books_are_there_and_marked(built):
    books = {book.id: book for book in models.Book.objects.all()}
    assert set(books) == {book_id(story.key) for story in STORIES}
    assert all(book.example for book in books.values())
    assert all("(ex" in book.name or "(ej" in book.name for book in books.values())


def test_the_size_is_that_of_real_life(built):
    count = models.JournalEntry.objects.count()
    assert 20_000 < count < 50_000
    people = {story.key: sum(section.members for section in story.sections) for story in STORIES}
    assert people["cocoa"] == 420 and people["coffee"] == 260 and people["garden"] == 150
    assert people["young"] == 24


def test_nothing_happens_after_the_networks_today(built):
    last = models.JournalEntry.objects.exclude(kind="journal.opened").order_by("-day").first()
    assert last.day <= days.number(TODAY)


@pytest.mark.parametrize("key", [story.key for story in STORIES])
def test_every_book_verifies(built, key):
    verdict = verify(book_id(key), state=False)
    assert verdict.sound and verdict.entries > 100


def test_the_doubled_receipt_is_found(built):
    [fault] = built["cocoa"].faults["doubled_receipt"]
    found = findings("cocoa", "supply.receipt-twice")
    assert found and found <= set(fault["ids"])


def test_the_scale_that_shows_too_little_leaves_its_trace_in_the_store(built):
    from cahier.supply.models import Delivery, StockMovement

    faults = built["cocoa"].faults["scale_bias"]
    assert len(faults) > 20
    short = sum(one["true"] - one["written"] for one in faults)
    whole = sum(one["true"] for one in faults)
    assert 0.028 <= short / whole <= 0.036
    season = next(one for one in network.STORIES[0].seasons if one.name == "2025-26")
    with scope.reading(book_id("cocoa")):
        stored = StockMovement.objects.filter(quantity__gt=0).values_list("day", "quantity")
        came = Delivery.objects.values_list("day", "accepted")
        in_store = sum(quantity for day, quantity in stored if season.first <= day <= season.last)
        at_section = sum(quantity for day, quantity in came if season.first <= day <= season.last)
    assert in_store - at_section == short


def test_the_failed_quorum_has_its_second_call(built):
    from cahier.governance.models import Meeting

    [fault] = built["cocoa"].faults["failed_quorum"]
    with scope.reading(book_id("cocoa")):
        first = Meeting.objects.get(id=fault["id"])
        assert first.present < first.required and first.call == 1
        second = Meeting.objects.get(type="general_assembly", call=2)
        assert second.day > first.day and second.present >= second.required


def test_mandates_that_ran_out_stand_as_planted(built):
    from cahier.governance.models import MandateTerm

    planted = {one["id"] for one in built["cocoa"].faults["expired_mandates"]}
    with scope.reading(book_id("cocoa")):
        over = MandateTerm.objects.filter(ended=None, until__lt=days.number(TODAY)).exclude(until=None)
        assert {row.id for row in over} == planted and len(planted) >= 3


def test_the_erased_person_has_no_name_and_her_kilograms_stay(built):
    from cahier.registry.models import Person
    from cahier.supply.models import Delivery

    with scope.reading(book_id("cocoa")):
        for one in built["cocoa"].faults["erased_person"]:
            person = Person.objects.get(id=one["id"])
            assert person.family_name == "" and person.code
        assert Delivery.objects.exists()


def test_the_import_taken_back_counts_no_more(built):
    from cahier.supply.models import Delivery

    [fault] = built["cocoa"].faults["withdrawn_import"]
    written = models.JournalEntry.objects.filter(book=book_id("cocoa"), batch=fault["batch"])
    assert written.count() == fault["entries"]
    with scope.reading(book_id("cocoa")):
        assert not Delivery.objects.filter(receipt__startswith="X").exists()


def test_the_treasurers_cash_box_is_always_right(built):
    from cahier.money.models import CashCount, CashEntry

    with scope.reading(book_id("garden")):
        moved = list(CashEntry.objects.values_list("account", "day", "amount"))
        for count in CashCount.objects.all():
            held = sum(
                amount for account, day, amount in moved if account == count.account and day <= count.day
            )
            assert held == count.counted


def test_only_the_group_without_a_cash_book_spends_what_it_has_not(built):
    for story in STORIES:
        planted = {one["id"] for one in built[story.key].faults["account_below_zero"]}
        assert findings(story.key, "money.below-zero") == planted
        assert bool(planted) == (story.key == "young")


def test_a_second_build_plans_the_same(built):
    for story in STORIES:
        one, two = network.make(story), network.make(story)
        assert list(one.pen.entries()) == list(two.pen.entries())
        assert json.dumps(one.planted.as_json()) == json.dumps(two.planted.as_json())
        assert one.planted.as_json()["figures"] == built[story.key].as_json()["figures"]


def test_the_truth_reads_no_table():
    text = Path(truth.__file__).read_text()
    assert "models" not in text and "objects" not in text


def test_two_workshops_in_each_of_the_four(built):
    from cahier.assessment import queries

    for key in ("cocoa", "coffee", "garden", "young"):
        with scope.reading(book_id(key)):
            second, first = queries.rounds()
            assert (first.round_number, second.round_number) == (1, 2)
            assert first.closed and first.settled == first.items
            before, now = queries.profile_of(first.id), queries.profile_of(second.id)
            assert before.index is not None and now.index is not None
            assert now.index >= before.index


def test_one_programme_is_under_way(built):
    from cahier.programme import queries

    [fault] = built["coffee"].faults["programme_under_way"]
    with scope.reading(book_id("coffee")):
        voted = queries.adopted()
        assert voted.id == fault["id"] and 0 < voted.cost <= voted.budget
        activities = queries.activities_of(voted.id)
        assert {"M44", "M46"} <= {one.code for one in activities}
        assert any(one.last_day < TODAY for one in activities)
        assert any(one.first_day > TODAY for one in activities)
