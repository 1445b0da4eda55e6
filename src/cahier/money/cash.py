"""Money that moves as part of another fact: a fee, a share, a loan, a payment named with its account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.journal.entry import Stamp, Subject
from cahier.journal.fields import reference
from cahier.journal.state import Fact
from cahier.money import models


def account_field() -> Any:
    """Declare the account the money moved through; with it, no separate cash entry is written."""
    return reference(
        _("Account"), "money.account", default="",
        help=_("If you name the account here, do not write a cash entry for the same money."),
    )  # fmt: skip


def cash(
    at: Stamp, account: str, amount: int, purpose: str, *, line: int = 0, recurrent: bool | None = None, person: str = ""
) -> Iterator[Fact]:  # fmt: skip
    """Yield the movement of an account, in above zero and out below; nothing where no account is named."""
    if account:
        yield models.CashEntry.fact(
            at, line, account=account, amount=amount, purpose=purpose, recurrent=recurrent, donor="", service="",
            product="", person=person, party="", voucher="", day=at.day,
        )  # fmt: skip


def balance(account: str) -> Iterator[Subject]:
    """Yield the balance to fold anew, if an account is named."""
    if account:
        yield Subject("account", account)
