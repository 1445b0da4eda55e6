"""Words that the entries and the pages of the assessment share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SHARING = {
    "po": _("Stays with us"),
    "partners": _("Shared with partners we name"),
    "public": _("Public"),
}
SEXES = {"f": _("Women"), "m": _("Men")}

USUAL_GROUPS = {
    "leaders": _("Board"),
    "members": _("Ordinary members"),
    "women": _("Women"),
    "youth": _("Young people"),
    "staff": _("Staff and supervision"),
}
"""The groups of a round whose guide names none."""

USUAL_GRADES = {"PF0": _("said"), "PF1": _("seen"), "PF2": _("document"), "PF3": _("records")}
