"""A small cooperative to write about: people, a season, cocoa, a store, two accounts, a buyer. All made up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cahier.journal.entry import Entry
from cahier.journal.write import Mode, write
from cahier.kernel.money import Price
from cahier.kernel.refusals import Refused
from cahier.markets.entries import Buyer
from cahier.money.entries import Account
from cahier.registry.entries import Person, Season
from cahier.supply.entries import Delivery, Grade, Product
from cahier.supply.stock import Store

DAY = dt.date(2026, 3, 2)
PRICE = Price(1150, 1000)


def after(days: int) -> dt.date:
    """Return the day so many days after the first."""
    return DAY + dt.timedelta(days=days)


@dataclass
class Trade:
    """Ids of what the cooperative has, and the calls that tests use most."""

    cast: object
    esi: str
    kofi: str
    season: str
    cocoa: str
    store: str
    cash: str
    bank: str
    buyer: str

    def write(self, *entries: Entry, mode: Mode = Mode.FORM):
        """Write as Awa into her book; return the ids."""
        return write(self.cast.a, list(entries), actor=self.cast.awa, mode=mode)

    def one(self, entry: Entry, mode: Mode = Mode.FORM) -> str:
        """Write one entry and return its id."""
        return self.write(entry, mode=mode).ids[0]

    def refused(self, *entries: Entry) -> list[str]:
        """Return the codes for which a form is refused; fail if it is accepted."""
        try:
            self.write(*entries)
        except Refused as refused:
            return [problem.code for problem in refused.problems]
        raise AssertionError("it was accepted")

    def found(self, *entries: Entry) -> list[str]:
        """Return the codes of the findings that facts open."""
        return [one.problem.code for one in self.write(*entries, mode=Mode.FACT).findings]

    def delivery(self, **given: object) -> Delivery:
        """Return a delivery of 61 kg by Esi, changed as given."""
        usual = {"day": DAY, "supplier": self.esi, "product": self.cocoa, "accepted": 61_000, "price": PRICE}
        return Delivery(**{**usual, **given})


def open_trade(cast) -> Trade:
    """Write what the cooperative has and return its ids."""
    entries = [
        Person(day=DAY, family_name="Mensah", given_names="Esi", sex="f"),
        Person(day=DAY, family_name="Boateng", given_names="Kofi", sex="m"),
        Season(day=DAY, name="2026", first_day=DAY, last_day=after(200)),
        Product(day=DAY, code="CAC", name="Cocoa", bag_most=120_000,
                grades=(Grade(code="1", rank=1), Grade(code="2", rank=2))),
        Store(day=DAY, code="M1", name="Store 1"),
        Account(day=DAY, name="Cash box", type="cash"),
        Account(day=DAY, name="Bank", type="bank", overdraft=100_000),
        Buyer(day=DAY, name="Export House", type="exporter"),
    ]  # fmt: skip
    return Trade(cast, *write(cast.a, entries, actor=cast.awa).ids)
