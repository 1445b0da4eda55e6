"""What money registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.kinds import quick
from cahier.web.tabs import tab, view

tab("accounts", _("Accounts"), "accounts", "accounts")
view("accounts", _("Accounts"), "accounts", "accounts")
view("accounts", _("Cash counts"), "counts", "accounts")
view("accounts", _("Shares and fees"), "shares", "accounts")
quick("money.cash_entry")
