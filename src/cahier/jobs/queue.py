"""Jobs in a table: asked for in one process, done in another. Also how one job is run."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db.models import F
from django.utils.translation import override

from cahier.jobs.models import JobRow
from cahier.journal.words import say
from cahier.kernel.ids import new_id
from cahier.kernel.jobs import WORK, Cancelled, Job, State
from cahier.kernel.refusals import Problem, Refused, reason

UNKNOWN_WORK = reason("jobs.unknown-work", "This program does not know the work {name}. Update it.")
BROKE_OFF = reason(
    "jobs.broke-off", "The work broke off {tries} times and is not tried again. Start it anew."
)
FAILED = reason(
    "jobs.failed", "The work stopped because of a fault in the program: {fault}. What was done stays."
)

SILENT = 30_000
MOST_TRIES = 3
_TELL_EVERY = 500
_log = logging.getLogger(__name__)


def now() -> int:
    """Return milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class QueuedJobs:
    """Keeps jobs in the database. The row is part of the running transaction, so it appears with its commit."""

    def enqueue(self, name: str, /, **identifiers: str) -> str:
        """Ask for work now; return the job's id."""
        return self.schedule(name, now(), **identifiers)

    def schedule(self, name: str, at: int, /, **identifiers: str) -> str:
        """Ask for work at a moment; return the job's id."""
        row = JobRow(id=new_id(), name=name, identifiers=identifiers, state=State.WAITING, due=at)
        row.save(force_insert=True)
        return row.id

    def progress(self, job: str) -> Job:
        """Return a job as it stands."""
        row = JobRow.objects.filter(id=job).first()
        if row is None:
            raise KeyError(job)
        return Job(row.id, row.name, State(row.state), row.done, row.total, row.told)

    def cancel(self, job: str) -> None:
        """Stop a job where it next tells its progress, or before it begins."""
        JobRow.objects.filter(id=job).update(cancel=True)
        JobRow.objects.filter(id=job, state=State.WAITING).update(state=State.CANCELLED)


def claim() -> JobRow | None:
    """Take the next job that is due; none if there is none. Two workers never take the same."""
    requeue()
    waiting = JobRow.objects.filter(state=State.WAITING, due__lte=now()).order_by("due", "id")
    for row in waiting[:5]:
        mine = JobRow.objects.filter(id=row.id, state=State.WAITING)
        if mine.update(state=State.RUNNING, beat=now(), tries=F("tries") + 1):
            row.refresh_from_db()
            return row
    return None


def requeue() -> None:
    """Give jobs of a worker that shows no sign of life to the next; after three tries, say so and stop."""
    silent = JobRow.objects.filter(state=State.RUNNING, beat__lt=now() - SILENT)
    told = str(BROKE_OFF(tries=MOST_TRIES))
    silent.filter(tries__gte=MOST_TRIES).update(state=State.FAILED, told=told)
    silent.filter(tries__lt=MOST_TRIES).update(state=State.WAITING)


def run(row: JobRow) -> State:
    """Do the work of a claimed job to its end, and keep how it ended."""
    told = ""
    try:
        if row.name not in WORK:
            raise Refused(UNKNOWN_WORK(name=row.name))
        WORK[row.name](row.identifiers, telling(row))
        state = State.DONE
    except Cancelled:
        state = State.CANCELLED
    except Refused as refused:
        state, told = State.FAILED, _said(row, *refused.problems)
    except Exception as fault:  # noqa: BLE001  the worker outlives any fault of one job; it is logged and shown
        _log.exception("job %s failed", row.name)
        state, told = State.FAILED, _said(row, FAILED(fault=type(fault).__name__))
    JobRow.objects.filter(id=row.id).update(state=state, told=told, beat=now())
    return state


def _said(row: JobRow, *problems: Problem) -> str:
    with override(row.identifiers.get("language", "en")):
        return " ".join(say(problem) for problem in problems)


def telling(row: JobRow) -> Callable[[int, int], None]:
    """Return the function that keeps progress, at most twice a second, and stops the work if asked to."""
    last = 0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if now() - last < _TELL_EVERY and done < total:
            return
        last = now()
        JobRow.objects.filter(id=row.id).update(done=done, total=total, beat=last)
        if JobRow.objects.filter(id=row.id, cancel=True).exists():
            raise Cancelled

    return tell
