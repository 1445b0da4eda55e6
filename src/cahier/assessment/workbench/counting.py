"""Counting an open vote on the workbench, and the one act that reveals and forgets it.

``cast`` adds one vote, ``enter_tally`` the counts of a paper tally, ``reveal`` merges small groups, writes
the histograms into the book and empties the workbench in the same transaction. SQLite is told to overwrite
what is deleted, and its write-ahead log is cut, so that the file holds no former count either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import connections, transaction
from django.db.models import F

from cahier.assessment import models
from cahier.assessment.entries import Bar, ItemVotes
from cahier.assessment.grid import Grid
from cahier.assessment.votes import BLANK, DONT_KNOW, VOTE_OFF_SCALE, Histogram, revealed
from cahier.assessment.workbench.models import OpenCount, SpentSlip
from cahier.journal import scope
from cahier.journal.actor import Actor
from cahier.journal.write import Draft, Written, write
from cahier.kernel import ids
from cahier.kernel.refusals import Refused, reason

NO_VOTES = reason(
    "assessment.no_votes",
    "No vote was put in on item {item}. Let the groups vote first, or key in the tally.",
)
UNKNOWN_GROUP = reason("assessment.unknown_group", "This round has no group {group}.")
UNKNOWN_SLIP = reason(
    "assessment.unknown_slip", "This voting screen was not made here. Open a new one and vote again."
)


def answers(grid: Grid) -> tuple[str, ...]:
    """Return what a vote may say: the whole levels, then don't know, then blank."""
    return (*(str(level) for level in grid.scale.levels), DONT_KNOW, BLANK)


def cast(round_id: str, item: str, grid: Grid, *, group: str, answer: str, slip: str) -> bool:
    """Count one vote; False if this screen's vote was counted already. Inside the scope of the book.

    ``slip`` is the random key that the voting screen was drawn with. Raises ``Refused`` for an answer or
    group that this round does not know.
    """
    book = scope.current_book()
    _check(round_id, grid, group, answer)
    if not ids.is_id(slip):
        raise Refused(UNKNOWN_SLIP())
    with transaction.atomic(using=scope.database()):
        _forgetful()
        spent, fresh = SpentSlip.objects.get_or_create(
            key=slip, defaults={"book": book, "round": round_id, "item": item}
        )
        if fresh:
            _raise_count(_bar(book, round_id, item, group, answer), 1)
    return fresh and spent.item == item


def enter_tally(round_id: str, item: str, grid: Grid, counts: Mapping[tuple[str, str], int]) -> None:
    """Put the counts of a paper tally, by (group, answer), in the place of what was counted so far."""
    book = scope.current_book()
    for group, answer in counts:
        _check(round_id, grid, group, answer)
    with transaction.atomic(using=scope.database()):
        _forgetful()
        _clear(book, round_id, item)
        for (group, answer), people in sorted(counts.items()):
            if people:
                _raise_count(_bar(book, round_id, item, group, answer), people)


def put_in(round_id: str, item: str) -> dict[str, int]:
    """Return how many have voted in each group so far: nothing more may be known before the reveal."""
    book = scope.current_book()
    sizes: dict[str, int] = {}
    rows = OpenCount.objects.filter(book=book, round=round_id, item=item)
    for group, people in rows.values_list("group", "people"):
        sizes[group] = sizes.get(group, 0) + people
    return sizes


def reveal(
    round_id: str, item: str, grid: Grid, *, day: dt.date, actor: Actor, draft_id: str = ""
) -> Written:
    """Write the histograms of an item, small groups merged, and empty its workbench, all or nothing.

    ``draft_id`` lets a doubled press write once. Raises ``Refused`` (``assessment.no_votes``) where there is
    nothing to reveal.
    """
    book = scope.current_book()
    with transaction.atomic(using=scope.database()):
        _forgetful()
        counted = list(OpenCount.objects.select_for_update().filter(book=book, round=round_id, item=item))
        shown = revealed(_histograms(grid, counted), grid.smallest)
        if not shown:
            raise Refused(NO_VOTES(item=item))
        ballot = 1 + max(
            models.VoteCount.objects.filter(round=round_id, item=item).values_list("ballot", flat=True),
            default=0,
        )
        entry = ItemVotes(day=day, round=round_id, item=item, ballot=ballot, bars=tuple(_bars(shown)))
        draft = Draft(entry, id=draft_id) if draft_id else Draft(entry)
        written = write(book, [draft], actor=actor)
        _clear(book, round_id, item)
    _cut_log()
    return written


def discard(round_id: str, item: str) -> None:
    """Throw away what was counted of an item that is settled without a reveal."""
    with transaction.atomic(using=scope.database()):
        _forgetful()
        _clear(scope.current_book(), round_id, item)
    _cut_log()


def _check(round_id: str, grid: Grid, group: str, answer: str) -> None:
    if not models.RoundGroup.objects.filter(id=round_id, code=group).exists():
        raise Refused(UNKNOWN_GROUP(group=group))
    if answer not in answers(grid):
        raise Refused(VOTE_OFF_SCALE(vote=answer, lowest=grid.scale.lowest, highest=grid.scale.highest))


def _bar(book: str, round_id: str, item: str, group: str, answer: str) -> OpenCount:
    found, _ = OpenCount.objects.get_or_create(
        book=book, round=round_id, item=item, group=group, answer=answer
    )
    return found


def _raise_count(bar: OpenCount, by: int) -> None:
    OpenCount.objects.filter(pk=bar.pk).update(people=F("people") + by)


def _histograms(grid: Grid, counted: Iterable[OpenCount]) -> dict[str, Histogram]:
    bars: dict[str, dict[str, int]] = {}
    for row in counted:
        bars.setdefault(row.group, {})[row.answer] = row.people
    return {group: as_histogram(grid, found) for group, found in bars.items()}


def as_histogram(grid: Grid, found: Mapping[str, int]) -> Histogram:
    """Return the histogram of one group from its counts by answer."""
    levels = tuple((level, found.get(str(level), 0)) for level in grid.scale.levels)
    return Histogram(levels, found.get(DONT_KNOW, 0), found.get(BLANK, 0))


def _bars(shown: Mapping[str, Histogram]) -> Iterable[Bar]:
    for group, counted in sorted(shown.items()):
        for level, people in counted.counts:
            if people:
                yield Bar(group=group, answer=str(level), people=people)
        for answer, people in ((DONT_KNOW, counted.dont_know), (BLANK, counted.blank)):
            if people:
                yield Bar(group=group, answer=answer, people=people)


def _clear(book: str, round_id: str, item: str) -> None:
    OpenCount.objects.filter(book=book, round=round_id, item=item).delete()
    SpentSlip.objects.filter(book=book, round=round_id, item=item).delete()


def _forgetful() -> None:
    """Have SQLite write zeros over what it deletes and changes."""
    connection = connections[scope.database()]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _cut_log() -> None:
    """Have SQLite bring its log into the file and cut it, if no transaction is open around this."""
    connection = connections[scope.database()]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
