"""What governance registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.governance.due import decisions, expired, filings, minutes
from cahier.web.due import due
from cahier.web.tabs import tab, view

tab("assemblies", _("Assemblies"), "assemblies", "assemblies")
view("assemblies", _("Meetings"), "assemblies", "assemblies")
view("assemblies", _("Decisions"), "decisions", "assemblies")
view("assemblies", _("Mandates"), "mandates", "assemblies")
view("assemblies", _("Duties and control"), "duties", "assemblies")
for ask in (minutes, filings, expired, decisions):
    due("assemblies", ask)
