"""What settlement registers in the shell: its view among the accounts, what is late, and step 1."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.markets.models import Sale
from cahier.registry.models import Membership
from cahier.settlement.due import payments_late
from cahier.supply.models import Delivery
from cahier.web.due import due
from cahier.web.steps import step
from cahier.web.tabs import view


def records_in(book: str) -> bool:
    """Tell whether the book has members, and deliveries or sales: enough for its first figures."""
    return Membership.objects.exists() and (Delivery.objects.exists() or Sale.objects.exists())


view("accounts", _("Owed to members"), "owed", "accounts")
due("accounts", payments_late)
step(1, _("Bring your records in"), "records", records_in, act=_("Bring records in"), group="entries")
