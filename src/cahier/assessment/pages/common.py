"""What the pages of a round share: finding the round, its words, days, and the next thing to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cahier.assessment import models, queries
from cahier.assessment.grid import Grid
from cahier.assessment.wording import Wording
from cahier.kernel import ids
from cahier.kernel.refusals import Refused, reason
from cahier.web import formats
from cahier.web.books import BookRequest

NOT_A_COUNT = reason(
    "assessment.not_a_count", "{typed} is not a number of people. Write it in figures, like 8."
)


@dataclass
class Setting:
    """A round with all that its pages need."""

    slug: str
    round: models.Round
    grid: Grid
    words: Wording
    groups: list[models.RoundGroup]
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = self.words.groups(self.groups)

    @property
    def items(self) -> tuple[str, ...]:
        """The items in the order of the guide."""
        return self.grid.instrument.items

    def href(self, name: str, *parts: object) -> str:
        """Return the address of a page of this round."""
        return reverse(name, args=[self.slug, self.round.round_number, *parts])

    def onward(self) -> tuple[str, str]:
        """Return the address and words of what comes next in this round."""
        if self.round.closed:
            return self.href("profile"), _("See the profile")
        if not self.round.people:
            return self.href("round-present"), _("Count who is here")
        following = queries.next_item(self.round.id)
        if following:
            said = _("Begin with {item}") if not self.round.settled else _("Go on with {item}")
            return self.href("item", following), said.format(item=following)
        return self.href("round-close"), _("Close the round")

    def onward_after(self, item: str) -> str:
        """Return the address of the next open item after this one, else of the first open one, else the round."""
        settled = set(queries.results(self.round.id)) | {item}
        place = self.items.index(item)
        ahead = [one for one in (*self.items[place:], *self.items[:place]) if one not in settled]
        return self.href("item", ahead[0]) if ahead else self.href("round")


def setting(request: BookRequest, number: int) -> Setting:
    """Return the round of this number in the book in scope. Raises ``Http404`` where there is none."""
    try:
        one = queries.round_by_number(number)
    except Refused as refused:
        raise Http404(" ".join(formats.say(one) for one in refused.problems)) from refused
    grid = queries.grid_of(one.id)
    return Setting(request.book.slug, one, grid, Wording.of(one, grid), queries.groups_of(one.id))


def known_item(here: Setting, item: str) -> None:
    """Raise ``Http404`` for an item that the guide of the round does not have."""
    if item not in here.items:
        raise Http404(_("The guide of this round has no such item."))


def today() -> dt.date:
    """Return today where this computer stands."""
    return dt.datetime.now().astimezone().date()


def people_in(typed: str) -> int:
    """Return a count of people as it was typed; nothing is none. Raises ``Refused`` for what is no count."""
    if typed and not typed.isdecimal():
        raise Refused(NOT_A_COUNT(typed=typed))
    return int(typed or 0)


def draft_id(data: Any) -> str:
    """Return the id that a form was drawn with, so that pressing twice writes once; a new one without it."""
    given = data.get("_id", "")
    return given if ids.is_id(given) else ids.new_id()
