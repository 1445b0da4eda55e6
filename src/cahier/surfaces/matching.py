"""Which column of a file is which field: proposed from labels and synonyms, and remembered once confirmed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from cahier.kernel.names import fold

LOWEST = 82.0
CLOSE = 4.0
_ASIDE = re.compile(r"[(\[{][^)\]}]*[)\]}]|\*")
_COUNTED = frozenset([
    "en", "in", "kg", "kgs", "kilo", "kilos", "kilogrammes", "kilogramos", "t", "tonnes", "toneladas",
    "g", "gr", "l", "litres", "litros", "ha", "fcfa", "cfa", "xof", "xaf", "f", "eur", "usd",
])  # fmt: skip
_DAY_WORDS = frozenset(["date", "fecha", "dia", "jour"])
_OTHER_DAYS = frozenset([
    "naissance", "birth", "born", "nacimiento", "echeance", "due", "vencimiento", "limite", "prevue",
    "expected", "prevista", "fin", "end", "termino", "until", "jusque", "hasta",
])  # fmt: skip


@dataclass(frozen=True)
class Target:
    """A field that a column may fill: its permanent key and every name it goes by, in any language.

    ``weaker`` names count only where no column bears a better one: the name of a farmer beside her code.
    """

    key: str
    names: tuple[str, ...]
    weaker: tuple[str, ...] = ()


class Match(NamedTuple):
    """A proposed pair: column from 0, its header, field key (empty: none fits), score 0 to 100.

    ``rivals`` are other fields that fit nearly as well; ``remembered`` says that a person chose it before.
    """

    column: int
    header: str
    key: str
    score: float
    rivals: tuple[str, ...] = ()
    remembered: bool = False


def propose(
    headers: Sequence[str], targets: Sequence[Target], memory: Mapping[str, Any] | None = None
) -> list[Match]:
    """Return one match per column in order; a field is given to one column only.

    The best scores are served first, then the order of columns, then the order of targets, so the same
    file gives the same proposal everywhere. A mapping remembered for these headers comes before all.
    """
    if memory and (known := recall(headers, memory)) is not None:
        known_keys = {target.key for target in targets}
        return [_remembered(place, name, known, known_keys) for place, name in enumerate(headers)]
    scores = [[_score(header, target) for target in targets] for header in headers]
    pairs = sorted(
        (-score, column, place)
        for column, row in enumerate(scores)
        for place, score in enumerate(row)
        if score >= LOWEST
    )
    given: dict[int, int] = {}
    for _, column, place in pairs:
        if column not in given and place not in given.values():
            given[column] = place
    return [_match(column, header, scores[column], given, targets) for column, header in enumerate(headers)]


def signature(headers: Iterable[str]) -> str:
    """Return the key under which a mapping of these headers is remembered; case and accents do not count."""
    return hashlib.sha256("\x1f".join(map(fold, headers)).encode()).hexdigest()[:32]


def remember(headers: Sequence[str], keys: Sequence[str], memory: Mapping[str, Any]) -> dict[str, Any]:
    """Return the memory with the confirmed mapping: one key per header, empty for a column left out."""
    return {**memory, signature(headers): list(keys)}


def recall(headers: Sequence[str], memory: Mapping[str, Any]) -> list[str] | None:
    """Return the keys confirmed for these headers, or ``None`` if they were never seen."""
    keys = memory.get(signature(headers))
    return list(keys) if keys is not None and len(keys) == len(headers) else None


def _remembered(place: int, header: str, known: Sequence[str], exist: set[str]) -> Match:
    key = known[place] if known[place] in exist else ""
    return Match(place, header, key, 100.0 if key else 0.0, remembered=True)


def _match(
    column: int, header: str, row: Sequence[float], given: Mapping[int, int], targets: Sequence[Target]
) -> Match:
    if column not in given:
        return Match(column, header, "", 0.0)
    chosen = given[column]
    near = (
        place
        for place, score in enumerate(row)
        if place != chosen and score >= LOWEST and score > row[chosen] - CLOSE
    )
    rivals = tuple(targets[place].key for place in near)
    return Match(column, header, targets[chosen].key, row[chosen], rivals)


def _score(header: str, target: Target) -> float:
    """Return 100 for the same name, less for the same but a remark or a unit, for a weaker name, for likeness."""
    full, bare = fold(header), fold(_ASIDE.sub(" ", header))
    if not full:
        return 0.0
    names = [fold(name) for name in (target.key, *target.names)]
    short = {*names, *(fold(_ASIDE.sub(" ", name)) for name in target.names)} - {""}
    grades = (
        (100.0, full in names),
        (98.0, bare in short),
        (97.0, _uncounted(bare) in short),
        (90.0, target.key == "day" and _names_a_day(bare)),
        (88.0, bare in map(fold, target.weaker)),
    )
    likeness = max((_likeness(bare or full, name) for name in names if name), default=0.0)
    return next((score for score, fits in grades if fits), round(likeness, 1))


def _uncounted(bare: str) -> str:
    """Return a name without the words of a unit: ``poids net en kg`` is ``poids net``."""
    return " ".join(word for word in bare.split() if word not in _COUNTED)


def _names_a_day(bare: str) -> bool:
    """Does a header speak of the day something happened, and of no other day?"""
    words = bare.split()
    return bool(words) and not _OTHER_DAYS.intersection(words) and bool(_DAY_WORDS & {words[0], words[-1]})


def _likeness(header: str, name: str) -> float:
    if min(len(header), len(name)) < 4:
        return 0.0
    return 0.96 * max(fuzz.ratio(header, name), fuzz.token_sort_ratio(header, name))
