"""State of settlement: promises and payments to members, and premiums. Amounts are minor units."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, IdField


class PaymentPromise(FactModel):
    """The day announced for paying a delivery, or everybody's produce of a season."""

    delivery = models.CharField(max_length=36, blank=True)
    season = models.CharField(max_length=36, blank=True)
    product = models.CharField(max_length=36, blank=True)
    kind = models.CharField(max_length=8)
    promised_day = DayField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "delivery"], name="promise_delivery")]


class Payment(FactModel):
    """Money paid to a person for a delivery or for a season; ``due_day`` is the day announced for it."""

    person = IdField()
    delivery = models.CharField(max_length=36, blank=True)
    season = models.CharField(max_length=36, blank=True)
    kind = models.CharField(max_length=8)
    amount = models.BigIntegerField()
    channel = models.CharField(max_length=8)
    own_account = models.BooleanField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    due_day = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "day"], name="payment_day"),
            models.Index(fields=["book", "delivery"], name="payment_delivery"),
            models.Index(fields=["book", "person"], name="payment_person"),
            models.Index(fields=["book", "reference"], name="payment_reference"),
        ]


class PremiumReceived(FactModel):
    """A premium that a buyer paid on top of the price, for a purpose the members vote on."""

    buyer = models.CharField(max_length=36, blank=True)
    sale = models.CharField(max_length=36, blank=True)
    season = models.CharField(max_length=36, blank=True)
    scheme = models.CharField(max_length=80, blank=True)
    amount = models.BigIntegerField()
    day = DayField()


class PremiumSpent(FactModel):
    """Premium money spent; ``voted`` says whether the assembly had decided this use."""

    season = models.CharField(max_length=36, blank=True)
    purpose = models.CharField(max_length=200)
    voted = models.BooleanField()
    amount = models.BigIntegerField()
    day = DayField()
