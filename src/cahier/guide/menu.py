"""What the guide registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.tabs import tab, view

tab("guide", _("Guide"), "guide", "guide")
view("guide", _("Variables and items"), "guide", "guide")
view("guide", _("Modules"), "guide-modules", "guide")
view("guide", _("Causes and responses"), "guide-causes", "guide")
