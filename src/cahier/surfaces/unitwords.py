"""The unit that a header names: ``Poids net (kg)``, ``weight_kg``, ``Peso en quintales``. Plain data and a search."""

from __future__ import annotations

import re
import unicodedata

from cahier.kernel.units import UNITS

_WORDS = {
    "kg": ("kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilogramo", "kilogramos"),
    "g": ("gr", "gram", "grams", "gramme", "grammes", "gramo", "gramos"),
    "t": ("ton", "tons", "tonne", "tonnes", "mt", "tonelada", "toneladas", "tm"),
    "lb": ("lbs", "pound", "pounds", "livre", "livres", "libra", "libras"),
    "l": ("litre", "litres", "liter", "liters", "litro", "litros"),
    "ml": (),
    "ha": ("hectare", "hectares", "hectarea", "hectareas"),
    "m2": ("m²", "sqm"),
    "h": ("hour", "hours", "heure", "heures", "hora", "horas"),
    "min": ("minute", "minutes", "minuto", "minutos"),
    "%": ("percent", "pourcent", "por ciento"),
    "bp": (),
    "qq46": (),
}  # fmt: skip
_OTHER = frozenset([
    "sac", "sacs", "sacos", "saco", "bag", "bags", "sack", "sacks", "bolsa", "bolsas", "caja", "cajas",
    "caisse", "caisses", "crate", "crates", "panier", "paniers", "cesto", "cestos", "seau", "seaux",
    "bucket", "buckets", "tine", "tines", "latas", "boite", "boites", "regime", "regimes", "bunch",
    "bunches", "racimos", "acre", "acres", "manzana", "manzanas", "arroba", "arrobas", "quintal",
    "quintaux", "quintales", "qq", "q", "fanega", "fanegas", "bushel", "bushels", "carga", "cargas",
])  # fmt: skip
_SYMBOL = {word: symbol for symbol, words in _WORDS.items() for word in (symbol, *words)}
_IN_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_CURRENCY = re.compile(r"\b([A-Z]{3})\b")


def unit_named(header: str, measure: str) -> str:
    """Return the symbol of the unit that a header names for a measure; empty if it names none.

    A unit in brackets counts before a word elsewhere, and the last word before the first.
    """
    inside = _IN_BRACKETS.findall(header)
    for text in (*inside, header):
        for word in reversed(_words(text)):
            symbol = _SYMBOL.get(word, "")
            if symbol and UNITS[symbol].measure == measure:
                return symbol
    return ""


def another_unit(header: str) -> bool:
    """Does a header count in something whose weight or size only a person knows: ``Poids (sacs)``, ``(qq)``?"""
    return any(word in _OTHER for text in (*_IN_BRACKETS.findall(header), header) for word in _words(text))


def currency_named(header: str) -> str:
    """Return the three capital letters of a currency in brackets: ``Price (XOF/kg)``, else nothing."""
    for text in _IN_BRACKETS.findall(header):
        if found := _CURRENCY.search(text):
            return found[1]
    return ""


def _words(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("²", "2"))
    return re.findall(r"%|[a-z]+\d*", "".join(sign for sign in bare if not unicodedata.combining(sign)))
