"""Reads of the assessment that pages, documents, the command line and the programme share.

All inside the scope of one book. Levels are exact fractions here; rounding is left to who shows them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cahier.assessment import models
from cahier.assessment.agreement import Proof, expired_questions
from cahier.assessment.change import Change, Shift, compare, then_test
from cahier.assessment.contradictions import Band, Link, Question, questions
from cahier.assessment.grid import Grid, from_record, level_of
from cahier.assessment.instrument import Level, Mark
from cahier.assessment.packs import pack_of
from cahier.assessment.scoring import Profile, profile
from cahier.assessment.votes import Histogram
from cahier.assessment.workbench.counting import as_histogram
from cahier.governance.models import Restitution
from cahier.kernel import days
from cahier.kernel.refusals import Problem, Refused, reason

NO_ROUND = reason("assessment.no_round", "This book has no round {round_number}. Open one first.")
NONE_YET = reason("assessment.no_round_yet", "No round was held in this book yet. Open one first.")


def rounds() -> list[models.Round]:
    """Return all rounds, the latest first."""
    return list(models.Round.objects.order_by("-round_number", "-opened", "id"))


def round_by_id(round_id: str) -> models.Round:
    """Return one round. Raises ``Refused`` (``assessment.no_round``)."""
    found = models.Round.objects.filter(id=round_id).first()
    if found is None:
        raise Refused(NO_ROUND(round_number="–"))
    return found


def round_by_number(number: int | None = None) -> models.Round:
    """Return the round of this number, the latest where none is given. Raises ``Refused`` for none."""
    listed = [one for one in rounds() if number is None or one.round_number == number]
    if not listed:
        raise Refused(NONE_YET() if number is None else NO_ROUND(round_number=number))
    return listed[0]


def round_before(one: models.Round) -> models.Round | None:
    """Return the last earlier round that has items in common with this one, or None."""
    mine = set(grid_of(one.id).instrument.items)
    earlier = models.Round.objects.filter(round_number__lt=one.round_number).order_by("-round_number", "id")
    return next((each for each in earlier if mine & set(grid_of(each.id).instrument.items)), None)


def grid_of(round_id: str) -> Grid:
    """Return the grid a round was opened with."""
    opened = models.OpenedRound.objects.get(id=round_id, line=0)
    return from_record(opened.pack, json.loads(opened.grid))


def groups_of(round_id: str) -> list[models.RoundGroup]:
    """Return the groups that vote apart, in their order."""
    return list(models.RoundGroup.objects.filter(id=round_id).order_by("line"))


def count_entry(round_id: str) -> str:
    """Return the entry by which the participants of a round were counted, or an empty text."""
    return (
        models.Presence.objects.filter(round=round_id).order_by("id").values_list("id", flat=True).first()
        or ""
    )


def present(round_id: str) -> dict[tuple[str, str], int]:
    """Return how many took part by group and sex, as they were first counted and later corrected."""
    rows = models.Presence.objects.filter(id=count_entry(round_id)).order_by("line")
    return {(row.group, row.sex): row.people for row in rows}


def marks(round_id: str) -> dict[str, Mark]:
    """Return what stands for each settled item of a round."""
    grid = grid_of(round_id)
    proofs = proofs_by_item(round_id)
    return {
        row.item: Mark(
            agreed=level_of(row.agreed), self_score=level_of(row.self_score), facilitator=level_of(row.facilitator),
            panel=level_of(row.panel), wished=level_of(row.wished), then=level_of(row.then), grade=grid.rank(row.grade),
            proofs=tuple(proof.id for proof in proofs.get(row.item, ())), applicable=row.applicable,
            day=days.number(row.day), version=grid.instrument.version,
        )
        for row in models.ItemResult.objects.filter(round=round_id)
    }  # fmt: skip


def results(round_id: str) -> dict[str, models.ItemResult]:
    """Return the rows of the settled items by item."""
    return {row.item: row for row in models.ItemResult.objects.filter(round=round_id)}


def next_item(round_id: str) -> str:
    """Return the first item that is not settled, in the order of the guide; empty when all are."""
    settled = set(results(round_id))
    return next((item for item in grid_of(round_id).instrument.items if item not in settled), "")


def profile_of(round_id: str, weights: Mapping[str, Level] | None = None) -> Profile:
    """Return the profile of a round; ``weights`` are the organisation's own reading."""
    return profile(grid_of(round_id).instrument, marks(round_id), weights)


def change_since(before: models.Round, now: models.Round) -> Change:
    """Return the change between two rounds on common items. Raises ``Refused`` where the scales differ."""
    earlier, later = grid_of(before.id).instrument, grid_of(now.id).instrument
    return compare(earlier, marks(before.id), later, marks(now.id))


def shift_since(before: models.Round, now: models.Round) -> tuple[Shift | None, dict[str, Shift]]:
    """Return the then-test over all items, and by variable where it has any."""
    then, later = marks(before.id), marks(now.id)
    instrument = grid_of(now.id).instrument
    by_variable = {one.code: then_test(one.items, then, later) for one in instrument.variables}
    return then_test(instrument.items, then, later), {c: s for c, s in by_variable.items() if s is not None}


def votes_of(round_id: str, item: str) -> dict[str, Histogram]:
    """Return the histograms of the last ballot on an item, by group; empty before the reveal."""
    rows = list(
        models.VoteCount.objects.filter(round=round_id, item=item).order_by(
            "ballot", "day", "clock", "origin", "number", "line"
        )
    )
    grid, bars = grid_of(round_id), dict[str, dict[str, int]]()
    for row in rows:
        if row.id == rows[-1].id:
            bars.setdefault(row.group, {})[row.answer] = row.people
    return {group: as_histogram(grid, counts) for group, counts in bars.items()}


def proofs_by_item(round_id: str) -> dict[str, list[models.Proof]]:
    """Return the proofs listed in a round, by item, oldest first."""
    listed = {row.id: row for row in models.Proof.objects.filter(round=round_id).order_by("day", "id")}
    found: dict[str, list[models.Proof]] = {}
    for link in models.ProofItem.objects.filter(id__in=list(listed)).order_by("id", "line"):
        found.setdefault(link.item, []).append(listed[link.id])
    return found


def expired(round_id: str, day: int) -> tuple[Problem, ...]:
    """Return one question for each proof of a round that is no longer valid on a day."""
    listed = [
        Proof(row.title, item, None if row.expires is None else days.number(row.expires))
        for item, rows in sorted(proofs_by_item(round_id).items())
        for row in rows
    ]
    return expired_questions(listed, day)


def links(pack_key: str) -> list[Link]:
    """Return which indicators inform which items, as the guide says; none where the guide is not here."""
    try:
        pack = pack_of(pack_key)
    except Refused:
        return []
    return [Link(item.id, code) for item in pack.items.values() for code in item.indicators]


@dataclass(frozen=True)
class Asked:
    """A question that the books put to the group, and what was answered, empty while it is open."""

    question: Question
    answer: str


def contradictions(round_id: str, bands: Mapping[str, Band]) -> list[Asked]:
    """Return where the books contradict what was agreed, with the answers given."""
    one = round_by_id(round_id)
    grid = grid_of(round_id)
    levels = {
        item: mark.agreed for item, mark in marks(round_id).items() if mark.scored and mark.agreed is not None
    }
    rows = models.Contradiction.objects.filter(round=round_id).order_by("day", "id")
    answered = {(row.item, row.indicator): row.answer for row in rows}
    found = questions(grid.scale, levels, bands, links(one.pack))
    return [Asked(each, answered.get((each.item, each.indicator), "")) for each in found]


@dataclass(frozen=True)
class ItemState:
    """Where one item of a round stands: ``settled``, ``revealed`` (votes shown, nothing agreed), or ``open``."""

    item: str
    variable: str
    state: str
    result: models.ItemResult | None
    proofs: Sequence[models.Proof]


def item_states(round_id: str) -> list[ItemState]:
    """Return every item of a round in the order of the guide, with where it stands."""
    settled, proofs = results(round_id), proofs_by_item(round_id)
    voted = set(models.VoteCount.objects.filter(round=round_id).values_list("item", flat=True))
    return [
        ItemState(
            item, variable.code,
            "settled" if item in settled else "revealed" if item in voted else "open",
            settled.get(item), proofs.get(item, ()),
        )
        for variable in grid_of(round_id).instrument.variables
        for item in variable.items
    ]  # fmt: skip


def presented(round_id: str) -> dt.date | None:
    """Return the day on which the results of a round were presented to the members, or None."""
    told = Restitution.objects.filter(assessment=round_id).order_by("day", "id").first()
    return told.day if told else None


def latest_demand() -> models.Demand | None:
    """Return the last time the assessment was asked for (step 0), or None."""
    return models.Demand.objects.order_by("-day", "-id").first()
