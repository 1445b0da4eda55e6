"""Proofs, photos and signed lists: kept outside the journal under the SHA-256 of their bytes."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cahier.home import files_path
from cahier.journal import models
from cahier.journal.fields import Attached
from cahier.kernel.refusals import Refused, reason

MOST_BYTES = 20 * 1024 * 1024
TOO_BIG = reason(
    "file.too-big", "{name} is larger than {most} MB. Photograph it smaller, or scan fewer pages."
)

_BLOCK = 1 << 20


def keep(content: BinaryIO, name: str) -> Attached:
    """Store a file and return what an entry needs to name it. The same bytes are kept once.

    Raises ``Refused`` above 20 MB. The file appears under its digest only when it is whole.
    """
    folder = files_path()
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as draft:
        while block := content.read(_BLOCK):
            size += len(block)
            if size > MOST_BYTES:
                break
            digest.update(block)
            draft.write(block)
        draft.flush()
        os.fsync(draft.fileno())
    if size > MOST_BYTES:
        Path(draft.name).unlink()
        raise Refused(TOO_BIG(name=name, most=MOST_BYTES // 1024 // 1024))
    sha256 = digest.hexdigest()
    path(sha256).parent.mkdir(exist_ok=True)
    Path(draft.name).replace(path(sha256))
    return Attached(
        sha256, mimetypes.guess_type(name)[0] or "application/octet-stream", size, Path(name).name
    )


def path(sha256: str) -> Path:
    """Return where the bytes of a digest lie, or would lie."""
    return files_path() / sha256[:2] / sha256


def named_in(row: models.JournalEntry) -> Iterator[dict[str, Any]]:
    """Yield every file that an entry names, wherever in its body it stands."""
    if '"sha256"' in row.body or '"sha256"' in row.personal:
        yield from _search(json.loads(row.body))
        yield from _search(json.loads(row.personal or "{}"))


def trouble(attached: dict[str, Any]) -> str:
    """Return ``changed`` if the bytes do not fit the digest; a file that has not arrived yet is no fault."""
    place = path(attached["sha256"])
    if not place.exists():
        return ""
    with place.open("rb") as file:
        return "" if hashlib.file_digest(file, "sha256").hexdigest() == attached["sha256"] else "changed"


def _search(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("sha256"), str):
            yield value
        for part in value.values():
            yield from _search(part)
    elif isinstance(value, list):
        for part in value:
            yield from _search(part)
