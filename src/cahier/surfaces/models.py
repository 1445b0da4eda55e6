"""The workbench of imports. Not journal state: what is here may be thrown away, the entries stay."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import IdField


class ImportRun(models.Model):
    """One file on its way into one book, from upload to the last entry.

    ``id`` is also the batch of the entries it wrote. ``plan`` holds columns, habits and answers; ``counts``
    rows, written, there (already in the book) and
    refused; ``report`` the sentences; ``checkpoint`` is the last row settled;
    ``whole`` asks for all or nothing.
    """

    OPEN, CHECKED, WRITING, DONE, WITHDRAWN = "open", "checked", "writing", "done", "withdrawn"

    id = IdField(primary_key=True)
    book = IdField()
    number = models.IntegerField()
    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    sheet = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=200)
    plan = models.JSONField(default=dict)
    whole = models.BooleanField(default=False)
    status = models.CharField(max_length=10, default=OPEN)
    counts = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    checkpoint = models.BigIntegerField(default=0)
    job = models.CharField(max_length=36, blank=True)
    author = models.CharField(max_length=80)
    started = models.BigIntegerField()
    finished = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="import_number")]
        indexes = [models.Index(fields=["book", "digest"], name="import_digest")]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


class KnownColumns(models.Model):
    """What a person confirmed for these headers: a field key and the answers for every column, in order."""

    pk = models.CompositePrimaryKey("book", "kind", "signature")
    book = IdField()
    kind = models.CharField(max_length=60)
    signature = models.CharField(max_length=32)
    keys = models.JSONField()
    answers = models.JSONField()

    def __str__(self) -> str:
        return f"{self.kind} {self.signature}"
