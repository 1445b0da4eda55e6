"""The guide's words for a round in the reader's language; where the guide is not here, its codes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cahier.assessment.grid import Grid
from cahier.assessment.models import Round, RoundGroup
from cahier.assessment.packs import pack_of
from cahier.assessment.votes import BLANK, DONT_KNOW, PANEL
from cahier.assessment.words import USUAL_GRADES, USUAL_GROUPS
from cahier.guide.packs import Pack, Texts
from cahier.kernel.refusals import Refused


@dataclass(frozen=True)
class LevelWord:
    """A level as the voting screen shows it; ``between`` marks a level that the guide does not describe."""

    level: int
    text: str
    between: bool = False


class Wording:
    """What things are called in one round."""

    def __init__(self, pack: Pack | None, grid: Grid) -> None:
        self.pack, self.grid = pack, grid
        self.texts: Texts | None = None
        if pack is not None:
            self.texts = pack.text(pack.language_for(get_language() or "en", "en"))

    @classmethod
    def of(cls, one: Round, grid: Grid) -> Wording:
        """Return the words of a round; its guide may have been taken away from this computer."""
        try:
            return cls(pack_of(one.pack), grid)
        except Refused:
            return cls(None, grid)

    @property
    def guide(self) -> str:
        """The name of the guide."""
        if self.pack is None or self.texts is None:
            return self.grid.instrument.version
        return self.pack.name(self.texts.language)

    def say(self, part: str, key: str = "name") -> str:
        """Return a text of the guide, or an empty text where it has none."""
        return self.texts(part, key) if self.texts is not None and self.texts.has(part, key) else ""

    def item(self, item: str) -> str:
        """The name of an item."""
        return self.say(item) or item

    def question(self, item: str) -> str:
        """The question of an item."""
        return self.say(item, "question") or self.item(item)

    def variable(self, code: str) -> str:
        """The name of a variable."""
        return self.say(code) or code

    def grade(self, code: str) -> str:
        """The word of a grade of proof."""
        return self.say(code) or str(USUAL_GRADES.get(code, code))

    def group(self, code: str, name: str = "") -> str:
        """The name of a group that votes apart."""
        if code == PANEL:
            return _("Small groups together")
        own = name or self.say(code)
        return own or str(USUAL_GROUPS.get(code, code))

    def groups(self, rows: list[RoundGroup]) -> dict[str, str]:
        """The names of a round's groups by code, the panel last."""
        return {row.code: self.group(row.code, row.name) for row in rows} | {PANEL: self.group(PANEL)}

    def levels(self, item: str) -> list[LevelWord]:
        """The levels of an item with what each means."""
        named = {part.value: part.id for part in self.pack.levels.values()} if self.pack else {}
        told = {
            level: self.say(item, f"level_{level}") or self.say(named.get(level, ""))
            for level in self.grid.scale.levels
        }
        described = [level for level, text in told.items() if text]
        return [_level(level, told[level], described) for level in told]

    def answer(self, answer: str) -> str:
        """A vote in words: a level, don't know, or blank."""
        return {DONT_KNOW: _("Don’t know"), BLANK: _("Blank")}.get(answer, answer)

    def proofs(self, item: str) -> list[tuple[str, str]]:
        """The kinds of proof that usually show an item: code and name."""
        part = self.pack.items.get(item) if self.pack else None
        return [(code, self.say(code) or code) for code in part.proofs] if part else []

    def indicators(self, item: str) -> tuple[str, ...]:
        """The codes of the computed figures that inform an item."""
        part = self.pack.items.get(item) if self.pack else None
        return part.indicators if part else ()


def _level(level: int, text: str, described: list[int]) -> LevelWord:
    below = max((one for one in described if one < level), default=None)
    above = min((one for one in described if one > level), default=None)
    if text or below is None or above is None:
        return LevelWord(level, text)
    return LevelWord(level, _("between {below} and {above}").format(below=below, above=above), between=True)
