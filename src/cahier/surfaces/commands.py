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
    from cahier.surfaces.plan import Plan
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
    from cahier.journal.words import say
    from cahier.surfaces import importing

    with path.open("rb") as stream:
        run = importing.take(book, how["kind"], stream, path.name, actor=actor, sheet=how["sheet"])
    run.whole = how["whole"]
    plan = importing.understand(
        run, columns=how["columns"], answers=how["answers"], constants=how["constants"]
    )
    if how["yes"]:
        plan = importing.accept(run)
    click.echo("\n".join([*notes_of(run, plan), *understood(plan, language=book.language)]), err=True)
    rows = run.counts["rows"]
    with bar(rows, "check") as done:
        report = importing.check(run, lambda count, _total: done(count))
    if how["whole"] and report.refused:
        click.echo(say(importing.NOT_WHOLE(count=report.refused)), err=True)
    elif not how["dry"]:
        with bar(rows, "write") as done:
            report = importing.carry_out(run, actor=actor, progress=lambda count, _total: done(count))
    return run, report


def told(report: Report, *, dry: bool) -> list[str]:
    """Return the report in lines for a terminal."""
    from django.utils.translation import gettext as _

    from cahier.journal.words import say

    first = _("to write") if dry else _("written")
    lines = [
        _("{total} rows. {first}: {new}; there already: {there}; refused: {refused}.").format(
            total=report.total,
            new=report.new,
            first=first.capitalize(),
            there=report.there,
            refused=report.refused,
        )
    ]
    for kind in report.kinds.values():
        said = kind.told()
        place = f"{kind.header}, " if kind.header else ""
        shown = f" [{kind.value}]" if kind.value and kind.value not in said else ""
        lines.append(
            _("- {place}row {row} ({count} in all): {sentence}").format(
                place=place, row=kind.row, count=kind.count, sentence=said + shown
            )
        )
    lines += [f"? {one.told()} ({one.count})" for one in report.questions.values()]
    lines += [f"! {note.where}: {say(note)}" for note in report.notes if note.where]
    lines += [f"! {say(note)}" for note in report.notes if not note.where]
    return lines


def notes_of(run: ImportRun, plan: Plan) -> list[str]:
    """Return what the file itself gives to say, where no report will say it because columns are lacking."""
    from cahier.journal.words import say
    from cahier.surfaces.opened import opened

    one = opened(run)
    if not plan.questions and not list(plan.problems(one.cls)):
        return []
    return [f"! {say(note)}" for note in (*one.table.notes, *one.header.notes)]


def understood(plan: Plan, *, language: str) -> list[str]:
    """Return which column fills what, what is left out, and how to answer what is open."""
    from django.utils.translation import gettext as _

    from cahier.surfaces.columns import MOST_ROWS, columns, entry_class
    from cahier.surfaces.plan import proposal, units_of

    known = {column.key: column for column in columns(entry_class(plan.kind), MOST_ROWS)}
    lines = []
    for column in filter(lambda one: one.key, plan.columns):
        habits = filter(
            None, (column.unit, column.habit.decimal and f"1{column.habit.decimal}5", column.habit.order)
        )
        lines.append(
            f"  {' · '.join([f'{column.header} → {known[column.key].label if column.key in known else column.key}', *habits])}"
        )
    if aside := [column.header for column in plan.columns if column.header and not column.key]:
        lines.append(
            _("Left out: {columns}. Choose one with --map 'COLUMN=FIELD'.").format(columns=", ".join(aside))
        )
    for column, question in plan.questions:
        likely = proposal(column, question, language) or "|".join(units_of(known[column.key].spec))
        lines.append(_("Open: {option}").format(option=f"--{question} '{column.header}={likely}'"))
    return lines


def require_kind(kind: str) -> None:
    """Wrong use for a kind that does not exist."""
    from cahier.journal.words import say
    from cahier.kernel.refusals import Refused
    from cahier.surfaces.columns import NO_KIND, entry_class

    try:
        entry_class(kind)
    except Refused as refused:
        if refused.problems[0].code != NO_KIND.code:
            raise
        raise click.UsageError(say(refused.problems[0])) from refused


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

    require_kind(how["kind"])
    how["answers"] = answers_of(unit=how.pop("unit"), decimal=how.pop("decimal"), order=how.pop("order"))
    run, report = import_table(chosen(slug), path, actor=local_actor(), **how)
    if refused_to is not None:
        with refused_to.open("wb") as stream:
            refused_rows(run, stream)
    columns = {column["header"]: column["key"] for column in run.plan["columns"]}
    out(
        {"import": run.id, "status": run.status, "columns": columns, **report.to_json()},
        as_json,
        told(report, dry=run.status != run.DONE),
    )
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

    require_kind(kind)
    cls, book = entry_class(kind), chosen(slug)
    with target.open("wb") as stream:
        write_template(stream, cls, currency=book.currency, keys=keys)
    click.echo(str(target))
