"""The table of jobs: a queue in the same database, so that a job is there exactly if what it is about is."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import IdField


class JobRow(models.Model):
    """One job. Times are milliseconds since 1970; ``beat`` is the last sign of life of who runs it.

    ``identifiers`` say what the work is about; data is never kept here.
    """

    id = IdField(primary_key=True)
    name = models.CharField(max_length=60)
    identifiers = models.JSONField(default=dict)
    state = models.CharField(max_length=10)
    cancel = models.BooleanField(default=False)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    told = models.TextField(blank=True)
    tries = models.SmallIntegerField(default=0)
    due = models.BigIntegerField()
    beat = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "due"], name="job_next")]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"
