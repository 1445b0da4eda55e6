"""Deliveries: it works, then each refusal, then disorder."""

import pytest

from cahier.journal.correct import replace, void
from cahier.journal.models import Finding
from cahier.journal.write import Draft, Mode, write
from cahier.kernel.money import Price
from cahier.kernel.refusals import Refused
from cahier.supply import models
from cahier.supply.entries import CollectionDay, Grade, Lot, Pledge, Product
from helpers.trade import DAY, after, open_trade


@pytest.fixture
def trade(cast):
    return open_trade(cast)


def test_benito_weighs_sixty_one_kilos(trade, cast):
    entry = trade.delivery(
        bags=1, gross=61_500, tare=500, rejected=2_000, advance=10_000, slip=True, grade="1"
    )
    [made] = write(cast.a, [entry], actor=cast.benito).ids
    row = models.Delivery.objects.get(id=made)
    assert (row.accepted, row.rejected, row.presented) == (61_000, 2_000, 63_000)
    assert (row.value, row.advance, row.receipt, row.day) == (70_150, 10_000, "A-000001", DAY)
    assert Finding.objects.count() == 0


def test_value_is_rounded_once(trade):
    made = trade.one(trade.delivery(accepted=333, price=Price(1150, 1000)))
    assert models.Delivery.objects.get(id=made).value == 383  # 382.95


def test_without_a_price_the_value_is_not_known(trade):
    made = trade.one(trade.delivery(price=None))
    row = models.Delivery.objects.get(id=made)
    assert (row.price_amount, row.price_per, row.value) == (None, None, None)


def test_a_named_plot_is_a_known_plot(trade):
    made = trade.one(trade.delivery(plot=trade.esi))
    other = trade.one(trade.delivery())
    assert models.Delivery.objects.get(id=made).plot_known is True
    assert models.Delivery.objects.get(id=other).plot_known is None


def test_everything_rejected_is_a_delivery_too(trade):
    made = trade.one(trade.delivery(accepted=0, rejected=40_000))
    assert models.Delivery.objects.get(id=made).presented == 40_000


def test_nothing_brought_is_refused(trade):
    assert trade.refused(trade.delivery(accepted=0)) == ["supply.nothing-brought"]


def test_a_tare_above_the_gross_weight_is_refused(trade):
    assert trade.refused(trade.delivery(gross=500, tare=61_000)) == ["supply.tare-over-gross"]


def test_a_heavy_bag_asks_what_was_meant(trade, cast):
    with pytest.raises(Refused) as refused:
        write(cast.a, [trade.delivery(accepted=1_860_000, bags=1)], actor=cast.awa)
    [problem] = refused.value.problems
    assert problem.code == "supply.heavy-bag"
    assert str(problem) == "One bag weighs 1860.0 kg here. Did you mean 18.6?"
    assert models.Delivery.objects.count() == 0


def test_a_bag_as_heavy_as_the_limit_passes(trade):
    trade.one(trade.delivery(accepted=240_000, bags=2))
    assert Finding.objects.count() == 0


def test_the_gross_weight_judges_the_bag(trade):
    assert trade.refused(trade.delivery(accepted=119_000, gross=121_000, bags=1)) == ["supply.heavy-bag"]


def test_correcting_the_heaviest_bag_judges_former_deliveries_anew(trade, cast):
    trade.one(trade.delivery(accepted=130_000, bags=1), mode=Mode.FACT)
    assert Finding.objects.get().rule == "supply.heavy-bag"
    replace(cast.a, trade.cocoa, {"bag_most": 140_000}, why="large sacks", day=DAY, actor=cast.awa)
    assert Finding.objects.count() == 0
    replace(cast.a, trade.cocoa, {"bag_most": 50_000}, why="small sacks", day=DAY, actor=cast.awa)
    assert Finding.objects.get().rule == "supply.heavy-bag"


def test_more_than_was_presented(trade):
    entry = trade.delivery(accepted=50_000, rejected=20_000, presented=61_000)
    assert trade.refused(entry) == ["supply.more-than-presented"]
    assert trade.found(entry) == ["supply.more-than-presented"]


def test_a_mended_delivery_closes_its_finding(trade, cast):
    made = trade.one(trade.delivery(accepted=50_000, rejected=20_000, presented=61_000), mode=Mode.FACT)
    replace(cast.a, made, {"rejected": 11_000}, why="read wrongly", day=DAY, actor=cast.awa)
    assert Finding.objects.count() == 0
    assert models.Delivery.objects.get(id=made).rejected == 11_000


def test_a_doubled_receipt_number(trade):
    trade.one(trade.delivery(receipt="B-17"))
    assert trade.refused(trade.delivery(receipt="B-17", supplier=trade.kofi)) == ["supply.receipt-twice"]
    assert trade.found(trade.delivery(receipt="B-17", day=after(1))) == ["supply.receipt-twice"]
    assert trade.found(trade.delivery(receipt="B-18", day=after(1))) == []


def test_voiding_one_of_two_closes_the_finding(trade, cast):
    trade.one(trade.delivery(receipt="B-17"))
    second = trade.one(trade.delivery(receipt="B-17"), mode=Mode.FACT)
    void(cast.a, second, why="keyed twice", day=DAY, actor=cast.awa)
    assert Finding.objects.count() == 0 and models.Delivery.objects.count() == 1


def test_two_equal_deliveries_with_their_own_numbers_stay_two(trade):
    trade.write(trade.delivery(), trade.delivery())
    assert sorted(row.receipt for row in models.Delivery.objects.all()) == ["A-000001", "A-000002"]


def test_sent_twice_is_written_once(trade, cast):
    draft = Draft(trade.delivery())
    for _ in range(2):
        write(cast.a, [draft], actor=cast.benito)
    assert models.Delivery.objects.count() == 1


def test_esi_may_not_weigh_and_chloe_sees_nothing(trade, cast):
    from cahier.journal import scope

    for actor in (cast.esi, cast.diego, cast.chloe):
        with pytest.raises(Refused):
            write(cast.a, [trade.delivery()], actor=actor)
    trade.one(trade.delivery())
    with scope.reading(cast.b):
        assert not models.Delivery.objects.exists()


def test_products_grades_pledges_plans_and_lots(trade):
    trade.write(
        Pledge(day=DAY, person=trade.esi, season=trade.season, product=trade.cocoa, quantity=500_000, basis="pledged"),
        CollectionDay(day=after(7), place="Centre", product=trade.cocoa, planned=2_000_000),
        Lot(day=DAY, product=trade.cocoa, season=trade.season),
    )  # fmt: skip
    assert [(g.code, g.rank) for g in models.Grade.objects.order_by("line")] == [("1", 1), ("2", 2)]
    assert models.Pledge.objects.get().quantity == 500_000
    assert models.CollectionDay.objects.get().day == after(7)
    assert models.Lot.objects.get().code == "A-000001"


def test_a_grade_cannot_stand_twice(trade):
    grades = (Grade(code="1", rank=1), Grade(code="1", rank=2))
    assert trade.refused(Product(day=DAY, code="COF", name="Coffee", grades=grades)) == ["supply.grade-twice"]


def test_numbers_of_a_batch_follow_its_order_and_the_series_goes_on(trade):
    made = trade.write(trade.delivery(), trade.delivery(receipt="B-9"), trade.delivery()).ids
    later = trade.one(trade.delivery())
    receipts = dict(models.Delivery.objects.values_list("id", "receipt"))
    assert [receipts[one] for one in [*made, later]] == ["A-000001", "B-9", "A-000002", "A-000003"]


def test_a_batch_asks_the_series_once(trade, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        trade.write(*[trade.delivery() for _ in range(100)])
