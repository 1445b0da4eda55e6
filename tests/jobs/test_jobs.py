"""Long work outside the page: asked for, told, stopped, taken up again after a worker died."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cahier.jobs import queue
from cahier.jobs.inline import InlineJobs
from cahier.jobs.models import JobRow
from cahier.jobs.port import jobs
from cahier.kernel.jobs import WORK, State, work
from cahier.kernel.refusals import Refused, reason

pytestmark = pytest.mark.django_db
TOO_WET = reason("test.too-wet", "The beans are too wet. Dry them.")


@pytest.fixture
def named():
    """Give a name of work that is forgotten after the test."""
    made = []

    def register(name, function):
        made.append(name)
        work(name)(function)

    yield register
    for name in made:
        WORK.pop(name)


def test_a_job_is_done_once_and_tells_its_progress(named):
    seen = []
    named("dry", lambda about, tell: (seen.append(about["lot"]), tell(5, 5)))
    job = jobs().enqueue("dry", lot="L-1")
    assert jobs().progress(job).state is State.WAITING
    queue.run(queue.claim())
    assert queue.claim() is None
    told = jobs().progress(job)
    assert (told.state, told.done, told.total, seen) == (State.DONE, 5, 5, ["L-1"])


def test_a_refusal_and_a_fault_are_told_and_do_not_end_the_worker(named):
    def refuse(about, tell):
        raise Refused(TOO_WET())

    def fault(about, tell):
        raise ZeroDivisionError

    named("wet", refuse)
    named("broken", fault)
    told = [InlineJobs().progress(InlineJobs().enqueue(name)) for name in ("wet", "broken", "unheard-of")]
    assert [one.state for one in told] == [State.FAILED] * 3
    assert "Dry them" in told[0].told
    assert "ZeroDivisionError" in told[1].told
    assert "unheard-of" in told[2].told


def test_what_was_stopped_before_it_began_never_begins(named):
    named("dry", lambda about, tell: pytest.fail("it began"))
    job = jobs().enqueue("dry")
    jobs().cancel(job)
    assert queue.claim() is None
    assert jobs().progress(job).state is State.CANCELLED


def test_work_under_way_stops_where_it_tells_its_progress(named):
    steps = []

    def slow(about, tell):
        for step in range(5):
            steps.append(step)
            jobs().cancel(job)
            tell(step, 5)

    named("slow", slow)
    job = jobs().enqueue("slow")
    assert queue.run(queue.claim()) is State.CANCELLED
    assert steps == [0]


def test_what_is_due_later_waits():
    job = jobs().schedule("dry", queue.now() + 60_000)
    assert queue.claim() is None
    assert jobs().progress(job).state is State.WAITING


def test_a_job_of_a_dead_worker_is_taken_up_again_three_times_at_most():
    job = jobs().enqueue("dry")
    for _ in range(queue.MOST_TRIES):
        assert queue.claim().id == job
        JobRow.objects.update(beat=queue.now() - queue.SILENT - 1)
    assert queue.claim() is None
    told = jobs().progress(job)
    assert told.state is State.FAILED
    assert "broke off" in told.told


def test_an_unknown_job_is_a_key_error():
    with pytest.raises(KeyError):
        jobs().progress("nothing")


@pytest.mark.slow
def test_the_worker_ends_when_its_parent_is_gone(home):
    made = subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); from django.core.management import call_command; "
         "call_command('migrate', verbosity=0)"],
        check=True, env=_environment(home),
    )  # fmt: skip
    assert made.returncode == 0
    child = subprocess.Popen(
        [sys.executable, "-m", "cahier.jobs.worker"], stdin=subprocess.PIPE, env=_environment(home)
    )
    child.stdin.close()
    assert child.wait(timeout=30) == 0


def _environment(home):
    import os

    return {
        **os.environ,
        "CAHIER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "cahier.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
