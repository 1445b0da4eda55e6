"""The shell's own tab, and what it knows to be waiting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.due import due
from cahier.web.needs import asked, refused
from cahier.web.tabs import tab

tab("today", _("Today"), "today", "today")
due("import", refused)
due("findings", asked)
