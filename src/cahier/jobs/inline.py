"""Jobs done at once, in the process that asks: for tests, and for commands that wait anyway."""

from __future__ import annotations

from cahier.jobs import queue
from cahier.jobs.models import JobRow
from cahier.kernel.jobs import State


class InlineJobs(queue.QueuedJobs):
    """Does the work while it is asked for. What is scheduled for later waits for a worker."""

    def enqueue(self, name: str, /, **identifiers: str) -> str:
        """Do the work and return the job's id."""
        job = super().enqueue(name, **identifiers)
        JobRow.objects.filter(id=job).update(state=State.RUNNING, beat=queue.now(), tries=1)
        queue.run(JobRow.objects.get(id=job))
        return job
