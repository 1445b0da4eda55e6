"""The present status of duties and mandates, and what contradicts itself in the minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from cahier.governance import models
from cahier.journal.folds import Fold, Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import reason

DONE_TWICE = reason("governance.done-twice", "This was already done on {day}. Void one of the two entries.")
DONE_FIRST = reason("governance.done-first", "This was done on {done}, before it was opened on {opened}.")
TOO_MANY_PRESENT = reason(
    "governance.too-many-present",
    "{present} people were present or represented at a meeting where {eligible} could vote. Check the list.",
)
QUORUM_TOO_HIGH = reason(
    "governance.quorum-too-high", "The quorum needs {required} people, and only {eligible} could vote."
)
CALLED_AFTER = reason(
    "governance.called-after", "The meeting of {day} was called on {called}, after it was held."
)
SEAT_TAKEN = reason(
    "governance.seat-taken",
    "On {day} somebody else still held this office. Say when the former mandate ended, or whose seat it takes.",
)
ENDED_FIRST = reason("governance.mandate-ended-first", "This mandate ended on {day}, before it began.")
CLEARED_TOO_MANY = reason(
    "governance.cleared-too-many", "{cleared} were put right, and the report raised {raised}."
)

OPENING: dict[str, type[Any]] = {
    "minutes": models.Meeting,
    "decision": models.Decision,
    "action": models.PlanAction,
    "filing": models.Filing,
    "complaint": models.Complaint,
    "deal": models.RelatedPartyDeal,
}
"""What opens each matter of ``DutyStatus``."""

_MAY_PRECEDE = {"filing", "deal"}
"""Matters that may rightly be done before the book learns of them."""


def _duties(matter: str) -> Fold:
    def fold(book: str, ids: Sequence[str]) -> Folded:
        ends: dict[str, list[models.Done]] = defaultdict(list)
        for row in models.Done.every.filter(book=book, matter=matter, target__in=ids).order_by("day", "id"):
            ends[row.target].append(row)
        folded = Folded()
        for opened in OPENING[matter].every.filter(book=book, id__in=ids):
            folded.findings += _duty_findings(matter, opened, ends[opened.id])
            done = ends[opened.id][0].day if ends[opened.id] else None
            due = getattr(opened, "due", None)
            made = models.DutyStatus.row(
                book=book, id=opened.id, matter=matter, opened=days.number(opened.day),
                due=due and days.number(due), done=done and days.number(done),
            )  # fmt: skip
            folded.rows.append(Fact(models.DutyStatus, made))
        return folded

    fold.__name__ = f"duties_{matter}"
    fold.__module__ = __name__
    return fold


def _duty_findings(matter: str, opened: Any, ends: Sequence[models.Done]) -> Iterator[Found]:
    if ends and ends[0].day < opened.day and matter not in _MAY_PRECEDE:
        first = ends[0]
        yield Found(DONE_FIRST(done=first.day, opened=opened.day), opened.id, first.id, stops=True)
    for extra in ends[1:]:
        yield Found(DONE_TWICE(day=ends[0].day), opened.id, extra.id, stops=True)


def _ids(model: type[Any]) -> Callable[[str], Iterable[str]]:
    return lambda book: model.every.filter(book=book).values_list("id", flat=True)


for _matter, _model in OPENING.items():
    folder(_matter, makes=(models.DutyStatus,), everyone=_ids(_model))(_duties(_matter))


@folder("meeting", everyone=_ids(models.Meeting))
def meetings(book: str, ids: Sequence[str]) -> Folded:
    """Report counts and days of a meeting that cannot be right."""
    folded = Folded()
    for row in models.Meeting.every.filter(book=book, id__in=ids):
        there = (row.present or 0) + (row.proxies or 0)
        if row.eligible is not None and there > row.eligible:
            problem = TOO_MANY_PRESENT(present=there, eligible=row.eligible)
            folded.findings.append(Found(problem, row.id, row.id, stops=True))
        if row.eligible is not None and row.required is not None and row.required > row.eligible:
            problem = QUORUM_TOO_HIGH(required=row.required, eligible=row.eligible)
            folded.findings.append(Found(problem, row.id, row.id, stops=True))
        if row.called is not None and row.called > row.day:
            folded.findings.append(
                Found(CALLED_AFTER(day=row.day, called=row.called), row.id, row.id, stops=True)
            )
    return folded


@folder("mandate", makes=(models.MandateTerm,), everyone=_ids(models.Mandate))
def mandates(book: str, ids: Sequence[str]) -> Folded:
    """Fold each mandate with its end, which is its own or the day on which another takes its seat."""
    ends = _ends(book, ids)
    folded = Folded()
    for row in models.Mandate.every.filter(book=book, id__in=ids):
        start, end = days.number(row.day), ends.get(row.id)
        if end is not None and end[0] < start:
            problem = ENDED_FIRST(day=days.date(end[0]))
            folded.findings.append(Found(problem, row.id, end[1], stops=True))
        made = models.MandateTerm.row(
            book=book, id=row.id, person=row.person, office=row.office, body=row.body, section=row.section,
            single=row.single, seat=row.seat, start=start, until=row.until and days.number(row.until),
            ended=end and end[0],
        )  # fmt: skip
        folded.rows.append(Fact(models.MandateTerm, made))
    return folded


def _ends(book: str, mandates: Sequence[str] | None = None) -> dict[str, tuple[int, str]]:
    """Return the first day without each mandate and the entry that says so; ``None`` asks for all."""
    ended = models.MandateEnd.every.filter(book=book)
    followed = models.Mandate.every.filter(book=book).exclude(replaces="")
    if mandates is not None:
        ended, followed = ended.filter(mandate__in=mandates), followed.filter(replaces__in=mandates)
    rows = [(row.mandate, days.number(row.day), row.id) for row in ended]
    rows += [(row.replaces, days.number(row.day), row.id) for row in followed]
    found: dict[str, tuple[int, str]] = {}
    for mandate, day, entry in rows:
        found[mandate] = min(found.get(mandate, (day, entry)), (day, entry))
    return found


@folder(
    "seats",
    everyone=lambda book: models.Mandate.every.filter(book=book).values_list("book", flat=True).distinct(),
)
def seats(book: str, books: Sequence[str]) -> Folded:
    """Report whoever takes a single office while another person's mandate still runs."""
    ends = _ends(book)
    single = models.Mandate.every.filter(book=book, single=True).order_by("seat", "day", "id")
    folded = Folded()
    for _, group in groupby(single, key=lambda row: row.seat):
        held: list[tuple[models.Mandate, int | None]] = []
        for row in group:
            start = days.number(row.day)
            if any(one.person != row.person and (last is None or last >= start) for one, last in held):
                folded.findings.append(Found(SEAT_TAKEN(day=row.day), book, row.id, stops=True))
            held.append((row, _last_day(row, ends)))
    return folded


def _last_day(row: models.Mandate, ends: dict[str, tuple[int, str]]) -> int | None:
    """Return the last day on which a mandate surely runs; none if nobody knows."""
    known = [ends[row.id][0] - 1] if row.id in ends else []
    known += [days.number(row.until)] if row.until else []
    return min(known, default=None)


@folder(
    "report",
    everyone=lambda book: [
        *models.SupervisoryReport.every.filter(book=book).values_list("id", flat=True),
        *models.Audit.every.filter(book=book).values_list("id", flat=True),
    ],
)
def reports(book: str, ids: Sequence[str]) -> Folded:
    """Report more findings or remarks put right than were raised."""
    cleared: dict[str, list[models.Cleared]] = defaultdict(list)
    for row in models.Cleared.every.filter(book=book, report__in=ids).order_by("day", "id"):
        cleared[row.report].append(row)
    folded = Folded()
    for model in (models.SupervisoryReport, models.Audit):
        for raised, report in model.every.filter(book=book, id__in=ids).values_list("raised", "id"):
            total = sum(row.count for row in cleared[report])
            if total > raised:
                problem = CLEARED_TOO_MANY(cleared=total, raised=raised)
                folded.findings.append(Found(problem, report, cleared[report][-1].id, stops=True))
    return folded
