"""The closed lists of advocacy, each code with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

MANDATES = {
    "assembly": _("General assembly"),
    "section": _("Section assemblies"),
    "board": _("Board"),
    "none": _("Nobody"),
}

ANSWERS = {
    "accepted": _("Accepted"),
    "partly": _("Accepted in part"),
    "refused": _("Refused"),
    "open": _("Answered, not decided"),
}

SIDES = {"own": _("Our side"), "other": _("The other side")}

STEPS = {"started": _("Started"), "kept": _("Kept"), "dropped": _("Dropped")}

AUDIENCES = {
    "assembly": _("General assembly"),
    "sections": _("Sections"),
    "members": _("Members by other means"),
}

PLATFORMS = {
    "union": _("Union or federation"),
    "interprofession": _("Interprofession"),
    "council": _("Local or regional council"),
    "platform": _("Platform or network"),
    "programme": _("Steering committee of a programme"),
}

LEVELS = {"local": _("Local"), "regional": _("Regional"), "national": _("National"), "other": _("Other")}
