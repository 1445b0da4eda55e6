"""State of supply. Quantities are base units of the product's measure: grams, millilitres or pieces."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class Product(FactModel):
    """What members deliver. ``bag_most`` is the heaviest bag one can believe, in grams."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    measure = models.CharField(max_length=8)
    bag_most = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="product_code")]

    def __str__(self) -> str:
        return self.name


class Grade(FactModel):
    """One quality grade of a product (``id`` is the product's); rank 1 is the best."""

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=80, blank=True)
    rank = models.SmallIntegerField()


class Pledge(FactModel):
    """What a member will produce or deliver in a season, and on which basis that is known."""

    person = IdField()
    season = IdField()
    product = IdField()
    quantity = models.BigIntegerField()
    basis = models.CharField(max_length=10)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "season", "person"], name="pledge_season")]


class CollectionDay(FactModel):
    """A planned collection: on ``day``, at a place, so much is expected."""

    place = models.CharField(max_length=80)
    product = IdField()
    planned = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "day"], name="collection_day")]


class Delivery(FactModel):
    """A supplier brought produce. ``accepted`` is the net quantity taken, ``presented`` what was brought.

    ``value`` is the price of what was accepted; ``advance`` was paid at once. Both are minor units.
    """

    supplier = IdField()
    product = IdField()
    presented = models.BigIntegerField()
    accepted = models.BigIntegerField()
    rejected = models.BigIntegerField()
    gross = models.BigIntegerField(null=True)
    tare = models.BigIntegerField(null=True)
    bags = models.IntegerField(null=True)
    grade = models.CharField(max_length=20, blank=True)
    moisture_bp = models.SmallIntegerField(null=True)
    lot = models.CharField(max_length=36, blank=True)
    price_amount = models.BigIntegerField(null=True)
    price_per = models.BigIntegerField(null=True)
    value = models.BigIntegerField(null=True)
    advance = models.BigIntegerField()
    slip = models.BooleanField(null=True)
    receipt = models.CharField(max_length=40)
    place = models.CharField(max_length=80, blank=True)
    plot = models.CharField(max_length=36, blank=True)
    plot_known = models.BooleanField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "day"], name="delivery_day"),
            models.Index(fields=["book", "supplier"], name="delivery_supplier"),
            models.Index(fields=["book", "receipt"], name="delivery_receipt"),
        ]

    def __str__(self) -> str:
        return self.receipt


class Lot(FactModel):
    """Produce kept together under one code."""

    code = models.CharField(max_length=40)
    product = IdField()
    season = models.CharField(max_length=36, blank=True)
    quantity = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="lot_code")]

    def __str__(self) -> str:
        return self.code


class Store(FactModel):
    """A place where produce is kept."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    capacity = models.BigIntegerField(null=True)
    day = DayField()

    def __str__(self) -> str:
        return self.name


class StockMovement(FactModel):
    """Produce into a store (``quantity`` above zero) or out of it. ``stock`` is the id of its balance."""

    stock = IdField()
    store = IdField()
    product = IdField()
    lot = models.CharField(max_length=36, blank=True)
    quantity = models.BigIntegerField()
    why = models.CharField(max_length=12)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "stock", "day"], name="movement_stock")]


class StockCount(FactModel):
    """What was found in a store at the end of ``day``."""

    stock = IdField()
    store = IdField()
    product = IdField()
    counted = models.BigIntegerField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "stock", "day"], name="count_stock")]


class StockBalance(FoldModel):
    """One product in one store: what should be there, and what the last count found.

    ``lost`` is what counts found lacking, less what they found too much.
    """

    store = IdField()
    product = IdField()
    quantity = models.BigIntegerField()
    lost = models.BigIntegerField()
    counted_day = DayField(null=True)
    last_day = DayField(null=True)
