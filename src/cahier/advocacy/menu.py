"""What advocacy registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.tabs import view

view("assemblies", _("Positions"), "positions", "advocacy")
view("assemblies", _("Agreements"), "agreements", "advocacy")
