"""How a file is going to be understood: which column fills which field, in which unit and habit.

A plan is proposed, shown, corrected and confirmed by a person; it is plain data and can be stored. What only
a person can know stays an open question until it is answered.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cahier.journal import fields
from cahier.journal.entry import Entry
from cahier.kernel.refusals import CATALOGUE, Problem, reason
from cahier.kernel.units import UNITS, USUAL
from cahier.surfaces import unitwords
from cahier.surfaces.columns import ID, MOST_ROWS, EntryColumn, columns
from cahier.surfaces.habits import Habit, Tally
from cahier.surfaces.header import Header, data_rows
from cahier.surfaces.matching import Match
from cahier.surfaces.sources import SET_ASIDE
from cahier.surfaces.table import Table

NO_COLUMN = reason(
    "surfaces.no_column",
    "No column fills {field}, which every entry needs. Choose its column, or give one value for all rows.",
)
TWICE = reason("surfaces.column_twice", "The columns {first} and {second} both fill {field}. Leave one out.")
FOREIGN_MONEY = reason(
    "surfaces.foreign_money",
    "The column {column} is in {found}, and the book counts in {currency}. Convert it first, or leave it out.",
)
NO_SUCH_FIELD = reason("surfaces.no_such_field", "{kind} has no column called {key}. Choose one of: {keys}.")
NO_SUCH_COLUMN = reason(
    "surfaces.no_such_column", "The file has no column called {column}. It has: {columns}."
)
BAD_UNIT = reason("surfaces.bad_unit", "{unit} is no unit of {field}. Choose one of: {units}.")

ANSWERS = ("decimal", "order", "unit")


@dataclass(frozen=True)
class ColumnPlan:
    """One column of the file. ``key`` is empty where it is left out; ``questions`` are not answered yet."""

    header: str
    key: str = ""
    unit: str = ""
    habit: Habit = field(default_factory=Habit)
    questions: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    def answered(self, answers: Mapping[str, str]) -> ColumnPlan:
        """Return the column with a person's answers: ``decimal``, ``order``, ``unit``."""
        given = {name: value for name, value in answers.items() if name in ANSWERS and value}
        habit = self.habit.confirm(**{name: given[name] for name in ("decimal", "order") if name in given})
        return dataclasses.replace(
            self,
            unit=given.get("unit", self.unit),
            habit=habit,
            questions=tuple(question for question in self.questions if question not in given),
        )


@dataclass(frozen=True)
class Plan:
    """The whole file: its columns in order, values given for all rows, and the currency it counts in."""

    kind: str
    currency: str
    columns: tuple[ColumnPlan, ...]
    constants: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> list[tuple[ColumnPlan, str]]:
        """What a person has yet to answer, column by column."""
        return [(column, question) for column in self.columns for question in column.questions]

    def problems(self, cls: type[Entry]) -> Iterator[Problem]:
        """Yield why no row at all can be read this way."""
        by_key: dict[str, ColumnPlan] = {}
        known = {column.key: column for column in columns(cls, MOST_ROWS)}
        for column in filter(lambda one: one.key, self.columns):
            if column.key in by_key:
                label = known[column.key].label if column.key in known else column.key
                yield TWICE(first=by_key[column.key].header, second=column.header, field=label)
            by_key[column.key] = column
            yield from self._wrong_unit(column, known.get(column.key))
        for one in known.values():
            if one.needed and not one.line and one.key not in by_key and one.key not in self.constants:
                yield NO_COLUMN(field=one.label)

    def _wrong_unit(self, column: ColumnPlan, meant: EntryColumn | None) -> Iterator[Problem]:
        if meant is None:
            return
        spec = meant.spec
        named = unitwords.currency_named(column.header)
        counts_money = isinstance(spec, fields.Money | fields.PriceField)
        in_column = any(one.key == "currency" for one in self.columns) or "currency" in self.constants
        if counts_money and named and named != self.currency and not in_column:
            yield FOREIGN_MONEY(column=column.header, found=named, currency=self.currency)
        offered = units_of(spec)
        if column.unit and offered and column.unit not in offered:
            yield BAD_UNIT(unit=column.unit, field=spec.label, units=", ".join(offered))

    def with_answers(self, answers: Mapping[str, Mapping[str, str]]) -> Plan:
        """Return the plan with answers by header."""
        made = tuple(column.answered(answers.get(column.header, {})) for column in self.columns)
        return dataclasses.replace(self, columns=made)

    def stated(self) -> Plan:
        """Return the plan of a table that our own reader made: decimal points, usual units, nothing to ask."""
        made = tuple(
            dataclasses.replace(one, habit=one.habit.confirm(decimal="."), questions=()) if one.key else one
            for one in self.columns
        )
        return dataclasses.replace(self, columns=made)

    def accepted(self, language: str) -> Plan:
        """Return the plan with every open question answered as proposed."""
        return self.with_answers(
            {
                column.header: {one: proposal(column, one, language) for one in column.questions}
                for column in self.columns
            }
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "kind": self.kind, "currency": self.currency, "constants": dict(self.constants),
            "columns": [
                {
                    "header": one.header, "key": one.key, "unit": one.unit, "questions": list(one.questions),
                    "rivals": list(one.rivals), "habit": _habit_to_json(one.habit),
                }
                for one in self.columns
            ],
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Plan:
        """Return the plan of stored data."""
        made = tuple(
            ColumnPlan(
                one["header"], one["key"], one["unit"], _habit_from_json(one["habit"]),
                tuple(one["questions"]), tuple(one["rivals"]),
            )
            for one in stored["columns"]
        )  # fmt: skip
        return cls(stored["kind"], stored["currency"], made, stored["constants"])


def proposal(column: ColumnPlan, question: str, language: str) -> str:
    """Return the answer that is most likely right, for a person to confirm."""
    if question == "order":
        return column.habit.usual_order
    return column.unit if question == "unit" else "." if language.startswith("en") else ","


def units_of(spec: fields.Field) -> list[str]:
    """Return the symbols in which a column of this field may count; nothing where there is no unit."""
    if isinstance(spec, fields.PriceField):
        measure = UNITS[spec.unit].measure
    else:
        measure = spec.measure if isinstance(spec, fields.Whole) else ""
    return [unit.symbol for unit in UNITS.values() if unit.measure == measure]


def tallies(table: Table, header: Header, wanted: Iterable[int]) -> tuple[dict[int, Tally], int]:
    """Walk the file once: return what the cells of the wanted columns show, and how many rows there are."""
    found = {place: Tally() for place in wanted}
    seen = [(place, tally.see) for place, tally in found.items()]
    count = 0
    for row in data_rows(table, header):
        count += 1
        cells = row.cells
        for place, see in seen:
            see(cells[place])
    return found, count


def make(
    cls: type[Entry],
    matches: Sequence[Match],
    seen: Mapping[int, Tally],
    *,
    currency: str,
    language: str,
    constants: Mapping[str, str],
) -> Plan:
    """Return the plan of matched columns with the habits their cells show, questions open."""
    known = {column.key: column for column in columns(cls, MOST_ROWS)}
    made = [_column(match, known.get(match.key), seen.get(match.column), language) for match in matches]
    return Plan(cls.KIND, constants.get("currency", currency), tuple(made), dict(constants))


def _column(match: Match, meant: EntryColumn | None, seen: Tally | None, language: str) -> ColumnPlan:
    if meant is None:
        return ColumnPlan(match.header, match.key if match.key in (ID, SET_ASIDE) else "")
    habit = seen.habit(language) if seen else Habit()
    named, usual = _unit(match.header, meant.spec)
    asked = [one for one in habit.open_questions if one in _asked_of(meant.spec)]
    unsure = (
        len(units_of(meant.spec)) > 1 and not _is_priced(meant.spec) and not named and habit.kind != "empty"
    )
    return ColumnPlan(
        match.header, match.key, named or usual, habit, (*asked, *(["unit"] if unsure else [])), match.rivals
    )


def _is_priced(spec: fields.Field) -> bool:
    return isinstance(spec, fields.Money | fields.PriceField)


def _asked_of(spec: fields.Field) -> tuple[str, ...]:
    if isinstance(spec, fields.Day):
        return ("order",)
    return ("decimal",) if isinstance(spec, fields.Whole | fields.PriceField) else ()


def _unit(header: str, spec: fields.Field) -> tuple[str, str]:
    """Return the unit the header names, and the usual one that is only supposed where it names none."""
    if isinstance(spec, fields.Money):
        return "", ""
    if isinstance(spec, fields.PriceField):
        named = unitwords.unit_named(header, UNITS[spec.unit].measure) if spec.unit in UNITS else ""
        return named or spec.unit, ""
    usual = USUAL.get(spec.measure, "") if isinstance(spec, fields.Whole) else ""
    if usual in ("", "pc"):
        return "", ""
    named = unitwords.unit_named(header, spec.measure)  # type: ignore[attr-defined]
    return named, "" if unitwords.another_unit(header) else usual


def _habit_to_json(habit: Habit) -> dict[str, Any]:
    plain = dataclasses.asdict(dataclasses.replace(habit, evidence=()))
    said = [[one.code, dict(one.details)] for one in habit.evidence]
    words = {"empty_words": sorted(habit.empty_words), "letters": sorted(habit.letters)}
    return {**plain, **words, "evidence": said}


def _habit_from_json(stored: Mapping[str, Any]) -> Habit:
    evidence = tuple(CATALOGUE[code](**details) for code, details in stored["evidence"])
    return Habit(
        **{
            **stored,
            "evidence": evidence,
            "empty_words": frozenset(stored["empty_words"]),
            "letters": frozenset(stored.get("letters", ())),
            "open_questions": tuple(stored["open_questions"]),
        }
    )
