"""The vocabulary of accounts: costs, budgets, statements, balance sheet, surplus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Row, Stamp
from cahier.journal.fields import choice, day, flag, money, reference, rows, text
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import Problem, reason
from cahier.money import models, words

LINE_TWICE = reason("money.budget-line-twice", "The budget line {code} stands twice. Give each its own code.")
MORE_THAN_SURPLUS = reason(
    "money.more-than-surplus",
    "The parts add up to {sum}, the surplus is {surplus}. Not more than the surplus can be shared.",
)
PERIOD_ENDS_FIRST = reason(
    "money.period-order", "The period ends before it begins. Change one of the two days."
)
PART_OVER_WHOLE = reason(
    "money.part-over-whole", "{part} is {value}, more than all assets together ({total}). Check both figures."
)


class Cost(Entry, kind="money.cost", makes=(models.Cost,), label=_("Cost entry")):
    """A cost arose, whether it is paid already or not."""

    category: str = choice(_("Category"), words.CATEGORIES)
    overhead: bool = flag(_("Overhead"), help=_("Yes if it would also arise without any produce"))
    amount: int = money(_("Amount"), least=1)
    recurrent: bool = flag(_("Comes back every year"), default=True)
    granted_asset: bool = flag(
        _("On an asset that was a gift"), default=False, help=_("Depreciation of such assets is shown apart")
    )
    product: str = reference(_("Product"), "supply.product", default="")
    lot: str = reference(_("Lot"), "supply.lot", default="")
    service: str = text(_("Service"), default="", most=80)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One cost."""
        yield models.Cost.fact(
            at, category=self.category, overhead=self.overhead, amount=self.amount, recurrent=bool(self.recurrent),
            granted_asset=bool(self.granted_asset), product=self.product, lot=self.lot, service=self.service,
            day=at.day,
        )  # fmt: skip


class StatementShown(
    Entry, kind="money.statement_shown", makes=(models.StatementShown,), label=_("Statement shown")
):
    """A financial statement was shown to those who answer for it; the entry's day is the day it was shown."""

    period_end: dt.date = day(_("End of the period"))
    shown_to: str = choice(_("Shown to"), words.SHOWN_TO)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One statement."""
        end = days.number(self.period_end)
        yield models.StatementShown.fact(at, period_end=end, shown_to=self.shown_to, day=at.day)


class BudgetLine(Row):
    """One line of a budget."""

    code: str = text(_("Code"), most=20)
    name: str = text(_("Name"), most=120)
    category: str = choice(_("Category"), words.CATEGORIES, default="other")
    main: bool = flag(_("Main line"), default=False)
    own_money: bool = flag(_("From own money"), default=False)
    amount: int = money(_("Amount"))


class Budget(Entry, kind="money.budget", makes=(models.Budget, models.BudgetLine), label=_("Budget")):
    """A budget was voted for a season."""

    season: str = reference(_("Season"), "registry.season")
    peak_need: int | None = money(
        _("Most money needed at once to buy produce"), default=None, help=_("At the peak of the season")
    )
    lines: tuple[BudgetLine, ...] = rows(_("Lines"), BudgetLine, least=1)

    def shape(self) -> Iterable[Problem]:
        """Each line has a code of its own."""
        codes = [line.code for line in self.lines]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield LINE_TWICE(code=code).at("lines")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The budget and its lines."""
        yield models.Budget.fact(at, season=self.season, peak_need=self.peak_need, day=at.day)
        for place, line in enumerate(self.lines):
            yield models.BudgetLine.fact(
                at, place, season=self.season, code=line.code, name=line.name, category=line.category or "other",
                main=bool(line.main), own_money=bool(line.own_money), amount=line.amount,
            )  # fmt: skip


class BudgetActual(
    Entry, kind="money.budget_actual", makes=(models.BudgetActual,), label=_("Budget line carried out")
):
    """What was really spent or received on one line of the budget."""

    season: str = reference(_("Season"), "registry.season")
    code: str = text(_("Code"), most=20)
    amount: int = money(_("Amount"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One amount."""
        yield models.BudgetActual.fact(
            at, season=self.season, code=self.code, amount=self.amount, day=at.day
        )  # fmt: skip


class BalanceSheet(Entry, kind="money.balance_sheet", makes=(models.BalanceSheet,), label=_("Balance sheet")):
    """The main figures of a balance sheet; the entry's day is the day it was drawn up to."""

    current_assets: int = money(_("Current assets"))
    current_liabilities: int = money(_("Current liabilities"))
    total_assets: int = money(_("Total assets"))
    debt: int = money(_("Debt"))
    receivables: int = money(_("Receivables"), default=0)

    def shape(self) -> Iterable[Problem]:
        """A part of the assets is not more than all of them."""
        if self.current_assets > self.total_assets:
            label = self.FIELDS["current_assets"].label
            total = self.total_assets
            yield PART_OVER_WHOLE(part=label, value=self.current_assets, total=total).at("current_assets")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One balance sheet."""
        yield models.BalanceSheet.fact(
            at, current_assets=self.current_assets, current_liabilities=self.current_liabilities,
            total_assets=self.total_assets, debt=self.debt, receivables=self.receivables, day=at.day,
        )  # fmt: skip


class OperatingAccount(
    Entry, kind="money.operating_account", makes=(models.OperatingAccount,), label=_("Operating account")
):
    """Turnover and result of a period, before the surplus is shared. A loss is a result below zero."""

    first_day: dt.date = day(_("First day"))
    last_day: dt.date = day(_("Last day"))
    turnover: int = money(_("Turnover"))
    result: int = money(_("Operating result"), least=None)

    def shape(self) -> Iterable[Problem]:
        """A period does not end before it begins."""
        if self.last_day < self.first_day:
            yield PERIOD_ENDS_FIRST().at("last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One period."""
        first, last = days.number(self.first_day), days.number(self.last_day)
        yield models.OperatingAccount.fact(
            at, first_day=first, last_day=last, turnover=self.turnover, result=self.result, day=at.day
        )  # fmt: skip


class SurplusAllocated(
    Entry, kind="money.surplus_allocated", makes=(models.SurplusAllocation,), label=_("Surplus allocated")
):
    """The assembly decided where the surplus of a period goes."""

    period_end: dt.date = day(_("End of the period"))
    surplus: int = money(_("Surplus"), least=None)
    to_reserve: int = money(_("To the general reserve"), default=0)
    to_training: int = money(_("To the training reserve"), default=0)
    refund: int = money(_("Patronage refund"), default=0)
    other: int = money(_("Other uses"), default=0)

    def shape(self) -> Iterable[Problem]:
        """A loss shares nothing; a surplus shares at most itself."""
        shared = self.to_reserve + self.to_training + self.refund + self.other
        if shared > max(self.surplus, 0):
            yield MORE_THAN_SURPLUS(sum=shared, surplus=self.surplus).at("surplus")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One decision."""
        yield models.SurplusAllocation.fact(
            at, period_end=days.number(self.period_end), surplus=self.surplus, to_reserve=self.to_reserve,
            to_training=self.to_training, refund=self.refund, other=self.other, day=at.day,
        )  # fmt: skip
