"""Whether meetings reached their quorum, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cahier.governance.models import BodyRules, Meeting
from cahier.governance.statutory import share_of
from cahier.web import formats


@dataclass(frozen=True)
class Quorum:
    """``counted`` persons at a meeting that needed ``needed``; none where the minutes or statutes do not tell."""

    counted: int | None
    needed: int | None

    @property
    def reached(self) -> bool | None:
        """Tell whether it was reached; none if that is not known."""
        return None if self.counted is None or self.needed is None else self.counted >= self.needed

    @property
    def tone(self) -> str:
        """The tone of its tag."""
        return {True: "ok", False: "red", None: ""}[self.reached]

    def says(self) -> str:
        """Return its state in a few words."""
        return {True: _("reached"), False: _("missed"), None: _("not known")}[self.reached]

    def sentence(self) -> str:
        """Return who came against who was needed."""
        if self.counted is None or self.needed is None:
            return _("Whether the quorum was reached is not known.")
        said = _("Quorum reached: {n} of {needed} needed.")
        if not self.reached:
            said = _("Quorum missed: {n} of {needed} needed.")
        return said.format(n=formats.number(self.counted), needed=formats.number(self.needed))


def quorums(meetings: Iterable[Meeting]) -> dict[str, Quorum]:
    """Return the quorum of each meeting by its id; the statutes are read once."""
    rules = list(BodyRules.objects.order_by("-day", "-id"))
    found: dict[str, Quorum] = {}
    for one in meetings:
        held = next((row for row in rules if row.day <= one.day), None)
        proxies = (one.proxies or 0) if held is not None and held.proxies_count else 0
        counted = None if one.present is None else one.present + proxies
        found[one.id] = Quorum(counted, _needed(one, held))
    return found


def _needed(meeting: Meeting, rules: BodyRules | None) -> int | None:
    if meeting.required is not None or rules is None or meeting.eligible is None:
        return meeting.required
    second = meeting.call > 1
    top = rules.second_quorum_numerator if second else rules.quorum_numerator
    bottom = rules.second_quorum_denominator if second else rules.quorum_denominator
    return None if top is None or bottom is None else share_of(meeting.eligible, top, bottom)
