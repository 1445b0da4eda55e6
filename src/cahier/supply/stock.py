"""The vocabulary of stock: stores, movements, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Entry, Stamp, Subject
from cahier.journal.fields import choice, mass, reference, text
from cahier.journal.state import Fact
from cahier.kernel.ids import derived_id
from cahier.supply import models, words


def stock_id(store: str, product: str) -> str:
    """Return the id of the balance of one product in one store."""
    return derived_id("stock", store, product)


class Store(Entry, kind="supply.store", makes=(models.Store,), label=_("Store"), named_by=("code", "name")):
    """The organisation keeps produce in a place."""

    code: str = text(_("Code"), most=40)
    name: str = text(_("Name"), most=120)
    capacity: int | None = mass(_("Capacity"), default=None)

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One store."""
        yield models.Store.fact(at, code=self.code, name=self.name, capacity=self.capacity, day=at.day)


class _StockEntry(Entry):
    """What concerns one product in one store."""

    store: str = reference(_("Store"), "supply.store")
    product: str = reference(_("Product"), "supply.product")

    @property
    def stock(self) -> str:
        """The id of the balance."""
        return stock_id(self.store, self.product)

    def subjects(self, at: Stamp) -> Iterator[Subject]:
        """The balance."""
        yield Subject("stock", self.stock)


class _Movement(_StockEntry):
    SIGN: ClassVar[int]

    quantity: int = mass(_("Quantity"), least=1)
    lot: str = reference(_("Lot"), "supply.lot", default="")

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One movement, signed."""
        yield models.StockMovement.fact(
            at, stock=self.stock, store=self.store, product=self.product, lot=self.lot,
            quantity=self.SIGN * self.quantity, why=getattr(self, "why"), day=at.day,  # noqa: B009
        )  # fmt: skip


class StockIn(_Movement, kind="supply.stock_in", makes=(models.StockMovement,), label=_("Into the store")):
    """Produce was put into a store."""

    SIGN = 1

    why: str = choice(_("Reason"), words.INTO_STORE)


class StockOut(
    _Movement, kind="supply.stock_out", makes=(models.StockMovement,), label=_("Out of the store")
):
    """Produce was taken out of a store."""

    SIGN = -1

    why: str = choice(_("Reason"), words.OUT_OF_STORE)


class StockCount(_StockEntry, kind="supply.stock_count", makes=(models.StockCount,), label=_("Stock count")):
    """The produce in a store was counted or weighed at the end of a day."""

    counted: int = mass(_("Quantity found"))

    def facts(self, at: Stamp) -> Iterator[Fact]:
        """One count."""
        order: Mapping[str, Any] = {"clock": at.clock, "origin": at.origin, "number": at.number}
        yield models.StockCount.fact(
            at, stock=self.stock, store=self.store, product=self.product, counted=self.counted, day=at.day, **order
        )  # fmt: skip
