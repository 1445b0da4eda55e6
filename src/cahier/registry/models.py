"""State of the registry: people, organisations, staff, and the present status of each membership."""

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
    phone = models.CharField(max_length=30, blank=True)
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
    """The last stay of one person: ``left`` is empty while it lasts. ``id`` is the person's."""

    entered = DayField(null=True)
    left = DayField(null=True)
    section = models.CharField(max_length=36, blank=True)
    stays = models.SmallIntegerField()

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "left"], name="membership_left")]


class RegisterCheck(FactModel):
    """A person's record was verified on a day (KM-04)."""

    person = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person", "day"], name="register_check")]


class Organisation(FactModel):
    """An organisation the book knows. ``own`` marks the one whose book this is; ``day`` is of the record."""

    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=160)
    own = models.BooleanField()
    tier = models.CharField(max_length=20)
    degree = models.CharField(max_length=3, blank=True)
    legal_form = models.CharField(max_length=20, blank=True)
    second_form = models.CharField(max_length=20, blank=True)
    founded = models.SmallIntegerField(null=True)
    area = models.CharField(max_length=160, blank=True)
    their_book = models.CharField(max_length=36, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "code"], name="organisation_code")]

    def __str__(self) -> str:
        return self.name


class OrganisationFunction(FactModel):
    """One function of an organisation (``id`` is the organisation's, ``line`` the row's)."""

    function = models.CharField(max_length=4)


class OrganisationProduct(FactModel):
    """One product of an organisation and the producers of it in the area (KM-02; ``id`` is the organisation's)."""

    product = models.CharField(max_length=60)
    producers_in_area = models.BigIntegerField(null=True)
    source = models.CharField(max_length=120, blank=True)


class Affiliation(FactModel):
    """``organisation`` (empty: the book's own) belongs to ``to`` since ``day``."""

    organisation = models.CharField(max_length=36, blank=True)
    to = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "to"], name="affiliation_to")]


class AffiliationEnd(FactModel):
    """An affiliation ended on a day."""

    affiliation = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "affiliation"], name="affiliation_end")]


class Employment(FactModel):
    """A person works for the organisation since ``day`` (KA-11)."""

    person = IdField()
    post = models.CharField(max_length=80)
    contract = models.CharField(max_length=12, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="employment_person")]


class EmploymentEnd(FactModel):
    """An employment ended; ``day`` is the first day without it."""

    employment = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "employment"], name="employment_end")]


class EmploymentSpan(FoldModel):
    """One employment from its first day to the first day without it (``left`` empty while it lasts)."""

    person = IdField()
    hired = DayField()
    left = DayField(null=True)

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "left"], name="employment_left")]


class CriticalTask(FactModel):
    """A task on which the organisation hangs (KA-10)."""

    task = models.CharField(max_length=120)
    holder = models.CharField(max_length=36, blank=True)
    day = DayField()


class Substitute(FactModel):
    """Somebody was trained to stand in for a critical task."""

    task = IdField()
    person = IdField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "task"], name="substitute_task")]
