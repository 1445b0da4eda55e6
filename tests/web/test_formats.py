from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cahier.kernel.money import Price
from cahier.kernel.units import NotANumber
from cahier.web import formats

N, H = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "small", "large", "weight", "due", "share"),
    [
        ("en", "2,480", "44,550.5", f"184.6{H}kg", f"44,550{H}F", "2.1%"),
        ("fr", f"2{N}480", f"44{N}550,5", f"184,6{H}kg", f"44{N}550{H}F", f"2,1{H}%"),
        ("es", "2480", f"44{N}550,5", f"184,6{H}kg", f"44{N}550{H}F", f"2,1{H}%"),
    ],
)
def test_figures_in_three_habits(language, small, large, weight, due, share):
    with translation.override(language):
        assert formats.number(2480) == small
        assert formats.number(Decimal("44550.5")) == large
        assert formats.mass(184_600) == weight
        assert formats.money(44_550, "XOF") == due
        assert formats.percent(210) == share


def test_minor_units_and_signs_of_currencies():
    with translation.override("es"):
        assert formats.money(1_250_50, "PEN") == f"1250,50{H}PEN"
    with translation.override("en"):
        assert formats.money(1_250_500, "TND") == f"1,250.500{H}TND"
        assert formats.price(Price(625, 10_000), "XOF", "kg") == f"62.5{H}F / kg"


@pytest.mark.parametrize(
    ("language", "long", "first"),
    [("en", "8 February 2027", "1 March 2027"), ("fr", "8 février 2027", "1er mars 2027"),
     ("es", "8 de febrero de 2027", "1 de marzo de 2027")],
)  # fmt: skip
def test_days(language, long, first):
    with translation.override(language):
        assert formats.day(dt.date(2027, 2, 8)) == long
        assert formats.day(dt.date(2027, 3, 1)) == first


def test_a_french_first_of_the_month_with_its_weekday():
    with translation.override("fr"):
        assert formats.day(dt.date(2027, 3, 1), "week") == "lundi 1er mars 2027"
        assert formats.day(dt.date(2021, 1, 1), "short") == "1er janv. 2021"


def test_shares_of_nothing_are_a_dash():
    with translation.override("en"):
        assert formats.ratio(0, 0) == "–"
        assert formats.ratio(1, 3) == "33.3%"
        assert formats.number(Fraction(1, 3), 2) == "0.33"


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_is_shown_reads_back_the_same(language, number):
    with translation.override(language):
        assert formats.read_number(formats.number(number)) == number


def test_a_point_before_three_figures_is_not_guessed_in_french():
    with translation.override("fr"):
        with pytest.raises(NotANumber):
            formats.read_number("1.250")
        assert formats.read_number("62.4") == Decimal("62.4")
        assert formats.read_number("1 250") == 1250


def test_measures_without_a_scale_of_units():
    with translation.override("fr"):
        assert formats.quantity(90, "minutes") == f"90{H}min"
        assert formats.quantity(325, "hundredths") == "3,25"
        assert formats.quantity(202603, "month") == "202603"
        assert formats.quantity(1984, "year") == "1984"
        assert formats.quantity(1200, "people") == f"1{N}200"
