"""A season of deliveries from a CSV file: how long, how much memory, against the database's own speed.

    python bench/bulk.py              50,000 rows, under a minute
    python bench/bulk.py 300000
    python bench/bulk.py --full       1,000,000 rows

The same rows are afterwards put into empty tables with the same indexes by bare ``executemany``, in the same
batches and with the same settings: first into the state table alone, then into journal and state.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import _home

MEMBERS, BATCH = 2_000, 5_000
DAY = dt.date(2025, 10, 1)


def main() -> None:
    """Run with the size that was asked for and print the table."""
    size = 1_000_000 if "--full" in sys.argv else int(next(iter(sys.argv[1:]), "50000"))
    folder = _home.prepare()
    book = prepare_book()
    path = folder / "deliveries.csv"
    write_file(path, size)
    before = memory()
    checked, written, most = import_file(book, path)
    print(f"{size:>12,} rows, file of {path.stat().st_size / 1e6:.0f} MB")
    print(f"{'step':44}{'seconds':>9}{'rows/s':>10}")
    line("read, understand and check every row", checked, size)
    line("read again and write", written, size)
    state = bare(folder, book, ["supply_delivery"])
    both = bare(folder, book, ["journal_journalentry", "supply_delivery"])
    line("bare executemany, state table alone", state, size)
    line("bare executemany, journal and state", both, size)
    line("rebuild of the whole book", rebuild(book), size)
    print(f"write / state alone {written / state:.1f}   write / journal and state {written / both:.1f}")
    total = checked + written
    print(f"check and write / state alone {total / state:.1f}   / journal and state {total / both:.1f}")
    print(f"memory: {before:.0f} MB before, {most:.0f} MB at most while importing")


def line(what: str, seconds: float, size: int) -> None:
    """Print one row of the table."""
    print(f"{what:44}{seconds:9.1f}{size / seconds:10,.0f}")


def memory() -> float:
    """Return the memory of this process in MB, without the pages of the database file that it maps."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kilobytes = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("RssAnon")]
    return int(kilobytes[0]) / 1024


def prepare_book() -> str:
    """Open a book with members and a product, and return its id."""
    from cahier.access.actors import local_actor
    from cahier.journal.opening import open_book
    from cahier.journal.write import Mode, write
    from cahier.registry.entries import Person
    from cahier.supply.entries import Product

    who = local_actor()
    book = open_book(name="Bench", currency="XOF", country="CI", language="fr", day=DAY, actor=who)
    people = [Person(day=DAY, code=f"M-{n:05}", family_name=f"Name {n}") for n in range(MEMBERS)]
    write(book, people, actor=who, mode=Mode.FACT)
    write(book, [Product(day=DAY, code="CACAO", name="Cacao", bag_most=80_000)], actor=who, mode=Mode.FACT)
    return book


def write_file(path: Path, size: int) -> None:
    """Write made-up deliveries as an office does: semicolons, decimal commas, day first."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(
            ["Date", "Code membre", "Produit", "Poids net (kg)", "Sacs", "N° de reçu", "Prix (XOF/kg)"]
        )
        for number in range(size):
            day = DAY + dt.timedelta(days=chance.randrange(210))
            bags = chance.randrange(1, 6)
            weight = bags * chance.randrange(580, 660)
            member = f"M-{chance.randrange(MEMBERS):05}"
            kilos = f"{weight // 10},{weight % 10}"
            rows.writerow([day.strftime("%d/%m/%Y"), member, "CACAO", kilos, bags, f"R-{number:07}", 1150])


def import_file(book: str, path: Path) -> tuple[float, float, float]:
    """Import the file; return the seconds of checking and of writing, and the most memory in between.

    Fails if a row is missing.
    """
    from cahier.access.actors import local_actor
    from cahier.journal.models import Book
    from cahier.surfaces import importing

    who, began = local_actor(), time.perf_counter()
    with path.open("rb") as stream:
        run = importing.take(Book.objects.get(id=book), "supply.delivery", stream, path.name, actor=who)
    most = memory()

    def progress(done: int, total: int) -> None:
        nonlocal most
        most = max(most, memory())

    importing.understand(run)
    importing.accept(run)
    report = importing.check(run, progress)
    assert report.refused == 0, [kind.told() for kind in report.kinds.values()]
    middle = time.perf_counter()
    report = importing.carry_out(run, actor=who, progress=progress)
    assert report.new == report.total
    return middle - began, time.perf_counter() - middle, most


def bare(folder: Path, book: str, tables: list[str]) -> float:
    """Put the same rows into empty tables with the same indexes; return the seconds of inserting alone."""
    source = sqlite3.connect(folder / "cahier.sqlite3")
    target = sqlite3.connect(folder / f"bare-{len(tables)}.sqlite3", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY", "cache_size=-65536"):
        target.execute(f"PRAGMA {pragma}")
    for table in tables:
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name=? AND sql NOT NULL", [table]
        ):
            target.execute(sql)
    readers = {table: parts(source, table, book) for table in tables}
    spent = 0.0
    while batch := {table: rows for table, reader in readers.items() if (rows := next(reader, None))}:
        began = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        for table, rows in batch.items():
            target.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
        target.execute("COMMIT")
        spent += time.perf_counter() - began
    return spent


def parts(source: sqlite3.Connection, table: str, book: str) -> Iterator[list[tuple[object, ...]]]:
    """Yield the rows that the import made, in its order."""
    cursor = source.cursor()
    order = "number" if table == "journal_journalentry" else "rowid"
    cursor.execute(f"SELECT * FROM {table} WHERE book = ? ORDER BY {order}", [book])
    while rows := cursor.fetchmany(BATCH):
        yield rows


def rebuild(book: str) -> float:
    """Throw the state away, derive it again, and return the seconds."""
    from cahier.journal.rebuild import rebuild as derive

    began = time.perf_counter()
    derive(book)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
