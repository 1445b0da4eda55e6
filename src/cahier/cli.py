"""The same actions from a terminal. Exit code 0: done; 1: refused, with the reason; 2: wrong use."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cahier import __version__
from cahier.assessment.commands import profile
from cahier.example.commands import demo
from cahier.indicators.commands import indicators
from cahier.programme.commands import programme
from cahier.surfaces.commands import import_, template
from cahier.terminal import bar, book_option, chosen, json_option, out, with_books


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Cahier: a cooperative's books, and the programme that grows out of them."""


@main.command(epilog="Example: cahier new 'Coop Binkadi' --currency XOF --country CI --language fr")
@click.argument("name")
@click.option("--currency", required=True, help="ISO 4217 code, such as XOF.")
@click.option("--country", required=True, help="ISO 3166 code, such as CI.")
@click.option("--language", type=click.Choice(["en", "fr", "es"]), default="en")
@with_books
def new(name: str, currency: str, country: str, language: str) -> None:
    """Open a new book for an organisation."""
    import datetime as dt

    from babel import Locale

    from cahier.access.actors import local_actor
    from cahier.journal.models import Book
    from cahier.journal.opening import open_book

    names = Locale("en")
    if currency not in names.currencies:
        raise click.UsageError(f"{currency} is no currency. Give its ISO 4217 code, such as XOF or PEN.")
    if len(country) != 2 or country not in names.territories:
        raise click.UsageError(f"{country} is no country. Give its ISO 3166 code, such as CI or PE.")
    day = dt.datetime.now(tz=dt.UTC).date()
    book = open_book(
        name=name, currency=currency, country=country, language=language, day=day, actor=local_actor()
    )
    click.echo(Book.objects.get(id=book).slug)


@main.command(epilog="Example: cahier books --json")
@json_option
@with_books
def books(as_json: bool) -> None:
    """List the books on this computer, each with the code of its head."""
    from cahier.journal import cuts
    from cahier.journal.models import Book

    rows = [
        {"slug": book.slug, "name": book.name, "head": cuts.head(book.id).code(), "example": book.example}
        for book in Book.objects.order_by("slug")
    ]
    lines = [f"{row['slug']:30} {row['head']:34} {row['name']}" for row in rows]
    out(rows, as_json, lines or ["There is no book here yet. Make one with: cahier new"])


@main.command(epilog="Example: cahier verify --book coop-binkadi --against A128-7K2M-9QXT-4FZA-H")
@book_option
@click.option("--against", default="", help="A head code printed earlier on a statement, report or backup.")
@click.option("--chain-only", is_flag=True, help="Do not compare the tables with the entries.")
@json_option
@with_books
def verify(slug: str, against: str, chain_only: bool, as_json: bool) -> None:
    """Walk the chain of a book, its files and its tables, and name every fault."""
    from cahier.journal.models import JournalEntry
    from cahier.journal.verify import verify as check
    from cahier.journal.words import say

    book = chosen(slug)
    with bar(JournalEntry.objects.filter(book=book.id).count(), "verify") as done:
        verdict = check(book.id, against=against, state=not chain_only, progress=done)
    problems = [{"code": problem.code, "says": say(problem)} for problem in verdict.problems]
    summary = f"{book.name}: {verdict.entries} entries, {len(problems)} faults, head {verdict.head}"
    result = {"book": book.slug, "entries": verdict.entries, "sound": verdict.sound, "head": verdict.head}
    out(
        {**result, "problems": problems},
        as_json,
        [summary, *[f"- {problem['says']}" for problem in problems]],
    )
    sys.exit(0 if verdict.sound else 1)


@main.command(epilog="Example: cahier rebuild --book coop-binkadi")
@book_option
@with_books
def rebuild(slug: str) -> None:
    """Throw the tables of a book away and derive them again from its entries."""
    from cahier.journal.models import JournalEntry
    from cahier.journal.rebuild import rebuild as derive

    book = chosen(slug)
    with bar(JournalEntry.objects.filter(book=book.id).count(), "rebuild") as done:
        count = derive(book.id, done)
    click.echo(f"{book.name}: {count} entries read")


@main.command(epilog="Example: cahier backup /media/usb/cahier-2026-03-02.tar.gz")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@with_books
def backup(target: Path, as_json: bool) -> None:
    """Write every book, file and account into one archive."""
    from cahier.journal.backup import backup as keep

    manifest = keep(target)
    out(manifest, as_json, [f"{target}", *[f"{slug}: {code}" for slug, code in manifest["books"].items()]])


@main.command(epilog="Example: cahier restore /media/usb/cahier-2026-03-02.tar.gz --replace")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put the backup in the place of the books that are here.")
@with_books
def restore(source: Path, replace: bool) -> None:
    """Bring a backup back. This becomes a new installation with its own numbers."""
    from cahier.journal.backup import restore as bring_back

    manifest = bring_back(source, replace=replace)
    click.echo("\n".join(f"{slug}: {code}" for slug, code in manifest["books"].items()))


@main.command(epilog="Example: cahier serve --lan")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port on this computer; the first free one from 8000 on if not given.",
)
@click.option(
    "--lan", is_flag=True, help="Let phones in the room in, with a PIN. Plain Wi-Fi, no encryption."
)
@click.option("--pin", default="", help="The PIN to ask for; without it a new one is made.")
@with_books
def serve(port: int, lan: bool, pin: str) -> None:
    """Open the books in the browser of this computer, and of phones in the room if asked."""
    from cahier.web.server import serve as run

    try:
        run(port=port, lan=lan, pin=pin, say=click.echo)
    except OSError as error:
        raise click.UsageError(
            f"Port {port} cannot be used ({error}). Choose another with --port."
        ) from error


@main.command(epilog="Example: cahier messages")
@click.option("--check", is_flag=True, help="Write nothing; list what is missing in French and Spanish.")
@with_books
def messages(check: bool) -> None:
    """Merge and compile the translations that features bring (for people who work on the program)."""
    from cahier.web import messages as words

    if check:
        lacking = words.lacks()
        click.echo("\n".join(map(str, lacking)) or "Nothing is missing.")
        sys.exit(1 if lacking else 0)
    click.echo("\n".join(f"{language}: {count}" for language, count in words.compile_all().items()))


main.add_command(demo)
main.add_command(import_)
main.add_command(template)
main.add_command(profile)
main.add_command(indicators)
main.add_command(programme)

if __name__ == "__main__":
    main()
