"""The vocabulary of supply: products, pledges, deliveries, lots. Quantities are base units of the product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Row, Stamp, Subject
from cahier.journal.fields import choice, flag, mass, money, reference, rows, serial, text, whole
from cahier.journal.fields import price as price_field
from cahier.journal.state import Fact
from cahier.kernel.money import Price
from cahier.kernel.refusals import Problem, reason
from cahier.supply import models, stock, words

__all__ = ["stock"]

GRADE_TWICE = reason("supply.grade-twice", "The grade {code} stands twice. Give each its own code.")
TARE_OVER_GROSS = reason(
    "supply.tare-over-gross", "The tare is heavier than the full bag. Check both weights."
)
NOTHING_BROUGHT = reason(
    "supply.nothing-brought", "Nothing was accepted and nothing rejected. Give at least one of the two."
)


class Grade(Row):
    """One quality grade. Rank 1 is the best."""

    code: str = text(_("Code"), most=20)
    name: str = text(_("Name"), default="", most=80)
    rank: int = whole(_("Rank"), least=1, most=99)


class Product(
    Entry, kind="supply.product", makes=(models.Product, models.Grade), label=_("Product"),
    named_by=("code", "name"),
):  # fmt: skip
    """The organisation deals in a product, in these grades."""

    code: str = text(_("Product code"), most=40)
    name: str = text(_("Name"), most=120)
    measure: str = choice(_("Way of measuring"), words.MEASURES, default="mass")
    bag_most: int | None = mass(
        _("Heaviest plausible bag"), default=None, help=_("A heavier bag is taken for a typing error")
    )
    grades: tuple[Grade, ...] = rows(_("Grades"), Grade)

    def shape(self) -> Iterable[Problem]:
        """Each grade has a code of its own."""
        codes = [grade.code for grade in self.grades]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield GRADE_TWICE(code=code).at("grades")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """The product and its grades."""
        yield models.Product.fact(
            at, code=self.code, name=self.name, measure=self.measure or "mass", bag_most=self.bag_most, day=at.day
        )  # fmt: skip
        for line, grade in enumerate(self.grades):
            yield models.Grade.fact(at, line, code=grade.code, name=grade.name, rank=grade.rank)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The deliveries that its heaviest bag judges."""
        yield Subject("product", at.id)


class Pledge(Entry, kind="supply.pledge", makes=(models.Pledge,), label=_("Production or pledge")):
    """What a member will harvest or deliver in a season: measured, estimated, declared or pledged."""

    person: str = reference(_("Member"), "registry.person")
    season: str = reference(_("Season"), "registry.season")
    product: str = reference(_("Product"), "supply.product")
    quantity: int = mass(_("Quantity"))
    basis: str = choice(_("Known how"), words.BASES)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One figure."""
        yield models.Pledge.fact(
            at, person=self.person, season=self.season, product=self.product, quantity=self.quantity,
            basis=self.basis, day=at.day,
        )  # fmt: skip


class CollectionDay(
    Entry, kind="supply.collection_day", makes=(models.CollectionDay,), label=_("Collection planned")
):
    """A collection is planned; the entry's day is the day of the collection."""

    place: str = text(_("Collection point"), most=80)
    product: str = reference(_("Product"), "supply.product")
    planned: int = mass(_("Expected quantity"), least=1)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One collection."""
        yield models.CollectionDay.fact(
            at, place=self.place, product=self.product, planned=self.planned, day=at.day
        )  # fmt: skip


class Delivery(
    Entry, kind="supply.delivery", makes=(models.Delivery,), label=_("Delivery"), named_by=("receipt",)
):
    """A supplier, member or not, brought produce; it was weighed, graded and taken or rejected.

    ``accepted`` is net. ``presented`` left empty is what was accepted and rejected together.
    """

    supplier: str = reference(_("Supplier"), "registry.person")
    product: str = reference(_("Product"), "supply.product")
    accepted: int = mass(_("Net weight accepted"))
    rejected: int = mass(_("Rejected"), default=0)
    presented: int | None = mass(_("Presented"), default=None)
    gross: int | None = mass(_("Gross weight"), default=None)
    tare: int | None = mass(_("Tare"), default=None)
    bags: int | None = whole(_("Bags"), default=None, least=1, most=100_000)
    grade: str = text(_("Quality grade"), default="", most=20)
    moisture_bp: int | None = whole(_("Moisture"), default=None, measure="ratio", most=10_000)
    lot: str = reference(_("Lot"), "supply.lot", default="")
    price: Price | None = price_field(_("Price"), default=None)
    advance: int = money(_("Paid at once"), default=0)
    slip: bool | None = flag(_("Delivery slip given"), default=None)
    receipt: str = serial(_("Receipt number"), series="receipt")
    place: str = text(_("Collection point"), default="", most=80)
    plot: str = reference(_("Plot"), default="")
    plot_known: bool | None = flag(_("Plot known"), default=None)

    def shape(self) -> Iterable[Problem]:
        """Something was brought, and the tare is not heavier than the whole."""
        if not self.accepted and not self.rejected:
            yield NOTHING_BROUGHT().at("accepted")
        if self.tare is not None and self.gross is not None and self.tare > self.gross:
            yield TARE_OVER_GROSS().at("tare")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One delivery."""
        rejected = self.rejected or 0
        amount, per = self.price or (None, None)
        yield models.Delivery.fact(
            at, supplier=self.supplier, product=self.product, accepted=self.accepted, rejected=rejected,
            presented=self.accepted + rejected if self.presented is None else self.presented, gross=self.gross,
            tare=self.tare, bags=self.bags, grade=self.grade, moisture_bp=self.moisture_bp, lot=self.lot,
            price_amount=amount, price_per=per, value=self.price.of(self.accepted) if self.price else None,
            advance=self.advance or 0, slip=self.slip, receipt=self.receipt, place=self.place, plot=self.plot,
            plot_known=True if self.plot else self.plot_known, day=at.day,
        )  # fmt: skip

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """Itself, its receipt number, and what its supplier was paid for a whole season.

        No folder reads all deliveries of a person, so that the time of an import grows with its rows alone.
        """
        yield Subject("delivery", at.id)
        yield Subject("supplier", self.supplier)
        if self.receipt:
            yield Subject("receipt", self.receipt)


class Lot(Entry, kind="supply.lot", makes=(models.Lot,), label=_("Lot"), named_by=("code",)):
    """Produce was put together under one code."""

    code: str = serial(_("Lot code"), series="lot")
    product: str = reference(_("Product"), "supply.product")
    season: str = reference(_("Season"), "registry.season", default="")
    quantity: int | None = mass(_("Quantity"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One lot."""
        yield models.Lot.fact(
            at, code=self.code, product=self.product, season=self.season, quantity=self.quantity, day=at.day
        )  # fmt: skip
