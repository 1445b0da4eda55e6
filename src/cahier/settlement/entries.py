"""The vocabulary of settlement: what members are promised and paid, and premiums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, money, reference, text
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import Problem, reason
from cahier.money.cash import account_field, balance, cash
from cahier.money.models import CashEntry
from cahier.settlement import models, words

FOR_WHAT = reason("settlement.for-what", "Name the delivery or the season this is for.")
TWO_THINGS = reason("settlement.two-things", "Name either the delivery or the season, not both.")


def _one_of(delivery: str, season: str) -> Iterator[Problem]:
    if not delivery and not season:
        yield FOR_WHAT().at("delivery")
    if delivery and season:
        yield TWO_THINGS().at("season")


class PaymentPromised(
    Entry, kind="settlement.payment_promised", makes=(models.PaymentPromise,), label=_("Payment announced")
):
    """The organisation announced the day on which a delivery, or a season's produce, will be paid."""

    delivery: str = reference(_("Delivery"), "supply.delivery", default="")
    season: str = reference(_("Season"), "registry.season", default="")
    product: str = reference(_("Product"), "supply.product", default="")
    type: str = choice(_("Kind of payment"), words.KINDS)
    promised_day: dt.date = day(_("Announced day"))

    def shape(self) -> Iterable[Problem]:
        """It is for one thing."""
        return _one_of(self.delivery, self.season)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One promise."""
        yield models.PaymentPromise.fact(
            at, delivery=self.delivery, season=self.season, product=self.product, kind=self.type,
            promised_day=days.number(self.promised_day), day=at.day,
        )  # fmt: skip


class Payment(
    Entry, kind="settlement.payment", makes=(models.Payment, CashEntry), label=_("Payment to a member")
):
    """A person was paid for produce; the entry's day is the day of payment."""

    person: str = reference(_("Person"), "registry.person")
    delivery: str = reference(_("Delivery"), "supply.delivery", default="")
    season: str = reference(_("Season"), "registry.season", default="")
    type: str = choice(_("Kind of payment"), words.KINDS)
    amount: int = money(_("Amount"), least=1)
    channel: str = choice(_("Paid by way of"), words.CHANNELS)
    due_day: dt.date | None = day(_("Announced day"), default=None)
    own_account: bool | None = flag(
        _("Paid into the person's own hand or account"), default=None
    )  # fmt: skip
    payment_reference: str = text(_("Payment reference"), default="", most=60)
    account: str = account_field()

    def shape(self) -> Iterable[Problem]:
        """It is for one thing."""
        return _one_of(self.delivery, self.season)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One payment, and the money."""
        yield models.Payment.fact(
            at, person=self.person, delivery=self.delivery, season=self.season, kind=self.type, amount=self.amount,
            channel=self.channel, own_account=self.own_account, reference=self.payment_reference,
            due_day=days.number_or_none(self.due_day), day=at.day,
        )  # fmt: skip
        yield from cash(at, self.account, -self.amount, "member_payment", person=self.person)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """What is paid, the reference that must not return, and the account."""
        yield Subject("delivery", self.delivery) if self.delivery else Subject("supplier", self.person)
        if self.payment_reference:
            yield Subject("payment reference", self.payment_reference)
        yield from balance(self.account)


class PremiumReceived(
    Entry, kind="settlement.premium_received", makes=(models.PremiumReceived, CashEntry),
    label=_("Premium received"),
):  # fmt: skip
    """A buyer paid a premium on top of the price."""

    amount: int = money(_("Amount"), least=1)
    scheme: str = text(_("Scheme"), default="", most=80)
    buyer: str = reference(_("Buyer"), "markets.buyer", default="")
    sale: str = reference(_("Sale"), "markets.sale", default="")
    season: str = reference(_("Season"), "registry.season", default="")
    account: str = account_field()

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One premium, and the money."""
        yield models.PremiumReceived.fact(
            at, buyer=self.buyer, sale=self.sale, season=self.season, scheme=self.scheme, amount=self.amount,
            day=at.day,
        )  # fmt: skip
        yield from cash(at, self.account, self.amount, "premium")

    def subjects(self, at: Stamp) -> Iterable[Subject]:
        """The account."""
        return balance(self.account)


class PremiumSpent(
    Entry, kind="settlement.premium_spent", makes=(models.PremiumSpent, CashEntry), label=_("Premium spent")
):
    """Premium money was spent."""

    amount: int = money(_("Amount"), least=1)
    purpose: str = text(_("Purpose of the money"), most=200)
    voted: bool = flag(_("Voted by the assembly"))
    season: str = reference(_("Season"), "registry.season", default="")
    account: str = account_field()

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One expense, and the money."""
        yield models.PremiumSpent.fact(
            at, season=self.season, purpose=self.purpose, voted=self.voted, amount=self.amount, day=at.day
        )  # fmt: skip
        yield from cash(at, self.account, -self.amount, "premium")

    def subjects(self, at: Stamp) -> Iterable[Subject]:
        """The account."""
        return balance(self.account)
