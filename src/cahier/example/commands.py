"""``cahier demo``: build the example network, carry out the main job once, serve the site."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cahier import home
from cahier.terminal import bar, refusing, start


@click.command(epilog="Example: cahier demo --no-serve --out ./out")
@click.option("--no-serve", is_flag=True, help="Build and print, then stop instead of serving the site.")
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    help="Folder for the programme agreement (PDF and XLSX).",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port of the site on 127.0.0.1; the first free one from 8000 on if not given.",
)
@click.option("--lang", type=click.Choice(["en", "fr", "es"]), default="en", help="Language of what is said.")
@click.option("--fresh", is_flag=True, help="Build the network anew even if it is there.")
def demo(no_serve: bool, folder: Path, port: int, lang: str, fresh: bool) -> None:
    """Look around: an example network of six made-up organisations, kept apart from your own books.

    Builds it if it is not there, goes once from a cooperative's books to its programme, then serves the
    site on this computer.
    """
    os.environ["CAHIER_HOME"] = str(home.example_home())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cahier.settings")
    import django

    django.setup()
    from django.utils import translation

    with translation.override(lang):
        refusing(_prepare)(fresh)
        refusing(start)()
        from cahier.example.main_job import carry_out

        refusing(carry_out)(folder, lang, click.echo)
        if not no_serve:
            refusing(_serve)(port)


def _prepare(fresh: bool) -> None:
    """Build the network unless the right edition is here."""
    from django.utils.translation import gettext as _

    from cahier.example import build

    if build.stands() and not fresh:
        click.echo(_("The example network is here: {folder}").format(folder=home.home()))
        return
    click.echo(_("Building the example network. Every person and figure in it is made up."))
    begun = time.monotonic()
    with _bars() as progress:
        build.rebuild_network(progress)
    spent = round(time.monotonic() - begun)
    click.echo(_("Built in {seconds} s: {folder}").format(seconds=spent, folder=home.home()))


@contextmanager
def _bars() -> Iterator[Callable[[str, int, int], None]]:
    """Show one bar an organisation, each closed when the next begins."""
    shown: list[tuple[str, Callable[[int], None], Callable[[], object]]] = []

    def progress(name: str, done: int, whole: int) -> None:
        if not shown or shown[-1][0] != name:
            if shown:
                shown[-1][2]()
            manager = bar(whole, f"{name:52}")
            shown.append((name, manager.__enter__(), lambda: manager.__exit__(None, None, None)))
        shown[-1][1](done)

    yield progress
    if shown:
        shown[-1][2]()


def _serve(port: int) -> None:
    from cahier.web.server import serve

    try:
        serve(port=port, say=click.echo)
    except KeyboardInterrupt:
        click.echo("")
    except OSError as taken:
        raise click.ClickException(
            f"Port {port} cannot be opened ({taken.strerror}). Try: cahier demo --port 8001"
        ) from taken
