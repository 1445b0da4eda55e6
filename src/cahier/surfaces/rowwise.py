"""Rows of a file to entries, under a confirmed plan: each becomes an entry with its identifier, or its problems."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cahier.journal import fields
from cahier.journal.entry import Entry
from cahier.journal.fields import Field, Reference
from cahier.journal.write import Draft
from cahier.kernel.canonical import digest
from cahier.kernel.ids import derived_id, is_id
from cahier.kernel.money import Price
from cahier.kernel.names import fold
from cahier.kernel.refusals import Problem, Refused, reason
from cahier.kernel.units import USUAL, from_base
from cahier.surfaces.cells import Reader, reader
from cahier.surfaces.columns import ID, MOST_ROWS, columns
from cahier.surfaces.habits import Habit
from cahier.surfaces.naming import Register
from cahier.surfaces.ordinals import Ordinals
from cahier.surfaces.plan import Plan
from cahier.surfaces.sources import SET_ASIDE, set_aside
from cahier.surfaces.table import Row

BAD_ID = reason(
    "surfaces.bad_id",
    "{text} is not an identifier of Cahier. Leave the cell empty for a new entry; do not change it otherwise.",
)


TOTAL_ROW = reason(
    "surfaces.total_row",
    "{text}: this row looks like a total and not like an entry. Leave it out; the rows above it count already.",
)
_TOTAL = re.compile(r"(grand |sous |sub )?(total|totaux|totales|soustotal|subtotal|somme|suma|sum)( .*)?")


@dataclass(frozen=True)
class Trouble:
    """One problem of one row: the column of the file (from 0, -1 for the whole row), its header, the cell."""

    column: int
    header: str
    value: str
    problem: Problem


@dataclass
class Parsed:
    """One row as it was understood: the draft of its entry, or its troubles.

    ``digest`` says what the row holds, independent of how the file writes it; ``key`` is the identifier that
    the row's entry has or would have.
    """

    number: int
    cells: Sequence[str]
    values: dict[str, Any] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    digest: str = ""
    key: str = ""
    draft: Draft | None = None


@dataclass(frozen=True)
class _Cell:
    place: int
    header: str
    key: str
    spec: Field
    unit: str
    habit: Habit
    read: Reader

    @property
    def counts_money(self) -> bool:
        """Does the currency of the row decide what the cell means?"""
        return isinstance(self.spec, fields.Money | fields.PriceField)


class RowReader:
    """Reads the rows of one file in order. Inside the scope of the book.

    ``source`` names where the rows come from: identifiers are derived from it, so the same row of the same
    source is the same entry; equal rows are told apart by their order.
    """

    def __init__(self, cls: type[Entry], plan: Plan, source: str) -> None:
        self.cls, self.plan, self.source = cls, plan, source
        specs = {column.key: column.spec for column in columns(cls, MOST_ROWS)}
        self.cells: list[_Cell] = []
        self.id_place = self.aside_place = -1
        for place, column in enumerate(plan.columns):
            if column.key == ID:
                self.id_place = place
            elif column.key == SET_ASIDE:
                self.aside_place = place
            elif column.key in specs:
                read = reader(specs[column.key], column.habit, column.unit, plan.currency)
                self.cells.append(
                    _Cell(
                        place, column.header, column.key, specs[column.key], column.unit, column.habit, read
                    )
                )
        self.cells.sort(key=lambda cell: cell.counts_money)
        self.in_currency: dict[tuple[str, str], Reader] = {}
        self.places = {cell.key: cell for cell in self.cells}
        self.references = [cell for cell in self.cells if isinstance(cell.spec, Reference)]
        self.registers = {cell.key: _register(cell.spec) for cell in self.references}
        self.constants, self.constant_problems = self._constants(specs)
        self.ordinals = Ordinals()
        self.repeated = {name: spec for name, spec in cls.FIELDS.items() if isinstance(spec, fields.Rows)}
        self.empty = {name: spec.empty for name, spec in cls.FIELDS.items() if not spec.optional}
        self.own = [one for one in self.registers.values() if cls.KIND in one.kinds]

    def batch(self, rows: Iterable[Row]) -> list[Parsed]:
        """Return these rows understood, references settled with few questions to the database."""
        parsed = [self._read(row) for row in rows]
        for cell in self.references:
            texts = {one.values[cell.key] for one in parsed if cell.key in one.values}
            self.registers[cell.key].look_up(texts)
        self._identify(parsed)
        for one in parsed:
            self._settle(one)
        return parsed

    def check_shape(self, parsed: Parsed) -> None:
        """Add what is wrong with the entry by itself to the troubles of its row."""
        if parsed.draft is not None:
            parsed.troubles += [self.trouble(parsed, one) for one in parsed.draft.entry.problems()]

    def trouble(self, parsed: Parsed, problem: Problem) -> Trouble:
        """Return the trouble of a problem that names a field, at the column that fills it, in its unit."""
        cell = self.places.get(problem.where)
        if cell is None:
            return Trouble(-1, "", "", problem)
        told = _in_unit(problem, cell.unit)
        return Trouble(cell.place, cell.header, parsed.cells[cell.place], told)

    def _constants(self, specs: Mapping[str, Field]) -> tuple[dict[str, Any], list[Trouble]]:
        values: dict[str, Any] = {}
        problems: list[Trouble] = []
        for key, text in self.plan.constants.items():
            spec = specs.get(key)
            if spec is None or not text:
                continue
            try:
                value = reader(spec, Habit(), _usual(spec), self.plan.currency)(text)
                values[key] = _register(spec).find(value) if isinstance(spec, Reference) else value
            except Refused as refused:
                problems += [Trouble(-1, "", text, problem) for problem in refused.problems]
        return values, problems

    def _read(self, row: Row) -> Parsed:
        parsed = Parsed(row.number, row.cells, troubles=list(self.constant_problems))
        values, cells = parsed.values, row.cells
        if self.aside_place >= 0 and cells[self.aside_place]:
            parsed.troubles += [Trouble(-1, "", "", one) for one in set_aside(cells[self.aside_place])]
            return parsed
        for cell in self.cells:
            text = cells[cell.place]
            if not text:
                continue
            try:
                value = self._money(cell, values)(text) if cell.counts_money else cell.read(text)
            except Refused as refused:
                parsed.troubles += [Trouble(cell.place, cell.header, text, one) for one in refused.problems]
                continue
            if value is not None:
                values[cell.key] = value
        return parsed

    def _money(self, cell: _Cell, values: Mapping[str, Any]) -> Reader:
        """Return the reader of an amount in the currency that the row names."""
        currency = values.get("currency") or self.plan.currency
        if currency == self.plan.currency:
            return cell.read
        key = (cell.key, currency)
        if key not in self.in_currency:
            self.in_currency[key] = reader(cell.spec, cell.habit, cell.unit, currency)
        return self.in_currency[key]

    def _identify(self, batch: Sequence[Parsed]) -> None:
        """Give each row its identifier: the one it carries, or one derived from what it holds."""
        for one in batch:
            one.digest = _digest(self._raw(one) if one.troubles else one.values)
            one.key = self._carried(one)
        open_rows = [one for one in batch if not one.key]
        for one, ordinal in zip(
            open_rows, self.ordinals.take([one.digest for one in open_rows]), strict=True
        ):
            one.key = derived_id("import", self.source, self.cls.KIND, one.digest, str(ordinal))

    def _carried(self, parsed: Parsed) -> str:
        written = parsed.cells[self.id_place].strip() if self.id_place >= 0 else ""
        if not written or is_id(written):
            return written
        header = self.plan.columns[self.id_place].header
        parsed.troubles.append(Trouble(self.id_place, header, written, BAD_ID(text=written)))
        return ""

    def _settle(self, parsed: Parsed) -> None:
        """Settle the references of a row and make its entry."""
        values = {**self.constants, **parsed.values}
        for cell in self.references:
            if cell.key not in parsed.values:
                continue
            try:
                values[cell.key] = self.registers[cell.key].find(parsed.values[cell.key])
            except Refused as refused:
                parsed.troubles += [self.trouble(parsed, one.at(cell.key)) for one in refused.problems]
        if total := self._total(parsed):
            parsed.troubles = [Trouble(-1, "", total, TOTAL_ROW(text=total))]
        if not parsed.troubles:
            parsed.draft = Draft(self._entry(values), id=parsed.key)
            for register in self.own:
                register.add(str(values.get(self.cls.NAMED_BY[0], "")), parsed.key)

    def _total(self, parsed: Parsed) -> str:
        """Return the cell that says total, in a row that is no whole entry; else nothing."""
        lacks = [name for name in self.empty if name in self.places and name not in parsed.values]
        sparse = 2 * len(parsed.values) < len(self.cells)
        if not (parsed.troubles or lacks or sparse):
            return ""
        return next((text.strip() for text in parsed.cells if text and _TOTAL.fullmatch(fold(text))), "")

    def _raw(self, parsed: Parsed) -> dict[str, Any]:
        return {
            cell.key: parsed.cells[cell.place].strip()
            for cell in self.cells
            if parsed.cells[cell.place].strip()
        }

    def _entry(self, values: Mapping[str, Any]) -> Entry:
        """Make the entry; what is needed and empty stays empty, so that the check of its shape names it."""
        if not self.repeated:
            return self.cls(**{**self.empty, **values})
        given = {name: value for name, value in values.items() if name in self.cls.FIELDS}
        rows = {name: tuple(_lines(spec, values)) for name, spec in self.repeated.items()}
        return self.cls(**{**self.empty, **given, **rows})


def _register(spec: Field) -> Register:
    return Register(spec.kinds if isinstance(spec, Reference) else ())


def _in_unit(problem: Problem, unit: str) -> Problem:
    """Return a problem about a quantity with its figures in the unit of the column."""
    if not unit:
        return problem
    told = {
        name: f"{from_base(value, unit).normalize():f} {unit}" if isinstance(value, int) else value
        for name, value in problem.details.items()
    }
    return Problem(problem.reason, told, problem.where)


def _usual(spec: Field) -> str:
    return USUAL.get(spec.measure, "") if isinstance(spec, fields.Whole) else ""


def _lines(spec: fields.Rows, values: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the rows of a repeated field: those of which anything is filled in."""
    for line in range(1, MOST_ROWS + 1):
        prefix = f"{spec.name}.{line}."
        filled = {key[len(prefix) :]: value for key, value in values.items() if key.startswith(prefix)}
        if filled:
            empty = {name: part.empty for name, part in spec.of.FIELDS.items() if not part.optional}
            yield spec.of(**{**empty, **filled})


def _digest(values: Mapping[str, Any]) -> str:
    return digest("\x1f".join([f"{key}={_plain(values[key])}" for key in sorted(values)]))


def _plain(value: Any) -> str:
    if isinstance(value, Price):
        return f"{value.amount}/{value.per}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
