"""What every command shares: starting Django on the right folder, refusals as sentences, progress, output.

A feature's ``commands.py`` decorates its commands with these; ``cahier.cli`` adds them to the program.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from cahier import home
from cahier.kernel.refusals import Refused

if TYPE_CHECKING:
    from cahier.journal.models import Book

Command = Callable[..., Any]


def start(example: bool = False) -> None:
    """Point at the real or the example folder, load Django, and make the database ready."""
    if example:
        os.environ["CAHIER_HOME"] = str(home.example_home())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cahier.settings")
    import django

    django.setup()
    from cahier.journal.upgrade import ensure_ready

    ensure_ready(lambda book, done: click.echo(f"\r{book}: {done}", nl=False, err=True))


def refusing(command: Command) -> Command:
    """Turn a refusal into its sentences on standard error and exit code 1."""

    @wraps(command)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except Refused as refused:
            from cahier.journal.words import say

            for problem in refused.problems:
                told = say(problem)
                apart = problem.where and problem.where not in told
                click.echo(f"{problem.where}: {told}" if apart else told, err=True)
            sys.exit(1)
        except Exception as error:
            said = damage_in(error)
            if not said:
                raise
            click.echo(said, err=True)
            sys.exit(1)

    return wrapped


def damage_in(error: Exception) -> str:
    """Return the sentence for a database file that cannot be read, or an empty text for any other fault."""
    from django.db import DatabaseError
    from django.utils.translation import gettext

    signs = ("malformed", "not a database", "Could not decode", "disk I/O error")
    if not isinstance(error, DatabaseError) or not any(sign in str(error) for sign in signs):
        return ""
    said = gettext(
        "The database file in {folder} is damaged ({what}). Restore the last backup with: cahier restore"
    )
    return said.format(folder=home.home(), what=str(error).split(" with text")[0])


def with_books(command: Command) -> Command:
    """Give a command the options that choose where the books lie, and start Django."""

    @click.option("--example", is_flag=True, help="Work in the example network instead of your own books.")
    @click.option(
        "--lang", type=click.Choice(["en", "fr", "es"]), default="en", help="Language of what is said."
    )
    @wraps(command)
    def wrapped(*arguments: Any, example: bool, lang: str, **options: Any) -> Any:
        refusing(start)(example)
        from django.utils import translation

        with translation.override(lang):
            return refusing(command)(*arguments, **options)

    return wrapped


book_option = click.option(
    "--book", "slug", default="", help="Short name of the book; needed where there are several."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print figures as JSON.")


def chosen(slug: str) -> Book:
    """Return the book meant. Wrong use if there is none of that name, or several and none was named."""
    from cahier.journal.models import Book

    books = {book.slug: book for book in Book.objects.order_by("slug")}
    if slug in books:
        return books[slug]
    if not slug and len(books) == 1:
        return next(iter(books.values()))
    if not books:
        raise click.UsageError(
            "There is no book here yet. Make one with: cahier new, or look at: cahier demo"
        )
    raise click.UsageError(f"Name one of these books with --book: {', '.join(books)}")


@contextmanager
def bar(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show progress on standard error; the function takes how many are done in all."""
    with click.progressbar(length=max(length, 1), label=label, file=sys.stderr) as shown:
        last = 0

        def done(count: int) -> None:
            nonlocal last
            shown.update(count - last)
            last = count

        yield done


def out(value: Any, as_json: bool, lines: list[str]) -> None:
    """Print a result as JSON, or as lines for people."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1) if as_json else "\n".join(lines))
