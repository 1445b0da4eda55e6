"""Tables from a terminal: bring one in, take one out, get an empty one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cahier.terminal import bar, book_option, chosen, json_option, out, with_books

if TYPE_CHECKING:
    from cahier.journal.actor import Actor
    from cahier.journal.models import Book
    from cahier.surfaces.models import ImportRun
    from cahier.surfaces.report import Report


def pairs(_context: click.Context, _parameter: click.Parameter, given: Iterable[str]) -> dict[str, str]:
    """Read ``name=value`` options. Wrong use without an equals sign."""
    found = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign:
            raise click.BadParameter(f"write it as name=value, not {one}")
        found[name.strip()] = value.strip()
    return found


def answers_of(**given: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return answers by header from options by question."""
    found: dict[str, dict[str, str]] = {}
    for question, by_header in given.items():
        for header, value in by_header.items():
            found.setdefault(header, {})[question] = value
    return found


def import_table(book: Book, path: Path, *, actor: Actor, **how: Any) -> tuple[ImportRun, Report]:
    """Take a file in, check it, and unless ``dry`` write it. Raises ``Refused``."""
    from cahier.surfaces import importing

    with path.open("rb") as stream:
        run = importing.take(book, how["kind"], stream, path.name, actor=actor, sheet=how["sheet"])
    run.whole = how["whole"]
    importing.understand(run, columns=how["columns"], answers=how["answers"], constants=how["constants"])
    if how["yes"]:
        importing.accept(run)
    rows = run.counts["rows"]
    with bar(rows, "check") as done:
        report = importing.check(run, lambda count, _total: done(count))
    if not how["dry"]:
        with bar(rows, "write") as done:
            report = importing.carry_out(run, actor=actor, progress=lambda count, _total: done(count))
    return run, report


def told(report: Report, *, dry: bool) -> list[str]:
    """Return the report in lines for a terminal."""
    from django.utils.translation import gettext as _

    from cahier.journal.words import say

    first = _("to write") if dry else _("written")
    lines = [
        _("{total} rows: {new} {first}, {there} there already, {refused} refused").format(
            total=report.total, new=report.new, first=first, there=report.there, refused=report.refused
        )
    ]
    for kind in report.kinds.values():
        place = f"{kind.header}, " if kind.header else ""
        lines.append(
            _("- {place}row {row} and {more} more: {sentence}").format(
                place=place, row=kind.row, more=kind.count - 1, sentence=kind.told()
            )
        )
    lines += [f"! {note.where}: {say(note)}" if note.where else f"! {say(note)}" for note in report.notes]
    return lines


@click.command(
    "import",
    epilog="Example: cahier import bons.xlsx --kind supply.delivery --map 'Poids=accepted' --dry-run",
)
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", required=True, help="What each row is, such as registry.person or supply.delivery.")
@book_option
@click.option("--sheet", default="", help="Sheet of a workbook; the first with cells if not given.")
@click.option(
    "--map", "columns", multiple=True, callback=pairs, help="COLUMN=FIELD; an empty field leaves it out."
)
@click.option("--set", "constants", multiple=True, callback=pairs, help="FIELD=VALUE for all rows.")
@click.option("--unit", multiple=True, callback=pairs, help="COLUMN=UNIT, such as Poids=kg.")
@click.option("--decimal", multiple=True, callback=pairs, help="COLUMN=, or COLUMN=. for the decimal sign.")
@click.option("--order", multiple=True, callback=pairs, help="COLUMN=dmy or COLUMN=mdy for days.")
@click.option("--dry-run", "dry", is_flag=True, help="Read and check every row, write nothing.")
@click.option("--all-or-nothing", "whole", is_flag=True, help="Write nothing while one row is refused.")
@click.option("--yes", is_flag=True, help="Accept what is proposed for open questions.")
@click.option("--refused", "refused_to", type=click.Path(dir_okay=False, path_type=Path), default=None,
              help="Write the refused rows with their reasons to this XLSX file.")  # fmt: skip
@json_option
@with_books
def import_(path: Path, slug: str, refused_to: Path | None, as_json: bool, **how: Any) -> None:
    """Bring a spreadsheet into a book: each row becomes one entry, or is refused with its reason.

    Sending the same file again writes nothing twice.
    """
    from cahier.access.actors import local_actor
    from cahier.surfaces.importing import refused_rows

    how["answers"] = answers_of(unit=how.pop("unit"), decimal=how.pop("decimal"), order=how.pop("order"))
    run, report = import_table(chosen(slug), path, actor=local_actor(), **how)
    if refused_to is not None:
        with refused_to.open("wb") as stream:
            refused_rows(run, stream)
    out({"import": run.id, "status": run.status, **report.to_json()}, as_json, told(report, dry=how["dry"]))
    sys.exit(1 if report.refused else 0)


@click.command(epilog="Example: cahier template registry.person --lang fr membres.xlsx")
@click.argument("kind")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@book_option
@click.option("--keys", is_flag=True, help="Add a row with the permanent names of the columns.")
@with_books
def template(kind: str, target: Path, slug: str, keys: bool) -> None:
    """Write an empty spreadsheet for one kind of entry, with the meaning of every column."""
    from cahier.surfaces.columns import entry_class
    from cahier.surfaces.template import write_template

    cls, book = entry_class(kind), chosen(slug)
    with target.open("wb") as stream:
        write_template(stream, cls, currency=book.currency, keys=keys)
    click.echo(str(target))
