"""The draft of a plan: the question as it stands, and the answer last found for it."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import IdField


class PlanDraft(models.Model):
    """One draft a book and goals. ``settings`` and ``answer`` are canonical JSON (see ``programme.drafts``).

    ``digest`` is that of the question the answer belongs to: another digest means "solve again".
    ``job`` is the work last asked for, see ``programme.tasks``.
    """

    id = IdField(primary_key=True)
    book = IdField()
    goals = IdField()
    settings = models.TextField()
    answer = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    job = models.CharField(max_length=36, blank=True)

    class Meta:
        app_label = "programme"
        constraints = [models.UniqueConstraint(fields=["book", "goals"], name="draft_goals")]

    def __str__(self) -> str:
        return f"{self.book}/{self.goals}"
