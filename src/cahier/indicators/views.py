"""The fact views: what indicators may read. Each is one SELECT over state tables, in ``sql/views``.

In every view days are day numbers (days since 1970-01-01), quantities are whole base units (grams, minor
units, square metres), yes and no are 1 and 0, unknown is NULL for numbers and empty for codes, and every
row carries its ``book``. They are ordinary database views, so an auditor can read the same rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.db import connections, transaction

from cahier.kernel.canonical import digest

TEXT = frozenset(
    {
        "account", "agreement", "area", "audit", "basis", "body", "budget_line", "buyer", "category", "channel", "code",
        "contract", "cost", "delivery", "donor", "duty", "dues", "family", "fee", "grade", "kind", "loan", "lot",
        "mandate", "mandated", "matter", "means", "measure", "meeting", "member", "module", "name", "office", "payment",
        "person", "place", "platform", "position", "product", "proposal", "purpose", "report", "sale", "seat",
        "season", "section", "session", "sex", "shown_to", "side", "stock", "store", "supplier", "task", "training",
        "type", "book", "why", "state", "service",
    }
)  # fmt: skip
"""The columns that hold codes; every other column holds whole numbers."""

_STAMP = "view_version"
_TABLE = re.compile(r"\b(?:FROM|JOIN)\s+([a-z]+_[a-z_]+)")


@dataclass(frozen=True)
class View:
    """A fact view: its name, what one row means, and the SELECT that makes it."""

    name: str
    meaning: str
    select: str

    @property
    def tables(self) -> frozenset[str]:
        """The state tables it reads."""
        return frozenset(_TABLE.findall(self.select)) - {view.name for view in all_views()}


def all_views() -> tuple[View, ...]:
    """Return every fact view, in the order of their names."""
    return tuple(_views().values())


def view(name: str) -> View:
    """Return one fact view. Raises ``KeyError`` for an unknown name."""
    return _views()[name]


@cache
def _views() -> dict[str, View]:
    folder = files("cahier.indicators") / "sql" / "views"
    texts = {one.name[:-4]: one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".sql")}
    return {name: _view(name, texts[name]) for name in sorted(texts)}


def _view(name: str, text: str) -> View:
    lines = text.strip().splitlines()
    said = [line[2:].strip() for line in lines if line.startswith("--")]
    return View(name, " ".join(said), "\n".join(line for line in lines if not line.startswith("--")))


def create_views(alias: str = "default") -> list[str]:
    """Make every view whose tables exist, in place of former ones, and return their names."""
    drop_views(alias)
    connection = connections[alias]
    there = set(connection.introspection.table_names())
    made = [one for one in all_views() if one.tables <= there]
    with connection.cursor() as cursor:
        for one in made:
            cursor.execute(f"CREATE VIEW {one.name} AS\n{one.select}")
        cursor.execute(f"CREATE VIEW {_STAMP} AS SELECT '{views_digest()}' AS digest")
    return [one.name for one in made]


def drop_views(alias: str = "default") -> None:
    """Remove the views, as a migration of the tables under them asks for."""
    with connections[alias].cursor() as cursor:
        for name in [*(one.name for one in all_views()), _STAMP]:
            cursor.execute(f"DROP VIEW IF EXISTS {name}")


@cache
def views_digest() -> str:
    """Return the digest of all views together."""
    return digest("\n".join(f"{one.name} {one.select}" for one in all_views()))


def ensure_views(alias: str = "default") -> None:
    """Make the views anew where the database has those of another version of the program."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        if any(one.name == _STAMP for one in connection.introspection.get_table_list(cursor)):
            cursor.execute(f"SELECT digest FROM {_STAMP}")
            if cursor.fetchone() == (views_digest(),):
                return
    with transaction.atomic(using=alias):
        create_views(alias)
