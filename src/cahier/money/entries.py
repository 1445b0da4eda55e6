"""The vocabulary of money: accounts, fees and shares. Amounts are minor units of the book's currency."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, money, reference, text, whole
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import Problem, reason
from cahier.money import accounts, loans, models, words
from cahier.money.cash import account_field, balance, cash

__all__ = ["accounts", "loans"]

SAME_ACCOUNT = reason(
    "money.same-account", "Money cannot move from an account to itself. Choose two different accounts."
)
BAD_MONTH = reason("money.bad-month", "{month} is not a month. Write year and month, like 202603.")
NO_TERM = reason("money.no-fee-term", "Give the year this fee is for, or the day until which it is paid.")

_IN_OUT = {"in": _("Money in"), "out": _("Money out")}


class Account(Entry, kind="money.account", makes=(models.Account,), label=_("Account"), named_by=("name",)):
    """A cash box, bank account or wallet was opened."""

    name: str = text(_("Name"), most=80)
    type: str = choice(_("Kind of account"), words.ACCOUNT_KINDS)
    overdraft: int = money(_("Agreed overdraft"), default=0)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One account."""
        yield models.Account.fact(
            at, name=self.name, kind=self.type, overdraft=self.overdraft, day=at.day
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """Its balance."""
        yield Subject("account", at.id)


class CashEntry(
    Entry, kind="money.cash_entry", makes=(models.CashEntry,), label=_("Cash or bank entry"), subject="person"
):
    """Money came into an account or went out of it."""

    account: str = reference(_("Account"), "money.account")
    direction: str = choice(_("In or out"), _IN_OUT)
    amount: int = money(_("Amount"), least=1)
    purpose: str = choice(_("Purpose of the money"), words.PURPOSES)
    recurrent: bool | None = flag(_("Comes back every year"), default=None)
    donor: str = text(_("Donor"), default="", most=120)
    service: str = text(_("Service"), default="", most=80)
    product: str = reference(_("Product"), "supply.product", default="")
    person: str = reference(_("Person"), "registry.person", default="")
    party: str = text(_("Paid by or to"), default="", most=120, personal=True)
    voucher: str = text(_("Voucher"), default="", most=40)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One movement, signed."""
        signed = self.amount if self.direction == "in" else -self.amount
        yield models.CashEntry.fact(
            at, account=self.account, amount=signed, purpose=self.purpose, recurrent=self.recurrent,
            donor=self.donor, service=self.service, product=self.product, person=self.person, party=self.party,
            voucher=self.voucher, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterable[Subject]:
        """The balance of the account."""
        return balance(self.account)


class Transfer(Entry, kind="money.transfer", makes=(models.CashEntry,), label=_("Transfer between accounts")):
    """Money moved from one account of the organisation to another."""

    source: str = reference(_("From account"), "money.account")
    target: str = reference(_("To account"), "money.account")
    amount: int = money(_("Amount"), least=1)

    def shape(self) -> Iterable[Problem]:
        """Two different accounts."""
        if self.source == self.target:
            yield SAME_ACCOUNT().at("target")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """Two movements that cancel out."""
        yield from cash(at, self.source, -self.amount, "transfer")
        yield from cash(at, self.target, self.amount, "transfer", line=1)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """Both balances."""
        yield from balance(self.source)
        yield from balance(self.target)


class CashCount(Entry, kind="money.cash_count", makes=(models.CashCount,), label=_("Cash count")):
    """An account was counted at the end of a day."""

    account: str = reference(_("Account"), "money.account")
    counted: int = money(_("Amount counted"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One count."""
        yield models.CashCount.fact(at, account=self.account, counted=self.counted, day=at.day)


class Reconciled(
    Entry, kind="money.reconciled", makes=(models.Reconciliation,), label=_("Account reconciled")
):
    """An account was compared with its statement, or with the count, for a whole month."""

    account: str = reference(_("Account"), "money.account")
    month: int = whole(_("Month"), measure="month", least=190001, most=299912, help=_("Like 202603"))
    difference: int = money(_("Difference left"), default=0, least=None)

    def shape(self) -> Iterable[Problem]:
        """Months run from 1 to 12."""
        if not 1 <= self.month % 100 <= 12:
            yield BAD_MONTH(month=self.month).at("month")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One month of one account."""
        yield models.Reconciliation.fact(
            at, account=self.account, month=self.month, difference=self.difference, day=at.day
        )  # fmt: skip


class FeeDue(Entry, kind="money.fee_due", makes=(models.FeeDue,), label=_("Fee due")):
    """A person owes the membership fee of a year."""

    person: str = reference(_("Person"), "registry.person")
    year: int = whole(_("Year"), measure="year", least=1900, most=2999)
    amount: int = money(_("Amount"), least=1)
    due_day: dt.date | None = day(_("Due day"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One fee."""
        due = days.number(self.due_day or self.day)
        yield models.FeeDue.fact(
            at, person=self.person, year=self.year, amount=self.amount, due_day=due, day=at.day
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The person's fees."""
        yield Subject("fees", self.person)


class FeePaid(Entry, kind="money.fee_paid", makes=(models.FeePaid, models.CashEntry), label=_("Fee paid")):
    """A person paid the membership fee. Without a last day it covers the calendar year it is for."""

    person: str = reference(_("Person"), "registry.person")
    amount: int = money(_("Amount"), least=1)
    year: int | None = whole(_("Year"), default=None, measure="year", least=1900, most=2999)
    until: dt.date | None = day(_("Up to date until"), default=None)
    account: str = account_field()

    def shape(self) -> Iterable[Problem]:
        """The year or the last day must be known."""
        if self.year is None and self.until is None:
            yield NO_TERM().at("year")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One payment, and the money in the account."""
        until = self.until or dt.date(self.year or self.day.year, 12, 31)
        yield models.FeePaid.fact(
            at, person=self.person, year=self.year or until.year, amount=self.amount, until=days.number(until),
            day=at.day,
        )  # fmt: skip
        yield from cash(at, self.account, self.amount, "fees", recurrent=True, person=self.person)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The person's fees, and the account."""
        yield Subject("fees", self.person)
        yield from balance(self.account)


class _ShareEntry(Entry):
    """What all movements of member shares have in common."""

    COLUMNS: ClassVar[tuple[str, ...]]
    SIGN: ClassVar[int] = 1

    person: str = reference(_("Person"), "registry.person")
    amount: int = money(_("Amount"), least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One movement."""
        moved = dict.fromkeys(self.COLUMNS, self.SIGN * self.amount)
        values = dict.fromkeys(("subscribed", "called", "paid"), 0) | moved
        yield models.ShareEvent.fact(
            at, person=self.person, shares=self.SIGN * getattr(self, "shares", 0), day=at.day,
            due_day=days.number_or_none(getattr(self, "due_day", None)), **values,
        )  # fmt: skip
        account = getattr(self, "account", "")
        yield from cash(at, account, self.SIGN * self.amount, "shares", person=self.person)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The person's share account, and the account of the money."""
        yield Subject("shares", self.person)
        yield from balance(getattr(self, "account", ""))


class ShareSubscribed(
    _ShareEntry, kind="money.share_subscribed", makes=(models.ShareEvent,), label=_("Shares subscribed")
):
    """A person promised share capital."""

    COLUMNS = ("subscribed",)

    shares: int = whole(_("Number of shares"), default=0, most=1_000_000)
    due_day: dt.date | None = day(_("Due day"), default=None)


class ShareCalled(
    _ShareEntry, kind="money.share_called", makes=(models.ShareEvent,), label=_("Share capital called")
):
    """The organisation asked a person to pay in part of the capital subscribed."""

    COLUMNS = ("called",)

    due_day: dt.date | None = day(_("Due day"), default=None)


class SharePaid(
    _ShareEntry, kind="money.share_paid", makes=(models.ShareEvent, models.CashEntry), label=_("Shares paid")
):
    """A person paid in share capital."""

    COLUMNS = ("paid",)

    account: str = account_field()


class ShareRefunded(
    _ShareEntry, kind="money.share_refunded", makes=(models.ShareEvent, models.CashEntry),
    label=_("Shares paid back"),
):  # fmt: skip
    """Share capital went back to a person who left or reduced it."""

    COLUMNS = ("subscribed", "paid")
    SIGN = -1

    shares: int = whole(_("Number of shares"), default=0, most=1_000_000)
    account: str = account_field()
