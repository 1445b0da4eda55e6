"""State of the registry: people as enrolled, and the present status of each membership."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, FoldModel, IdField


class Person(FactModel):
    """A person known to the book. Names are blank once erased; ``code`` is the member code."""

    code = models.CharField(max_length=40)
    family_name = models.CharField(max_length=120, blank=True)
    given_names = models.CharField(max_length=120, blank=True)
    sort_key = models.CharField(max_length=250, blank=True)
    folded = models.CharField(max_length=250, blank=True)
    sex = models.CharField(max_length=1, blank=True)
    birth_year = models.SmallIntegerField(null=True)
    birth_day = DayField(null=True)
    household = models.CharField(max_length=40, blank=True)
    family = models.CharField(max_length=40, blank=True)
    area_m2 = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "code"], name="person_code"),
            models.Index(fields=["book", "sort_key"], name="person_sort"),
        ]

    def __str__(self) -> str:
        return f"{self.family_name} {self.given_names}".strip() or self.code


class Section(FactModel):
    """A section or base group of the organisation."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="section_code")]

    def __str__(self) -> str:
        return self.name


class Season(FactModel):
    """A campaign of the organisation, first and last day included."""

    name = models.CharField(max_length=60)
    first_day = DayField()
    last_day = DayField()

    def __str__(self) -> str:
        return self.name


class MembershipEvent(FactModel):
    """Somebody entered, left, or changed section."""

    person = IdField()
    event = models.CharField(max_length=10)
    section = models.CharField(max_length=36, blank=True)
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="membership_person")]


class Membership(FoldModel):
    """One stay of one person: ``last_day`` is empty while it lasts. ``id`` is the person's."""

    entered = DayField(null=True)
    left = DayField(null=True)
    section = models.CharField(max_length=36, blank=True)
    stays = models.SmallIntegerField()

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "left"], name="membership_left")]
