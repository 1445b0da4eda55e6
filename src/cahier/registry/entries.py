"""The vocabulary of the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, day, reference, serial, text, whole
from cahier.journal.state import Fact
from cahier.kernel import days, names
from cahier.kernel.refusals import Problem, reason
from cahier.registry import models
from cahier.registry.organisations import (
    Affiliation,
    AffiliationEnded,
    FunctionRow,
    Organisation,
    ProductRow,
)
from cahier.registry.staff import CriticalTask, Hired, StaffLeft, SubstituteTrained
from cahier.registry.words import SEXES

__all__ = [
    "Affiliation",
    "AffiliationEnded",
    "CriticalTask",
    "FunctionRow",
    "Hired",
    "Joined",
    "Left",
    "Moved",
    "Organisation",
    "Person",
    "ProductRow",
    "RegisterChecked",
    "Season",
    "Section",
    "StaffLeft",
    "SubstituteTrained",
]

NO_NAME = reason("registry.no-name", "Give at least a family name or a given name.")
SEARCHED = 250
"""How many signs of a folded name are kept for searching and sorting: folding can make a name longer."""

SEASON_ENDS_FIRST = reason(
    "registry.season-order", "The season ends before it begins. Change one of the two days."
)


class Person(Entry, kind="registry.person", makes=(models.Person,), label=_("Person"),
             named_by=("code", "family_name", "given_names"), subject="self"):  # fmt: skip
    """A person is enrolled in the book: a member, a supplier, an officer."""

    code: str = serial(_("Member code"), series="person")
    family_name: str = text(_("Family name"), default="", most=120, personal=True)
    given_names: str = text(_("Given names"), default="", most=120, personal=True)
    sex: str = choice(_("Sex"), SEXES, default="")
    birth_year: int | None = whole(_("Year of birth"), default=None, measure="year", least=1900, most=2100)
    birth_day: dt.date | None = day(_("Day of birth"), default=None, personal=True)
    phone: str = text(_("Phone"), default="", most=30, personal=True)
    household: str = text(_("Household"), default="", most=40)
    family: str = text(
        _("Family"), default="", most=40, help=_("A short name for relatives who vote together")
    )
    area_m2: int | None = whole(_("Area farmed"), default=None, measure="area")

    def shape(self) -> Iterable[Problem]:
        """A person has a name when written; only erasure takes it away."""
        if not self.family_name and not self.given_names:
            yield NO_NAME().at("family_name")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One person."""
        yield models.Person.fact(
            at, code=self.code, family_name=self.family_name, given_names=self.given_names,
            sort_key=names.sort_key(self.family_name, self.given_names)[:SEARCHED],
            folded=names.fold(f"{self.family_name} {self.given_names}")[:SEARCHED], sex=self.sex, birth_year=self.birth_year,
            birth_day=days.number(self.birth_day) if self.birth_day else None, phone=self.phone, household=self.household, family=self.family,
            area_m2=self.area_m2, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The code, which should belong to one person."""
        yield Subject("person-code", self.code)


class RegisterChecked(
    Entry, kind="registry.checked", makes=(models.RegisterCheck,), label=_("Record checked")
):
    """A person's record was compared with the person or a paper on this day, and holds (KM-04)."""

    person: str = reference(_("Person"), "registry.person")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One check."""
        yield models.RegisterCheck.fact(at, person=self.person, day=at.day)


class Section(
    Entry, kind="registry.section", makes=(models.Section,), label=_("Section"), named_by=("code", "name")
):
    """A section or base group was formed."""

    code: str = text(_("Code"), most=40)
    name: str = text(_("Name"), most=120)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One section."""
        yield models.Section.fact(at, code=self.code, name=self.name)


class Season(Entry, kind="registry.season", makes=(models.Season,), label=_("Season"), named_by=("name",)):
    """A campaign is defined by its first and last day."""

    name: str = text(_("Name"), most=60)
    first_day: dt.date = day(_("First day"))
    last_day: dt.date = day(_("Last day"))

    def shape(self) -> Iterable[Problem]:
        """A season does not end before it begins."""
        if self.last_day < self.first_day:
            yield SEASON_ENDS_FIRST().at("last_day")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One season."""
        first, last = days.number(self.first_day), days.number(self.last_day)
        yield models.Season.fact(at, name=self.name, first_day=first, last_day=last)


class _MembershipEntry(Entry):
    """What entering, leaving and changing section have in common."""

    EVENT: ClassVar[str]

    person: str = reference(_("Person"), "registry.person")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One event of the membership."""
        yield models.MembershipEvent.fact(
            at, person=self.person, event=self.EVENT, section=getattr(self, "section", ""), day=at.day,
            clock=at.clock, origin=at.origin, number=at.number,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The membership of this person."""
        yield Subject("membership", self.person)


class Joined(
    _MembershipEntry, kind="registry.joined", makes=(models.MembershipEvent,), label=_("Membership begun")
):
    """A person became a member."""

    EVENT = "joined"

    section: str = reference(_("Section"), "registry.section", default="")


class Left(
    _MembershipEntry,
    kind="registry.left",
    makes=(models.MembershipEvent,),
    subject="person",
    label=_("Membership ended"),
):
    """A person is a member no more from this day."""

    EVENT = "left"

    why: str = text(_("Reason"), default="", most=200, personal=True)


class Moved(
    _MembershipEntry, kind="registry.moved", makes=(models.MembershipEvent,), label=_("Section changed")
):
    """A member changed section."""

    EVENT = "moved"

    section: str = reference(_("Section"), "registry.section")
