"""Names and sentences of a draft in one language: modules and measures by their titles, not by codes alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.kernel.refusals import Problem as Fault
from cahier.programme.answers import NextSlice
from cahier.programme.drafts import Draft
from cahier.programme.material import Payer
from cahier.programme.problem import Plan
from cahier.programme.reasons import Included
from cahier.programme.words import EVENTS, PAYERS, ROLES, STOPPED
from cahier.web import formats

_MONEY = ("cost", "missing", "budget")


class Names:
    """What the things of a draft are called."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.draft = draft
        self.texts = draft.pack.text(draft.pack.language_for(language))
        self.own = {one.code: one.title for one in draft.known.measures}

    def part(self, kind: str, code: str) -> str:
        """Return the name of a part of the guide; a stranger's code as it is."""
        return self.texts(code) if code in self.draft.pack.parts(kind) else code

    def title(self, code: str) -> str:
        """Return what a module or measure is called."""
        if code in self.draft.pack.modules:
            return self.texts(code, "title")
        return self.own.get(code, code)

    def named(self, code: str) -> str:
        """Return title and code: ``Cash book (M14)``."""
        title = self.title(code)
        return f"{title} ({code})" if title != code else code

    def listed(self, codes: Iterable[str]) -> str:
        """Return several, separated by commas."""
        return ", ".join(map(self.named, codes))

    def audience(self, codes: Iterable[str]) -> str:
        """Return for whom something is."""
        return ", ".join(
            str(ROLES[code]) if code in ROLES else self.part("roles", code) for code in sorted(codes)
        )

    def payer(self, one: Payer) -> str:
        """Return what a payer is called."""
        return one.name or str(PAYERS.get(one.code, one.code))

    def say(self, fault: Fault) -> str:
        """Return the sentence of a reason, with titles for codes and money in its currency."""
        return formats.say(self._named(fault))

    def _named(self, fault: Fault) -> Fault:
        return Fault(
            fault.reason, {name: self._detail(name, v) for name, v in fault.details.items()}, fault.where
        )

    def _detail(self, name: str, value: Any) -> Any:
        if isinstance(value, Fault):
            return self._named(value)
        if name in _MONEY and isinstance(value, int):
            return formats.money(value, self.draft.known.currency)
        if name == "event" and value in EVENTS:
            return str(EVENTS[value])
        if name == "item":
            return self.part("items", value)
        if name in {"code", "codes", "measure", "banned", "needs"} and isinstance(value, str):
            return self.listed(value.split(", "))
        return value

    def whys(self, why: Included) -> tuple[str, ...]:
        """Return why a measure is in: the priorities it serves, what needs it, the wish."""
        said = [
            _("Raises “{item}” by {gain} of a level.").format(
                item=self.part("items", item), gain=formats.number(gain / 100, 2)
            )
            for item, gain, _weight in why.serves
        ]
        if why.unlocks:
            said.append(_("Comes before {codes}.").format(codes=self.listed(why.unlocks)))
        if why.wished:
            said.append(_("You asked for it."))
        return tuple(said)

    def quality(self, plan: Plan) -> str:
        """Return in plain words how well the plan is known to be the best."""
        gap = formats.percent(round(plan.gap * 10_000), 1)
        return str(STOPPED[plan.stopped_by]).format(gap=gap)

    def slice_sentence(self, bought: NextSlice | None, amount: int) -> str:
        """Return what the next slice of money would buy; empty where none was asked about."""
        if bought is None:
            return ""
        money = formats.money(amount, self.draft.known.currency)
        if not bought.added:
            return _("{money} more would buy nothing further: time, people or measures are lacking.").format(
                money=money
            )
        said = _("{money} more would buy: {codes}.").format(money=money, codes=self.listed(bought.added))
        if bought.dropped:
            said += " " + _("It would take the place of: {codes}.").format(codes=self.listed(bought.dropped))
        return said

    def answer(self, plan: Plan, cost: int) -> str:
        """Return the plan in one sentence: how many activities, at what cost, what the organisation pays."""
        counted = ngettext("{n} activity", "{n} activities", len(plan.activities)).format(
            n=formats.number(len(plan.activities))
        )
        return f"{counted}, {formats.money(cost, self.draft.known.currency)}."
