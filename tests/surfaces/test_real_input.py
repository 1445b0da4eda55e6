"""Records that nobody here wrote: published prices, graded coffee lots, a messy list of people."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
from collections import Counter
from decimal import Decimal

import pytest
from django.db.models import Sum

from cahier.journal.write import Mode, write
from cahier.markets.models import PriceObservation
from cahier.registry.models import Person as PersonRow
from cahier.supply.entries import Product
from cahier.supply.models import Delivery, Lot
from surfaces.importing import csv_bytes, imported
from surfaces.spreadsheets import shared_data

PRICES = "markets.price_observation"


def prices(country: str) -> bytes:
    return gzip.decompress(shared_data(f"prices/wfp/wfp_food_prices_{country}.csv.gz").read_bytes())


@pytest.mark.parametrize("country", ["civ", "per"])
@pytest.mark.slow
def test_published_prices_are_stored_or_set_aside_and_none_is_lost(cast, country):
    content = prices(country)
    rows = [row for row in csv.DictReader(io.StringIO(content.decode())) if not row["date"].startswith("#")]
    run = imported(cast.a, PRICES, content, cast.awa, f"wfp_{country}.csv")
    assert run.counts["rows"] == len(rows)
    assert run.counts["written"] + run.counts["refused"] == len(rows)
    by_code = {kind["code"]: kind["count"] for kind in run.report["kinds"]}
    flags = Counter(row["priceflag"] for row in rows)
    assert by_code.get("markets.empty-forecast", 0) == flags["forecast"]
    assert PriceObservation.objects.count() == run.counts["written"]
    assert not PriceObservation.objects.filter(price_amount=0).exists()
    assert set(PriceObservation.objects.values_list("source", flat=True)) == {"WFP food prices, CC BY-IGO"}
    assert set(PriceObservation.objects.values_list("currency", flat=True)) == {rows[0]["currency"]}


def test_the_newer_layout_of_sixteen_columns_is_the_same_source(cast):
    content = shared_data("prices/wfp/wfp_food_prices_sen_2026-03_excerpt_16col.csv").read_bytes()
    run = imported(cast.a, PRICES, content, cast.awa, "wfp_sen.csv")
    assert run.counts["written"] + run.counts["refused"] == run.counts["rows"] == 42
    niebe = PriceObservation.objects.filter(commodity="Beans (niebe)", market__startswith="Mereto").get()
    assert (niebe.price_amount, niebe.price_per, niebe.currency) == (525, 1000, "XOF")
    assert imported(cast.a, PRICES, content, cast.awa, "wfp_sen.csv").counts["there"] == run.counts["written"]


def test_a_price_for_a_bag_keeps_the_bag(cast):
    """Made up: the source's layout with a bag of 46 kg and one of 100 pounds."""
    head = "date,admin1,market,commodity,unit,priceflag,pricetype,currency,price"
    lines = [
        "2026-01-15,,Market A,Coffee,46 KG,actual,Producer,USD,150.25",
        "2026-01-15,,Market A,Maize,100 Pounds,actual,Wholesale,GTQ,200",
        "2026-01-15,,Market A,Wage,Day,actual,Retail,GTQ,90",
        "2026-01-15,,Market A,Maize,KG,forecast,Retail,GTQ,0",
    ]
    run = imported(cast.a, PRICES, csv_bytes(head, *lines), cast.awa, "wfp.csv")
    assert (run.counts["written"], run.counts["refused"]) == (2, 2), run.report["samples"]
    coffee, maize = PriceObservation.objects.order_by("commodity")
    assert (coffee.price_amount, coffee.price_per, coffee.type) == (15_025, 46_000, "farmgate")
    assert (maize.price_amount, maize.price_per) == (20_000, 45_359)


@pytest.mark.slow
def test_graded_coffee_lots_become_deliveries_and_lots_of_their_owners(cast):
    content = shared_data("quality-lots/cqi-2018/arabica_data_cleaned.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    day = "2018-01-01"
    owners = sorted({row["Owner"].strip() for row in rows if row["Owner"].strip()})
    named = csv_bytes("Name", *[f'"{owner}"' for owner in owners])
    people = imported(
        cast.a,
        "registry.person",
        named,
        cast.awa,
        "owners.csv",
        columns={"Name": "family_name"},
        constants={"day": day},
    )
    assert people.counts["written"] == len(owners)
    arabica = Product(day=dt.date(2018, 1, 1), code="ARABICA", name="Arabica")
    write(cast.a, [arabica], actor=cast.awa, mode=Mode.FACT)
    lots = imported(cast.a, "supply.lot", content, cast.awa, "cqi.csv")
    assert lots.counts["written"] + lots.counts["refused"] == len(rows)
    run = imported(cast.a, "supply.delivery", content, cast.awa, "cqi.csv")
    assert run.counts["written"] + run.counts["refused"] == len(rows)
    assert run.counts["written"] > 1_200
    assert Lot.objects.count() == lots.counts["written"]
    kept = set(Delivery.objects.values_list("lot", flat=True))
    assert kept <= set(Lot.objects.values_list("id", flat=True))
    one = next(row for row in rows if row["Bag.Weight"] == "60 kg")
    whole = Decimal(one["Number.of.Bags"]) * 60_000
    assert Delivery.objects.filter(accepted=int(whole)).exists()
    assert Delivery.objects.aggregate(all=Sum("accepted"))["all"] > 0
    assert not Delivery.objects.filter(moisture_bp=0).exists(), "0 means not measured"


@pytest.mark.slow
def test_a_messy_member_list_is_written_or_refused_row_by_row(cast):
    content = gzip.decompress(shared_data("dedup/febrl/dataset3.csv.gz").read_bytes())
    columns = {
        "rec_id": "code",
        "given_name": "given_names",
        "surname": "family_name",
        "date_of_birth": "birth_day",
    }
    others = dict.fromkeys(
        ("street_number", "address_1", "address_2", "suburb", "postcode", "state", "soc_sec_id"), ""
    )
    run = imported(
        cast.a, "registry.person", content, cast.awa, "febrl.csv", columns={**columns, **others},
        constants={"day": "2026-03-02"},
    )  # fmt: skip
    assert run.counts["written"] + run.counts["refused"] == run.counts["rows"] == 5_000
    codes = {kind["code"] for kind in run.report["kinds"]}
    assert codes <= {
        "surfaces.impossible_day",
        "surfaces.not_a_day",
        "surfaces.no_month_second",
        "registry.no-name",
    }
    assert PersonRow.objects.count() == run.counts["written"] > 4_500
