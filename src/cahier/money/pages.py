"""Accounts: balances, cash books, counts, shares and fees, and writing a movement in two taps."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.journal.models import Book
from cahier.kernel import money as currencies
from cahier.money import models
from cahier.money.books import Movement, beside_the_book, cash_book
from cahier.money.entries import CashEntry
from cahier.money.words import ACCOUNT_KINDS, PURPOSES
from cahier.registry.models import Membership, Person, Season
from cahier.registry.search import fitting
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.forms import EntryForm, told_written
from cahier.web.show import Link, listing, page, writing
from cahier.web.tables import Column, Filter, Names, Table

_QUICK = ("amount", "purpose", "party", "voucher", "person", "day")


def amount_column(label: Any, book: Book, value: Any, **more: Any) -> Column:
    """Return a column of money; ``value(row)`` gives minor units or none."""

    def show(row: Any) -> str:
        found = value(row)
        return "" if found is None else formats.money(found, book.currency)

    def plain(row: Any) -> Any:
        found = value(row)
        return None if found is None else currencies.from_minor(found, book.currency)

    return Column(label, show, plain, numeric=True, **more)


@require_safe
@book_page("accounts")
def accounts(request: BookRequest) -> HttpResponse:
    """Cash boxes, bank accounts and wallets, with what each should hold."""
    book = request.book
    held = {row.id: row for row in models.AccountBalance.objects.all()}
    rows = list(models.Account.objects.order_by("name", "id"))
    columns = [
        Column(_("Account"), lambda row: row.name, href=lambda row: reverse("cash-book", args=[book.slug, row.id])),
        Column(_("Kind of account"), lambda row: ACCOUNT_KINDS.get(row.kind, row.kind)),
        amount_column(_("Should hold"), book, lambda row: held[row.id].balance if row.id in held else 0),
        Column(_("Last entry"), lambda row: _last(held.get(row.id)), lambda row: held[row.id].last_day if row.id in held else None),
        Column(_("State"), lambda row: _overdrawn(row, held.get(row.id)), tone=lambda row: "red"),
    ]  # fmt: skip
    table = Table(request, rows, columns, name=f"{book.slug}-accounts", empty=_("No account is open yet."))
    total = sum(row.balance for row in held.values())
    answer = _("The accounts should hold {amount} together.").format(
        amount=formats.money(total, book.currency)
    )
    acts = writing(request, "money.cash_entry", "money.transfer", "money.cash_count", "money.account")
    return listing(
        request,
        table,
        title=_("Accounts"),
        answer=answer if rows else _("No account is open yet."),
        acts=acts,
    )


def _last(held: models.AccountBalance | None) -> str:
    return formats.day(held.last_day, "short") if held is not None and held.last_day else ""


def _overdrawn(row: models.Account, held: models.AccountBalance | None) -> str:
    return _("below zero") if held is not None and held.balance < -row.overdraft else ""


def _account(id: str) -> models.Account:
    row = models.Account.objects.filter(id=id).first()
    if row is None:
        raise Http404(_("There is no such account in this book."))
    return row


def _within(rows: list[Movement], value: str) -> list[Movement]:
    season = Season.objects.filter(id=value).first()
    return [] if season is None else [row for row in rows if season.first_day <= row.day <= season.last_day]


def _for(rows: list[Movement], value: str) -> list[Movement]:
    return [row for row in rows if row.entry.purpose == value]


def _naming(who: Names) -> Any:
    def prepare(rows: Any) -> Any:
        who([row.entry for row in rows])
        return rows

    return prepare


@require_safe
@book_page("accounts")
def book_of(request: BookRequest, id: str) -> HttpResponse:
    """The cash book of one account, newest first, with the balance after each line."""
    book, account, who = request.book, _account(id), Names(Person, "person")
    rows = cash_book(account.id)
    seasons = Season.objects.order_by("-first_day", "name").values_list("id", "name")
    filters = [
        Filter("season", _("Season"), _within, list(seasons)),
        Filter("purpose", _("Purpose of the money"), _for, list(PURPOSES.items())),
    ]
    columns = [
        Column(_("What for"), lambda row: PURPOSES.get(row.entry.purpose, row.entry.purpose),
               href=lambda row: reverse("entry", args=[book.slug, row.entry.id])),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        Column(_("Paid by or to"), lambda row: row.entry.party or who[row.entry.person] or row.entry.donor),
        Column(_("Voucher"), lambda row: row.entry.voucher),
        amount_column(_("In"), book, lambda row: row.entry.amount if row.entry.amount > 0 else None),
        amount_column(_("Out"), book, lambda row: -row.entry.amount if row.entry.amount < 0 else None),
        amount_column(_("Balance"), book, lambda row: row.after),
    ]  # fmt: skip
    table = Table(
        request, rows, columns, filters=filters, name=f"{book.slug}-cash-book", prepare=_naming(who),
        empty=_("Nothing moved in this account."),
    )  # fmt: skip
    left = formats.money(rows[0].after if rows else 0, book.currency)
    acts: list[Link] = []
    if request.actor.may("write", book.id, "money.cash_entry"):
        moves = (("in", _("Money in")), ("out", _("Money out")))
        acts = [(reverse("cash-move", args=[book.slug, id, way]), label) for way, label in moves]
    acts += writing(request, "money.cash_count", "money.reconciled")
    answer = _("{account} should hold {amount}.").format(account=account.name, amount=left)
    return listing(request, table, title=account.name, answer=answer, acts=acts, crumb=_("Cash book"))


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("accounts")
def move(request: BookRequest, id: str, way: str) -> HttpResponse:
    """Money in or out of one account: amount, what for, from whom."""
    account, sent = _account(id), request.method == "POST"
    request.actor.require("write", request.book.id, "money.cash_entry")
    hidden = [name for name in CashEntry.FIELDS if name not in _QUICK]
    form = EntryForm(
        CashEntry, request.book, request.POST if sent else None, request.FILES if sent else None, leave_out=hidden,
        fixed={"account": account.id, "direction": way},
    )  # fmt: skip
    if form.pressed_write and (written := form.write(request.actor)):
        (messages.warning if written.findings else messages.success)(request, told_written(written))
        return redirect("cash-book", request.book.slug, account.id)
    title = _("Money in") if way == "in" else _("Money out")
    act = _("Write it in the cash book")
    return page(request, "web/write.html", title=title, answer=account.name, form=form, act=act)


@require_safe
@book_page("accounts")
def counts(request: BookRequest) -> HttpResponse:
    """Counts beside the book of their day, and the months that were reconciled."""
    book, names = request.book, dict(models.Account.objects.values_list("id", "name"))
    columns = [
        Column(_("Account"), lambda row: names.get(row.account, "")),
        Column(_("Day"), lambda row: formats.day(row.day, "short"), lambda row: row.day),
        amount_column(_("Counted"), book, lambda row: row.counted),
        amount_column(_("By the book"), book, lambda row: row.book),
        amount_column(_("Difference"), book, lambda row: row.difference),
        Column(_("State"), lambda row: _("differs") if row.difference else _("agrees"), tone=lambda row: "red" if row.difference else "ok"),
    ]  # fmt: skip
    rows = models.CashCount.objects.order_by("-day", "id")
    table = Table(
        request, rows, columns, name=f"{book.slug}-counts", prepare=beside_the_book, empty=_("Nothing was counted yet.")
    )  # fmt: skip
    last = rows.first()
    answer = (
        _("Last counted on {day}.").format(day=formats.day(last.day))
        if last
        else _("Nothing was counted yet.")
    )
    done = list(models.Reconciliation.objects.order_by("-month", "id")[:24])
    for one in done:
        one.name = names.get(one.account, "")  # type: ignore[attr-defined]
        one.shown = f"{one.month // 100}-{one.month % 100:02d}"  # type: ignore[attr-defined]
    acts = writing(request, "money.cash_count", "money.reconciled", "money.statement_shown")
    return listing(
        request, table, title=_("Counts and reconciliations"), answer=answer, acts=acts, reconciled=done,
        template="money/counts.html",
    )  # fmt: skip


def _of_person(rows: Any, typed: str) -> Any:
    return rows.filter(id__in=fitting(Person.objects.all(), typed).values("id"))


@require_safe
@book_page("accounts")
def shares(request: BookRequest) -> HttpResponse:
    """Share capital and fees, member by member."""
    book = request.book
    members = Membership.objects.filter(entered__isnull=False, left__isnull=True).values("id")
    held: dict[str, models.ShareAccount] = {}
    fees: dict[str, models.FeeAccount] = {}

    def prepare(rows: Any) -> Any:
        ids = [row.id for row in rows]
        held.update((one.id, one) for one in models.ShareAccount.objects.filter(id__in=ids))
        fees.update((one.id, one) for one in models.FeeAccount.objects.filter(id__in=ids))
        return rows

    columns = [
        Column(_("Member"), str, href=lambda row: reverse("member", args=[book.slug, row.id]), under=lambda row: row.code),
        Column(_("Shares"), lambda row: held[row.id].shares if row.id in held else "", numeric=True),
        amount_column(_("Subscribed"), book, lambda row: held[row.id].subscribed if row.id in held else None),
        amount_column(_("Paid"), book, lambda row: held[row.id].paid if row.id in held else None),
        Column(_("Fee paid until"), lambda row: _until(fees.get(row.id)), lambda row: fees[row.id].until if row.id in fees else None),
        Column(_("State"), lambda row: _fee_state(fees.get(row.id)), tone=lambda row: _fee_tone(fees.get(row.id))),
    ]  # fmt: skip
    table = Table(
        request, Person.objects.filter(id__in=members).order_by("sort_key", "id"), columns, prepare=prepare,
        filters=[Filter("q", _("Name or code"), _of_person)], name=f"{book.slug}-shares",
    )  # fmt: skip
    sums = models.ShareAccount.objects.aggregate(paid=Sum("paid"), all=Sum("subscribed"))
    paid, everything = (formats.money(int(sums[name] or 0), book.currency) for name in ("paid", "all"))
    current = models.FeeAccount.objects.filter(id__in=members, until__gte=today()).count()
    answer = _("{paid} of share capital is paid in, of {all} subscribed.").format(paid=paid, all=everything)
    fee = ngettext(
        "{n} member is up to date with the fee.", "{n} members are up to date with the fee.", current
    )
    acts = writing(request, "money.share_paid", "money.fee_paid", "money.share_subscribed", "money.fee_due")
    return listing(
        request, table, title=_("Shares and fees"), answer=f"{answer} {fee.format(n=formats.number(current))}", acts=acts
    )  # fmt: skip


def _until(fee: models.FeeAccount | None) -> str:
    return formats.day(fee.until, "short") if fee is not None and fee.until else ""


def _fee_state(fee: models.FeeAccount | None) -> str:
    if fee is None or fee.until is None:
        return _("no fee paid")
    return _("up to date") if fee.until >= today() else _("late")


def _fee_tone(fee: models.FeeAccount | None) -> str:
    return "ok" if fee is not None and fee.until is not None and fee.until >= today() else ""
