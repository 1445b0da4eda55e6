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
    of_its_own = Bands(limits[0], limits[1]) if limits else None
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
_add("KW-02", _PERCENT, _PEOPLE, "R3 G6", "<10", ">35", source="S44 S121 S122")
_add("KW-03", _COUNT, _THINGS, "R3", "=0", ">=2", source="S119")
_add("KW-04", _RATIO, _AMOUNT, "R3", "<0.4", ">0.9", adds=False)
_add("KW-05", _PERCENT, _AMOUNT, "R3 E6", "<30", ">70")
_add("KW-06", _PERCENT, _AMOUNT, "R3", bands=Bands(beside="KW-01", within=2), source="S115 S116")
_add("KW-07", _PERCENT, _PEOPLE, "R3", "<50", ">90")
_add("KQ-01", _RATIO, _AMOUNT, "R3", "<0.5", ">0.9", source="S100 S118", adds=False)
# Governance
_add("KG-01", _DAYS, _THINGS, "G2", ">60", "=0")
_add("KG-02", _RATIO, _PEOPLE, "G2", "<1", ">1.2")
_add("KG-03", _PERCENT, _PEOPLE, "R2 G2", "<30", ">50")
_add("KG-04", _DAYS, _THINGS, "G2", "<7", ">=15", source="S133")
_add("KG-05", _DAYS, _THINGS, "G2 R5", ">30", "<10")
_add("KG-06", _PERCENT, _THINGS, "G3", "<60", ">85", source="S63")
_add("KG-07", _PERCENT, _THINGS, "G3", ">20", "=0")
_add("KG-08", _PERCENT, _PEOPLE, "G6", "<15", "[30,80]", source="S64")
_add("KG-10", _PERCENT, _THINGS, "G3", "<50", ">75")
_add("KG-11", _PERCENT, _THINGS, "G4", "<50", ">90", source="S59")
_add("KG-12", _PERCENT, _THINGS, "G5", "<100", "=100", source="S134")
_add("KG-13", _PERCENT, _THINGS, "G5", "<50", ">80")
_add("KG-14", _PERCENT, _THINGS, "G3", ">60", "<40", adds=False)
# Administration and accounts
_add("KA-01", _DAYS, _THINGS, "A1", ">30", "<7", adds=False)
_add("KA-02", _PERCENT, _THINGS, "A3", "<50", ">90")
_add("KA-03", _PERCENT, _AMOUNT, "A3", ">2", "<0.5", zero=Zero.RED)
_add("KA-04", _DAYS, _THINGS, "A2", ">90", "<30", source="S57")
_add("KA-05", _PERCENT, _AMOUNT, "A5", ">30", "<10")
_add("KA-06", _PERCENT, _THINGS, "A5", "<50", ">75")
_add("KA-07", Unit.MONTHS, _THINGS, "A6", ">24", "<12", zero=Zero.RED, source="S57")
_add("KA-08", _PERCENT, _THINGS, "A6", "<50", ">90")
_add("KA-09", _PERCENT, _THINGS, "A6", "<80", "=100")
_add("KA-10", _PERCENT, _THINGS, "A4", "<30", ">70")
_add("KA-11", _PERCENT, _PEOPLE, "A4", ">40", "<20")
_add("KA-12", _PERCENT, _AMOUNT, "E2", ">20", "<10", source="S59")
# Deliveries, quality, contracts
_add("KC-02", _PERCENT, _AMOUNT, "E1", "<75", ">95", source="S46")
_add("KC-03", _PERCENT, _AMOUNT, "E1", ">20", "<5", source="S45 S46")
_add("KC-05", _PERCENT, _AMOUNT, "T2", ">10", "<3")
_add("KC-06", _PERCENT, _AMOUNT, "T2", ">3", "<1")
_add("KC-07", _PERCENT, _AMOUNT, "T2")
_add("KC-09", _PERCENT, _AMOUNT, "T4", "<60", ">95")
_add("KC-11", _PERCENT, _AMOUNT, "E1 E7", ">70", "<40")
_add("KC-12", _PERCENT, _AMOUNT, "E1", "<40", ">75")
_add("KC-13", _PERCENT, _AMOUNT, "E1", source="S02")
_add("KC-14", _PERCENT, _AMOUNT, "E1", "<40", ">70")
# Payment to members and sharing
_add("KP-01", _DAYS, _THINGS, "E4 R2", ">30", "<=7", source="S105", partner="KP-07", adds=False)
_add("KP-02", _PERCENT, _THINGS, "R2 E4", "<80", ">97", source="S105 S106")
_add("KP-03", _PERCENT, _AMOUNT, "E6")
_add("KP-04", _COUNT, _THINGS, "E6", "=0", "=3", source="S59")
_add("KP-05", _PERCENT, _THINGS, "A1 R5", "<80", ">98")
_add("KP-06", _PERCENT, _AMOUNT, "A3", source="S22")
_add("KP-07", _RATIO, _AMOUNT, "E6 R2", "<0.98", ">1.03", source="S111", partner="KP-01")
_add("KE-10", _PERCENT, _AMOUNT, "E6")
_add("KE-12", _PERCENT, _AMOUNT, "E6", "<10", ">30", source="S59")
_add("KE-13", _PERCENT, _AMOUNT, "E6 G2", "<60", ">90", source="S132")
# Money and autonomy
_add("KF-01", _PERCENT, _AMOUNT, "E5", "<50", ">100", source="S44")
_add("KF-02", _PERCENT, _AMOUNT, "E5", ">60", "<25", source="S33")
_add("KF-03", _PERCENT, _AMOUNT, "E5 E7", ">70", "<40")
_add("KF-05", _PERCENT, _AMOUNT, "E3", "<50", ">80", source="S44")
_add("KF-06", _PERCENT, _PEOPLE, "E3", "<25", ">75", source="S44")
_add("KF-07", _PERCENT, _AMOUNT, "E4", ">10", "<3", source="S31")
_add("KF-08", _PERCENT, _AMOUNT, "E4", ">15", "<5")
_add("KF-09", _RATIO, _AMOUNT, "E4", "<1.3", ">2", zero=Zero.GREEN, source="S135")
_add("KF-10", _PERCENT, _AMOUNT, "E4 E7", ">60", "<30", source="S135")
_add("KF-11", _PERCENT, _AMOUNT, "E4", "<30", ">80", source="S31")
_add("KF-12", _PERCENT, _AMOUNT, "E2", "<0", ">3", source="S31 S59")
_add("KF-13", _PERCENT, _AMOUNT, "E3")
_add("KF-14", _DAYS, _AMOUNT, "E4", ">90", "<45")
# Learning
_add("KL-01", _PERCENT, _PEOPLE, "", "<50", ">80", source="S114")
_add("KL-02", _RATIO, _AMOUNT, "A4 G3", "<16", ">60", source="S64")
_add("KL-03", _PERCENT, _PEOPLE, "", "<40", ">70")
_add("KL-05", _PERCENT, _PEOPLE, "", "<30", ">60")
_add("KL-06", _PERCENT, _THINGS, "G3 A4", "<40", ">80")
_add("KL-07", _PERCENT, _THINGS, "", "<50", ">90")
_add("KL-08", _PERCENT, _PEOPLE, "R3", "<15", "(15,60)")
_add("KL-09", _PERCENT, _THINGS, "E5", "=0", ">30")
_add("KL-10", _PERCENT, _THINGS, "", "<60", ">85")
# Influence
_add("KI-01", _PERCENT, _THINGS, "I2", "<30", ">80")
_add("KI-02", _COUNT, _THINGS, "I3 I5")
_add("KI-03", _PERCENT, _AMOUNT, "I3", "<50", "=100")
_add("KI-04", _PERCENT, _THINGS, "I4", "<20", ">60")
_add("KI-05", _PERCENT, _THINGS, "I4", "<50", ">80")
_add("KI-06", Unit.MONEY, _THINGS, "I5")
_add("KI-07", _COUNT, _THINGS, "R5 I2", "=0", ">=2")

INDICATORS = {
    code: INDICATORS[code] for code in sorted(INDICATORS, key=lambda code: (FAMILIES.index(code[:2]), code))
}
