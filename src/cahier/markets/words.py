"""The codes that records of markets use, each with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

CHANNELS = {
    "conventional": _("Conventional trade"),
    "fairtrade": _("Fair trade"),
    "organic": _("Organic"),
    "sustainable": _("Other sustainability standard"),
    "local": _("Local market and short food chain"),
    "public": _("Public purchase"),
    "pgs": _("Participatory guarantee system"),
    "gi": _("Geographical indication"),
    "retail": _("Supermarket"),
    "relief": _("Food aid and grain reserve"),
}
ALTERNATIVE = frozenset({"fairtrade", "organic", "local", "public", "pgs", "gi"})

BUYER_KINDS = {
    "trader": _("Trader"),
    "exporter": _("Exporter"),
    "importer": _("Importer"),
    "processor": _("Processor"),
    "retailer": _("Shop or supermarket"),
    "public": _("Public buyer"),
    "consumer": _("Consumers"),
    "po": _("Producer organisation"),
    "other": _("Other"),
}

PRICE_TYPES = {
    "farmgate": _("Farm-gate price"),
    "wholesale": _("Wholesale price"),
    "retail": _("Retail price"),
    "export": _("Export price"),
}
PRICE_FLAGS = {
    "actual": _("Observed"),
    "aggregate": _("Average of several"),
    "forecast": _("Forecast"),
}

INCOTERMS = {"EXW": "EXW", "FCA": "FCA", "FAS": "FAS", "FOB": "FOB", "CFR": "CFR", "CIF": "CIF", "CPT": "CPT",
             "CIP": "CIP", "DAP": "DAP", "DPU": "DPU", "DDP": "DDP"}  # fmt: skip

CLAIM_REASONS = {
    "quality": _("Quality"),
    "weight": _("Weight"),
    "late": _("Late delivery"),
    "papers": _("Papers"),
    "other": _("Other"),
}
