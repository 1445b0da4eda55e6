"""From a pack of the guide to the grid of a round; a pack whose rules cannot be scored is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cahier.assessment.from_guide import instrument
from cahier.assessment.grid import Grid
from cahier.assessment.votes import FEWEST_VOTES, SMALLEST_GROUP
from cahier.guide import content
from cahier.guide.packs import Pack
from cahier.home import home
from cahier.kernel.refusals import Problem, Refused, reason

CANNOT_SCORE = reason(
    "assessment.cannot_score",
    "The guide {pack} asks for {rule} = {value}. Cahier scores with {known} only. Change it in the file pack.toml.",
)
NO_ITEMS = reason("assessment.no_items", "The guide {pack} has no item to agree a level for.")


def pack_of(key: str) -> Pack:
    """Return the pack with this key, ours or one under ``CAHIER_HOME/packs``. Raises ``Refused`` for no such."""
    return content.find(key, home() / "packs")


def keys() -> tuple[str, ...]:
    """Return the keys of the packs a round may be opened with: the newest edition, older ones, own packs."""
    ours = [f"{content.OUR_PACK}/{name}" for name in reversed(content.editions())]
    return (*ours, *content.private_packs(home() / "packs"))


def grid_of(pack: Pack) -> Grid:
    """Return the grid of a pack, whatever its scale, variables and items.

    Raises ``Refused`` where the pack declares rules of adding up that the engines do not know.
    """
    problems = [*_unknown_rules(pack)]
    if not pack.items:
        problems.append(NO_ITEMS(pack=pack.key))
    if problems:
        raise Refused(*problems)
    smallest = max(SMALLEST_GROUP, pack.rules.min_group)
    return Grid(
        replace(instrument(pack), version=pack.key), pack.evidence.grades, pack.scale.not_applicable, smallest
    )


def _unknown_rules(pack: Pack) -> Iterator[Problem]:
    """Yield what a pack asks for and the engines do not do: it would be scored otherwise than it says."""
    known = [
        ("rules.index", pack.rules.index, "mean_of_variables"),
        ("rules.min_scored_percent", pack.rules.min_scored_percent, 60),
        ("rules.all_variables", pack.rules.all_variables, True),
        ("rules.min_votes", pack.rules.min_votes, FEWEST_VOTES),
    ]
    for rule, value, accepted in known:
        if value != accepted:
            yield CANNOT_SCORE(pack=pack.key, rule=rule, value=value, known=accepted)
