"""What members are owed: everybody on one list, and the statement of one member on one sheet of paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.kernel import money as currencies
from cahier.money.models import ShareAccount
from cahier.registry.models import Person, Season
from cahier.registry.search import fitting
from cahier.settlement import standing
from cahier.settlement.ledger import statement as lines_of
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import listing, page, writing
from cahier.web.tables import Column, Filter, Names, Table

_EARLIEST = dt.date(1900, 1, 1)


def _of_people(rows: list[standing.Account], typed: str) -> list[standing.Account]:
    wanted = set(fitting(Person.objects.all(), typed).values_list("id", flat=True))
    return [row for row in rows if row.person in wanted]


def _in_state(rows: list[standing.Account], value: str) -> list[standing.Account]:
    return [row for row in rows if _state(row) == value]


def _state(row: standing.Account) -> str:
    return "owed" if row.left > 0 else "ahead" if row.left else "even"


@require_safe
@book_page("accounts")
def owed(request: BookRequest) -> HttpResponse:
    """What the organisation owes each member for what was delivered."""
    book, who = request.book, Names(Person, "person")
    rows = standing.accounts(today())

    def amount(name: str, label: Any, tone: bool = False) -> Column:
        return Column(
            label, lambda row: formats.money(getattr(row, name), book.currency),
            lambda row: currencies.from_minor(getattr(row, name), book.currency), numeric=True,
        )  # fmt: skip

    columns = [
        Column(_("Member"), lambda row: who[row.person] or _("somebody not in the register"),
               href=lambda row: reverse("statement", args=[book.slug, row.person])),
        Column(_("Last delivery"), lambda row: formats.day(row.last, "short") if row.last else "", lambda row: row.last),
        amount("value", _("Brought")), amount("paid", _("Paid")), amount("left", _("Still owed")),
    ]  # fmt: skip
    states = [("owed", _("Still owed")), ("ahead", _("Paid ahead")), ("even", _("Even"))]
    filters = [Filter("q", _("Name or code"), _of_people), Filter("state", _("State"), _in_state, states)]
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-owed", prepare=who,
        empty=_("Nobody fits. Write less of the name, or take a filter out."),
    )  # fmt: skip
    acts = writing(
        request, "settlement.payment", "settlement.payment_promised", "settlement.premium_received"
    )
    return listing(
        request, table, title=_("Owed to members"), answer=_owed_answer(rows, book.currency), acts=acts
    )


def _owed_answer(rows: list[standing.Account], currency: str) -> str:
    open_ones = [row.left for row in rows if row.left > 0]
    if not open_ones:
        return _("Everything delivered at a price is paid.")
    said = ngettext(
        "The cooperative owes {amount} to {n} member.", "The cooperative owes {amount} to {n} members.", len(open_ones)
    )  # fmt: skip
    return said.format(amount=formats.money(sum(open_ones), currency), n=formats.number(len(open_ones)))


@require_safe
@book_page("accounts")
def statement(request: BookRequest, id: str) -> HttpResponse:
    """The statement of one member, for paper: every line, and what is left after it."""
    person = Person.objects.filter(id=id).first()
    if person is None:
        raise Http404(_("There is nobody with this number in the register."))
    seasons = list(Season.objects.order_by("-first_day", "name"))
    chosen = next((one for one in seasons if one.id == request.GET.get("season")), None)
    first, last = (chosen.first_day, chosen.last_day) if chosen else (_EARLIEST, today())
    made = lines_of(person.id, request.book.currency, first, last)
    return page(
        request, "settlement/statement.html", title=str(person), answer=_says(made.left, request.book.currency),
        crumb=_crumb(person, chosen), person=person, made=made, seasons=seasons, chosen=chosen,
        shares=ShareAccount.objects.filter(id=person.id).first(),
    )  # fmt: skip


def _crumb(person: Person, season: Season | None) -> str:
    if season is None:
        return _("Statement of {code}, until {day}").format(code=person.code, day=formats.day(today()))
    return _("Statement of {code}, season {season}").format(code=person.code, season=season.name)


def _says(left: int, currency: str) -> str:
    if left > 0:
        return _("The cooperative owes you {amount}.").format(amount=formats.money(left, currency))
    if left < 0:
        return _("You were paid {amount} ahead.").format(amount=formats.money(-left, currency))
    return _("You and the cooperative are even.")
