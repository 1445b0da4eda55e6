"""A small book written entry by entry, for figures that can be worked out on paper. All made up."""

from __future__ import annotations

import datetime as dt

from cahier.indicators import catalogue
from cahier.indicators.period import period
from cahier.indicators.run import Books, counts, read
from cahier.journal.write import Mode, write
from cahier.registry.entries import Joined, Left, Person, Season, Section
from cahier.supply.entries import Delivery, Pledge, Product

BEGIN = dt.date(2020, 1, 1)
FIRST, LAST = dt.date(2025, 10, 1), dt.date(2026, 9, 30)
KG = 1000


class Village:
    """A book with one season, 1 October 2025 to 30 September 2026, and one product weighed in grams."""

    def __init__(self, book, actor):
        self.book, self.actor = book, actor
        [self.season] = self.put(Season(day=BEGIN, name="2025/26", first_day=FIRST, last_day=LAST))
        [self.cocoa] = self.put(Product(day=BEGIN, code="COC", name="Cocoa"))

    def put(self, *entries):
        """Write entries and return their ids."""
        return write(self.book, entries, actor=self.actor, mode=Mode.FACT).ids

    def one(self, entry):
        """Write one entry and return its id."""
        return self.put(entry)[0]

    def person(self, name="N", **fields):
        return self.one(Person(day=BEGIN, family_name=name, **fields))

    def people(self, count, **fields):
        return self.put(*[Person(day=BEGIN, family_name=f"N{n}", **fields) for n in range(count)])

    def member(self, entered=BEGIN, left=None, section="", **fields):
        one = self.person(**fields)
        self.put(Joined(day=entered, person=one, section=section))
        if left:
            self.put(Left(day=left, person=one))
        return one

    def members(self, count, entered=BEGIN, section="", **fields):
        people = self.people(count, **fields)
        self.put(*[Joined(day=entered, person=one, section=section) for one in people])
        return people

    def section(self, code):
        return self.one(Section(day=BEGIN, code=code, name=f"Section {code}"))

    def deliver(self, supplier, kilos, day=dt.date(2025, 11, 3), **fields):
        fields = {"product": self.cocoa, **fields}
        return self.one(Delivery(day=day, supplier=supplier, accepted=kilos * KG, **fields))

    def pledge(self, person, kilos, basis="pledged", day=FIRST):
        return self.one(
            Pledge(
                day=day,
                person=person,
                season=self.season,
                product=self.cocoa,
                quantity=kilos * KG,
                basis=basis,
            )
        )

    def period(self, today=dt.date(2026, 12, 1), first=FIRST, last=LAST):
        return period(self.book, self.season, first, last, today)

    def counts(self, code, **options):
        """Return group -> (numerator, denominator, needed, found)."""
        rows = counts(code, [self.period(**options)], Books())
        return {one.grp: (one.numerator, one.denominator, one.needed, one.found) for one in rows}

    def whole(self, code, **options):
        return self.counts(code, **options)[""]

    def figure(self, code, **options):
        """Return the figure of the whole, banded."""
        asked = [code, *([bands.beside] if (bands := catalogue.get(code).bands) and bands.beside else [])]
        known = {one: counts(one, [self.period(**options)], Books()) for one in asked}
        return read(known, [code])[code][""]


__all__ = ["BEGIN", "FIRST", "KG", "LAST", "Village"]
