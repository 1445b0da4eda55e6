"""Making a plan outside the page that asked for it: it may take from a second to a minute."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import override

from cahier.jobs.port import jobs
from cahier.journal import scope
from cahier.kernel.jobs import Job, Progress, work
from cahier.programme import drafts, queries
from cahier.programme.models import PlanDraft
from cahier.programme.settings import Settings

PLAN = "programme.plan"


@work(PLAN)
def make_plan(about: Mapping[str, str], progress: Progress) -> None:
    """Make the plan of a book's draft. Done twice, it gives the same answer."""
    progress(0, 1)
    with override(about["language"]), scope.reading(about["book"]):
        drafts.solve(about["book"])
    progress(1, 1)


def order_plan(book: str, chosen: Settings, language: str) -> None:
    """Keep the terms and ask for the plan. In scope. Raises ``Refused`` where no goal or no money is given."""
    drafts.require_money(chosen)
    drafts.save(book, chosen)
    job = jobs().enqueue(PLAN, book=book, language=language)
    PlanDraft.objects.filter(book=book, goals=queries.aims().id).update(job=job)


def last_job(book: str) -> Job | None:
    """Return the work last asked for the draft of the goals in force, if any. In scope."""
    row = PlanDraft.objects.filter(book=book, goals=queries.aims().id).exclude(job="").first()
    return jobs().progress(row.job) if row else None
