"""State of markets: prices are minor units for a quantity, amounts in the currency they were agreed in."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class PriceObservation(FactModel):
    """A price seen on a market, as its source gave it. ``flag`` other than ``actual`` is no observation."""

    product = models.CharField(max_length=36, blank=True)
    commodity = models.CharField(max_length=120)
    market = models.CharField(max_length=120)
    type = models.CharField(max_length=10)
    flag = models.CharField(max_length=10)
    price_amount = models.BigIntegerField()
    price_per = models.BigIntegerField()
    currency = models.CharField(max_length=3, blank=True)
    unit = models.CharField(max_length=30, blank=True)
    source = models.CharField(max_length=200)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "product", "day"], name="price_product_day")]


class Buyer(FactModel):
    """Somebody who buys from the organisation."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12)
    country = models.CharField(max_length=2, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="buyer_code")]

    def __str__(self) -> str:
        return self.name


class Contract(FactModel):
    """A sale agreed beforehand: how much, of what, in which window, at which price."""

    code = models.CharField(max_length=40)
    buyer = IdField()
    product = IdField()
    quantity = models.BigIntegerField()
    quality = models.CharField(max_length=200, blank=True)
    first_day = DayField()
    last_day = DayField()
    channel = models.CharField(max_length=12)
    price_rule = models.CharField(max_length=200, blank=True)
    price_amount = models.BigIntegerField(null=True)
    price_per = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    incoterm = models.CharField(max_length=3, blank=True)
    written = models.BooleanField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "code"], name="contract_code"),
            models.Index(fields=["book", "last_day"], name="contract_last_day"),
        ]

    def __str__(self) -> str:
        return self.code


class ContractExtension(FactModel):
    """The buyer agreed to a later last day."""

    contract = IdField()
    last_day = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "contract"], name="extension_contract")]


class Sale(FactModel):
    """Produce that went to a buyer on ``day``. ``amount`` is in ``currency``, or the book's own."""

    buyer = IdField()
    contract = models.CharField(max_length=36, blank=True)
    product = IdField()
    lot = models.CharField(max_length=36, blank=True)
    invoice = models.CharField(max_length=40)
    channel = models.CharField(max_length=12)
    written = models.BooleanField()
    quantity = models.BigIntegerField()
    conform = models.BooleanField(null=True)
    price_amount = models.BigIntegerField(null=True)
    price_per = models.BigIntegerField(null=True)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3, blank=True)
    rate_amount = models.BigIntegerField(null=True)
    rate_per = models.BigIntegerField(null=True)
    fob_value = models.BigIntegerField(null=True)
    due_day = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "day"], name="sale_day"),
            models.Index(fields=["book", "contract"], name="sale_contract"),
            models.Index(fields=["book", "buyer"], name="sale_buyer"),
        ]


class SalePayment(FactModel):
    """The buyer paid, in the currency of the sale."""

    sale = IdField()
    amount = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "sale"], name="sale_payment_sale")]


class Claim(FactModel):
    """A buyer claimed money back for a sale; ``value`` is in the book's currency."""

    sale = IdField()
    value = models.BigIntegerField()
    why = models.CharField(max_length=12)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "sale"], name="claim_sale")]


class SalesForecast(FactModel):
    """What the organisation expected to sell in a season, said at sowing."""

    season = IdField()
    product = IdField()
    quantity = models.BigIntegerField()
    day = DayField()


class ContractStatus(FoldModel):
    """How far a contract is fulfilled; ``id`` is the contract's.

    ``conform`` counts conform produce delivered in the window; ``extended`` is conform produce after the
    window, in an extension the buyer agreed to; ``late`` came after that; ``other`` was refused or judged
    not conform.
    """

    quantity = models.BigIntegerField()
    last_day = DayField()
    extended_day = DayField()
    conform = models.BigIntegerField()
    extended = models.BigIntegerField()
    late = models.BigIntegerField()
    other = models.BigIntegerField()


class SaleAccount(FoldModel):
    """What a buyer owes and paid of a sale, in its currency; ``id`` is the sale's.

    ``value`` is the amount in the book's currency at the rate of the day, none if that rate is not known;
    ``paid_day`` is the day the sale was paid in full.
    """

    value = models.BigIntegerField(null=True)
    amount = models.BigIntegerField()
    paid = models.BigIntegerField()
    paid_day = DayField(null=True)
