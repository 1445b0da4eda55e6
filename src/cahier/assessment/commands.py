"""The profile of a round from a terminal: ``cahier profile``."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from cahier.terminal import book_option, chosen, json_option, out, with_books

if TYPE_CHECKING:
    from cahier.assessment.models import Round
    from cahier.assessment.scoring import Profile
    from cahier.assessment.wording import Wording


@click.command(epilog="Example: cahier profile --book coop-binkadi --round 2 --json")
@book_option
@click.option(
    "--round", "number", type=click.IntRange(min=1), help="Number of the round; without it the latest."
)
@json_option
@with_books
def profile(slug: str, number: int | None, as_json: bool) -> None:
    """Show where an organisation stands after a workshop: variable by variable, weakest, mean, proof."""
    from cahier.assessment import queries
    from cahier.assessment.wording import Wording
    from cahier.journal import scope

    book = chosen(slug)
    with scope.reading(book.id):
        one = queries.round_by_number(number)
        found = queries.profile_of(one.id)
        words = Wording.of(one, queries.grid_of(one.id))
        out(as_data(book.slug, one, found, words), as_json, as_lines(book.name, one, found, words))


def as_data(slug: str, one: Round, found: Profile, words: Wording) -> dict[str, Any]:
    """Return the profile as plain data: points 0 to 100 and levels as shown, none where there is no score."""
    from cahier.assessment.scoring import shown_level, shown_points

    def points(value: Fraction | None) -> int | None:
        return None if value is None else shown_points(value)

    return {
        "book": slug,
        "round": one.round_number,
        "guide": one.pack,
        "opened": one.opened.isoformat(),
        "closed": one.closed.isoformat() if one.closed else None,
        "items": one.items,
        "agreed": one.settled,
        "index": points(found.index),
        "weakest": list(found.weakest),
        "weakest_points": points(found.weakest_points),
        "variables": [
            {"code": each.code, "name": words.variable(each.code), "points": points(each.points),
             "level": None if each.level is None else float(shown_level(each.level)), "items": each.applicable,
             "scored": each.scored, "on_proof": each.proved,
             "gap": None if each.gap is None else float(shown_level(each.gap))}
            for each in found.variables
        ],
    }  # fmt: skip


def as_lines(name: str, one: Round, found: Profile, words: Wording) -> list[str]:
    """Return the profile for people: variables first, then weakest and mean."""
    from django.utils.translation import gettext as _

    from cahier.assessment.scoring import shown_points

    def points(value: Fraction | None) -> str:
        return "–" if value is None else str(shown_points(value))

    head = _("{name}, round {number}: {settled} of {items} items are agreed").format(
        name=name, number=one.round_number, settled=one.settled, items=one.items
    )
    body = [
        "{points:>4}  {name:44} {proof}".format(
            points=points(each.points), name=words.variable(each.code),
            proof=_("{proved} of {scored} items rest on proof").format(proved=each.proved, scored=each.scored),
        )
        for each in found.variables
    ]  # fmt: skip
    weakest = _("weakest: {names}").format(
        names=", ".join(words.variable(code) for code in found.weakest) or "–"
    )
    mean = _("mean of {present} of {total} variables").format(present=found.present, total=found.total)
    return [head, *body, f"{points(found.weakest_points):>4}  {weakest}", f"{points(found.index):>4}  {mean}"]
