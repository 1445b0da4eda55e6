"""Making the database fit the program: created on first use, led up after an update, refused if newer.

An embedded file is led up as a copy, rebuilt and verified, and only then takes the old one's place; a
plug pulled in the middle leaves the old file whole. On a server each book is rebuilt in a transaction.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from cahier import __version__
from cahier.home import database_path, home
from cahier.journal import models, scope, scratch, verify
from cahier.journal.rebuild import rebuild
from cahier.kernel.refusals import Refused, reason

NEWER = reason(
    "upgrade.newer",
    "These books were written by a newer Cahier ({what}). Update the program; nothing was changed.",
)
UNSOUND = reason("upgrade.unsound", "The books do not verify, so they were not touched: {problem}")

Say = Callable[[str, int], None]


def ensure_ready(say: Say = lambda step, done: None) -> None:
    """Create or lead up the database if needed. Raises ``Refused`` for a file of a newer program.

    ``say(step, done)`` is told what is going on and how many entries are done.
    """
    home().mkdir(parents=True, exist_ok=True)
    if not _tables():
        call_command("migrate", verbosity=0, interactive=False)
        _stamp_versions()
        return
    _refuse_newer()
    migrations, stale = _pending(), _stale()
    if not migrations and not stale:
        return
    if scratch.embedded():
        _upgrade_copy(say, rebuild_needed=bool(stale or migrations))
        return
    call_command("migrate", verbosity=0, interactive=False)
    _rebuild_all(say)


def state_versions() -> dict[str, int]:
    """Return the version of each feature's state tables: raised when they must be derived anew."""
    features = [config.name for config in apps.get_app_configs() if config.name.startswith("cahier.")]
    return {name: getattr(importlib.import_module(name), "STATE_VERSION", 1) for name in features}


def _upgrade_copy(say: Say, *, rebuild_needed: bool) -> None:
    live = database_path()
    copy = live.with_name("cahier.upgrading.sqlite3")
    copy.unlink(missing_ok=True)
    scratch.copy_database(live, copy)
    with scratch.opened(copy, "upgrade"):
        call_command("migrate", database="upgrade", verbosity=0, interactive=False)
        if rebuild_needed:
            _rebuild_all(say)
        with connections["upgrade"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    _keep_old(live)
    for suffix in ("-wal", "-shm"):
        live.with_name(live.name + suffix).unlink(missing_ok=True)
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    copy.replace(live)


def _keep_old(live: Path) -> None:
    folder = home() / "before-upgrade"
    folder.mkdir(exist_ok=True)
    kept = folder / f"before-{__version__}.sqlite3"
    kept.unlink(missing_ok=True)
    scratch.copy_database(live, kept)


def _rebuild_all(say: Say) -> None:
    for book in models.Book.objects.order_by("slug"):
        problems = verify.chain_problems(book.id)
        if problems:
            raise Refused(UNSOUND(problem=problems[0]))
        rebuild(book.id, partial(say, book.name))
    _stamp_versions()


def _stamp_versions() -> None:
    for name, version in state_versions().items():
        models.StateVersion.objects.update_or_create(feature=name, defaults={"version": version})


def _stale() -> list[str]:
    held = dict(models.StateVersion.objects.values_list("feature", "version"))
    return [name for name, version in state_versions().items() if held.get(name, 0) < version]


def _refuse_newer() -> None:
    executor = MigrationExecutor(connections[scope.database()])
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("cahier.")}
    strange = [
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if app in ours and (app, name) not in executor.loader.disk_migrations
    ]
    held = dict(models.StateVersion.objects.values_list("feature", "version")) if not strange else {}
    ahead = [name for name, version in state_versions().items() if held.get(name, 0) > version]
    if strange or ahead:
        raise Refused(NEWER(what=", ".join(sorted(strange + ahead))))


def _pending() -> bool:
    executor = MigrationExecutor(connections[scope.database()])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _tables() -> bool:
    return models.Book._meta.db_table in connections[scope.database()].introspection.table_names()
