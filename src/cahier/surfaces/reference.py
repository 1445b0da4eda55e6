"""The reference page of entries in the documentation, drawn from the entry classes.

``python -m cahier.surfaces.reference`` writes it; a test fails when it is not current.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.utils.translation import override

from cahier.journal import fields
from cahier.journal.entry import KINDS, Entry
from cahier.journal.fields import Field
from cahier.kernel.units import BASE
from cahier.surfaces.schema import meaning

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "entries.md"

_HEAD = """# Kinds of entry

Drawn from the entry classes by `python -m cahier.surfaces.reference`; do not edit it by hand. Every entry also
has the day on which it happened. *Stored as* is what the journal holds; people write kilos, hectares and francs.
"""


def page() -> str:
    """Return the whole page, in English, kinds by feature."""
    with override("en"):
        ordered = sorted(KINDS.items())
        parts = [_HEAD]
        for feature, kinds in groupby(ordered, key=lambda pair: pair[0].partition(".")[0]):
            parts.append(f"## {feature}\n")
            parts += ["\n".join(_kind(cls)) for _, cls in kinds]
    return "\n".join(parts)


def _kind(cls: type[Entry]) -> Iterator[str]:
    yield f"### `{cls.KIND}` {cls.LABEL}\n"
    yield f"{meaning(cls)}\n"
    known = f"Version {cls.VERSION}."
    if cls.NAMED_BY:
        known += f" People refer to it by {', '.join(f'`{name}`' for name in cls.NAMED_BY)}."
    yield f"{known}\n"
    yield "| Field | Meaning | Stored as | Needed | Personal |"
    yield "|---|---|---|---|---|"
    for name, spec in cls.FIELDS.items():
        yield _row(name, spec)
        if isinstance(spec, fields.Rows):
            for inner, part in spec.of.FIELDS.items():
                yield _row(f"{name}[].{inner}", part)
    yield ""


def _row(name: str, spec: Field) -> str:
    said = f"{spec.label}. {spec.help}".strip() if spec.help else str(spec.label)
    needed, personal = "" if spec.optional else "yes", "yes" if spec.personal else ""
    return f"| `{name}` | {said.replace('|', '/')} | {_stored(spec)} | {needed} | {personal} |"


def _stored(spec: Field) -> str:
    if isinstance(spec, fields.Choice):
        return "one of " + ", ".join(f"`{code}`" for code in spec.choices)
    if isinstance(spec, fields.Reference):
        return f"id of {', '.join(f'`{kind}`' for kind in spec.kinds) or 'any entry'}"
    if isinstance(spec, fields.Text):
        return f"text of at most {spec.most} signs"
    return _number(spec) or next((said for kind, said in _PLAIN if isinstance(spec, kind)), "record")


def _number(spec: Field) -> str:
    if isinstance(spec, fields.PriceField):
        return f"minor units for so many base units of {spec.unit}"
    if isinstance(spec, fields.Money):
        return "minor units of the currency"
    return f"whole number, {BASE.get(spec.measure, spec.measure)}" if isinstance(spec, fields.Whole) else ""


_PLAIN: tuple[tuple[type[Field], str], ...] = (
    (fields.Flag, "true or false"), (fields.Day, "day, ISO 8601"), (fields.Attachment, "SHA-256, type, size, name"),
    (fields.Rows, "rows"),
)  # fmt: skip


def main() -> None:
    """Write the page."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cahier.settings")
    import django

    django.setup()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
