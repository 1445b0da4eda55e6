"""Which grants and consents hold now."""

from __future__ import annotations

from collections.abc import Sequence

from cahier.access import models
from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import reason

REVOKED_TWICE = reason("access.revoked-twice", "This grant was already taken back on {day}.")


@folder(
    "grant",
    makes=(models.GrantStatus,),
    everyone=lambda book: models.Grant.every.filter(book=book).values_list("id", flat=True),
)
def grants(book: str, ids: Sequence[str]) -> Folded:
    """Cut each grant at its first revocation."""
    taken: dict[str, list[models.Revocation]] = {}
    for row in models.Revocation.every.filter(book=book, grant__in=ids).order_by("day", "id"):
        taken.setdefault(row.grant, []).append(row)
    folded = Folded()
    for grant in models.Grant.every.filter(book=book, id__in=ids):
        back = taken.get(grant.id, [])
        folded.findings += [
            Found(REVOKED_TWICE(day=back[0].day), grant.id, r.id, stops=True) for r in back[1:]
        ]
        ends = [days.number(grant.last_day)] if grant.last_day else []
        ends += [days.number(back[0].day) - 1] if back else []
        made = models.GrantStatus.row(
            book=book, id=grant.id, holder_type=grant.holder_type, holder=grant.holder, what=grant.what,
            role=grant.role, first_day=days.number(grant.first_day), last_day=min(ends, default=None),
        )  # fmt: skip
        folded.rows.append(Fact(models.GrantStatus, made))
    return folded


@folder(
    "consent",
    makes=(models.ConsentStatus,),
    everyone=lambda book: models.Consent.every.filter(book=book).values_list("key", flat=True).distinct(),
)
def consents(book: str, keys: Sequence[str]) -> Folded:
    """The last word of each person on each purpose counts."""
    rows = models.Consent.every.filter(book=book, key__in=keys)
    last: dict[str, models.Consent] = {
        row.key: row for row in rows.order_by("day", "clock", "origin", "number")
    }
    folded = Folded()
    for key, row in last.items():
        made = models.ConsentStatus.row(
            book=book,
            id=key,
            person=row.person,
            purpose=row.purpose,
            given=row.given,
            since=days.number(row.day),
        )
        folded.rows.append(Fact(models.ConsentStatus, made))
    return folded
