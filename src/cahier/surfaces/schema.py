"""JSON Schema (draft 2020-12) of every kind of entry, for programs that write into a book or read from it."""

from __future__ import annotations

from typing import Any

from cahier.journal.entry import KINDS, Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(cls: type[Entry]) -> dict[str, Any]:
    """Return the schema of the body of one kind, in its latest version.

    ``x-kind`` and ``x-version`` name the kind; ``x-named-by`` lists the fields by which people refer to it;
    ``x-personal`` those that can be erased.
    """
    body = cls.schema()
    return {
        "$schema": DIALECT,
        "$id": f"urn:cahier:{cls.KIND}:{cls.VERSION}",
        "title": str(cls.LABEL),
        "description": meaning(cls),
        **body,
        "x-kind": cls.KIND,
        "x-version": cls.VERSION,
        "x-named-by": list(cls.NAMED_BY),
        "x-personal": [name for name, spec in cls.FIELDS.items() if spec.personal],
    }


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind, by kind."""
    return {kind: schema(cls) for kind, cls in sorted(KINDS.items())}


def meaning(cls: type[Entry]) -> str:
    """Return what a kind means, as its class says."""
    return " ".join((cls.__doc__ or "").split())
