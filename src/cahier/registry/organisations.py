"""Entries about organisations: what they are, what they carry, to whom they are affiliated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import choice, flag, reference, rows, text, whole
from cahier.journal.state import Fact
from cahier.kernel.refusals import Problem, reason
from cahier.registry import models
from cahier.registry.words import DEGREES, FUNCTIONS, LEGAL_FORMS, TIERS

LISTED_TWICE = reason("registry.listed-twice", "{what} is listed twice. Keep one of the two rows.")
TO_ITSELF = reason("registry.to-itself", "An organisation is not affiliated to itself. Choose another one.")


class FunctionRow(Row):
    """One function that an organisation carries."""

    function: str = choice(_("Function"), FUNCTIONS)


class ProductRow(Row):
    """One product, and how many producers of it the area has (the base of coverage, KM-02)."""

    product: str = text(_("Product"), most=60)
    producers_in_area: int | None = whole(
        _("Producers in the area"), default=None, help=_("From a census or an estimate; leave empty if not known")
    )  # fmt: skip
    source: str = text(_("Source of that number"), default="", most=120)


def _twice(values: Iterable[str], field: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, value in enumerate(values, start=1):
        if value in seen:
            yield LISTED_TWICE(what=value).at(f"{field}.{place}")
        seen.add(value)


class Organisation(
    Entry, kind="registry.organisation", label=_("Organisation"), named_by=("code", "name"),
    makes=(models.Organisation, models.OrganisationFunction, models.OrganisationProduct),
):  # fmt: skip
    """An organisation is entered: this book's own, its union or federation, a base group, a supporter."""

    code: str = text(_("Short name"), default="", most=40)
    name: str = text(_("Name"), most=160)
    own: bool = flag(_("It is the organisation of this book"), default=False)
    tier: str = choice(_("Tier"), TIERS)
    degree: str = choice(_("Type by degree"), DEGREES, default="")
    legal_form: str = choice(_("Legal form"), LEGAL_FORMS, default="")
    second_form: str = choice(_("Second legal form"), LEGAL_FORMS, default="")
    founded: int | None = whole(_("Founded in"), default=None, measure="year", least=1850, most=2100)
    area: str = text(_("Area covered"), default="", most=160)
    their_book: str = text(
        _("Its book"), default="", most=36, help=_("Identifier, if it keeps its own book with Cahier")
    )
    functions: tuple[FunctionRow, ...] = rows(_("Functions"), FunctionRow)
    products: tuple[ProductRow, ...] = rows(_("Products"), ProductRow)

    def shape(self) -> Iterable[Problem]:
        """No function and no product is listed twice."""
        yield from _twice([row.function for row in self.functions], "functions")
        yield from _twice([row.product for row in self.products], "products")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One organisation, its functions and its products."""
        yield models.Organisation.fact(
            at, code=self.code, name=self.name, own=bool(self.own), tier=self.tier, degree=self.degree,
            legal_form=self.legal_form, second_form=self.second_form, founded=self.founded, area=self.area,
            their_book=self.their_book, day=at.day,
        )  # fmt: skip
        for line, function in enumerate(self.functions):
            yield models.OrganisationFunction.fact(at, line, function=function.function)
        for line, row in enumerate(self.products):
            yield models.OrganisationProduct.fact(
                at, line, product=row.product, producers_in_area=row.producers_in_area, source=row.source
            )

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """A book has one organisation of its own."""
        if self.own:
            yield Subject("own-organisation", at.book)


class Affiliation(
    Entry, kind="registry.affiliation", makes=(models.Affiliation,), label=_("Affiliation begun")
):
    """An organisation joined a union, a federation or a platform; ``day`` is since when."""

    organisation: str = reference(
        _("Organisation"), "registry.organisation", default="", help=_("Empty means the organisation of this book")
    )  # fmt: skip
    to: str = reference(_("Affiliated to"), "registry.organisation")

    def shape(self) -> Iterable[Problem]:
        """Nobody is a member of itself."""
        if self.organisation == self.to:
            yield TO_ITSELF().at("to")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One affiliation."""
        yield models.Affiliation.fact(at, organisation=self.organisation, to=self.to, day=at.day)


class AffiliationEnded(
    Entry, kind="registry.affiliation-ended", makes=(models.AffiliationEnd,), label=_("Affiliation ended")
):
    """An organisation is no more affiliated from this day."""

    affiliation: str = reference(_("Affiliation"), "registry.affiliation")
    why: str = text(_("Reason"), default="", most=200)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One end."""
        yield models.AffiliationEnd.fact(at, affiliation=self.affiliation, day=at.day)
