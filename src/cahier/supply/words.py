"""The codes that records of supply use, each with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

MEASURES = {"mass": _("By weight"), "volume": _("By volume"), "count": _("By the piece")}

BASES = {
    "measured": _("Measured"),
    "estimated": _("Estimated on the plot"),
    "declared": _("Declared by the member"),
    "pledged": _("Pledged by the member"),
}

INTO_STORE = {
    "reception": _("Reception from members"),
    "purchase": _("Bought from others"),
    "processed": _("Came from processing"),
    "transfer": _("Transfer between stores"),
    "return": _("Sent back by a buyer"),
    "other": _("Other"),
}
OUT_OF_STORE = {
    "sale": _("Sold"),
    "processing": _("Went to processing"),
    "transfer": _("Transfer between stores"),
    "sample": _("Sample"),
    "loss": _("Lost or spoiled"),
    "other": _("Other"),
}
