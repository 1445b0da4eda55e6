"""A sample entry of any kind, drawn from its fields alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cahier.journal import fields
from cahier.journal.entry import Row
from cahier.kernel.ids import derived_id
from cahier.kernel.money import Price

DAY = dt.date(2026, 3, 2)


def sample(cls: type[Row], **given: Any) -> Row:
    """Return a record with every field filled; some may contradict each other, which ``shape`` would tell."""
    return cls(**{name: given.get(name, sample_value(spec)) for name, spec in cls.FIELDS.items()})


def sample_value(spec: fields.Field) -> Any:
    """Return a value that fits one field."""
    match spec:
        case fields.Choice():
            return next(iter(spec.choices))
        case fields.Flag():
            return True
        case fields.Whole():
            return max(spec.least or 0, min(7, spec.most or 7))
        case fields.PriceField():
            return Price(1150, 1000)
        case fields.Day():
            return DAY
        case fields.Reference():
            return derived_id("sample", spec.name)
        case fields.Attachment():
            return fields.Attached("0" * 64, "image/png", 12, "photo.png")
        case fields.Rows():
            return tuple(sample(spec.of) for _ in range(max(1, spec.least)))
        case fields.Record():
            return {}
        case _:
            return "XOF" if spec.name == "currency" else "x"[: getattr(spec, "most", 1)]
