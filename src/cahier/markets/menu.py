"""What markets registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.tabs import tab, view

tab("sales", _("Sales"), "sales", "markets")
view("sales", _("Sales"), "sales", "markets")
view("sales", _("Contracts"), "contracts", "markets")
view("sales", _("Prices"), "prices", "markets")
