"""What lies on the workbench while a vote is open. No author, no time, and no row that is one vote.

A vote only raises the count of its answer; the slip that stops it from counting twice does not say
what it voted. So neither the order nor the giver of a vote can be read from the file.
"""

from __future__ import annotations

from django.db import models

from cahier.journal.state import IdField


class OpenCount(models.Model):
    """How many of one group have given one answer so far, in the open ballot of one item."""

    book = IdField()
    round = IdField()
    item = models.CharField(max_length=60)
    group = models.CharField(max_length=40)
    answer = models.CharField(max_length=8, blank=True)
    people = models.SmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "round", "item", "group", "answer"], name="opencount_bar")
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.group}"


class SpentSlip(models.Model):
    """The random key of a voting screen that was used: sending it again does not count again."""

    key = IdField(primary_key=True)
    book = IdField()
    round = IdField()
    item = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["book", "round", "item"], name="spentslip_item")]

    def __str__(self) -> str:
        return self.item
