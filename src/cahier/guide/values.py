"""One TOML table, asked for its values by name and type; whatever is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from cahier.guide import refusals
from cahier.kernel.refusals import Reason, Refused

_Value = TypeVar("_Value", str, int, bool)
_WANTED: Mapping[type, Reason] = {
    str: refusals.NOT_A_TEXT,
    int: refusals.NOT_A_NUMBER,
    bool: refusals.NOT_A_TRUTH,
}


class Table:
    """A TOML table with the file and heading it stands under, for the sentence if a value is wrong."""

    def __init__(self, raw: Any, where: str) -> None:
        if not isinstance(raw, Mapping):
            raise Refused(refusals.NOT_A_TABLE(key=where).at(where))
        self.raw: Mapping[str, Any] = raw
        self.where = where

    def need(self, *keys: str) -> None:
        """Raise ``Refused`` naming every one of these keys that is missing."""
        missing = [refusals.KEY_MISSING(key=key).at(self.where) for key in keys if key not in self.raw]
        if missing:
            raise Refused(*missing)

    def only(self, known: tuple[str, ...]) -> None:
        """Raise ``Refused`` naming every key that is not known here; most are typing errors."""
        strange = [key for key in self.raw if key not in known]
        if strange:
            listed = ", ".join(known)
            raise Refused(*(refusals.KEY_UNKNOWN(key=k, known=listed).at(self.where) for k in strange))

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        return self._value(key, str, default)

    def number(self, key: str, default: int = 0) -> int:
        """Return a whole number."""
        return self._value(key, int, default)

    def truth(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        return self._value(key, bool, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return self._list(key, str, refusals.NOT_TEXTS)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        return self._list(key, int, refusals.NOT_NUMBERS)

    def choices(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts."""
        raw = self.raw.get(key, [])
        if not isinstance(raw, list):
            raise self._wrong(key, refusals.NOT_CHOICES)
        return tuple(Table({key: row}, self.where).texts(key) for row in raw)

    def lines(self) -> Mapping[str, str]:
        """Return every text of this table; a list of texts becomes one text with a line for each."""
        return {key: self._lines(key, value) for key, value in self.raw.items()}

    def _lines(self, key: str, value: Any) -> str:
        return "\n".join(self.texts(key)) if isinstance(value, list) else self.text(key)

    def words(self, key: str) -> Mapping[str, str]:
        """Return a table of texts."""
        return MappingProxyType({name: self.sub(key).text(name) for name in self.sub(key).raw})

    def sub(self, key: str) -> Table:
        """Return the table under a key, empty where there is none."""
        return Table(self.raw.get(key, {}), f"{self.where} [{key}]")

    def rows(self, key: str) -> tuple[Table, ...]:
        """Return a list of tables."""
        raw = self.raw.get(key, [])
        if not isinstance(raw, list):
            raise self._wrong(key, refusals.NOT_TABLES)
        return tuple(Table(row, f"{self.where} {key}[{place}]") for place, row in enumerate(raw, 1))

    def _value(self, key: str, kind: type[_Value], default: _Value) -> _Value:
        value = self.raw.get(key, default)
        if type(value) is not kind:
            raise self._wrong(key, _WANTED[kind])
        return value

    def _list(self, key: str, kind: type[_Value], wanted: Reason) -> tuple[_Value, ...]:
        value = self.raw.get(key, [])
        if not isinstance(value, list) or any(type(entry) is not kind for entry in value):
            raise self._wrong(key, wanted)
        return tuple(value)

    def _wrong(self, key: str, wanted: Reason) -> Refused:
        return Refused(wanted(key=key).at(self.where))
