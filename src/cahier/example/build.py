"""Building the network into its own folder: beside, then moved into place, so that a cut leaves nothing half."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connections

from cahier import __version__
from cahier.example.network import Progress, build
from cahier.example.planted import save
from cahier.home import database_path, home
from cahier.journal import books, models, scratch
from cahier.journal.upgrade import state_versions

_ALIAS = "example"


def edition() -> str:
    """Return what the built network depends on: the program, this package, and the shape of all tables."""
    seen = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".csv"):
            seen.update(path.read_bytes())
    for name, version in sorted(state_versions().items()):
        seen.update(f"{name}={version};".encode())
    for model in sorted(apps.get_models(), key=lambda model: model._meta.db_table):
        seen.update(f"{model._meta.db_table}:{[field.column for field in model._meta.fields]};".encode())
    return f"{__version__}+{seen.hexdigest()[:12]}"


def marker() -> Path:
    """Return the file that says which edition lies here, written last."""
    return home() / "edition"


def truth_path() -> Path:
    """Return the file in which the generator says what it planted."""
    return home() / "truth.json"


def stands() -> bool:
    """Tell whether this program's edition of the network is here whole."""
    return (
        marker().exists() and marker().read_text(encoding="utf-8") == edition() and database_path().exists()
    )


def rebuild_network(progress: Progress) -> None:
    """Build the network anew and put it in the place of what was here.

    An interrupted build leaves the old network, or none; the next call starts again from nothing.
    """
    home().mkdir(parents=True, exist_ok=True)
    fresh = home() / "building.sqlite3"
    _clear(fresh)
    with scratch.opened(fresh, _ALIAS):
        call_command("migrate", database=_ALIAS, verbosity=0, interactive=False)
        for name, version in state_versions().items():
            models.StateVersion.objects.update_or_create(feature=name, defaults={"version": version})
        truths = build(progress)
        with connections[_ALIAS].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    marker().unlink(missing_ok=True)
    _clear(database_path())
    fresh.replace(database_path())
    books.settle_here()
    save(truth_path(), truths)
    marker().write_text(edition(), encoding="utf-8")


def _clear(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
