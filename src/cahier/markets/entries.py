"""The vocabulary of markets: prices, buyers, contracts, sales, claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, flag, mass, money, reference, serial, text
from cahier.journal.fields import price as price_field
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.money import Price
from cahier.kernel.refusals import Problem, reason
from cahier.markets import models, words
from cahier.markets.currency import BAD_CURRENCY, is_currency
from cahier.money.cash import account_field, balance, cash
from cahier.money.models import CashEntry

NOTHING_SEEN = reason(
    "markets.no-commodity", "Say what was priced: choose a product, or write the name the source gives it."
)
ZERO_PRICE = reason(
    "markets.zero-price", "A price of zero was observed. If there was no trade, write nothing for this day."
)
NO_AMOUNT = reason("markets.no-amount", "Give the price or the amount of this sale.")
WINDOW_ENDS_FIRST = reason(
    "markets.window-order", "The delivery window ends before it begins. Change one of the two days."
)


def _parts(one: Price | None) -> tuple[int | None, int | None]:
    return (None, None) if one is None else one


class PriceObservation(
    Entry, kind="markets.price_observation", makes=(models.PriceObservation,), label=_("Price observed")
):
    """A price was seen on a market, or published by a source.

    A forecast of zero stands for "no figure" in published series; it makes no price.
    """

    market: str = text(_("Market"), most=120)
    product: str = reference(_("Product"), "supply.product", default="")
    commodity: str = text(_("Name in the source"), default="", most=120)
    price: Price = price_field(_("Price"))
    currency: str = text(_("Currency"), default="", most=3)
    unit: str = text(_("Unit in the source"), default="", most=30)
    type: str = choice(_("Kind of price"), words.PRICE_TYPES)
    flag: str = choice(_("Observed or computed"), words.PRICE_FLAGS, default="actual")
    source: str = text(_("Source and attribution"), default="", most=200)

    def shape(self) -> Iterable[Problem]:
        """The thing priced is named; the currency is one."""
        if not self.product and not self.commodity:
            yield NOTHING_SEEN().at("product")
        if not is_currency(self.currency):
            yield BAD_CURRENCY(currency=self.currency).at("currency")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One price, unless it is the empty figure of a forecast."""
        if self.flag == "forecast" and not self.price.amount:
            return
        yield models.PriceObservation.fact(
            at, product=self.product, commodity=self.commodity, market=self.market, type=self.type, flag=self.flag,
            price_amount=self.price.amount, price_per=self.price.per, currency=self.currency, unit=self.unit,
            source=self.source, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """Only a price of zero needs a look."""
        if not self.price.amount:
            yield Subject("price", at.id)


class Buyer(Entry, kind="markets.buyer", makes=(models.Buyer,), label=_("Buyer"), named_by=("code", "name")):
    """Somebody who buys, or may buy, from the organisation. For firms and bodies, not for private people."""

    code: str = serial(_("Buyer code"), series="buyer")
    name: str = text(_("Name"), most=120)
    type: str = choice(_("Kind of buyer"), words.BUYER_KINDS)
    country: str = text(_("Country"), default="", most=2)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One buyer."""
        yield models.Buyer.fact(
            at, code=self.code, name=self.name, kind=self.type, country=self.country, day=at.day
        )  # fmt: skip


class Contract(
    Entry, kind="markets.contract", makes=(models.Contract,), label=_("Contract"), named_by=("code",)
):
    """A sale was agreed beforehand, in writing or by word."""

    code: str = serial(_("Contract number"), series="contract")
    buyer: str = reference(_("Buyer"), "markets.buyer")
    product: str = reference(_("Product"), "supply.product")
    quantity: int = mass(_("Quantity"), least=1)
    quality: str = text(_("Quality"), default="", most=200)
    first_day: dt.date = day(_("First day of the window"))
    last_day: dt.date = day(_("Last day of the window"))
    channel: str = choice(_("Channel"), words.CHANNELS, default="conventional")
    price_rule: str = text(_("Price rule"), default="", most=200)
    price: Price | None = price_field(_("Price"), default=None)
    currency: str = text(_("Currency"), default="", most=3)
    incoterm: str = choice(_("Incoterm"), words.INCOTERMS, default="")
    written: bool = flag(_("Written"))

    def shape(self) -> Iterable[Problem]:
        """A window does not end before it begins; the currency is one."""
        if self.last_day < self.first_day:
            yield WINDOW_ENDS_FIRST().at("last_day")
        if not is_currency(self.currency):
            yield BAD_CURRENCY(currency=self.currency).at("currency")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One contract."""
        amount, per = _parts(self.price)
        yield models.Contract.fact(
            at, code=self.code, buyer=self.buyer, product=self.product, quantity=self.quantity, quality=self.quality,
            first_day=days.number(self.first_day), last_day=days.number(self.last_day),
            channel=self.channel or "conventional", price_rule=self.price_rule, price_amount=amount, price_per=per,
            currency=self.currency, incoterm=self.incoterm, written=self.written, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """Its status."""
        yield Subject("contract", at.id)


class ContractExtended(
    Entry, kind="markets.contract_extended", makes=(models.ContractExtension,), label=_("Contract extended")
):
    """The buyer agreed that delivery may end later."""

    contract: str = reference(_("Contract"), "markets.contract")
    last_day: dt.date = day(_("New last day"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One extension."""
        last = days.number(self.last_day)
        yield models.ContractExtension.fact(at, contract=self.contract, last_day=last, day=at.day)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The contract's status."""
        yield Subject("contract", self.contract)


class Sale(Entry, kind="markets.sale", makes=(models.Sale,), label=_("Sale"), named_by=("invoice",)):
    """Produce went to a buyer. The entry's day is the day of delivery.

    The rate says how many minor units of the book's currency stand for how many of the sale's currency.
    """

    invoice: str = serial(_("Invoice number"), series="sale")
    buyer: str = reference(_("Buyer"), "markets.buyer")
    contract: str = reference(_("Contract"), "markets.contract", default="")
    product: str = reference(_("Product"), "supply.product")
    lot: str = reference(_("Lot"), "supply.lot", default="")
    quantity: int = mass(_("Quantity"), least=1)
    conform: bool | None = flag(_("Accepted as conform"), default=None)
    channel: str = choice(_("Channel"), words.CHANNELS, default="conventional")
    written: bool = flag(_("Written terms"), default=False)
    price: Price | None = price_field(_("Price"), default=None)
    amount: int | None = money(_("Amount"), default=None)
    currency: str = text(_("Currency"), default="", most=3)
    rate: Price | None = price_field(_("Exchange rate"), default=None, unit="currency")
    fob_value: int | None = money(_("FOB value"), default=None, help=_("In the currency of the book"))
    due_day: dt.date | None = day(_("Payment due"), default=None)

    def shape(self) -> Iterable[Problem]:
        """The amount can be known; the currency is one."""
        if self.price is None and self.amount is None:
            yield NO_AMOUNT().at("amount")
        if not is_currency(self.currency):
            yield BAD_CURRENCY(currency=self.currency).at("currency")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One sale."""
        price_amount, price_per = _parts(self.price)
        rate_amount, rate_per = _parts(self.rate)
        amount = self.amount if self.amount is not None else self.price.of(self.quantity) if self.price else 0
        yield models.Sale.fact(
            at, buyer=self.buyer, contract=self.contract, product=self.product, lot=self.lot, invoice=self.invoice,
            channel=self.channel or "conventional", written=bool(self.written), quantity=self.quantity,
            conform=self.conform, price_amount=price_amount, price_per=price_per, amount=amount,
            currency=self.currency, rate_amount=rate_amount, rate_per=rate_per,
            fob_value=self.fob_value,
            due_day=days.number_or_none(self.due_day), day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """What was paid of it, and the contract."""
        yield Subject("sale", at.id)
        if self.contract:
            yield Subject("contract", self.contract)


class SalePaid(Entry, kind="markets.sale_paid", makes=(models.SalePayment, CashEntry), label=_("Sale paid")):
    """A buyer paid for a sale, in the currency of the sale."""

    sale: str = reference(_("Sale"), "markets.sale")
    amount: int = money(_("Amount"), least=1)
    account: str = account_field()
    received: int | None = money(
        _("Received in the account"), default=None, help=_("In the currency of the book, if that is another one")
    )  # fmt: skip

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One payment, and the money."""
        yield models.SalePayment.fact(at, sale=self.sale, amount=self.amount, day=at.day)
        arrived = self.amount if self.received is None else self.received
        yield from cash(at, self.account, arrived, "sales", recurrent=True)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """What was paid of the sale, and the account."""
        yield Subject("sale", self.sale)
        yield from balance(self.account)


class Claim(Entry, kind="markets.claim", makes=(models.Claim,), label=_("Buyer's claim")):
    """A buyer asked for money back, in the currency of the book."""

    sale: str = reference(_("Sale"), "markets.sale")
    value: int = money(_("Value"), least=1)
    why: str = choice(_("Reason"), words.CLAIM_REASONS)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One claim."""
        yield models.Claim.fact(at, sale=self.sale, value=self.value, why=self.why, day=at.day)


class SalesForecast(
    Entry, kind="markets.sales_forecast", makes=(models.SalesForecast,), label=_("Sales forecast")
):
    """At sowing, the organisation said how much it expects to sell in the season."""

    season: str = reference(_("Season"), "registry.season")
    product: str = reference(_("Product"), "supply.product")
    quantity: int = mass(_("Quantity"), least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One forecast."""
        yield models.SalesForecast.fact(
            at, season=self.season, product=self.product, quantity=self.quantity, day=at.day
        )  # fmt: skip
