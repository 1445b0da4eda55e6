"""The agreement as a workbook: the same figures as on paper, with totals that are formulas and keep their values.

Amounts are numbers in the currency's own unit; every total is a SUM or SUMPRODUCT that a spreadsheet program
can follow, stored with the value it had when it was written. No text can act as a formula.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from cahier.journal.words import named
from cahier.kernel import money
from cahier.programme.document import Agreement
from cahier.programme.pdf import answer, level
from cahier.programme.words import LINES

_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001  xlsxwriter takes a naive date; fixed, so that bytes repeat


def render(said: Agreement) -> bytes:
    """Return the agreement as XLSX; the language of the agreement must be active."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": said.title, "author": said.organisation, "created": _EPOCH})
        writer = _Writer(book, said)
        for fill in (_cover, _profile, _priorities, _activities, _budget, _frame, _assumptions):
            fill(writer, said)
    return stream.getvalue()


class _Writer:
    """Writes one sheet after another; ``row`` is the next free row of the present one."""

    def __init__(self, book: Any, said: Agreement) -> None:
        self.book, self.currency = book, said.currency
        places = money.decimals(said.currency)
        shown = "#,##0" + ("." + "0" * places if places else "")
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.amount = book.add_format({"num_format": shown, "valign": "top"})
        self.total = book.add_format({"num_format": shown, "bold": True, "top": 1, "bottom": 6})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self.share = book.add_format({"num_format": "0.0%", "bold": True})
        self.sheet: Any = None
        self.row = 0

    def open(self, name: str, widths: Sequence[int]) -> None:
        """Begin a sheet, set for A4."""
        self.sheet, self.row = self.book.add_worksheet(name[:31]), 0
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_landscape()
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def head(self, names: Sequence[str]) -> None:
        """Write a row of column heads."""
        for column, name in enumerate(names):
            self.sheet.write_string(self.row, column, name, self.bold)
        self.row += 1

    def line(self, *values: Any) -> None:
        """Write a row: texts, whole counts, days, and amounts given as ``Amount``."""
        for column, value in enumerate(values):
            if isinstance(value, dt.date):
                self.sheet.write_datetime(self.row, column, dt.datetime.combine(value, dt.time()), self.day)
            elif isinstance(value, Amount):
                self.sheet.write_number(self.row, column, self.major(value.units), self.amount)
            elif isinstance(value, int | Decimal):
                self.sheet.write_number(self.row, column, value, self.text)
            elif value:
                self.sheet.write_string(self.row, column, value, self.text)
        self.row += 1

    def major(self, units: int) -> Decimal:
        """Return minor units as the currency is written."""
        return money.from_minor(units, self.currency)

    def formula(self, row: int, column: int, text: str, units: int) -> None:
        """Write a total: the formula, and the value it has."""
        self.sheet.write_formula(row, column, text, self.total, self.major(units))


class Amount:
    """An amount in minor units, as a cell."""

    def __init__(self, units: int) -> None:
        self.units = units


def _cover(to: _Writer, said: Agreement) -> None:
    to.open(_("Programme"), (34, 80))
    rows: list[tuple[str, Any]] = [
        (_("Programme"), said.title), (_("Organisation"), said.organisation), (_("In short"), answer(said)),
        (_("First day"), said.start), (_("Last day"), said.end), (_("Currency"), said.currency),
        (_("Our goal"), said.vision), (_("Markets aimed at"), ", ".join(said.channels)),
        (_("What the organisation does for its members"), ", ".join(said.functions)),
        (_("How good the plan is"), said.quality), (_("What more money would buy"), said.slice),
        (_("State"), said.voted or _("Draft, to be voted by the assembly.")),
        (_("Head of the book"), said.head), (_("Printed on"), said.day),
    ]  # fmt: skip
    if said.example:
        rows.insert(0, (_("Made-up example"), said.organisation))
    for name, value in rows:
        to.line(name, value)


def _profile(to: _Writer, said: Agreement) -> None:
    to.open(_("Profile"), (50, 12, 12, 12, 12))
    to.head((_("Side"), _("Now"), _("Before"), _("On proof"), _("Items")))
    for side in said.sides:
        to.line(side.name, _none(side.points), _none(side.before), side.proved, side.scored)


def _none(value: int | None) -> Any:
    return "" if value is None else value


def _priorities(to: _Writer, said: Agreement) -> None:
    to.open(_("Priorities"), (40, 10, 10, 10, 60, 30, 14))
    to.head((_("Priority"), _("Weight"), _("From"), _("To"), _("Cause"), _("Answered by"), _("Expected")))
    for one in said.priorities:
        causes = "; ".join(named(name, sign) if sign else name for name, sign in one.causes)
        gain = Decimal(one.gain) / 100
        to.line(f"{one.name} ({one.code})", one.weight, level(one.level), level(one.target), causes,
                ", ".join(one.responses), gain)  # fmt: skip


def _activities(to: _Writer, said: Agreement) -> None:
    to.open(_("Activities"), (10, 40, 16, 60, 12, 12, 11, 11, 30, 20, 14))
    to.head((
        _("Code"), _("Activity"), _("Kind of response"), _("Why it is there"), _("First day"), _("Last day"),
        _("Half-days"), _("People"), _("For whom"), _("Trainer"), _("Cost"),
    ))  # fmt: skip
    first = to.row
    for one in said.activities:
        to.line(one.code, one.title, one.kind_name, " ".join(one.why), one.first, one.last, one.half_days, one.people,
                one.audience, one.trainer, Amount(one.bill.costing.total))  # fmt: skip
    to.sheet.write_string(to.row, 0, _("Total"), to.strong)
    to.formula(to.row, 10, f"=SUM({xl_range(first, 10, to.row - 1, 10)})", said.bill.total.total)
    to.row += 2
    to.head((_("From"), _("Weeks without activity"), _("To")))
    for span in said.closed:
        to.line(span.first, span.why, span.last)
    to.row += 1
    to.head((_("Code"), _("Left out"), "", _("Why")))
    for code, title, why in said.left_out:
        to.line(code, title, "", why)


def _budget(to: _Writer, said: Agreement) -> None:
    """Lines by payer; the amount of a line is the sum of its payers, and the totals add up both ways."""
    to.open(_("Budget"), (40, 18, *(22 for _payer in said.payers)))
    to.head((_("Line"), _("Amount"), *(name for _code, name in said.payers)))
    first, last_column = to.row, 1 + len(said.payers)
    for line, amount in said.bill.lines:
        parts = [said.bill.paid.get((line, code), 0) for code, _name in said.payers]
        to.line(str(LINES.get(line, line)), "", *map(Amount, parts))
        row = to.row - 1
        to.sheet.write_formula(
            row, 1, f"=SUM({xl_range(row, 2, row, last_column)})", to.amount, to.major(amount)
        )
    to.sheet.write_string(to.row, 0, _("Total"), to.strong)
    totals = [said.bill.total.total, *said.bill.by_payer().values()]
    for column, units in enumerate(totals, 1):
        to.formula(to.row, column, f"=SUM({xl_range(first, column, to.row - 1, column)})", units)
    total = to.row
    to.row += 1
    for index, (code, name) in enumerate(said.payers):
        share = Decimal(said.bill.by_payer()[code]) / max(said.bill.total.total, 1)
        to.sheet.write_string(to.row, 0, _("Share of {name}").format(name=name), to.text)
        whole, part = xl_rowcol_to_cell(total, 1), xl_rowcol_to_cell(total, 2 + index)
        to.sheet.write_formula(to.row, 1, f"=IF({whole}=0,0,{part}/{whole})", to.share, float(share))
        to.row += 1
    to.row += 1
    _people(to, said)


def _people(to: _Writer, said: Agreement) -> None:
    """People and half-days by activity; a participant's day is cost over their product, halved."""
    to.head((_("Activity"), _("People"), _("Half-days")))
    first = to.row
    for one in said.activities:
        to.line(one.title, one.people, one.half_days)
    days = said.bill.total.participant_half_days
    people, half = xl_range(first, 1, to.row - 1, 1), xl_range(first, 2, to.row - 1, 2)
    to.sheet.write_string(to.row, 0, _("Participants’ days"), to.strong)
    to.sheet.write_formula(to.row, 1, f"=SUMPRODUCT({people},{half})/2", to.strong, days / 2)
    to.row += 2


def _frame(to: _Writer, said: Agreement) -> None:
    to.open(_("Logframe"), (14, 44, 60, 24, 24))
    to.head(
        (_("Level"), _("What should be true"), _("Indicators, with today’s figure"), _("Source"), _("If"))
    )
    for row in said.frame:
        texts = [
            named(f"{code} {name}", now) if now else f"{code} {name}" for code, name, now in row.indicators
        ]
        to.line(row.level, row.statement, "; ".join(texts), row.source, row.assumption)


def _assumptions(to: _Writer, said: Agreement) -> None:
    to.open(_("Assumptions"), (12, 12, 16, 80, 8))
    to.head((_("Code"), _("Item"), _("Gain in levels"), _("Why"), _("How sure")))
    for row in said.assumptions:
        to.line(*row)
    for note in said.notes:
        to.line("", "", "", note)
