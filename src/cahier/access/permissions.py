"""The one table of permissions: which role may write which kinds of entry and read which group of pages.

A kind is looked up by its own name first, then by its feature (the part before the point). A feature
or a page group without a row is refused to everybody and fails a test that walks all of them.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.access import roles as r
from cahier.access.roles import ROLES, Role

Roles = frozenset[Role]


def _are(*roles: Role) -> Roles:
    return frozenset(roles)


EVERYBODY: Roles = frozenset(ROLES.values())
NOBODY: Roles = frozenset()
MANAGER = _are(r.MANAGER)
OFFICE = _are(r.MANAGER, r.SECRETARY)
CASH = _are(r.MANAGER, r.TREASURER)
KEEPERS = _are(r.MANAGER, r.SECRETARY, r.TREASURER)
COACHES = _are(r.MANAGER, r.SECRETARY, r.ADVISER)
INSIDE = _are(r.MANAGER, r.SECRETARY, r.TREASURER, r.SUPERVISORY, r.AUDITOR)
NAMED = INSIDE | _are(r.COLLECTOR)
FIGURES = EVERYBODY - _are(r.COLLECTOR)

WRITE: dict[str, Roles] = {
    "journal": MANAGER,
    "journal.void": KEEPERS | _are(r.COLLECTOR, r.SUPERVISORY, r.ADVISER),
    "journal.replace": KEEPERS | _are(r.COLLECTOR, r.SUPERVISORY, r.ADVISER),
    "journal.close-finding": KEEPERS | _are(r.SUPERVISORY),
    "access": MANAGER,
    "access.consent": OFFICE,
    "registry": OFFICE,
    "governance": OFFICE,
    "governance.supervisory-report": _are(r.SUPERVISORY),
    "governance.meeting": OFFICE | _are(r.SUPERVISORY),
    "governance.minutes-shared": OFFICE | _are(r.SUPERVISORY),
    "governance.filing": KEEPERS,
    "governance.filing-done": KEEPERS,
    "money": CASH,
    "markets": MANAGER,
    "markets.buyer": OFFICE,
    "markets.sale": CASH,
    "supply": _are(r.MANAGER, r.COLLECTOR),
    "supply.product": OFFICE,
    "supply.store": OFFICE,
    "settlement": CASH,
    "learning": COACHES,
    "advocacy": OFFICE,
    "advocacy.dues": KEEPERS,
    "advocacy.dues-paid": CASH,
    "advocacy.public-money": KEEPERS,
    "indicators": MANAGER,
    "assessment": COACHES,
    "programme": COACHES,
    "delivery": COACHES,
    "monitoring": COACHES,
    "exchange": MANAGER,
}
"""Who may write, by kind or by feature. A correction also needs the right to write what it corrects."""

READ: dict[str, Roles] = {
    "today": EVERYBODY,
    "guide": EVERYBODY,
    "figures": FIGURES,
    "diagnosis": FIGURES,
    "programme": FIGURES,
    "assemblies": EVERYBODY - _are(r.COLLECTOR, r.OFFICER),
    "advocacy": EVERYBODY - _are(r.COLLECTOR, r.OFFICER),
    "learning": INSIDE | _are(r.ADVISER),
    "members": NAMED,
    "deliveries": NAMED,
    "lots": NAMED,
    "accounts": INSIDE,
    "markets": INSIDE | _are(r.ADVISER),
    "entries": NAMED,
    "findings": INSIDE,
    "import": KEEPERS,
    "complaints": _are(r.MANAGER, r.SUPERVISORY),
    "access": _are(r.MANAGER, r.AUDITOR),
}
"""Who may read, by group of pages."""

PAGES: dict[str, Any] = {
    "today": _("Today"),
    "guide": _("Guide"),
    "figures": _("Figures without names"),
    "diagnosis": _("Diagnosis"),
    "programme": _("Programme"),
    "assemblies": _("Assemblies and decisions"),
    "advocacy": _("Positions and agreements"),
    "learning": _("Training"),
    "members": _("Members"),
    "deliveries": _("Deliveries"),
    "lots": _("Lots"),
    "accounts": _("Accounts"),
    "markets": _("Markets and contracts"),
    "entries": _("Entries"),
    "findings": _("Findings"),
    "import": _("Spreadsheets"),
    "complaints": _("Complaints"),
    "access": _("Access"),
}
"""The groups of pages, for people."""

ENTRY_GROUPS: dict[str, str] = {"governance.complaint": "complaints"}
"""Kinds whose entries are read only by those who may read another group of pages than "entries"."""

GRANTED: dict[str, frozenset[str]] = {
    "aggregates": frozenset({"today", "guide", "figures"}),
    "pages": frozenset({"today", "guide", "figures", "diagnosis", "programme", "assemblies", "advocacy", "learning"}),
    "named": frozenset(
        {"today", "guide", "figures", "diagnosis", "programme", "assemblies", "advocacy", "learning", "members",
         "deliveries", "lots", "accounts", "markets", "entries", "findings"}
    ),
}  # fmt: skip
"""What a grant opens, by what was granted: reading alone. A grant of a role opens what the role may."""


def writers(kind: str) -> Roles:
    """Return the roles that may write a kind; nobody for one that the table does not list."""
    return WRITE[kind] if kind in WRITE else WRITE.get(kind.partition(".")[0], NOBODY)


def readers(group: str) -> Roles:
    """Return the roles that may read a group of pages; nobody for one that the table does not list."""
    return READ.get(group, NOBODY)


def entry_group(kind: str) -> str:
    """Return the group of pages that whoever reads one entry of this kind must be allowed to read."""
    return ENTRY_GROUPS.get(kind, "entries")


def listed(kind: str) -> bool:
    """Tell whether a kind, or its feature, has a row."""
    return kind in WRITE or kind.partition(".")[0] in WRITE


def allows(role: Role, verb: str, thing: str) -> bool:
    """Tell whether a role may ``write`` an entry kind or ``read`` a group of pages."""
    if verb == "write":
        return role in writers(thing)
    return verb == "read" and role in readers(thing)
