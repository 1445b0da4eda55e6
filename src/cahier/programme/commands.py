"""The programme from a terminal: solve the draft of the goals in force, print it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cahier.terminal import bar, book_option, chosen, json_option, out, with_books

if TYPE_CHECKING:
    from cahier.programme.printing import Printed


@click.command(
    epilog="Example: cahier programme --book coop-binkadi --budget 4200000 --lang fr --out agreement"
)
@book_option
@click.option(
    "--budget",
    type=click.IntRange(min=0),
    help="Budget in whole units of the currency; the draft's if left out.",
)
@click.option(
    "--out", "folder", type=click.Path(file_okay=False, path_type=Path), help="Folder for PDF and XLSX."
)
@json_option
@with_books
def programme(slug: str, budget: int | None, folder: Path | None, as_json: bool) -> None:
    """Make the programme of the goals in force: what, when, with whom, at what cost, and print the agreement."""
    from dataclasses import replace

    from django.utils.translation import get_language

    from cahier.journal import scope
    from cahier.kernel.money import decimals
    from cahier.programme import drafts, printing

    book = chosen(slug)
    with scope.reading(book.id), bar(3, "programme") as done:
        terms = drafts.load(book.id).terms
        if budget is not None:
            terms = replace(terms, budget=budget * 10 ** decimals(book.currency))
        done(1)
        draft = drafts.solve(book.id, chosen=terms)
        done(2)
        draft.sound()
        made = printing.printed(draft, (get_language() or "en")[:2], drafts.today())
        done(3)
    files = _written(made, folder, book.slug) if folder else []
    out(_record(made, files), as_json, _lines(made, files))


def _written(made: Printed, folder: Path, slug: str) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    named = {f"programme-{slug}.pdf": made.pdf, f"programme-{slug}.xlsx": made.xlsx}
    for name, content in named.items():
        (folder / name).write_bytes(content)
    return [str(folder / name) for name in named]


def _record(made: Printed, files: list[str]) -> dict[str, Any]:
    said = made.said
    return {
        "organisation": said.organisation, "currency": said.currency, "first_day": said.start.isoformat(),
        "last_day": said.end.isoformat(), "budget": said.budget, "total": said.bill.total.total,
        "paid": said.bill.by_payer(), "head": said.head, "quality": said.quality, "files": files,
        "activities": [
            {"code": one.code, "title": one.title, "first_day": one.first.isoformat(),
             "last_day": one.last.isoformat(), "cost": one.bill.costing.total, "why": list(one.why)}
            for one in said.activities
        ],
        "left_out": [{"code": code, "title": title, "why": why} for code, title, why in said.left_out],
    }  # fmt: skip


def _lines(made: Printed, files: list[str]) -> list[str]:
    from cahier.programme.pdf import answer
    from cahier.web import formats

    said = made.said
    rows = [
        f"{formats.day(one.first, 'short'):>14}  {formats.money(one.bill.costing.total, said.currency):>14}  {one.title}"
        for one in said.activities
    ]
    return [answer(said), said.quality, *rows, *([said.slice] if said.slice else []), *files]
