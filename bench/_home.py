"""A throw-away home for benchmarks, with its own database."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

SOURCES = str(Path(__file__).resolve().parents[1] / "src")
sys.path.insert(0, SOURCES)


def prepare() -> Path:
    """Point Cahier at an empty folder, create its database, and return the folder."""
    folder = Path(tempfile.mkdtemp(prefix="cahier-bench-"))
    os.environ["CAHIER_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "cahier.settings"
    os.environ["PYTHONPATH"] = SOURCES
    import django

    django.setup()
    from cahier.journal.upgrade import ensure_ready

    ensure_ready()
    return folder
