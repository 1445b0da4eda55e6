"""The words people write in cells, in English, French and Spanish, folded: plain data."""

from __future__ import annotations

MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "janvier", "enero"),
    ("february", "fevrier", "febrero"),
    ("march", "mars", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio"),
    ("july", "juillet", "julio"),
    ("august", "aout", "agosto"),
    ("september", "septembre", "septiembre", "setiembre"),
    ("october", "octobre", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "decembre", "diciembre"),
)
WEEKDAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mar",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lun",
        "mer",
        "jeu",
        "ven",
        "sam",
        "dim",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "mie",
        "jue",
        "vie",
        "sab",
        "dom",
    ]
)
DATE_FILLERS = frozenset(["de", "del", "le", "el", "the", "of", "du", "a"])
YES = frozenset(["yes", "y", "oui", "o", "si", "s", "true", "vrai", "verdadero", "cierto", "x", "ok", "1"])
NO = frozenset(["no", "n", "non", "false", "faux", "falso", "0"])
EMPTY_WORDS = frozenset(
    [
        "null", "none", "nil", "nan", "n/a", "n.a.", "na", "#n/a", "n.d.", "nd", "n/d", "s/d", "s.d.", "sd",
        "-", "--", "---", "–", "—", ".", "..", "...", "?", "/", "néant", "neant", "rien", "aucun", "ninguno",
        "ninguna", "vide", "vacío", "vacio", "sin dato", "sin datos", "non disponible", "not available",
    ]
)  # fmt: skip


def month_number(word: str) -> int:
    """Return 1 to 12 for a folded month name or an abbreviation of at least three letters, else 0.

    ``jui`` is 0 as well: it may be juin or juillet.
    """
    if len(word) < 3:
        return 0
    found = [n for n, names in enumerate(MONTHS, 1) if any(name.startswith(word) for name in names)]
    return found[0] if len(found) == 1 else 0


def is_empty_word(text: str) -> bool:
    """Return whether a cell says in a word or sign that nothing is known: ``NULL``, ``-``, ``néant``."""
    return text.strip().casefold() in EMPTY_WORDS
