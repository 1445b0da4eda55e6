"""The one child process that does long work. It ends with the process that started it.

The parent holds the writing end of the child's standard input; when the parent is gone, however it ended,
the pipe closes and the child stops after the step it is in.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

_IDLE, _BEAT = 0.5, 5.0


def start_worker() -> Callable[[], None]:
    """Start the child process and return the function that ends it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    child = subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, env=environment)  # noqa: S603

    def stop() -> None:
        if child.stdin:
            child.stdin.close()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    return stop


def serve(stopped: threading.Event) -> None:
    """Do one job after the other until told to stop."""
    from django.db import close_old_connections

    from cahier.jobs import queue

    while not stopped.is_set():
        close_old_connections()
        row = queue.claim()
        if row is None:
            stopped.wait(_IDLE)
            continue
        ended = threading.Event()
        beating = threading.Thread(target=_beat, args=(row.id, ended, stopped), daemon=True)
        beating.start()
        queue.run(row)
        ended.set()
        beating.join()


def _beat(job: str, ended: threading.Event, stopped: threading.Event) -> None:
    """Show a sign of life while a job runs; ask it to stop when the parent is gone."""
    from django.db import connection

    from cahier.jobs import queue
    from cahier.jobs.models import JobRow

    shown = 0.0
    while not ended.wait(_IDLE):
        if time.monotonic() - shown > _BEAT:
            shown = time.monotonic()
            JobRow.objects.filter(id=job).update(beat=queue.now())
        if stopped.is_set():
            os._exit(0)
    connection.close()


def main() -> None:
    """Run as the child process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cahier.settings")
    import django

    django.setup()
    stopped = threading.Event()

    def watch() -> None:
        while sys.stdin.buffer.read(1024):
            continue
        stopped.set()

    threading.Thread(target=watch, daemon=True).start()
    serve(stopped)


if __name__ == "__main__":
    main()
