"""All indicators: unit, what is counted, items informed, bands. Queries and texts lie beside, by code.

Bands are those of section 8 of the method's reference; a shared limit and every gap is amber (rule 10).
"""

from __future__ import annotations

from cahier.indicators.bands import Bands
from cahier.indicators.definition import Indicator, Of, Unit, Zero
from cahier.kernel.refusals import Refused, reason

UNKNOWN = reason("indicators.unknown", "There is no indicator {code}. The list is: {codes}.")

INDICATORS: dict[str, Indicator] = {}

FAMILIES = ("KM", "KG", "KA", "KC", "KP", "KE", "KF", "KW", "KY", "KQ", "KL", "KI")
_PERCENT, _RATIO, _DAYS, _COUNT = Unit.PERCENT, Unit.RATIO, Unit.DAYS, Unit.COUNT
_PEOPLE, _THINGS, _AMOUNT = Of.PEOPLE, Of.THINGS, Of.AMOUNT


def get(code: str) -> Indicator:
    """Return an indicator. Raises ``Refused`` for an unknown code."""
    if code not in INDICATORS:
        raise Refused(UNKNOWN(code=code, codes=", ".join(INDICATORS)))
    return INDICATORS[code]


def _add(
    code: str, unit: Unit, of: Of, informs: str, *limits: str, zero: Zero = Zero.NO_CASE, source: str = "",
    partner: str = "", adds: bool = True, bands: Bands | None = None,
) -> None:  # fmt: skip
    """Add an indicator; ``limits`` are the conditions of red and of green."""
    of_its_own = Bands(*limits) if limits else None
    INDICATORS[code] = Indicator(
        code, unit, of, tuple(informs.split()), bands or of_its_own, zero, source, partner, adds
    )


# Membership and loyalty
_add("KM-01", _PERCENT, _PEOPLE, "R2", "<50", ">75", source="S54")
_add("KM-02", _PERCENT, _PEOPLE, "R1", source="S33 S57 S111")
_add("KM-03", _PERCENT, _PEOPLE, "R1", "<0", ">5")
_add("KM-04", _PERCENT, _PEOPLE, "A1", "<60", ">90")
_add("KM-05", _PERCENT, _AMOUNT, "R2 E1", "<50", ">75", source="S31 S131")
_add("KM-06", _PERCENT, _AMOUNT, "R2", ">40", "<20", source="S106 S108 S109")
_add("KM-07", _PERCENT, _AMOUNT, "R2", "<70", ">90", source="S103")
_add("KM-08", _PERCENT, _AMOUNT, "R2 T4", ">50", "<20", source="S132")
_add("KM-09", _PERCENT, _PEOPLE, "R2 E3", "<50", ">75", source="S44")
_add("KM-10", _PERCENT, _AMOUNT, "R3 E7", ">60", "<40")
_add("KM-11", _RATIO, _AMOUNT, "R2", "<0.4", ">0.7", adds=False)
_add("KM-12", _PERCENT, _PEOPLE, "R1", ">40", "<20")
# Inclusion
_add("KW-01", _PERCENT, _PEOPLE, "R3", "<15", ">30", source="S44 S75b")
_add("KY-01", _PERCENT, _PEOPLE, "G6", "<10", ">25")
