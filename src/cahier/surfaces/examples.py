"""One made-up cell for each kind of field, as a person would write it."""

from __future__ import annotations

from cahier.journal import fields
from cahier.journal.fields import Field

_BY_MEASURE = {
    "mass": "62.5",
    "area": "1.25",
    "year": "1984",
    "volume": "20",
    "time": "90",
    "ratio": "12",
    "month": "202603",
}
_BY_NAME = {
    "family_name": "Kolibé", "given_names": "Awa", "phone": "0701020304", "code": "M-014", "receipt": "B-000123",
    "currency": "XOF", "household": "H-07", "place": "Gagnoa", "season": "2025/26",
}  # fmt: skip
_BY_KIND: tuple[tuple[type[Field], str], ...] = (
    (fields.Flag, "yes"), (fields.Day, "2026-03-31"), (fields.PriceField, "1150"), (fields.Money, "1150"),
    (fields.Reference, "M-014"),
)  # fmt: skip


def example(spec: Field) -> str:
    """Return an example for a field; empty where none helps."""
    if spec.name in _BY_NAME:
        return _BY_NAME[spec.name]
    if isinstance(spec, fields.Choice):
        return next(iter(spec.choices), "")
    if isinstance(spec, fields.Whole) and not isinstance(spec, fields.Money):
        return _BY_MEASURE.get(spec.measure, "12")
    return next((cell for kind, cell in _BY_KIND if isinstance(spec, kind)), "")
