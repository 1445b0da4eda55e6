"""What settlement knows to be waiting: members who wait for their money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.journal.models import Book
from cahier.settlement.standing import PATIENCE, late
from cahier.web import formats
from cahier.web.due import Due


def payments_late(book: Book, today: dt.date) -> Iterator[Due]:
    """Members whose deliveries have waited for their money too long."""
    found = late(today)
    if found:
        text = ngettext(
            "{n} member waits for {amount}, for deliveries of more than {days} days ago.",
            "{n} members wait for {amount}, for deliveries of more than {days} days ago.", len(found),
        ).format(n=formats.number(len(found)), amount=formats.money(sum(one[1] for one in found), book.currency),
                 days=PATIENCE)  # fmt: skip
        href = f"{reverse('owed', args=[book.slug])}?state=owed"
        yield Due(found[0][2], _("Members wait for their money"), text, _("See who is owed"), href)
