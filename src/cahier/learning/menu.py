"""What learning registers in the shell."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.web.tabs import tab

tab("trainings", _("Trainings"), "trainings", "learning")
