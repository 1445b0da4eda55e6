"""State of access: grants with their days, revocations, and consents. Accounts belong to the server."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class Grant(FactModel):
    """Somebody may see or do something from ``first_day`` to ``last_day``, both included."""

    holder_type = models.CharField(max_length=12)
    holder = models.CharField(max_length=80)
    what = models.CharField(max_length=12)
    role = models.CharField(max_length=20)
    purpose = models.CharField(max_length=300)
    first_day = DayField()
    last_day = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "holder"], name="grant_holder")]


class Revocation(FactModel):
    """A grant was taken back: ``day`` is the first day without it."""

    grant = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "grant"], name="revocation_grant")]


class GrantStatus(FoldModel):
    """A grant as it stands, its revocation counted: ``last_day`` is the last day on which it holds."""

    holder_type = models.CharField(max_length=12)
    holder = models.CharField(max_length=80)
    what = models.CharField(max_length=12)
    role = models.CharField(max_length=20)
    first_day = DayField()
    last_day = DayField(null=True)

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "holder"], name="grant_status_holder")]


class Consent(FactModel):
    """A person gave or withdrew consent for a purpose on ``day``. ``key`` joins person and purpose."""

    person = IdField()
    purpose = models.CharField(max_length=40)
    given = models.BooleanField()
    key = IdField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "key"], name="consent_key")]


class ConsentStatus(FoldModel):
    """What a person last said about a purpose, and since when."""

    person = IdField()
    purpose = models.CharField(max_length=40)
    given = models.BooleanField()
    since = DayField()

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="consent_person")]
