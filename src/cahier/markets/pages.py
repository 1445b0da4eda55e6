"""Sales, contracts and prices."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cahier.journal.models import Book
from cahier.journal.words import named
from cahier.kernel import money as currencies
from cahier.kernel import units
from cahier.kernel.money import Price
from cahier.markets import models
from cahier.markets.words import CHANNELS, PRICE_FLAGS, PRICE_TYPES
from cahier.registry.seasons import season_filter
from cahier.web import formats, lookup
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import listing, writing
from cahier.web.tables import Column, Filter, Names, Table, all_of


class Goods(dict[str, str]):
    """How products are called, asked from their entries: the table of products lies in a higher feature."""

    def __init__(self, book: Book, column: str = "product") -> None:
        super().__init__()
        self.book, self.column = book, column

    def __missing__(self, key: str) -> str:
        return ""

    def __call__(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Look up what the rows name, and return the rows."""
        wanted = {getattr(row, self.column) for row in rows} - {""} - set(self)
        if wanted:
            called = lookup.names(self.book.id, wanted)  # "CAC · Cocoa": the name alone
            self.update((key, label.partition(" · ")[2] or label) for key, label in called.items())
        return rows


def _money(label: Any, book: Book, value: Any) -> Column:
    """A column of money in the currency of its row."""

    def currency(row: Any) -> str:
        return getattr(row, "currency", "") or book.currency

    def show(row: Any) -> str:
        return "" if value(row) is None else formats.money(value(row), currency(row))

    def plain(row: Any) -> Any:
        return None if value(row) is None else currencies.from_minor(value(row), currency(row))

    return Column(label, show, plain, numeric=True)


def _mass(label: Any, value: Any) -> Column:
    def show(row: Any) -> str:
        return formats.mass(value(row))

    return Column(label, show, lambda row: units.from_base(value(row), "kg"), numeric=True)


def _with_accounts(rows: Sequence[Any]) -> Sequence[Any]:
    accounts = {one.id: one for one in models.SaleAccount.objects.filter(id__in=[row.id for row in rows])}
    for row in rows:
        account = accounts.get(row.id)
        row.paid = account.paid if account else 0
    return rows


def _state(row: Any) -> str:
    if row.paid >= row.amount:
        return _("paid")
    late = row.due_day is not None and row.due_day < today()
    return _("late") if late else _("not paid yet")


def _sale_tone(row: Any) -> str:
    if row.paid >= row.amount:
        return "ok"
    return "red" if row.due_day is not None and row.due_day < today() else ""


@require_safe
@book_page("markets")
def sales(request: BookRequest) -> HttpResponse:
    """What went to buyers, newest first, and what they paid of it."""
    book, who, what = request.book, Names(models.Buyer, "buyer"), Goods(request.book)
    buyers = models.Buyer.objects.order_by("name").values_list("id", "name")
    columns = [
        Column(_("Invoice"), lambda row: row.invoice or "…", href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Buyer"), lambda row: who[row.buyer]),
        Column(_("Product"), lambda row: what[row.product]),
        _mass(_("Quantity"), lambda row: row.quantity),
        _money(_("Amount"), book, lambda row: row.amount),
        _money(_("Paid"), book, lambda row: row.paid),
        Column(_("State"), _state, tone=_sale_tone),
    ]  # fmt: skip
    filters = [
        season_filter(),
        Filter("buyer", _("Buyer"), lambda rows, value: rows.filter(buyer=value), list(buyers)),
        Filter(
            "channel", _("Market"), lambda rows, value: rows.filter(channel=value), list(CHANNELS.items())
        ),
    ]
    table = Table(
        request, models.Sale.objects.order_by("-day", "invoice", "id"), columns, filters=filters,
        name=f"{book.slug}-sales", prepare=all_of(who, what, _with_accounts), empty=_("No sale fits these filters."),
    )  # fmt: skip
    acts = writing(request, "markets.sale", "markets.sale_paid", "markets.claim", "markets.buyer")
    return listing(request, table, title=_("Sales"), answer=_sold(table, book), acts=acts)


def _sold(table: Table, book: Book) -> str:
    sums = table.everything.order_by().values_list("currency").annotate(n=Count("id"), total=Sum("amount"))
    listed = [(code or book.currency, many, int(total)) for code, many, total in sums]
    many = sum(one[1] for one in listed)
    if not many:
        return _("Nothing was sold.")
    amounts: dict[str, int] = {}
    for code, _many, total in listed:
        amounts[code] = amounts.get(code, 0) + total
    said = ngettext("{n} sale", "{n} sales", many).format(n=formats.number(many))
    totals = ", ".join(formats.money(total, code) for code, total in sorted(amounts.items()))
    return f"{named(said, totals)}."


def _with_status(rows: Sequence[Any]) -> Sequence[Any]:
    found = {one.id: one for one in models.ContractStatus.objects.filter(id__in=[row.id for row in rows])}
    for row in rows:
        row.status = found.get(row.id)
    return rows


def _done(row: Any) -> int:
    return row.status.conform + row.status.extended if row.status else 0


def _contract_state(row: Any) -> str:
    if _done(row) >= row.quantity:
        return _("fulfilled")
    closed = row.status is not None and row.status.extended_day < today()
    return _("short") if closed else _("running")


def _contract_tone(row: Any) -> str:
    return {_("fulfilled"): "ok", _("short"): "red"}.get(_contract_state(row), "now")


@require_safe
@book_page("markets")
def contracts(request: BookRequest) -> HttpResponse:
    """Contracts and how far each is fulfilled."""
    book, who, what = request.book, Names(models.Buyer, "buyer"), Goods(request.book)
    columns = [
        Column(_("Contract"), lambda row: row.code or "…", href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Buyer"), lambda row: who[row.buyer]),
        Column(_("Product"), lambda row: what[row.product]),
        Column(_("Until"), lambda row: formats.day(row.last_day, "short"), lambda row: row.last_day),
        _mass(_("Quantity agreed"), lambda row: row.quantity),
        _mass(_("Delivered and good"), _done),
        Column(_("State"), _contract_state, tone=_contract_tone),
    ]  # fmt: skip
    rows = models.Contract.objects.order_by("-last_day", "code", "id")
    table = Table(
        request, rows, columns, filters=[season_filter("last_day")], name=f"{book.slug}-contracts",
        prepare=all_of(who, what, _with_status), empty=_("No contract is written yet."),
    )  # fmt: skip
    running = rows.filter(last_day__gte=today()).count()
    answer = ngettext("{n} contract is running.", "{n} contracts are running.", running).format(n=running)
    acts = writing(request, "markets.contract", "markets.contract_extended", "markets.sale")
    return listing(request, table, title=_("Contracts"), answer=answer, acts=acts)


@require_safe
@book_page("markets")
def prices(request: BookRequest) -> HttpResponse:
    """Prices seen on markets, newest first."""
    book, what = request.book, Goods(request.book)
    columns = [
        Column(_("Product"), lambda row: row.commodity or what[row.product], href=lambda row: reverse("entry", args=[book.slug, row.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Market"), lambda row: row.market),
        Column(_("Kind"), lambda row: PRICE_TYPES.get(row.type, row.type)),
        Column(_("Price"), lambda row: _price(row, book), lambda row: _price_plain(row, book), numeric=True),
        Column(_("Unit"), lambda row: row.unit),
        Column(_("Known how"), lambda row: PRICE_FLAGS.get(row.flag, row.flag)),
        Column(_("Source"), lambda row: row.source),
    ]  # fmt: skip
    markets = models.PriceObservation.objects.order_by("market").values_list("market", flat=True).distinct()
    filters = [
        Filter("q", _("Product"), lambda rows, value: rows.filter(commodity__icontains=value)),
        Filter("market", _("Market"), lambda rows, value: rows.filter(market=value), [(one, one) for one in markets]),
        Filter("type", _("Kind"), lambda rows, value: rows.filter(type=value), list(PRICE_TYPES.items())),
    ]  # fmt: skip
    rows = models.PriceObservation.objects.order_by("-day", "commodity", "market", "id")
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-prices", prepare=what, empty=_("No price was written down yet.")
    )  # fmt: skip
    said = ngettext("{n} price was seen.", "{n} prices were seen.", table.count)
    acts = writing(request, "markets.price_observation")
    return listing(
        request, table, title=_("Prices"), answer=said.format(n=formats.number(table.count)), acts=acts
    )


def _price(row: Any, book: Book) -> str:
    currency = row.currency or book.currency
    return formats.price(Price(row.price_amount, row.price_per), currency, _unit(row))


def _unit(row: Any) -> str:
    return "kg" if row.price_per % 1000 == 0 else "pc"


def _price_plain(row: Any, book: Book) -> Any:
    per = units.to_base(Decimal(1), _unit(row))
    return currencies.from_minor(row.price_amount, row.currency or book.currency) * per / row.price_per
