"""The roles of a book, each a value with a description for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """Who somebody is in one book. What the role may do stands in ``permissions``.

    A role is its code: its name is another word in each language, and must not make it another role.
    """

    code: str
    name: Any = field(compare=False)
    description: Any = field(compare=False)


MANAGER = Role(
    "manager", _("Manager"), _("Runs the organisation day by day: may write and read everything in the book.")
)
SECRETARY = Role(
    "secretary", _("Secretary"), _("Keeps the register, the calls and the minutes; reads the money.")
)
TREASURER = Role(
    "treasurer",
    _("Treasurer"),
    _("Keeps cash, bank, shares and payments; reads the register and deliveries."),
)
COLLECTOR = Role(
    "collector", _("Collector"), _("Weighs and grades at the collection point; finds members by name.")
)
SUPERVISORY = Role(
    "supervisory",
    _("Supervisory committee"),
    _("Reads everything in the book; writes its own reports and meetings."),
)
MEMBER = Role("member", _("Member"), _("Reads the figures, the assemblies and the positions, without names."))
ADVISER = Role(
    "adviser", _("Adviser"), _("Accompanies the programme: reads what was granted, between two days.")
)
OFFICER = Role(
    "officer", _("Officer of the union or federation"), _("Reads the organisation's figures without names.")
)
AUDITOR = Role("auditor", _("Auditor"), _("Reads the book except complaints, and writes nothing."))

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        MANAGER, SECRETARY, TREASURER, COLLECTOR, SUPERVISORY, MEMBER, ADVISER, OFFICER, AUDITOR,
    )
}  # fmt: skip

CHOICES: dict[str, Any] = {role.code: role.name for role in ROLES.values()}
"""The roles for a form."""
