"""Opens a binary workbook in a process of its own first, because a damaged one can end the process.

The reader of XLS and XLSB reserves memory by numbers that it finds in the file, and a wrong number stops
the program at once, without an exception that could be caught.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import suppress
from typing import BinaryIO

SECONDS = 120
MEMORY = 4 << 30


def survives(stream: BinaryIO) -> bool:
    """Return whether all sheets can be opened within the limits of memory (where the system has them)."""
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=stream.read(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "RUST_BACKTRACE": "0"}


def _limit_memory() -> None:
    with suppress(ImportError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Open every sheet of the workbook on standard input; errors that can be caught are no matter here."""
    import python_calamine as calamine

    _limit_memory()
    with suppress(calamine.CalamineError):
        book = calamine.CalamineWorkbook.from_object(io.BytesIO(sys.stdin.buffer.read()))
        for name in book.sheet_names:
            with suppress(calamine.CalamineError):
                book.get_sheet_by_name(name)


if __name__ == "__main__":
    main()
