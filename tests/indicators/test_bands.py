"""Bands: unrounded, with shared limits amber."""

from fractions import Fraction

import pytest

from cahier.indicators.bands import Band, Bands, meets
from cahier.kernel.refusals import Refused


@pytest.mark.parametrize(
    ("bands", "value", "band"),
    [
        (Bands("<50", ">75"), "49.99", Band.RED),
        (Bands("<50", ">75"), "50", Band.AMBER),
        (Bands("<50", ">75"), "75", Band.AMBER),
        (Bands("<50", ">75"), "75.01", Band.GREEN),
        (Bands(">40", "<20"), "40", Band.AMBER),
        (Bands(">20", "=0"), "0.4", Band.AMBER),
        (Bands(">30", "<=7"), "7.5", Band.AMBER),
        (Bands("<80", ">=100"), "99.5", Band.AMBER),
        (Bands("<15", "[30,80]"), "30", Band.GREEN),
        (Bands("<15", "[30,80]"), "80", Band.GREEN),
        (Bands("<15", "[30,80]"), "80.01", Band.AMBER),
        (Bands("<15", "(15,60)"), "60", Band.AMBER),
        (Bands("<15", "(15,60)"), "61", Band.AMBER),
    ],
)
def test_every_limit(bands, value, band):
    assert bands.of(Fraction(value)) is band


@pytest.mark.parametrize(
    ("value", "band"),
    [("22.9", Band.RED), ("23", Band.AMBER), ("27", Band.AMBER), ("27.1", Band.GREEN)],
)
def test_beside_another_figure(value, band):
    assert Bands(beside="KW-01", within=2).of(Fraction(value), Fraction(25)) is band


def test_beside_nothing_there_is_no_band():
    assert Bands(beside="KW-01", within=2).of(Fraction(20), None) is Band.NONE


def test_what_is_no_condition_is_refused():
    with pytest.raises(Refused) as refused:
        meets("less than 5", Fraction(1))
    assert refused.value.problems[0].code == "indicators.bad-condition"
