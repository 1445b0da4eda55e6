"""The main job once, for the cocoa cooperative: what its books say, its profile, its goals, its programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from cahier.assessment import queries as assessment
from cahier.assessment.commands import as_lines
from cahier.assessment.wording import Wording
from cahier.example import TODAY
from cahier.example.people import book_id
from cahier.example.stories import SUPPORT
from cahier.indicators import queries
from cahier.indicators.definition import Indicator
from cahier.indicators.engine import Figure, as_counts, rounded
from cahier.journal import scope
from cahier.journal.models import Book
from cahier.programme import document, drafts, pdf, sheet
from cahier.programme.drafts import Draft
from cahier.programme.material import OWN, PARTNER, Payer
from cahier.programme.naming import Names
from cahier.programme.settings import Settings
from cahier.web import formats

Say = Callable[[str], None]

PRINCIPAL = "cocoa"
SEASON = "2025-26"
_SHOWN = 12
_UNITS = {"percent": " %", "days": " d", "months": " months"}

TERMS = Settings(
    start=dt.date(2027, 1, 4), weeks=52, budget=3_400_000, slice=800_000,
    payers=(Payer(PARTNER, SUPPORT.name), Payer(OWN)),
)  # fmt: skip
"""The programme asked for: a year from January, three and a half million francs, and what a little more buys."""


def carry_out(folder: Path, lang: str, say: Say) -> None:
    """Go from the books to the programme and say each step; documents are written into ``folder``."""
    book = Book.objects.get(id=book_id(PRINCIPAL))
    what_the_books_say(book, say)
    with scope.reading(book.id):
        _profile(book, say)
        draft = _plan(book, lang, say)
        say("")
        say(_("5. The programme agreement, in the language of the organisation"))
        for path in write_documents(draft, folder):
            say(f"   {path}")


def what_the_books_say(book: Book, say: Say) -> None:
    """Print the figures of the last closed season that are worst, as the books page has them."""
    page = queries.books_page(book.id, queries.chosen_season(book.id, SEASON), on=TODAY)
    say("")
    say(_("1. What the books of {name} say of {season}").format(name=book.name, season=SEASON))
    order = {"red": 0, "amber": 1, "green": 2}
    lines = [line for line in page.lines if line.now.band.value in order]
    lines.sort(key=lambda line: (order[line.now.band.value], line.indicator.code))
    for line in lines[:_SHOWN]:
        say(f"   {line.indicator.code}  {line.words.name}: {shown(line.indicator, line.now)}")
    counts = [sum(line.now.band.value == band for line in lines) for band in order]
    say(
        _("   of {all} figures {red} are red, {amber} amber, {green} green").format(
            all=len(page.lines), red=counts[0], amber=counts[1], green=counts[2]
        )
    )


def shown(indicator: Indicator, figure: Figure) -> str:
    """Return a figure in one line: its value, or the counts behind it, or why there is none."""
    if figure.value is None:
        return figure.status.value
    if as_counts(indicator, figure):
        return f"{figure.numerator} / {figure.denominator}"
    return f"{rounded(figure.value, indicator.unit)}{_UNITS.get(indicator.unit.value, '')}"


def _profile(book: Book, say: Say) -> None:
    last = assessment.round_by_number()
    say("")
    say(_("2. What the members say: the profile of the last workshop"))
    words = Wording.of(last, assessment.grid_of(last.id))
    for line in as_lines(book.name, last, assessment.profile_of(last.id), words):
        say(f"   {line}")


def _plan(book: Book, lang: str, say: Say) -> Draft:
    """Print the goals, make the plan on the terms above, and print it."""
    before = drafts.load(book.id, TODAY)
    names = Names(before, lang)
    say("")
    say(_("3. What they want to better first, and what answers it"))
    for want in before.known.wants:
        answers = [one for one in before.known.answers if one.item == want.item]
        said = ", ".join(names.title(one.module or one.measure) for one in answers)
        say(f"   {names.part('items', want.item)}: {said}")
    draft = drafts.solve(book.id, TODAY, TERMS)
    plan = draft.sound().plan
    assert plan is not None  # noqa: S101  sound() refuses a draft without one
    say("")
    say(_("4. The plan that fits money, people and the calendar"))
    for one in sorted(plan.activities, key=lambda one: (one.week, one.code)):
        day = formats.day(TERMS.start + dt.timedelta(days=7 * one.week))
        say(f"   {day:>18}  {names.title(one.code)}")
    say(f"   {names.quality(plan)}")
    return draft


def write_documents(draft: Draft, folder: Path) -> list[Path]:
    """Write the agreement as PDF and workbook in the organisation's own language and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    book = Book.objects.get(id=draft.book)
    with override(book.language):
        said = document.agreement(draft, book.language, TODAY)
        made = {"pdf": pdf.render(said), "xlsx": sheet.render(said)}
    paths = []
    for ending, content in made.items():
        path = folder / f"{book.slug}-programme.{ending}"
        path.write_bytes(content)
        paths.append(path)
    return paths
