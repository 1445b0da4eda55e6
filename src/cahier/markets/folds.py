"""The present status of contracts and sales, and what contradicts itself in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.money import Price
from cahier.kernel.refusals import reason
from cahier.markets import models
from cahier.markets.currency import book_currency
from cahier.markets.entries import ZERO_PRICE

OVER_CONTRACT = reason(
    "markets.over-contract",
    "{delivered} were delivered to a contract over {quantity}. Check both quantities, or agree on more.",
    masses=("delivered", "quantity"),
)
NO_RATE = reason("markets.no-rate", "This sale is in {currency}. Give the exchange rate of the day to {own}.")
PAID_TOO_MUCH = reason(
    "markets.paid-too-much", "{paid} were received for a sale of {amount}. Check the payments."
)
WRONG_PRODUCT = reason("markets.wrong-product", "The contract is for another product than this sale.")


def _every(model: type[Any]) -> Callable[[str], Iterable[str]]:
    return lambda book: model.every.filter(book=book).values_list("id", flat=True)


@folder(
    "price", everyone=lambda book: models.PriceObservation.every.filter(book=book, price_amount=0).values_list("id", flat=True)
)  # fmt: skip
def zero_prices(book: str, ids: Sequence[str]) -> Folded:
    """Find observed prices of zero."""
    rows = models.PriceObservation.every.filter(book=book, id__in=ids, price_amount=0).order_by("id")
    return Folded(findings=[Found(ZERO_PRICE(), row.id, row.id, stops=True) for row in rows])


@folder("contract", makes=(models.ContractStatus,), everyone=_every(models.Contract))
def contracts(book: str, ids: Sequence[str]) -> Folded:
    """Fold the sales of each contract into how far it is fulfilled."""
    sales: dict[str, list[models.Sale]] = defaultdict(list)
    for sale in models.Sale.every.filter(book=book, contract__in=ids).order_by("day", "id"):
        sales[sale.contract].append(sale)
    until: dict[str, Any] = {}
    for row in models.ContractExtension.every.filter(book=book, contract__in=ids):
        until[row.contract] = max(row.last_day, until.get(row.contract, row.last_day))
    folded = Folded()
    for contract in models.Contract.every.filter(book=book, id__in=ids):
        _fold_contract(contract, sales[contract.id], until.get(contract.id), folded)
    return folded


def _fold_contract(
    contract: models.Contract, sales: Sequence[models.Sale], until: Any, folded: Folded
) -> None:
    extended_day = max(contract.last_day, until or contract.last_day)
    sums = {"conform": 0, "extended": 0, "late": 0, "other": 0}
    delivered = 0
    for sale in sales:
        if sale.product != contract.product:
            folded.findings.append(Found(WRONG_PRODUCT(), contract.id, sale.id, stops=True))
            continue
        sums[_part(contract, sale, extended_day)] += sale.quantity
        delivered += sale.quantity
        if delivered > contract.quantity >= delivered - sale.quantity:
            problem = OVER_CONTRACT(delivered=delivered, quantity=contract.quantity)
            folded.findings.append(Found(problem, contract.id, sale.id, stops=True))
    row = models.ContractStatus.row(
        book=contract.book, id=contract.id, quantity=contract.quantity, last_day=contract.last_day,
        extended_day=extended_day, **sums,
    )  # fmt: skip
    folded.rows.append(Fact(models.ContractStatus, _numbered(row)))


def _part(contract: models.Contract, sale: models.Sale, extended_day: Any) -> str:
    """Say which part of the status a sale counts in. What nobody judged counts as conform."""
    if sale.conform is False or sale.day < contract.first_day:
        return "other"
    if sale.day <= contract.last_day:
        return "conform"
    return "extended" if sale.day <= extended_day else "late"


def _numbered(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(days.number(value) if hasattr(value, "toordinal") else value for value in values)


@folder("sale", makes=(models.SaleAccount,), everyone=_every(models.Sale))
def sales(book: str, ids: Sequence[str]) -> Folded:
    """Fold each sale's value in the book's currency and what was paid of it."""
    payments: dict[str, list[models.SalePayment]] = defaultdict(list)
    for payment in models.SalePayment.every.filter(book=book, sale__in=ids).order_by("day", "id"):
        payments[payment.sale].append(payment)
    own = book_currency(book)
    folded = Folded()
    for sale in models.Sale.every.filter(book=book, id__in=ids).order_by("id"):
        _fold_sale(sale, payments[sale.id], own, folded)
    return folded


def _fold_sale(sale: models.Sale, payments: Sequence[models.SalePayment], own: str, folded: Folded) -> None:
    value = _value(sale, own)
    if value is None:
        problem = NO_RATE(currency=sale.currency, own=own)
        folded.findings.append(Found(problem, sale.id, sale.id, stops=True))
    paid, paid_day = 0, None
    for payment in payments:
        before, paid = paid, paid + payment.amount
        if before < sale.amount <= paid:
            paid_day = payment.day
        if paid > sale.amount >= before:
            problem = PAID_TOO_MUCH(paid=paid, amount=sale.amount)
            folded.findings.append(Found(problem, sale.id, payment.id, stops=True))
    row = models.SaleAccount.row(
        book=sale.book, id=sale.id, value=value, amount=sale.amount, paid=paid, paid_day=days.number_or_none(paid_day)
    )  # fmt: skip
    folded.rows.append(Fact(models.SaleAccount, row))


def _value(sale: models.Sale, own: str) -> int | None:
    """Return the sale's amount in the book's currency, rounded half up once."""
    if sale.currency in ("", own):
        return sale.amount
    if sale.rate_amount is None or sale.rate_per is None:
        return None
    return Price(sale.rate_amount, sale.rate_per).of(sale.amount)
