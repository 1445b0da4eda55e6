"""What an entry of the assessment can tell by itself: its refusals, and the rule of small groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from cahier.assessment.grid import from_record
from cahier.assessment.votes import PANEL, SMALLEST_GROUP
from cahier.kernel.ids import derived_id
from cahier.kernel.refusals import Problem, reason

GROUP_TWICE = reason("assessment.group_twice", "A group is listed twice. Give each group its own code.")
NO_GRID = reason(
    "assessment.no_grid", "The grid of this round cannot be read. Open the round with a guide that is on this computer."
)  # fmt: skip
NOTHING_AGREED = reason(
    "assessment.nothing_agreed", "No level is chosen. Choose the level agreed, or say that the item does not apply."
)  # fmt: skip
NOT_AND_LEVEL = reason(
    "assessment.not_and_level", "An item that does not apply has no level. Take one of the two away."
)
PERIOD_ORDER = reason(
    "assessment.period_order", "The period of this proof ends before it begins. Change one of the two days."
)
GROUP_TOO_SMALL = reason(
    "assessment.group_too_small",
    "{group} put in {people} votes only. Groups under {least} are merged into the panel before anything is written.",
)
BAR_TWICE = reason(
    "assessment.bar_twice", "The answer {answer} of {group} is counted twice. Add the two counts."
)


def item_subject(round_id: str, item: str) -> str:
    """Return the id of one item in one round, as facts and folds of it bear."""
    return derived_id("assessment.item", round_id, item)


def unreadable(grid: Any) -> bool:
    """Tell whether a stored grid is none."""
    try:
        from_record("", grid)
    except (KeyError, TypeError, ValueError):
        return True
    return False


def group_problems(bars: Sequence[tuple[str, str, int]]) -> Iterator[Problem]:
    """Yield what in (group, answer, people) would show one person: a group under five beside another.

    A whole room under five is one panel.
    """
    twice = [bar for bar, times in Counter((group, answer) for group, answer, _ in bars).items() if times > 1]
    for group, answer in twice:
        yield BAR_TWICE(group=group, answer=answer or "–").at("bars")
    sizes: Counter[str] = Counter()
    for group, _, people in bars:
        sizes[group] += people
    for group, people in sorted(sizes.items()):
        if people < SMALLEST_GROUP and (group != PANEL or len(sizes) > 1):
            yield GROUP_TOO_SMALL(group=group, people=people, least=SMALLEST_GROUP).at("bars")
