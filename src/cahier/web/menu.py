"""The shell's own tab and step."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.tabs import tab

tab("today", _("Today"), "today", "today")
