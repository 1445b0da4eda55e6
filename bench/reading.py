"""How fast files are read, beside the bare libraries: ``python bench/reading.py``.

CSV is compared with the ``csv`` module, XLSX with calamine alone. The ratio is what counts: how many times
longer our reading takes, with text cells, guards and row numbers, and then with habits and damage on top.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import python_calamine
import xlsxwriter

from cahier.surfaces.damage import inspect
from cahier.surfaces.files import read_table
from cahier.surfaces.habits import Tally
from cahier.surfaces.header import data_rows, find_header

NAMES = ["Code", "Nom", "Prénoms", "Sexe", "Né le", "Village", "Poids", "Sacs", "Jour", "Payé"]
SIZES = (1_000, 10_000, 100_000)


def row(number: int) -> list[str]:
    day = f"{number % 28 + 1:02}/{number % 12 + 1:02}/2026"
    return [f"A-{number:06}", "Koné", "Awa", "F", "12/03/1990", "Daloa", f"{number % 90},5", "2", day, "oui"]


def write(folder: Path, size: int) -> tuple[Path, Path]:
    plain, book = folder / f"{size}.csv", folder / f"{size}.xlsx"
    with plain.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out, delimiter=";").writerows([NAMES, *map(row, range(size))])
    with xlsxwriter.Workbook(book, {"constant_memory": True}) as made:
        sheet = made.add_worksheet()
        for number, cells in enumerate([NAMES, *map(row, range(size))]):
            sheet.write_row(number, 0, [int(c) if c.isdigit() else c for c in cells])
    return plain, book


def seconds(work: Callable[[], int], size: int) -> float:
    times = []
    for _ in range(3 if size < 100_000 else 1):
        start = time.perf_counter()
        assert work() > size
        times.append(time.perf_counter() - start)
    return min(times)


def bare_csv(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as lines:
        return sum(1 for _ in csv.reader(lines, delimiter=";"))


def bare_workbook(path: Path) -> int:
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        return sum(1 for _ in book.get_sheet_by_index(0).iter_rows())


def ours(path: Path) -> int:
    return sum(1 for _ in read_table(path, path.name).rows())


def understood(path: Path) -> int:
    table = read_table(path, path.name)
    header = find_header(table)
    tallies = [Tally() for _ in header.names]
    count = 1
    for _, cells in data_rows(table, header):
        count += 1
        for tally, cell in zip(tallies, cells, strict=False):
            tally.see(cell)
    inspect(header.names, data_rows(table, header))
    return count


def main() -> None:
    print(
        f"{'file':>6} {'rows':>8} {'bare rows/s':>12} {'ours rows/s':>12} {'ratio':>6} {'understood':>11} {'ratio':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            for path, bare in zip(write(Path(folder), size), (bare_csv, bare_workbook), strict=True):
                base = seconds(lambda: bare(path), size)  # noqa: B023
                read = seconds(lambda: ours(path), size)  # noqa: B023
                whole = seconds(lambda: understood(path), size)  # noqa: B023
                print(
                    f"{path.suffix[1:]:>6} {size:>8} {size / base:>12,.0f} {size / read:>12,.0f} {read / base:>6.1f} "
                    f"{size / whole:>11,.0f} {whole / base:>6.1f}"
                )


if __name__ == "__main__":
    main()
