"""What the pages of imports show: columns with their questions, the preview, the report. And what they read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.utils.translation import ngettext

from cahier.journal import fields
from cahier.journal.words import named
from cahier.kernel.refusals import Problem, reason
from cahier.surfaces import importing
from cahier.surfaces.cells import shown
from cahier.surfaces.columns import ID, MOST_ROWS, columns, id_label
from cahier.surfaces.models import ImportRun
from cahier.surfaces.opened import opened
from cahier.surfaces.plan import Plan, proposal, units_of
from cahier.surfaces.report import Report
from cahier.surfaces.rowwise import Parsed
from cahier.surfaces.table import letter
from cahier.web import formats

NO_FILE = reason("web.no-import-file", "Choose the file that holds your table.")

_STATES = {
    ImportRun.OPEN: (_l("Columns to confirm"), "now"),
    ImportRun.CHECKED: (_l("Checked, not written"), "now"),
    ImportRun.WRITING: (_l("Not finished"), "red"),
    ImportRun.DONE: (_l("In the book"), "ok"),
    ImportRun.WITHDRAWN: (_l("Taken back"), ""),
}
_PREVIEW = 5
_ORDERS = {"dmy": _l("day, month, year"), "mdy": _l("month, day, year")}


def state(run: ImportRun) -> dict[str, Any]:
    """Return where an import stands, as a tag."""
    label, tone = _STATES[run.status]
    return {"label": label, "tone": tone}


class ColumnsView:
    """The columns of a file as they will be understood. Inside the scope of the book."""

    def __init__(self, run: ImportRun) -> None:
        self.run, self.one = run, opened(run)
        self.plan, self.currency = self.one.plan, self.one.book.currency
        self.fields = {column.key: column for column in columns(self.one.cls, MOST_ROWS)}

    @cached_property
    def preview(self) -> list[Parsed]:
        """The first rows as they will be understood."""
        return importing.preview(self.run, _PREVIEW)

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Every field a column may fill."""
        listed = [
            (key, column.label + (" *" if column.needed else "")) for key, column in self.fields.items()
        ]
        return [*listed, (ID, id_label())]

    @property
    def columns(self) -> Iterable[dict[str, Any]]:
        """The columns of the file, each with its choice, its first cells, and what is asked."""
        for place, column in enumerate(self.plan.columns):
            meant = self.fields.get(column.key)
            cells = [row.cells[place].strip() for row in self.preview if row.cells[place].strip()]
            yield {
                "place": place, "header": column.header or _("(column {letter})").format(letter=letter(place)),
                "key": column.key, "cells": cells[:3], "questions": list(self._questions(place)),
                "evidence": [formats.say(one) for one in column.habit.evidence] if meant else [],
            }  # fmt: skip

    def _questions(self, place: int) -> Iterable[dict[str, Any]]:
        column = self.plan.columns[place]
        meant = self.fields.get(column.key)
        if meant is None:
            return
        units = units_of(meant.spec)
        if len(units) > 1:
            yield self._question(place, "unit", _("Unit"), [(unit, unit) for unit in units], column.unit)
        if isinstance(meant.spec, fields.Day) and (column.habit.order or "order" in column.questions):
            yield self._question(place, "order", _("Order"), list(_ORDERS.items()), column.habit.order)
        if column.habit.decimal or "decimal" in column.questions:
            signs = [(",", _("comma: 1 250,5")), (".", _("point: 1,250.5"))]
            yield self._question(place, "decimal", _("Decimal sign"), signs, column.habit.decimal)

    def _question(
        self, place: int, name: str, label: str, offered: list[tuple[str, Any]], chosen: str
    ) -> dict[str, Any]:
        column = self.plan.columns[place]
        is_open = name in column.questions
        likely = proposal(column, name, self.one.book.language) if is_open else chosen
        if not likely:
            offered = [("", _("Choose")), *offered]
        return {
            "name": f"{name}.{place}",
            "label": label,
            "offered": offered,
            "chosen": likely,
            "open": is_open,
        }

    @property
    def lacking(self) -> list[dict[str, Any]]:
        """The fields that no column fills: needed ones, and those given for all rows."""
        filled = {column.key for column in self.plan.columns}
        return [
            {
                "key": key,
                "label": column.label,
                "hint": column.meaning(),
                "value": self.plan.constants.get(key, ""),
            }
            for key, column in self.fields.items()
            if key not in filled and not column.line and (column.needed or key in self.plan.constants)
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The first rows: what each field will hold, and what is wrong."""
        return [
            {
                "number": row.number,
                "values": [self._told(key, row.values[key]) for key in row.values],
                "troubles": [_trouble(one.header, formats.say(one.problem)) for one in row.troubles],
            }
            for row in self.preview
        ]

    def _told(self, key: str, value: Any) -> tuple[str, str]:
        column = self.fields[key]
        if isinstance(column.spec, fields.Choice):
            return column.label, str(column.spec.choices.get(value, value))
        if isinstance(column.spec, fields.Whole) and column.spec.measure in formats.PLAIN:
            return column.label, "" if value is None else str(value)
        told = shown(column.spec, value, self.currency)
        if isinstance(told, bool):
            return column.label, _("yes") if told else _("no")
        if hasattr(told, "strftime"):
            return column.label, formats.shown(told)
        unit = column.unit(self.currency)
        number = formats.number(told) if isinstance(told, int) or hasattr(told, "quantize") else str(told)  # type: ignore[arg-type]
        return column.label, f"{number} {unit}".strip() if unit not in ("", "pc") else number


def _trouble(header: str, sentence: str) -> str:
    return named(header, sentence) if header else sentence


def read_choices(run: ImportRun, sent: Mapping[str, str]) -> dict[str, Any]:
    """Return what a person chose on the page of columns, as ``importing.understand`` takes it."""
    plan = Plan.from_json(run.plan)
    chosen: dict[str, str] = {}
    answers: dict[str, dict[str, str]] = {}
    for place, column in enumerate(plan.columns):
        if column.header and f"key.{place}" in sent:
            chosen[column.header] = sent[f"key.{place}"]
        given = {name: sent.get(f"{name}.{place}", "") for name in ("unit", "order", "decimal")}
        if any(given.values()) and sent.get(f"key.{place}", column.key) == column.key:
            answers[column.header] = {name: value for name, value in given.items() if value}
    constants = {
        name.removeprefix("all."): text for name, text in sent.items() if name.startswith("all.") and text
    }
    return {"columns": chosen, "answers": answers, "constants": constants}


def told(run: ImportRun, report: Report) -> str:
    """Return the one sentence that a report amounts to."""
    if run.status == ImportRun.WITHDRAWN:
        return _("This import was taken back: none of its entries counts.")
    if run.status == ImportRun.DONE:
        text = ngettext(
            "{n} row was written into the book.", "{n} rows were written into the book.", report.new
        )
    elif run.status == ImportRun.WRITING:
        text = ngettext(
            "{n} row was written, then the work stopped.",
            "{n} rows were written, then the work stopped.",
            report.new,
        )
        return text.format(n=formats.number(run.counts.get("written", 0)))
    else:
        text = ngettext("{n} row can be written.", "{n} rows can be written.", report.new)
    return text.format(n=formats.number(report.new))


def heaps(run: ImportRun, report: Report) -> list[tuple[Any, str, str]]:
    """Return the three heaps with their figures, and their sum: label, figure, tone."""
    counts = run.counts if run.status == ImportRun.WRITING else report.counts()
    before = run.status == ImportRun.CHECKED
    return [
        (_("To be written") if before else _("Rows written"), formats.number(counts["written"]), "ok"),
        (_("In the book already"), formats.number(counts["there"]), ""),
        (_("Rows refused"), formats.number(counts["refused"]), "red" if counts["refused"] else ""),
        (_("Rows in the file"), formats.number(counts["rows"]), ""),
    ]


def troubles(report: Report) -> list[dict[str, Any]]:
    """Return the kinds of trouble, each with its column, count, first row and sentence."""
    return [
        {
            "column": kind.header or _("whole row"), "count": formats.number(kind.count), "row": formats.number(kind.row),
            "value": kind.value, "sentence": formats.say(kind.problem),
        }
        for kind in sorted(report.kinds.values(), key=lambda one: -one.count)
    ]  # fmt: skip


def note(problem: Problem) -> str:
    """Return a note about the file in words."""
    return _trouble(problem.where, formats.say(problem))


def asked(report: Report) -> list[str]:
    """Return what the book asks about entries it took, each with how often."""
    return [f"{formats.say(one.problem)} ({formats.number(one.count)})" for one in report.questions.values()]
