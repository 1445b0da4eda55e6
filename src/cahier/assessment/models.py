"""State of assessments, written by entries alone. Levels are whole numbers of halves: 7 is level 3½.

No table holds a person's vote: ``VoteCount`` is one bar of one group's histogram. The tables of the
workbench, where an open vote is counted, are in ``workbench.models`` and are no state.
"""

from __future__ import annotations

from django.db import models

from cahier.assessment.workbench.models import OpenCount, SpentSlip
from cahier.journal.state import DayField, FactModel, FoldModel, IdField

__all__ = [
    "Agreement", "Contradiction", "Demand", "ItemResult", "OpenCount", "OpenedRound", "Presence", "Proof", "ProofItem",
    "Round", "RoundClosing", "RoundGroup", "SpentSlip", "VoteCount",
]  # fmt: skip


class Demand(FactModel):
    """Somebody asked for the assessment: what for, who decides, what was agreed about the data (step 0)."""

    asked_by = models.CharField(max_length=200)
    purpose = models.CharField(max_length=1000)
    decided_by = models.CharField(max_length=200)
    sharing = models.CharField(max_length=12)
    until = DayField(null=True)
    letter = models.CharField(max_length=64, blank=True)
    charter = models.CharField(max_length=64, blank=True)
    day = DayField()


class OpenedRound(FactModel):
    """A round as it was opened. ``grid`` is canonical JSON (see ``assessment.grid``)."""

    pack = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    round_number = models.SmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    grid = models.TextField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "round_number"], name="opened_round_number")]


class RoundGroup(FactModel):
    """A group that votes apart in a round. ``name`` is blank where the guide names it. ``id`` is the round's."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60, blank=True)
    people = models.SmallIntegerField()


class Presence(FactModel):
    """So many women or men of one group took part. ``sex`` is blank where it was not counted."""

    round = IdField()
    group = models.CharField(max_length=40)
    sex = models.CharField(max_length=1, blank=True)
    people = models.SmallIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "round"], name="presence_round")]


class VoteCount(FactModel):
    """So many of one group gave one answer: a level, ``?`` for don't know, empty for blank."""

    subject = IdField()
    round = IdField()
    item = models.CharField(max_length=60)
    ballot = models.SmallIntegerField()
    group = models.CharField(max_length=40)
    answer = models.CharField(max_length=8, blank=True)
    people = models.SmallIntegerField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "subject"], name="votecount_subject")]


class _Levels(models.Model):
    """What was written of one item."""

    round = IdField()
    item = models.CharField(max_length=60)
    agreed = models.SmallIntegerField(null=True)
    self_score = models.SmallIntegerField(null=True)
    facilitator = models.SmallIntegerField(null=True)
    panel = models.SmallIntegerField(null=True)
    wished = models.SmallIntegerField(null=True)
    then = models.SmallIntegerField(null=True)
    grade = models.CharField(max_length=20, blank=True)
    discussed = models.BooleanField()
    applicable = models.BooleanField()
    rationale = models.CharField(max_length=1000, blank=True)
    day = DayField()

    class Meta:
        abstract = True


class Agreement(FactModel, _Levels):
    """The group agreed on one item."""

    subject = IdField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "subject"], name="agreement_subject"),
            models.Index(fields=["book", "round"], name="agreement_round"),
        ]


class ItemResult(FoldModel, _Levels):
    """What stands for one item of one round: the last agreement in canonical order, named by ``entry``."""

    entry = IdField()

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "round"], name="itemresult_round")]


class Proof(FactModel):
    """A proof that was shown. ``sha256`` is blank where no file is kept. ``expires`` is its last valid day."""

    round = models.CharField(max_length=36, blank=True)
    proof_kind = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    dated = DayField(null=True)
    period_from = DayField(null=True)
    period_to = DayField(null=True)
    expires = DayField(null=True)
    visibility = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField()
    filename = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=80)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "round"], name="proof_round")]


class ProofItem(FactModel):
    """A proof shows this item. ``id`` is the proof's."""

    item = models.CharField(max_length=60)

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "item"], name="proofitem_item")]


class Contradiction(FactModel):
    """The group's answer where the books and the agreed level differ."""

    round = IdField()
    item = models.CharField(max_length=60)
    indicator = models.CharField(max_length=20)
    answer = models.CharField(max_length=1000)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "round"], name="contradiction_round")]


class RoundClosing(FactModel):
    """A round was closed on exactly these entries. ``code`` is the head of the book as it is printed."""

    round = IdField()
    code = models.CharField(max_length=200)
    cut = models.TextField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "round"], name="roundclosing_round")]


class Round(FoldModel):
    """One round as it stands. ``settled`` counts items with an agreement, ``people`` those present."""

    pack = models.CharField(max_length=120)
    round_number = models.SmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    opened = DayField()
    closed = DayField(null=True)
    code = models.CharField(max_length=200, blank=True)
    items = models.SmallIntegerField()
    settled = models.SmallIntegerField()
    people = models.SmallIntegerField()

    class Meta(FoldModel.Meta):
        indexes = [models.Index(fields=["book", "round_number"], name="round_number")]
