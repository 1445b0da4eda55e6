"""Cash books as pages show them: running balances, and counts beside the book of their day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from django.db.models import Sum

from cahier.money.models import CashCount, CashEntry
from cahier.money.queries import Counted


@dataclass(frozen=True)
class Movement:
    """One line of a cash book and what stood in the account after it, in minor units."""

    entry: CashEntry
    after: int

    @property
    def day(self) -> dt.date:
        """The day of the movement."""
        return self.entry.day


def cash_book(account: str) -> list[Movement]:
    """Return every movement of an account with the balance after it, the newest first."""
    rows = list(CashEntry.objects.filter(account=account).order_by("day", "id", "line"))
    after = accumulate(row.amount for row in rows)
    return [Movement(row, left) for row, left in zip(rows, after, strict=True)][::-1]


def beside_the_book(counts: Iterable[CashCount]) -> list[Counted]:
    """Return counts with what the book says of their days, in one query for all of them."""
    listed = list(counts)
    rows = CashEntry.objects.filter(account__in={row.account for row in listed}).order_by("day")
    moved: dict[str, tuple[list[dt.date], list[int]]] = defaultdict(lambda: ([], []))
    for account, day, total in rows.values_list("account", "day").annotate(total=Sum("amount")):
        moved[account][0].append(day)
        moved[account][1].append(int(total))
    running = {account: (days, list(accumulate(sums))) for account, (days, sums) in moved.items()}
    return [
        Counted(row.account, row.day, row.counted, _at(running.get(row.account), row.day)) for row in listed
    ]


def _at(running: tuple[list[dt.date], list[int]] | None, day: dt.date) -> int:
    if running is None:
        return 0
    place = bisect_right(running[0], day)
    return running[1][place - 1] if place else 0
