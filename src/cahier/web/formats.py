"""Numbers, quantities, money and days in the reader's habits, and back from what a person typed.

English writes ``44,550`` and ``62.4``, French ``44 550`` and ``62,4`` with narrow no-break spaces, Spanish
``2480``, ``12 480`` and ``62,4``: a point between thousands is read as a decimal sign in half of Latin
America, so it is never written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cahier.kernel import days, units
from cahier.kernel import money as currencies
from cahier.kernel.money import Price
from cahier.kernel.refusals import Problem
from cahier.kernel.units import NotANumber
from cahier.kernel.words import noop as _noop

NARROW = "\u202f"
HARD = "\u00a0"
_SIGNS = {"XOF": "F", "XAF": "F", "EUR": "€"}
_SHOWN = {"m2": "m²", "qq46": "qq", "pc": "", "deg": "°", "level": "", "currency": "1"}
SCALES = {"hundredths": 100}
PLAIN = ("year", "month")  # numbers that are names: never grouped
_WORDS = {
    "minutes": _noop("min"),
    "days": _noop("days"),
    "months": _noop("months"),
    "points": _noop("points"),
}
_DAYS = {
    "en": {"long": "d MMMM y", "short": "d MMM y", "week": "EEEE d MMMM y"},
    "fr": {"long": "d MMMM y", "short": "d MMM y", "week": "EEEE d MMMM y"},
    "es": {"long": "d 'de' MMMM 'de' y", "short": "d MMM y", "week": "EEEE d 'de' MMMM 'de' y"},
}


def language() -> str:
    """Return the language of the page: ``en``, ``fr`` or ``es``."""
    code = (get_language() or "en")[:2]
    return code if code in _DAYS else "en"


def decimal_sign() -> str:
    """Return the decimal sign of the reader."""
    return "." if language() == "en" else ","


def number(value: int | Decimal | Fraction | float, places: int | None = None) -> str:
    """Return a number as the reader writes it. ``places`` fixes the decimals; without it they are as they are."""
    exact = (
        Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
    )
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    pattern = "#,##0." + ("0" * places if places is not None else "#" * 12)
    text: str = format_decimal(exact, format=pattern.rstrip("."), locale=language())
    if language() == "es":
        whole, comma, fraction = text.partition(",")
        whole = whole.replace(".", "") if abs(exact) < 10_000 else whole.replace(".", NARROW)
        return whole + comma + fraction
    return text.replace(HARD, NARROW)


def quantity(value: int, measure: str, unit: str = "") -> str:
    """Return a stored quantity in its usual unit, or in ``unit``: ``184.6 kg``, ``1.25 ha``."""
    if measure in PLAIN:
        return str(value)
    if measure not in units.USUAL:
        return _with_unit(number(Fraction(value, SCALES.get(measure, 1))), unit_shown(measure))
    symbol = unit or units.USUAL[measure]
    return _with_unit(number(units.from_base(value, symbol)), _SHOWN.get(symbol, symbol))


def unit_shown(measure: str) -> str:
    """Return the sign of the unit in which people write this measure, empty for plain counts."""
    if measure in _WORDS:
        return _(_WORDS[measure])
    symbol = units.USUAL.get(measure, "")
    return _SHOWN.get(symbol, symbol)


def mass(grams: int) -> str:
    """Return a mass in kilograms; from ten tonnes on in tonnes if nothing is lost by it."""
    return quantity(grams, "mass", "t" if grams >= 10_000_000 and grams % 100_000 == 0 else "kg")


def area(square_metres: int) -> str:
    """Return an area in hectares."""
    return quantity(square_metres, "area")


def percent(basis_points: int, places: int | None = None) -> str:
    """Return basis points as a percentage."""
    return _with_unit(number(Decimal(basis_points) / 100, places), "%")


def ratio(part: int, whole: int, places: int = 1) -> str:
    """Return a part of a whole as a percentage; a dash where there is no whole."""
    return percent_of(Fraction(part, whole), places) if whole else "–"


def percent_of(share: Fraction, places: int = 1) -> str:
    """Return a share between 0 and 1 as a percentage."""
    return _with_unit(number(share * 100, places), "%")


def currency_sign(currency: str) -> str:
    """Return what stands behind an amount: ``F`` for the CFA francs, else the ISO code."""
    return _SIGNS.get(currency, currency)


def money(amount: int, currency: str) -> str:
    """Return an amount of minor units with its currency: ``44,550 F``."""
    text = number(currencies.from_minor(amount, currency), currencies.decimals(currency))
    return f"{text}{HARD}{currency_sign(currency)}"


def unit_word(unit: str) -> str:
    """Return the unit a price is for as the reader knows it."""
    return _SHOWN.get(unit, unit) or _("piece")


def price(value: Price, currency: str, unit: str) -> str:
    """Return a price per unit: ``375 F / kg``."""
    per = units.to_base(Decimal(1), unit)
    amount = currencies.from_minor(value.amount, currency) * per / value.per
    return f"{number(amount)}{HARD}{currency_sign(currency)} / {unit_word(unit)}"


def day(value: dt.date | int, form: str = "long") -> str:
    """Return a day, given as a date or a day number, as the reader writes it.

    ``long`` is 8 February 2027, ``short`` 8 Feb 2027, ``week`` Monday 8 February 2027.
    """
    spoken = language()
    value = days.date(value) if isinstance(value, int) else value
    text: str = format_date(value, format=_DAYS[spoken][form], locale=spoken)
    return text.replace("1 ", "1er ", 1) if spoken == "fr" and value.day == 1 else text


def read_number(text: str) -> Decimal:
    """Return the number a person typed, by the habit of the page's language, a lone other sign forgiven.

    Raises ``NotANumber`` where thousands and decimals cannot be told apart.
    """
    sign = decimal_sign()
    if sign == "," and text.count(".") == 1 and "," not in text:
        return units.read_decimal(text)
    try:
        return units.read_decimal(text, sign)
    except NotANumber:
        return units.read_decimal(text)


def shown(value: Any) -> str:
    """Return a detail of a sentence in the reader's habits."""
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Decimal | Fraction) or (isinstance(value, int) and not isinstance(value, bool)):
        return number(value)
    return str(value)


def say(problem: Problem, currency: str = "", **instead: str) -> str:
    """Return the sentence of a problem in the reader's language; ``instead`` replaces details by texts.

    Amounts are shown in ``currency``, that of the book.
    """
    details: Mapping[str, Any] = {**problem.details, **_measured(problem, currency), **instead}
    return Problem(problem.reason, details, problem.where).say(_, shown)


def _measured(problem: Problem, currency: str) -> dict[str, str]:
    """Return the details that stand in minor units or grams as people write them."""
    masses = {name: mass(problem.details[name]) for name in problem.reason.masses}
    amounts = problem.reason.amounts if currency else ()
    return masses | {name: money(problem.details[name], currency) for name in amounts}


def _with_unit(text: str, unit: str) -> str:
    if not unit:
        return text
    return f"{text}%" if unit == "%" and language() == "en" else f"{text}{HARD}{unit}"
