"""Which columns of a file are ours, which a person confirmed before, and which are only likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cahier.journal.entry import Entry
from cahier.kernel.names import fold
from cahier.kernel.refusals import Refused
from cahier.surfaces import refused
from cahier.surfaces.columns import ID, targets
from cahier.surfaces.matching import Match, propose, signature
from cahier.surfaces.models import KnownColumns
from cahier.surfaces.plan import NO_SUCH_COLUMN, NO_SUCH_FIELD, Plan
from cahier.surfaces.sources import SET_ASIDE


def matches(book: str, cls: type[Entry], headers: Sequence[str], chosen: Mapping[str, str]) -> list[Match]:
    """Return one match per column: chosen by the person now, our own, remembered, or likely.

    ``chosen`` maps headers to field keys, an empty key leaves the column out. Raises ``Refused`` for a header
    or key that does not exist.
    """
    _require(cls, headers, chosen)
    own = refused.own_columns(headers)
    theirs = [header for header in headers if header not in own]
    known = KnownColumns.objects.filter(book=book, kind=cls.KIND, signature=signature(theirs)).first()
    memory = {known.signature: known.keys} if known else {}
    offered = [target for target in targets(cls) if target.key not in chosen.values()]
    asked = theirs if memory else [header for header in theirs if header not in chosen]
    found = {match.header: match for match in propose(asked, offered, memory)}
    return [
        _match(place, header, chosen, own, found.get(header, Match(place, header, "", 0.0)))
        for place, header in enumerate(headers)
    ]


def _match(place: int, header: str, chosen: Mapping[str, str], own: Mapping[str, str], found: Match) -> Match:
    if header in chosen:
        return Match(place, header, chosen[header], 100.0)
    if header == SET_ASIDE:
        return Match(place, header, SET_ASIDE, 100.0)
    if header in own:
        return Match(place, header, own[header], 100.0)
    taken = found.key in chosen.values()
    return found._replace(column=place, key="" if taken else found.key)


def _require(cls: type[Entry], headers: Sequence[str], chosen: Mapping[str, str]) -> None:
    keys = {target.key for target in targets(cls)}
    for header, key in chosen.items():
        if header not in headers:
            raise Refused(NO_SUCH_COLUMN(column=header, columns=", ".join(filter(None, headers))))
        if key and key not in keys:
            listed = ", ".join(sorted(one for one in keys if one != ID))
            raise Refused(NO_SUCH_FIELD(kind=cls.LABEL, key=key, keys=listed))


def by_folded_header(headers: Sequence[str], chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return the choices under the headers as the file writes them: case and accents do not count."""
    real = {fold(header): header for header in headers}
    return {real.get(fold(header), header): value for header, value in chosen.items()}


def remember(book: str, plan: Plan) -> None:
    """Keep what a person confirmed for these headers, for the next file that has them."""
    headers = [column.header for column in plan.columns]
    own = refused.own_columns(headers)
    theirs = [column for column in plan.columns if column.header not in own]
    answers = [
        {"decimal": one.habit.decimal, "order": one.habit.order, "unit": one.unit} if one.key else {}
        for one in theirs
    ]
    key = signature([one.header for one in theirs])
    KnownColumns.objects.filter(book=book, kind=plan.kind, signature=key).delete()
    KnownColumns.objects.create(
        book=book, kind=plan.kind, signature=key, keys=[one.key for one in theirs], answers=answers
    )


def recalled(book: str, plan: Plan) -> Plan:
    """Return the plan with the questions answered that a person answered for these headers before."""
    headers = [column.header for column in plan.columns]
    own = refused.own_columns(headers)
    theirs = [column for column in plan.columns if column.header not in own]
    key = signature([one.header for one in theirs])
    known = KnownColumns.objects.filter(book=book, kind=plan.kind, signature=key).first()
    if known is None:
        return plan
    answers = {
        column.header: {name: value for name, value in given.items() if name in column.questions}
        for column, given in zip(theirs, known.answers, strict=True)
    }
    return plan.with_answers(answers)
