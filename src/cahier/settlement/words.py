"""The codes that records of settlement use, each with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "advance": _("Advance"),
    "balance": _("Payment for a delivery"),
    "second": _("Second payment"),
    "refund": _("Patronage refund"),
    "premium": _("Premium"),
}
CHANNELS = {"cash": _("Cash"), "bank": _("Bank transfer"), "mobile": _("Mobile money"), "cheque": _("Cheque")}
TRACEABLE = frozenset({"bank", "mobile", "cheque"})
