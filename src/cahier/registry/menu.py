"""What the registry registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.registry.seasons import name_of_running
from cahier.web.context import SEASONS
from cahier.web.tabs import tab, view

tab("members", _("Members"), "members", "members")
view("members", _("Register"), "members", "members")
view("members", _("The organisation"), "organisation", "members")
view("members", _("Seasons"), "seasons", "members")
SEASONS.append(name_of_running)
