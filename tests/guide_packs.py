"""Small made-up packs for the tests: whole, and with one thing broken."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Tables = dict[str, Any]

WHOLE: Tables = {
    "pack.toml": {
        "id": "tiny",
        "edition": "1",
        "licence": "CC0-1.0",
        "languages": ["en", "fr"],
        "names": {"en": "Tiny", "fr": "Petit"},
        "half_day_minutes": 210,
        "scale": {"levels": [0, 2, 4], "anchors": [0, 4], "half_points": False},
        "evidence": {"grades": ["said", "shown"], "rules": [{"above": 2, "needs": "shown"}]},
        "texts": {
            "variables": ["name"],
            "items": ["name", "level"],
            "modules": ["title"],
            "grades": [],
            "roles": [],
            "proofs": [],
        },
        "words": {"level": 6},
    },
    "framework/variables.toml": {"X": {}, "Y": {}},
    "framework/items.toml": {
        "X1": {"variable": "X", "modules": ["K1"]},
        "Y1": {"variable": "Y", "modules": ["K2"], "indicators": ["KM-05"]},
    },
    "framework/grades.toml": {"said": {}, "shown": {}},
    "framework/roles.toml": {"treasurer": {}},
    "modules/modules.toml": {
        "K1": {"hours_min": 210, "half_days": 1, "group_min": 5, "group_max": 9, "serves": ["X1"]},
        "K2": {
            "hours_min": 420,
            "half_days": 2,
            "group_min": 5,
            "group_max": 9,
            "serves": ["Y1"],
            "needs": ["K1"],
            "roles": ["treasurer"],
        },
    },
    "framework/text/en/variables.toml": {"X": {"name": "Fields"}, "Y": {"name": "Till"}},
    "framework/text/fr/variables.toml": {"X": {"name": "Champs"}, "Y": {"name": "Caisse"}},
    "framework/text/en/items.toml": {
        "X1": {"name": "Seed", "level_0": "We have no seed at all", "level_4": "Seed is kept and tested"},
        "Y1": {
            "name": "Cash",
            "level_0": "Nobody counts the cash here",
            "level_4": "Two count it every week",
        },
    },
    "framework/text/fr/items.toml": {
        "X1": {
            "name": "Semence",
            "level_0": "Nous n’avons pas de semence",
            "level_4": "Semence gardée et testée",
        },
        "Y1": {
            "name": "Argent",
            "level_0": "Personne ne compte la caisse",
            "level_4": "Deux comptent chaque lundi",
        },
    },
    "modules/text/en/modules.toml": {"K1": {"title": "Keeping seed"}, "K2": {"title": "Counting cash"}},
    "modules/text/fr/modules.toml": {"K1": {"title": "Garder la semence"}, "K2": {"title": "Compter"}},
}


def whole() -> Tables:
    """Return the tables of a pack without any fault, free to be broken."""
    return deepcopy(WHOLE)


def own(**files: Any) -> Tables:
    """Return the tables of an organisation's own pack that lies over the tiny one."""
    about = {
        "id": "coopa",
        "edition": "1",
        "licence": "private",
        "languages": ["en", "fr"],
        "names": {"en": "Our own", "fr": "Le nôtre"},
        "lays_over": "tiny/1",
        "prefix": "CA-",
        **files.pop("about", {}),
    }
    return {"pack.toml": about, **files}


def toml(table: dict[str, Any]) -> str:
    """Return a table as TOML text, enough for these tests."""
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in table.items():
        if isinstance(value, dict):
            lines += [f"[{_key(key)}]", *(f"{_key(k)} = {_value(v)}" for k, v in value.items())]
    return "\n".join(lines) + "\n"


def _key(key: str) -> str:
    return f'"{key}"'


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_value(entry) for entry in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + "}"
    return f'"{value}"'
