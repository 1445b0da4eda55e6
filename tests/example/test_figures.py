"""The figures of the books against what the generator knows from its own lists."""

import pytest

from cahier.example import TODAY
from cahier.example.people import book_id
from cahier.indicators import queries
from cahier.indicators.bands import Band

pytestmark = pytest.mark.slow

MEMBERS = ("cocoa", "coffee", "garden", "young")


def figures(key, season):
    return queries.figures_of(book_id(key), queries.chosen_season(book_id(key), season), on=TODAY)


@pytest.mark.parametrize("key", MEMBERS)
def test_counts_agree_to_the_last_one(built, key):
    compared = 0
    for season in queries.seasons(book_id(key)):
        found = figures(key, season.name)
        for code, seasons in built[key].figures.items():
            expected = seasons.get(season.name)
            if expected and "numerator" in expected:
                one = found[code][""]
                told = (expected["numerator"], expected["denominator"])
                assert (one.numerator, one.denominator) == told, (code, season.name)
                compared += 1
    assert compared >= 4


@pytest.mark.parametrize("key", ["cocoa", "coffee", "garden"])
def test_medians_and_ratios_agree(built, key):
    compared = 0
    for season in queries.seasons(book_id(key)):
        found = figures(key, season.name)
        for code, seasons in built[key].figures.items():
            expected = seasons.get(season.name, {})
            if "median" in expected:
                assert float(found[code][""].value) == pytest.approx(expected["median"], abs=1), code
                compared += 1
            if "ratio" in expected:
                value = float(found[code][""].value) / 100
                assert value == pytest.approx(expected["ratio"], rel=0.05), (code, season.name)
                compared += 1
    assert compared >= 6


def test_the_price_shock_shows_in_the_cocoa_books(built):
    before, shock, after = (figures("cocoa", season) for season in ("2024-25", "2025-26", "2026-27"))
    delay = [one["KP-01"][""].band for one in (before, shock, after)]
    assert delay == [Band.AMBER, Band.RED, Band.GREEN]
    assert shock["KP-02"][""].value < before["KP-02"][""].value
    assert shock["KM-06"][""].value > before["KM-06"][""].value


def test_planted_faults_turn_their_figures_red(built):
    found = figures("cocoa", "2025-26")
    assert {code: found[code][""].band for code in ("KG-05", "KG-07", "KG-12", "KF-07", "KM-06", "KY-01")} == {
        "KG-05": Band.RED, "KG-07": Band.RED, "KG-12": Band.RED, "KF-07": Band.RED, "KM-06": Band.RED,
        "KY-01": Band.RED,
    }  # fmt: skip
    assert found["KG-07"][""].numerator == len(built["cocoa"].faults["expired_mandates"])


def test_the_treasurer_of_the_gardeners_keeps_perfect_books(built):
    found = figures("garden", "2025-26")
    for code in ("KA-02", "KA-03", "KA-04", "KG-05", "KP-01", "KP-02", "KP-05", "KC-09"):
        assert found[code][""].band is Band.GREEN, code


def test_the_young_group_lacks_data_and_is_told_so(built):
    from cahier.indicators.engine import Status

    found = figures("young", "2025")
    silent = [code for code, groups in found.items() if groups[""].status is Status.NOT_ENOUGH]
    assert len(silent) >= 15
    assert {"KM-05", "KM-02", "KG-07", "KP-05"} <= set(silent)
