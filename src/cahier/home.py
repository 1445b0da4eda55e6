"""Where a person's books lie: one folder for everything that is kept."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return the folder of everything a person keeps: ``CAHIER_HOME``, else the system's data folder."""
    given = os.environ.get("CAHIER_HOME")
    return (
        Path(given).expanduser().resolve()
        if given
        else Path(platformdirs.user_data_dir("cahier", appauthor=False))
    )


def example_home() -> Path:
    """Return the folder of the example network: beside the real one, never inside it."""
    real = home()
    return real.with_name(f"{real.name}-example")


def database_path() -> Path:
    """Return the file of the embedded database."""
    return home() / "cahier.sqlite3"


def files_path() -> Path:
    """Return the folder in which proofs and photos lie, named by their digests."""
    return home() / "files"


def secret_key() -> str:
    """Return this installation's signing key, made on first use and readable by its owner alone."""
    path = home() / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="utf-8")
