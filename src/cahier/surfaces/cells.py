"""One cell to the value that a field stores, and back to what a table shows.

References are not settled here: a cell names them by code, and ``naming`` finds what is meant, many at a time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import override

from cahier.journal import fields
from cahier.journal.fields import Field
from cahier.kernel import money, units
from cahier.kernel.money import Price
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused, reason
from cahier.kernel.units import TooFine
from cahier.surfaces.habits import Habit, parse_day, parse_number, parse_text, parse_yes_no
from cahier.surfaces.safe import Value, bare

NOT_OFFERED = reason("surfaces.not_offered", "{text} is not one of the words offered: {choices}.")
TOO_FINE = reason(
    "surfaces.too_fine",
    "{text} {unit} is finer than the book holds. Round it, or check the unit of the column.",
)
NOT_WHOLE = reason("surfaces.not_whole", "{text} is not a whole number.")

EITHER_SEX = reason(
    "surfaces.either_sex",
    "{text} stands for a man or for a woman (mujer): the column has F, H and M. Write the word in full.",
)

_FOR = re.compile(r"(.*\d)\s*/\s*(\d+(?:\.\d+)?)?\s*(kg|g|t|lb|l|ml|pc)\s*", re.IGNORECASE)

Reader = Callable[[str], Any]


def reader(spec: Field, habit: Habit, unit: str, currency: str) -> Reader:
    """Return the function that turns a filled cell of this column into a value, or raises ``Refused``.

    It returns ``None`` for a cell that says nothing. ``unit`` is a symbol of ``kernel.units``; ``currency``
    is the ISO code in which the column counts.
    """
    if isinstance(spec, fields.Choice):
        return lambda text: _choice(spec, text, habit)
    if isinstance(spec, fields.Flag):
        return lambda text: parse_yes_no(text, habit)
    if isinstance(spec, fields.Day):
        return _remembering(lambda text: parse_day(text, habit))
    if isinstance(spec, fields.Whole | fields.PriceField):
        return _remembering(_number_reader(spec, habit, unit, currency))
    return _text_reader(spec, habit)


def _number_reader(spec: fields.Whole | fields.PriceField, habit: Habit, unit: str, currency: str) -> Reader:
    if isinstance(spec, fields.PriceField):
        per = units.to_base(Decimal(1), unit or spec.unit)
        return lambda text: _price(text, habit, currency, per)
    if isinstance(spec, fields.Money):
        return lambda text: _scaled(text, habit, lambda number: money.to_minor(number, currency), currency)
    return lambda text: _scaled(text, habit, lambda number: _base(number, unit, text), unit)


def _text_reader(spec: Field, habit: Habit) -> Reader:
    if isinstance(spec, fields.Text) and spec.lines > 1:
        return lambda text: bare(text).strip() if parse_text(text, habit) else None

    def read(text: str) -> str | None:
        return parse_text(bare(text), habit)

    return _remembering(read) if isinstance(spec, fields.Reference) else read


def _remembering(read: Reader) -> Reader:
    return lru_cache(maxsize=8_192)(read)


def _scaled(text: str, habit: Habit, scale: Callable[[Decimal], int], unit: str) -> int | None:
    number = parse_number(text, habit)
    try:
        return None if number is None else scale(number)
    except TooFine as error:
        raise Refused(TOO_FINE(text=text, unit=unit)) from error


def _base(number: Decimal, unit: str, text: str) -> int:
    if unit:
        return units.to_base(number, unit)
    if number != number.to_integral_value():
        raise Refused(NOT_WHOLE(text=text))
    return int(number)


def _price(text: str, habit: Habit, currency: str, per: int) -> Price | None:
    """Finer than the minor unit, a price is kept as an amount for ten, a hundred ... units.

    ``25000 / 46 kg`` says in the cell what the amount is for.
    """
    stated = _FOR.fullmatch(text)
    if stated:
        text, per = stated[1], units.to_base(Decimal(stated[2] or 1), stated[3].lower())
    number = parse_number(text, habit)
    if number is None:
        return None
    minor = number.scaleb(money.decimals(currency))
    finer = max(0, -int(minor.normalize().as_tuple().exponent))
    return Price(int(minor.scaleb(finer)), per * 10**finer)


def _choice(spec: fields.Choice, text: str, habit: Habit) -> str | None:
    cell = text.strip()
    if cell in spec.choices:
        return cell
    word = parse_text(text, habit)
    if word is None:
        return None
    said = _woman_or_man(word, habit) if spec.name == "sex" else ""
    code = said or _words_of(spec).get(fold(word))
    if code is None:
        raise Refused(NOT_OFFERED(text=text, choices=", ".join(str(one) for one in spec.choices.values())))
    return code


def _woman_or_man(word: str, habit: Habit) -> str:
    """Beside H or V (hombre, varón), M is mujer; beside both these and F nobody can tell. Else nothing."""
    if fold(word) != "m" or not habit.letters & {"h", "v"}:
        return ""
    if "f" in habit.letters:
        raise Refused(EITHER_SEX(text=word))
    return "f"


_known: dict[tuple[Any, ...], dict[str, str]] = {}


def _words_of(spec: fields.Choice) -> dict[str, str]:
    """Return the codes by their words in every language; a word that two codes share is none."""
    key = (spec.name, *spec.choices, str(spec.label))
    if key not in _known:
        found: dict[str, set[str]] = {}
        for code, label in spec.choices.items():
            for word in (code, *_said(label), *_SHORT.get((spec.name, code), ())):
                found.setdefault(fold(word), set()).add(code)
        _known[key] = {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}
    return _known[key]


_SHORT = {
    ("type", "balance"): (
        "solde",
        "solde livraison",
        "saldo",
        "balance",
        "paiement",
        "paiement livraison",
        "pago",
    ),
    ("type", "refund"): ("ristourne", "ristournes", "retorno", "dividend", "patronage"),
    ("type", "second"): ("complément", "complément de prix", "complemento", "second paiement", "bonus"),
    ("type", "board"): (
        "conseil d'administration",
        "ca",
        "consejo de administración",
        "board",
        "junta directiva",
    ),
    ("type", "general_assembly"): (
        "ag",
        "ago",
        "agm",
        "assemblée",
        "asamblea",
        "assemblée générale ordinaire",
        "asamblea general ordinaria",
    ),
    ("type", "extraordinary_assembly"): ("age", "assemblée extraordinaire", "asamblea extraordinaria"),
    ("type", "bank"): ("banque", "banco", "bank"),
    ("channel", "cash"): ("espèces", "especes", "liquide", "comptant", "efectivo", "numéraire"),
    ("channel", "bank"): ("virement", "virement bancaire", "banque", "transferencia", "bank"),
    ("channel", "mobile"): (
        "mobile",
        "momo",
        "orange money",
        "mtn money",
        "mtn momo",
        "moov money",
        "wave",
        "m-pesa",
        "mpesa",
        "airtel money",
    ),
    ("channel", "cheque"): ("chèque", "check", "chq"),
    ("direction", "in"): (
        "in",
        "entrée",
        "recette",
        "encaissement",
        "entrada",
        "ingreso",
        "crédit",
        "receipt",
    ),
    ("direction", "out"): (
        "out",
        "sortie",
        "dépense",
        "décaissement",
        "salida",
        "egreso",
        "gasto",
        "débit",
        "payment",
    ),
    ("sex", "f"): ("F", "female", "femme", "féminin", "mujer", "femenino", "w", "woman"),
    ("sex", "m"): ("v", "varón", "M", "male", "homme", "masculin", "hombre", "masculino", "h", "man"),
}


def _said(label: Any) -> list[str]:
    said = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            said.append(str(label))
    return said


def shown(spec: Field, value: Any, currency: str, name: Callable[[str], str] = str) -> Value:
    """Return what an exported table holds for a stored value; ``name`` gives the code of a reference."""
    if value is None or value == "":
        return None
    if isinstance(spec, fields.Reference):
        return name(value)
    if isinstance(spec, fields.Money):
        return money.from_minor(value, currency)
    if isinstance(spec, fields.PriceField):
        per = units.to_base(Decimal(1), spec.unit)
        exact = money.from_minor(value[0], currency) * per / value[1]
        return exact if exact.as_tuple().exponent != 0 else int(exact)
    if isinstance(spec, fields.Whole):
        symbol = units.USUAL.get(spec.measure, "")
        return units.from_base(value, symbol) if symbol else value
    return value if isinstance(value, str | bool | dt.date) else str(value)
