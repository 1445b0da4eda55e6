"""Figures as people read them: value, band as a word, completeness, in the reader's habits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cahier.indicators.bands import Band
from cahier.indicators.definition import Indicator, Unit, Zero
from cahier.indicators.engine import PLACES, Figure, Status, as_counts, rounded
from cahier.indicators.queries import Line
from cahier.web import formats

FAMILY_NAMES = {
    "KM": gettext_lazy("Membership and loyalty"),
    "KG": gettext_lazy("Governance"),
    "KA": gettext_lazy("Administration and accounts"),
    "KC": gettext_lazy("Deliveries, quality, contracts"),
    "KP": gettext_lazy("Payment to members"),
    "KE": gettext_lazy("Sharing the value"),
    "KF": gettext_lazy("Money and autonomy"),
    "KW": gettext_lazy("Women"),
    "KY": gettext_lazy("Young people"),
    "KQ": gettext_lazy("Small farms"),
    "KL": gettext_lazy("Learning"),
    "KI": gettext_lazy("Influence"),
}
BAND_WORDS = {
    Band.GREEN: gettext_lazy("Good"),
    Band.AMBER: gettext_lazy("Watch"),
    Band.RED: gettext_lazy("Act"),
    Band.NONE: "",
}
_SIGNS = {">=": "≥", "<=": "≤"}
TONES = {Band.GREEN: "ok", Band.AMBER: "", Band.RED: "red", Band.NONE: ""}
STATUS_WORDS = {
    Status.NO_CASE: gettext_lazy("no case"),
    Status.NOT_ENOUGH: gettext_lazy("not enough data"),
    Status.HIDDEN: gettext_lazy("hidden: fewer than five people"),
}
_WITHOUT = {Zero.RED: gettext_lazy("none"), Zero.GREEN: gettext_lazy("no short-term debt"), Zero.NO_CASE: ""}
GROUP_WORDS = {
    "f": gettext_lazy("women"),
    "m": gettext_lazy("men"),
    "seats": gettext_lazy("elected seats"),
    "families": gettext_lazy("families"),
    "sections": gettext_lazy("sections"),
    "attendance": gettext_lazy("attendance"),
    "cleared": gettext_lazy("findings cleared"),
    "own": gettext_lazy("our side"),
    "other": gettext_lazy("the other side"),
    "measured": gettext_lazy("base: measured"),
    "estimated": gettext_lazy("base: estimated on the plot"),
    "declared": gettext_lazy("base: declared by members"),
    "pledged": gettext_lazy("base: pledged by members"),
}
_BASES = ("measured", "estimated", "declared", "pledged")


@dataclass(frozen=True)
class Shown:
    """One line of the page, every part a text."""

    code: str
    name: str
    meaning: str
    formula: str
    value: str
    band: Any
    tone: str
    before: str
    completeness: str
    parts: str
    groups: str
    bands: str
    informs: str
    source: str


def value_text(indicator: Indicator, figure: Figure, currency: str) -> str:
    """Return what stands in the place of the value: a number with its unit, a count, or why there is none."""
    if figure.status is Status.WITHOUT:
        return str(_WITHOUT[indicator.zero])
    if figure.value is None:
        return str(STATUS_WORDS[figure.status])
    if as_counts(indicator, figure):
        part, whole = formats.number(figure.numerator), formats.number(figure.denominator)
        return _("{part} of {whole}").format(part=part, whole=whole)
    return _with_unit(indicator.unit, rounded(figure.value, indicator.unit), currency)


def _with_unit(unit: Unit, value: Decimal, currency: str) -> str:
    if unit is Unit.MONEY:
        return formats.money(int(value), currency)
    if unit is Unit.PERCENT:
        return formats.percent_of(Fraction(value) / 100)
    number = formats.number(value, PLACES[unit])
    if unit is Unit.DAYS:
        return ngettext("{n} day", "{n} days", int(value) if value == 1 else 2).format(n=number)
    if unit is Unit.MONTHS:
        return ngettext("{n} month", "{n} months", int(value) if value == 1 else 2).format(n=number)
    return number


def shown(line: Line, currency: str, *, named: bool = True) -> Shown:
    """Return one line as texts. ``named`` false leaves out groups whose names only members may read."""
    one, figure = line.indicator, line.now
    return Shown(
        code=one.code, name=line.words.name, meaning=line.words.meaning, formula=line.words.formula,
        value=value_text(one, figure, currency), band=BAND_WORDS[figure.band], tone=TONES[figure.band],
        before=value_text(one, line.before, currency) if line.before and line.before.value is not None else "",
        completeness=complete_text(figure), parts=parts_text(figure), groups=_groups(line, currency) if named else "",
        bands=bands_text(one), informs=", ".join(one.informs), source=one.source,
    )  # fmt: skip


def complete_text(figure: Figure) -> str:
    """Return the share of needed records that are there; empty when all are."""
    share = figure.completeness
    return "" if share is None or share == 1 else formats.percent_of(share, 0)


def parts_text(figure: Figure) -> str:
    """Return the whole numbers that were divided."""
    return f"{formats.number(figure.numerator)} / {formats.number(figure.denominator)}"


def bands_text(indicator: Indicator) -> str:
    """Return from where on a figure is red and green."""
    bands = indicator.bands
    if bands is None:
        return ""
    if bands.beside:
        return _("compared with {code}, within {n} points").format(code=bands.beside, n=bands.within)
    return _("act {red}; good {green}").format(red=_condition(bands.red), green=_condition(bands.green))


def _condition(text: str) -> str:
    """Return a condition such as ``>=0.9`` or ``[30,80]`` with the signs of the reader: ``≥ 0,9``, ``30 – 80``."""
    if text[:1] in "[(":
        return " – ".join(_decimal(part) for part in text[1:-1].split(","))
    sign = text[: len(text) - len(text.lstrip("<>="))]
    return f"{_SIGNS.get(sign, sign)}{formats.HARD}{_decimal(text[len(sign) :])}"


def _decimal(text: str) -> str:
    return text.strip().replace(".", formats.decimal_sign())


def _groups(line: Line, currency: str) -> str:
    texts = []
    for name, one in line.groups:
        word = str(GROUP_WORDS.get(name, name))
        texts.append(word if name in _BASES else f"{word} {value_text(line.indicator, one, currency)}")
    return " · ".join(texts)


def summary(lines: Sequence[Line], *, so_far: bool) -> str:
    """Return the sentence that answers the page's question."""
    count = {band: sum(1 for line in lines if line.now.band is band) for band in Band}
    read = sum(1 for line in lines if line.now.status in (Status.VALUE, Status.WITHOUT))
    text = _(
        "The records give {read} of {all} figures: {green} good, {amber} to watch, {red} to act on."
    ).format(
        read=formats.number(read), all=formats.number(len(lines)), green=formats.number(count[Band.GREEN]),
        amber=formats.number(count[Band.AMBER]), red=formats.number(count[Band.RED]),
    )  # fmt: skip
    return f"{text} {_('The season is open: figures so far.')}" if so_far else text
