"""What the shell itself knows to be waiting: refused entries, and questions about what is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.journal.models import Book, Finding, FindingClosed, JournalEntry, Refusal
from cahier.web import formats
from cahier.web.due import Due


def refused(book: Book, today: dt.date) -> Iterator[Due]:
    """Entries that were sent and not accepted."""
    rows = Refusal.objects.filter(book=book.id, settled="").aggregate(n=Count("id"), first=Min("received"))
    if rows["n"]:
        text = ngettext(
            "{n} entry was sent and not accepted.", "{n} entries were sent and not accepted.", rows["n"]
        )
        yield Due(
            _day(rows["first"]), _("Refused entries wait"), text.format(n=formats.number(rows["n"])),
            _("Correct them"), reverse("inbox", args=[book.slug]),
        )  # fmt: skip


def asked(book: Book, today: dt.date) -> Iterator[Due]:
    """Questions about what is written."""
    closed = FindingClosed.objects.values("finding")
    rows = Finding.objects.exclude(id__in=closed)
    many = rows.count()
    if many:
        about = JournalEntry.objects.filter(book=book.id, id__in=rows.values("entry"))
        first = about.aggregate(first=Min("recorded"))["first"]
        text = ngettext("{n} question about what is written.", "{n} questions about what is written.", many)
        yield Due(
            _day(first) if first else today, _("The book has questions"), text.format(n=formats.number(many)),
            _("Look at them"), reverse("findings", args=[book.slug]),
        )  # fmt: skip


def _day(milliseconds: int) -> dt.date:
    return dt.datetime.fromtimestamp(milliseconds / 1000, tz=dt.UTC).astimezone().date()
