"""The closed lists of governance, each code with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

MEETINGS = {
    "general_assembly": _("General assembly"),
    "extraordinary_assembly": _("Extraordinary general assembly"),
    "board": _("Board meeting"),
    "supervisory": _("Supervisory committee meeting"),
    "section": _("Section assembly"),
    "other": _("Other meeting"),
}

BODIES = {
    "board": _("Board"),
    "supervisory": _("Supervisory committee"),
    "management": _("Management"),
    "section": _("Section committee"),
    "delegates": _("Delegates"),
    "committee": _("Other committee"),
}

OFFICES = {
    "chair": _("Chair"),
    "vice_chair": _("Vice-chair"),
    "secretary": _("Secretary"),
    "deputy_secretary": _("Deputy secretary"),
    "treasurer": _("Treasurer"),
    "deputy_treasurer": _("Deputy treasurer"),
    "board_member": _("Board member"),
    "supervisor": _("Member of the supervisory committee"),
    "manager": _("Manager"),
    "delegate": _("Delegate of a section"),
    "committee_member": _("Committee member"),
}

SINGLE_SEAT = frozenset({"chair", "secretary", "treasurer", "manager"})
"""Offices of which a body has one seat."""

ELECTED_BODIES = frozenset({"board", "supervisory", "section", "delegates", "committee"})
"""Bodies whose seats are elected; the manager is hired."""

DISPUTES = {
    "complaint": _("Complaint"),
    "conflict": _("Conflict between members or bodies"),
}

MATTERS = {
    "weighing": _("Weighing and grading"),
    "payment": _("Payment"),
    "governance": _("Elections and decisions"),
    "staff": _("Staff"),
    "land": _("Land and resources"),
    "service": _("Services and inputs"),
    "conduct": _("Conduct of a person"),
    "other": _("Other"),
}

OUTCOMES = {
    "agreed": _("The parties agreed"),
    "decided": _("A body decided"),
    "withdrawn": _("Withdrawn"),
    "referred": _("Referred to somebody outside"),
}
