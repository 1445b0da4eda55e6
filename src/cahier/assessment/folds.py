"""What stands now: each item of each round, each round, and what in them cannot all be right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from cahier.assessment import models
from cahier.assessment.agreement import LEVEL_OFF_SCALE, WISHED_BELOW_AGREED, objections
from cahier.assessment.grid import Grid, from_record, level_of, shown_halves
from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel import days
from cahier.kernel.refusals import Problem, reason

AGREED_TWICE = reason(
    "assessment.agreed_twice",
    "Item {item} was agreed twice in this round, {first} and {second}. Keep one and void the other.",
)
VOTED_TWICE = reason(
    "assessment.voted_twice", "Ballot {ballot} on item {item} was counted twice. Keep one count and void the other."
)  # fmt: skip
NO_SUCH_ITEM = reason("assessment.no_such_item", "The guide of this round has no item {item}.")
MUST_APPLY = reason(
    "assessment.must_apply", "In the guide of this round every item applies. Agree a level for {item}."
)
NO_SUCH_GRADE = reason(
    "assessment.no_such_grade", "The guide of this round has no proof grade {grade}. It knows: {known}."
)
ROUND_TWICE = reason(
    "assessment.round_twice", "Round {round_number} was opened twice. Give one of them another number, or void it."
)  # fmt: skip
COUNTED_TWICE = reason(
    "assessment.counted_twice",
    "The participants of this round were counted twice. Keep one count and void the other.",
)
CLOSED_TWICE = reason("assessment.closed_twice", "This round was closed twice. Void one of the closings.")
AFTER_CLOSING = reason(
    "assessment.after_closing",
    "Item {item} was agreed after the round was closed. Correct the earlier agreement, or open a new round.",
)

_ORDER = ("day", "clock", "origin", "number")


def grids(book: str, rounds: Iterable[str]) -> dict[str, Grid]:
    """Return the grids of these rounds, as they were opened."""
    found = models.OpenedRound.every.filter(book=book, id__in=set(rounds))
    return {row.id: from_record(row.pack, json.loads(row.grid)) for row in found}


@folder(
    "assessment.item",
    makes=(models.ItemResult,),
    everyone=lambda book: sorted(
        {*models.Agreement.every.filter(book=book).values_list("subject", flat=True)}
        | {*models.VoteCount.every.filter(book=book).values_list("subject", flat=True)}
    ),
)
def item_results(book: str, subjects: Sequence[str]) -> Folded:
    """Fold the agreements on each item: the last in canonical order stands, a second one is a finding."""
    agreements = models.Agreement.every.filter(book=book, subject__in=subjects).order_by("subject", *_ORDER)
    votes = models.VoteCount.every.filter(book=book, subject__in=subjects).order_by(
        "subject", *_ORDER, "line"
    )
    folded = Folded()
    listed, bars = list(agreements), list(votes)
    known = grids(book, {one.round for one in listed} | {one.round for one in bars})
    for subject, group in groupby(listed, key=lambda one: one.subject):
        _fold_item(book, subject, list(group), known, folded)
    for subject, counted in groupby(bars, key=lambda one: one.subject):
        folded.findings += _doubled(subject, list(counted))
    return folded


def _fold_item(
    book: str, subject: str, rows: Sequence[models.Agreement], known: dict[str, Grid], folded: Folded
) -> None:
    last = rows[-1]
    for row in rows[1:]:
        first, second = _shown(rows[0]), _shown(row)
        told = AGREED_TWICE(item=row.item, first=first, second=second)
        folded.findings.append(Found(told, subject, row.id, stops=True))
    for row in rows:
        grid = known.get(row.round)
        problems = agreement_problems(grid, row) if grid else ()
        folded.findings += [Found(_plain(one), subject, row.id, stops=True) for one in problems]
    columns = ("round", "item", "agreed", "self_score", "facilitator", "panel", "wished", "then", "grade",
               "discussed", "applicable", "rationale")  # fmt: skip
    values = {name: getattr(last, name) for name in columns}
    result = models.ItemResult.row(book=book, id=subject, entry=last.id, day=days.number(last.day), **values)
    folded.rows.append(Fact(models.ItemResult, result))


def agreement_problems(grid: Grid, row: models.Agreement) -> tuple[Problem, ...]:
    """Return why the group cannot write this, by the rules of the grid the round was opened with."""
    item = row.item
    if item not in grid.instrument.items:
        return (NO_SUCH_ITEM(item=item).at("item"),)
    if row.grade and grid.rank(row.grade) is None:
        return (NO_SUCH_GRADE(grade=row.grade, known=", ".join(grid.grades)).at("grade"),)
    if not row.applicable:
        return () if grid.leaves_out else (MUST_APPLY(item=item).at("applicable"),)
    found = [one for name in ("self_score", "facilitator", "panel", "wished", "then")
             for one in _off_scale(grid, name, getattr(row, name))]  # fmt: skip
    level, wished = level_of(row.agreed), level_of(row.wished)
    if level is not None:
        graded = objections(grid.scale, level, grid.rank(row.grade), row.discussed)
        found += [one.at("agreed") for one in graded]
        if wished is not None and wished < level:
            found.append(WISHED_BELOW_AGREED(wished=wished, level=level).at("wished"))
    return tuple(found)


def _off_scale(grid: Grid, name: str, halves: int | None) -> Iterator[Problem]:
    level = level_of(halves)
    if level is not None and not grid.scale.holds(level):
        yield LEVEL_OFF_SCALE(level=level, lowest=grid.scale.lowest, highest=grid.scale.highest).at(name)


def _doubled(subject: str, bars: Sequence[models.VoteCount]) -> Iterator[Found]:
    entries: dict[int, list[str]] = defaultdict(list)
    for bar in bars:
        if bar.id not in entries[bar.ballot]:
            entries[bar.ballot].append(bar.id)
    for ballot, ids in sorted(entries.items()):
        for entry in ids[1:]:
            yield Found(VOTED_TWICE(ballot=ballot, item=bars[0].item), subject, entry, stops=True)


def _shown(row: models.Agreement) -> str:
    return shown_halves(row.agreed)


def _plain(problem: Problem) -> Problem:
    """Return the problem with levels as people write them, the way a finding can be stored."""
    details = {
        name: shown_halves(int(2 * value)) if isinstance(value, Fraction) else value
        for name, value in problem.details.items()
    }
    return Problem(problem.reason, details, problem.where)


@folder(
    "assessment.round",
    makes=(models.Round,),
    everyone=lambda book: models.OpenedRound.every.filter(book=book).values_list("id", flat=True),
)
def rounds(book: str, ids: Sequence[str]) -> Folded:
    """Fold each round: who was there, how many items are settled, whether and on what it was closed."""
    folded = Folded()
    for opened in models.OpenedRound.every.filter(book=book, id__in=ids).order_by("id"):
        agreements = list(models.Agreement.every.filter(book=book, round=opened.id).order_by(*_ORDER))
        closings = list(models.RoundClosing.every.filter(book=book, round=opened.id).order_by(*_ORDER))
        counts = _counts(book, opened.id)
        folded.findings += [
            Found(COUNTED_TWICE(), opened.id, entry, stops=True) for entry in list(counts)[1:]
        ]
        folded.findings += _late(opened.id, agreements, closings)
        people = next(iter(counts.values()), 0)
        folded.rows.append(_round_row(book, opened, agreements, closings, people))
    return folded


def _counts(book: str, round_id: str) -> dict[str, int]:
    """Return how many people each count of participants found, the first count first."""
    found: dict[str, int] = {}
    for row in models.Presence.every.filter(book=book, round=round_id).order_by("id", "line"):
        found[row.id] = found.get(row.id, 0) + row.people
    return found


def _round_row(
    book: str,
    opened: models.OpenedRound,
    agreements: Sequence[models.Agreement],
    closings: Sequence[models.RoundClosing],
    people: int,
) -> Fact:
    grid = from_record(opened.pack, json.loads(opened.grid))
    closing = closings[0] if closings else None
    row = models.Round.row(
        book=book, id=opened.id, pack=opened.pack, round_number=opened.round_number, title=opened.title,
        opened=days.number(opened.day), closed=days.number(closing.day) if closing else None,
        code=closing.code if closing else "", items=len(grid.instrument.items),
        settled=len({one.item for one in agreements} & set(grid.instrument.items)), people=people,
    )  # fmt: skip
    return Fact(models.Round, row)


def _late(
    subject: str, agreements: Sequence[models.Agreement], closings: Sequence[models.RoundClosing]
) -> Iterator[Found]:
    for closing in closings[1:]:
        yield Found(CLOSED_TWICE(), subject, closing.id, stops=True)
    if not closings:
        return
    end = _place(closings[0])
    for one in agreements:
        if _place(one) > end:
            yield Found(AFTER_CLOSING(item=one.item), subject, one.id, stops=True)


def _place(row: models.Agreement | models.RoundClosing) -> tuple[int, int, str, int]:
    return (days.number(row.day), row.clock, row.origin, row.number)


@folder(
    "assessment.number",
    everyone=lambda book: sorted(
        {
            str(one)
            for one in models.OpenedRound.every.filter(book=book).values_list("round_number", flat=True)
        }
    ),
)
def round_numbers(book: str, numbers: Sequence[str]) -> Folded:
    """Find rounds that bear the same number, as two laptops may give it."""
    opened = models.OpenedRound.every.filter(book=book, round_number__in=[int(one) for one in numbers])
    folded = Folded()
    for number, group in groupby(opened.order_by("round_number", *_ORDER), key=lambda one: one.round_number):
        for row in list(group)[1:]:
            folded.findings.append(Found(ROUND_TWICE(round_number=number), str(number), row.id, stops=True))
    return folded
