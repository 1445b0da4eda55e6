"""The closed lists of the registry, each code with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SEXES = {"f": _("Woman"), "m": _("Man")}

TIERS = {
    "base": _("Base group"),
    "cooperative": _("Cooperative"),
    "union": _("Union"),
    "federation": _("Federation"),
    "confederation": _("Confederation"),
    "network": _("Network or platform"),
    "support": _("Supporting organisation"),
}

DEGREES = {
    "TY0": _("Informal group formed around an offer of aid"),
    "TY1": _("Registered base group, volunteer leaders, no staff"),
    "TY2": _("Primary cooperative with at least one employee"),
    "TY3": _("Multi-service cooperative or union with managers"),
    "TY4": _("Federation, chamber or advocacy platform"),
}

LEGAL_FORMS = {
    "informal": _("Informal group"),
    "association": _("Association"),
    "gie": _("Economic interest grouping (GIE)"),
    "scoops": _("Simplified cooperative (SCOOPS)"),
    "coop-ca": _("Cooperative with a board of directors (COOP-CA)"),
    "cooperative": _("Cooperative society (other law)"),
    "user-cooperative": _("Agrarian user cooperative"),
    "self-help-group": _("Self-help group"),
    "producer-company": _("Producer company"),
    "oeca": _("Peasant economic organisation (OECA)"),
    "union": _("Union of cooperatives"),
    "federation": _("Federation of cooperatives"),
    "confederation": _("Confederation of cooperatives"),
    "network": _("Cooperative network"),
    "company": _("Company"),
    "public": _("Public body"),
}

FUNCTIONS = {
    "FN1": _("Collective input supply"),
    "FN2": _("Production advice and training"),
    "FN3": _("Collection, storage, quality sorting"),
    "FN4": _("Processing"),
    "FN5": _("Collective marketing and export"),
    "FN6": _("Savings, credit, guarantee, warehouse receipt"),
    "FN7": _("Shared equipment"),
    "FN8": _("Natural-resource or water management"),
    "FN9": _("Animal-health or plant-health service"),
    "FN10": _("Certification and internal control"),
    "FN11": _("Representation and advocacy"),
    "FN12": _("Social services, solidarity, emergency"),
}
