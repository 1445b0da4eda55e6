"""``column IN (thousands of texts)`` as one parameter, on SQLite and on PostgreSQL.

Django sends one parameter a value, which takes longer to prepare than the database takes to answer, and has
a limit. Here a long list of texts travels as one JSON text or one array.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models.lookups import In

_LONG = 20


def among(vendor: str, column: str, texts: Sequence[str]) -> tuple[str, Any]:
    """Return the condition that a quoted column holds one of these texts, and its one parameter."""
    if vendor == "postgresql":
        return f"{column} = ANY(%s)", list(texts)
    return f"{column} IN (SELECT value FROM json_each(%s))", json.dumps(list(texts))


@models.CharField.register_lookup
class LongIn(In):
    """The ``in`` of text columns; short lists and subqueries go Django's way."""

    def get_prep_lookup(self) -> Any:
        """Leave a long list of texts as it is."""
        return self.rhs if self._is_long() else super().get_prep_lookup()

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Return the condition with the whole list as its one parameter."""
        if not self._is_long():
            return super().as_sql(compiler, connection)
        left, params = self.process_lhs(compiler, connection)
        condition, listed = among(connection.vendor, left, list(dict.fromkeys(self.rhs)))
        return condition, [*params, listed]

    def _is_long(self) -> bool:
        texts = self.rhs
        return (
            isinstance(texts, list | tuple | set | frozenset)
            and len(texts) > _LONG
            and all(type(one) is str for one in texts)
        )
