"""What supply registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.kinds import own_page, quick
from cahier.web.tabs import tab, view

tab("deliveries", _("Deliveries"), "deliveries", "deliveries")
view("deliveries", _("Deliveries"), "deliveries", "deliveries")
view("deliveries", _("Weigh"), "weigh", "deliveries", writes="supply.delivery")
view("deliveries", _("Stock"), "stock", "deliveries")
quick("supply.delivery")
own_page("supply.delivery", "weigh")
