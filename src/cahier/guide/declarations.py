"""What ``pack.toml`` declares about scoring and about its own texts, read into typed rules."""

from __future__ import annotations

from types import MappingProxyType

from cahier.guide import refusals
from cahier.guide.kinds import KINDS
from cahier.guide.packs import Limits
from cahier.guide.scales import Evidence, Rules, Scale
from cahier.guide.values import Table
from cahier.kernel.refusals import Refused

KEYS = (
    "id",
    "edition",
    "licence",
    "attribution",
    "languages",
    "names",
    "lays_over",
    "prefix",
    "off",
    "same_meaning",
    "scale",
    "evidence",
    "rules",
    "texts",
    "words",
    "half_day_minutes",
    "questionnaire",
)
NOT_APPLICABLE = "not_applicable"


def scale(table: Table) -> Scale:
    """Return the declared scale. Raises ``Refused`` (``guide.scale_levels``) where it cannot be scored on."""
    table.only(("levels", "anchors", "half_points", "not_applicable", "answers"))
    levels = table.numbers("levels")
    if len(levels) < 2 or list(levels) != sorted(set(levels)):
        raise Refused(refusals.SCALE_LEVELS().at(table.where))
    return Scale(
        levels=levels,
        anchors=table.numbers("anchors"),
        half_points=table.truth("half_points"),
        not_applicable=table.truth("not_applicable", True),
        answers=MappingProxyType({word: _answer(table, word) for word in table.sub("answers").raw}),
    )


def _answer(table: Table, word: str) -> int | None:
    answers = table.sub("answers")
    return None if answers.raw[word] == NOT_APPLICABLE else answers.number(word)


def evidence(table: Table) -> Evidence:
    """Return the declared rules of evidence; a pack without grades asks for none."""
    table.only(("grades", "rules", "counted_from"))
    for row in table.rows("rules"):
        row.only(("above", "needs"))
    return Evidence(
        grades=table.texts("grades"),
        rules=tuple((row.number("above"), row.text("needs")) for row in table.rows("rules")),
        counted_from=table.text("counted_from"),
    )


def rules(table: Table) -> Rules:
    """Return the declared rules of adding up; what is not declared keeps its usual value."""
    usual = Rules()
    table.only(tuple(vars(usual)))
    return Rules(
        index=table.text("index", usual.index),
        min_scored_percent=table.number("min_scored_percent", usual.min_scored_percent),
        all_variables=table.truth("all_variables", usual.all_variables),
        spread_above_hundredths=table.number("spread_above_hundredths", usual.spread_above_hundredths),
        min_votes=table.number("min_votes", usual.min_votes),
        min_group=table.number("min_group", usual.min_group),
    )


def limits(about: Table) -> Limits:
    """Return which texts each kind has and how long they may be; kinds not named keep their usual texts."""
    table = about.sub("texts")
    table.only(tuple(kind.name for kind in KINDS))
    texts = {kind.name: table.texts(kind.name) if kind.name in table.raw else kind.texts for kind in KINDS}
    words = about.sub("words")
    return Limits(
        texts=MappingProxyType(texts),
        words=MappingProxyType({key: words.number(key) for key in words.raw}),
        half_day_minutes=about.number("half_day_minutes"),
    )
