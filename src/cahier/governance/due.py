"""What governance knows to be waiting: minutes, duties towards authorities, mandates, decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.governance import queries
from cahier.governance.models import Filing
from cahier.journal.models import Book
from cahier.web import formats
from cahier.web.due import Due

MINUTES_WITHIN = 30
"""Days after a meeting within which members expect its minutes. A proposal: no rule of the book says it."""


def minutes(book: Book, today: dt.date) -> Iterator[Due]:
    """Meetings whose minutes nobody shared."""
    rows = queries.open_duties("minutes", today).filter(opened__lte=today - dt.timedelta(days=MINUTES_WITHIN))
    first = rows.order_by("opened").first()
    if first is not None:
        many = rows.count()
        text = ngettext(
            "Of {n} meeting, held on {day}.", "Of {n} meetings, the oldest held on {day}.", many
        ).format(n=formats.number(many), day=formats.day(first.opened))
        href = f"{reverse('assemblies', args=[book.slug])}?minutes=no"
        yield Due(first.opened, _("Minutes are not shared"), text, _("See which"), href)


def filings(book: Book, today: dt.date) -> Iterator[Due]:
    """Duties towards authorities that are late."""
    rows = queries.late_duties("filing", today)
    first = rows.first()
    if first is not None and first.due is not None:
        named = Filing.objects.filter(id=first.id).values_list("duty", flat=True).first() or ""
        text = _("{duty}, due on {day}.").format(duty=named, day=formats.day(first.due))
        href = f"{reverse('duties', args=[book.slug])}?state=late"
        yield Due(first.due, _("A duty towards an authority is late"), text, _("See the duties"), href)


def expired(book: Book, today: dt.date) -> Iterator[Due]:
    """Offices held past their term."""
    rows = [row.until for row in queries.past_term(today) if row.until is not None]
    if rows:
        text = ngettext(
            "{n} office is held past its term.", "{n} offices are held past their term.", len(rows)
        ).format(n=formats.number(len(rows)))
        href = f"{reverse('mandates', args=[book.slug])}?state=expired"
        yield Due(min(rows), _("Mandates have expired"), text, _("See whose"), href)


def decisions(book: Book, today: dt.date) -> Iterator[Due]:
    """Decisions nobody carried out in time."""
    rows = queries.late_duties("decision", today)
    first = rows.first()
    if first is not None and first.due is not None:
        many = rows.count()
        text = ngettext(
            "{n} decision is past its day.", "{n} decisions are past their day.", many
        ).format(n=formats.number(many))  # fmt: skip
        href = f"{reverse('decisions', args=[book.slug])}?state=late"
        yield Due(first.due, _("Decisions are not carried out"), text, _("See them"), href)
