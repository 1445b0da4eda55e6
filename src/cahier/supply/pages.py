"""Deliveries: the list, the scale with its receipt, the stock."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal.models import Book
from cahier.journal.words import named
from cahier.kernel import money as currencies
from cahier.kernel import units
from cahier.kernel.money import Price
from cahier.registry.models import Membership, Person, Section
from cahier.registry.seasons import season_filter
from cahier.supply import models, queries
from cahier.supply.weighing import ORDER, WeighForm, next_one, told
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import told_written
from cahier.web.show import Link, listing, page, writing
from cahier.web.tables import Column, Filter, Names, Table

Products = dict[str, models.Product]
_NAMED = 3


def products() -> Products:
    """Return the products of the book by id."""
    return {row.id: row for row in models.Product.objects.order_by("name")}


def measure(known: Products, product: str) -> str:
    """Return how a product is measured; by weight where it is not here."""
    return known[product].measure if product in known else "mass"


def plain(quantity: int, kind: str) -> Any:
    """Return a quantity in its usual unit, for spreadsheets."""
    return units.from_base(quantity, units.USUAL[kind])


def _of_section(rows: Any, value: str) -> Any:
    return rows.filter(supplier__in=Membership.objects.filter(section=value).values("id"))


def _filters(known: Products) -> list[Filter]:
    grades = models.Grade.objects.order_by("code").values_list("code", flat=True).distinct()
    sections = list(Section.objects.order_by("name").values_list("id", "name"))
    listed = [(key, row.name) for key, row in known.items()]
    return [
        season_filter(),
        Filter("product", _("Product"), lambda rows, value: rows.filter(product=value), listed),
        Filter("section", _("Section"), _of_section, sections),
        Filter("grade", _("Quality grade"), lambda rows, value: rows.filter(grade=value), [(one, one) for one in grades]),
    ]  # fmt: skip


def _columns(book: Book, known: Products, who: Names) -> list[Column]:
    def net(row: Any) -> str:
        return formats.quantity(row.accepted, measure(known, row.product))

    return [
        Column(_("Receipt"), lambda row: row.receipt, href=lambda row: reverse("receipt", args=[book.slug, row.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Supplier"), lambda row: who[row.supplier], href=lambda row: reverse("member", args=[book.slug, row.supplier])),
        Column(_("Product"), lambda row: known[row.product].name if row.product in known else ""),
        Column(_("Quality grade"), lambda row: row.grade),
        Column(_("Net"), net, lambda row: plain(row.accepted, measure(known, row.product)), numeric=True),
        Column(_("Amount"), lambda row: "" if row.value is None else formats.money(row.value, book.currency),
               lambda row: None if row.value is None else currencies.from_minor(row.value, book.currency), numeric=True),
    ]  # fmt: skip


@require_safe
@book_page("deliveries")
def deliveries(request: BookRequest) -> HttpResponse:
    """What suppliers brought, newest first."""
    book, known, who = request.book, products(), Names(Person, "supplier")
    table = Table(
        request, models.Delivery.objects.order_by("-day", "-receipt", "id"), _columns(book, known, who),
        filters=_filters(known), name=f"{book.slug}-deliveries", prepare=who,
        empty=_("No delivery fits these filters."),
    )  # fmt: skip
    acts: list[Link] = []
    if request.actor.may("write", book.id, "supply.delivery"):
        acts = [(reverse("weigh", args=[book.slug]), _("Weigh"))]
    acts += writing(request, "supply.pledge", "supply.collection_day", "supply.product")
    return listing(request, table, title=_("Deliveries"), answer=_totals(table, known), acts=acts)


def _totals(table: Table, known: Products) -> str:
    """Say how much the filters let through, the largest products by name."""
    sums = table.everything.order_by().values_list("product").annotate(n=Count("id"), kept=Sum("accepted"))
    listed = sorted(sums, key=lambda one: -one[1])
    many = sum(one[1] for one in listed)
    if not many:
        return _("Nothing was delivered.")
    parts = [
        f"{formats.quantity(int(kept), measure(known, key))} {known[key].name if key in known else ''}".strip()
        for key, _n, kept in listed[:_NAMED]
    ]
    said = ngettext("{n} delivery", "{n} deliveries", many).format(n=formats.number(many))
    more = "…" if len(listed) > _NAMED else ""
    return f"{named(said, ', '.join(parts))}{more}."


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("deliveries")
def weigh(request: BookRequest) -> HttpResponse:
    """The scale: who, what, how much; then the receipt."""
    book, sent, whole = request.book, request.method == "POST", "whole" in request.GET
    request.actor.require("write", book.id, "supply.delivery")
    form = WeighForm(book, request.POST if sent else None, request.FILES if sent else None, whole=whole)
    if not sent:
        form.fill({name: text for name, text in request.GET.items() if name in ORDER})
    if form.pressed_write and (written := form.write(request.actor)):
        (messages.warning if written.findings else messages.success)(request, told_written(written))
        return redirect("receipt", book.slug, written.ids[0])
    answer = _("Gross less tare is the net weight; the price makes the amount.")
    return page(
        request, "supply/weigh.html", title=_("Weigh"), answer=answer, form=form, whole=whole,
        act=_("Write and give the receipt"),
    )  # fmt: skip


@require_safe
@book_page("deliveries")
def receipt(request: BookRequest, id: str) -> HttpResponse:
    """The receipt of one delivery, for the member; it prints on a roll of 80 mm."""
    row = models.Delivery.objects.filter(id=id).first()
    if row is None:
        raise Http404(_("There is no such delivery in this book."))
    product = models.Product.objects.filter(id=row.product).first()
    kind = product.measure if product else "mass"
    price = Price(row.price_amount, row.price_per) if row.price_amount is not None and row.price_per else None
    unit = units.USUAL[kind]
    return page(
        request, "supply/receipt.html", title=_("Receipt {number}").format(number=row.receipt), row=row, product=product,
        answer=told(row, kind), who=Person.objects.filter(id=row.supplier).first(), kind=kind, unit=unit,
        net=formats.quantity(row.accepted, kind), weights=_weights(row, kind), following=next_one(request.book, row),
        price=formats.price(price, request.book.currency, unit) if price else "",
        may_weigh=request.actor.may("write", request.book.id, "supply.delivery"),
    )  # fmt: skip


def _weights(row: models.Delivery, kind: str) -> list[tuple[str, str]]:
    """The lines above the net weight, in the order of a receipt: bags, gross, tare, rejected."""
    listed: list[tuple[str, str]] = []
    if row.bags is not None:
        listed.append((_("Bags"), formats.number(row.bags)))
    for label, value in (
        (_("Gross"), row.gross),
        (_("Tare"), row.tare),
        (_("Rejected"), row.rejected or None),
    ):
        if value is not None:
            listed.append((label, formats.quantity(value, kind)))
    return listed


@require_safe
@book_page("deliveries")
def stock(request: BookRequest) -> HttpResponse:
    """What should be in each store, and what the last count found."""
    book, known = request.book, products()
    stores = {row.id: row for row in models.Store.objects.order_by("name")}

    def amount(value: int, row: Any) -> str:
        return formats.quantity(value, measure(known, row.product))

    columns = [
        Column(_("Store"), lambda row: stores[row.store].name if row.store in stores else ""),
        Column(_("Product"), lambda row: known[row.product].name if row.product in known else ""),
        Column(_("Should be there"), lambda row: amount(row.quantity, row),
               lambda row: plain(row.quantity, measure(known, row.product)), numeric=True),
        Column(_("Last counted"), lambda row: formats.day(row.counted_day, "short") if row.counted_day else _("never"),
               lambda row: row.counted_day),
        Column(_("Found lacking so far"), lambda row: amount(row.lost, row) if row.lost else "",
               lambda row: plain(row.lost, measure(known, row.product)), numeric=True),
        Column(_("Last movement"), lambda row: formats.day(row.last_day, "short") if row.last_day else "",
               lambda row: row.last_day),
    ]  # fmt: skip
    rows = queries.stock_now()
    table = Table(request, rows, columns, name=f"{book.slug}-stock", empty=_("No store holds anything yet."))
    said = ngettext("{n} product in store.", "{n} products in store.", len(rows)).format(n=len(rows))
    answer = said if rows else _("Nothing is in store.")
    acts = writing(request, "supply.stock_count", "supply.stock_in", "supply.stock_out", "supply.store")
    return listing(request, table, title=_("Stock"), answer=answer, acts=acts)
