"""Making an actor: of an account with a role, of the laptop's owner, of somebody with a dated grant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cahier.access import queries
from cahier.access.permissions import GRANTED, allows
from cahier.access.roles import ROLES, Role
from cahier.journal import scope
from cahier.journal.actor import Actor


@dataclass(frozen=True)
class Held:
    """One grant as it holds on a day: what it opens, as which role."""

    what: str
    role: str

    def allows(self, verb: str, thing: str) -> bool:
        """Tell whether the grant opens this. All but a grant of a role are for reading alone."""
        if self.what == "role":
            return self.role in ROLES and allows(ROLES[self.role], verb, thing)
        return verb == "read" and thing in GRANTED.get(self.what, frozenset())


def role_actor(account: str, name: str, role: Role, book: str) -> Actor:
    """Return somebody who signed in and has a role in one book; in any other book he may nothing."""
    return Actor(account, name, lambda verb, where, thing: where == book and allows(role, verb, thing))


def local_actor() -> Actor:
    """Return the owner of this computer, who may do everything in the books that lie on it."""
    return Actor("local", _("The owner of this computer"), lambda verb, book, thing: True)


def granted_actor(account: str, name: str, book: str, today: dt.date) -> Actor:
    """Return somebody who has only what the book granted to this account, as it holds today.

    Before the first and after the last day of a grant, and after its revocation, it opens nothing.
    """
    with scope.reading(book):
        held = [Held(row.what, row.role) for row in queries.grants_held(account, today)]
    return Actor(
        account,
        name,
        lambda verb, where, thing: where == book and any(one.allows(verb, thing) for one in held),
    )
