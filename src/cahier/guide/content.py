"""Where packs are found: the editions that come with the program, and a folder of private ones."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

from cahier.guide import refusals
from cahier.guide.loader import PACK_FILE, assemble, read_tables
from cahier.guide.overlay import overlay
from cahier.guide.packs import Pack, Tables
from cahier.guide.questionnaire import convert
from cahier.kernel.refusals import Refused

OUR_PACK = "cahier"


def content_folder() -> Path:
    """Return the guide's content: inside the installed package, or beside ``src`` in a source tree.

    Raises ``Refused`` (``guide.content_missing``) where neither is there.
    """
    inside = Path(str(resources.files("cahier.guide"))) / "content"
    beside = Path(__file__).resolve().parents[3] / "guide"
    for folder in (inside, beside):
        if (folder / "editions").is_dir():
            return folder
    raise Refused(refusals.CONTENT_MISSING())


def editions() -> tuple[str, ...]:
    """Return the editions that come with the program, oldest first."""
    return tuple(sorted(path.parent.name for path in content_folder().glob(f"editions/*/{PACK_FILE}")))


def edition(name: str = "") -> Pack:
    """Return an edition of the guide, the newest unless one is named.

    Raises ``Refused`` (``guide.pack_missing``) for an unknown one.
    """
    return _edition(name or editions()[-1])


def load(folder: Path) -> Pack:
    """Return the pack in a folder: a whole one, one that lies over an edition, or a questionnaire.

    Read again only when a file in it changed. Raises ``Refused`` with the file and what to mend.
    """
    stamp = max((path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()), default=0)
    return _load(folder.resolve(), stamp)


def private_packs(folder: Path) -> dict[str, Path]:
    """Return the folders of private packs in a folder (``CAHIER_HOME/packs``), by folder name.

    They are not read: one that is broken must not hide the others.
    """
    if not folder.is_dir():
        return {}
    return {path.parent.name: path.parent for path in sorted(folder.glob(f"*/{PACK_FILE}"))}


def find(key: str, private: Path | None = None) -> Pack:
    """Return the pack with this key (``cahier/2026``, or the folder name of a private pack).

    Raises ``Refused`` (``guide.pack_missing``) where there is none.
    """
    pack_id, _, name = key.partition("/")
    if pack_id == OUR_PACK and name in editions():
        return edition(name)
    folders = private_packs(private) if private else {}
    if pack_id in folders:
        return load(folders[pack_id])
    raise Refused(refusals.PACK_MISSING(pack=key))


@lru_cache
def _edition(name: str) -> Pack:
    return assemble(read_tables(content_folder() / "editions" / name))


@lru_cache(maxsize=32)
def _load(folder: Path, stamp: int) -> Pack:
    tables = read_tables(folder)
    about = tables[PACK_FILE]
    if "questionnaire" in about:
        return assemble(convert(about, folder))
    if "lays_over" in about:
        return overlay(_base(about), tables)
    return assemble(tables)


def _base(about: Tables) -> Pack:
    return find(str(about["lays_over"]))
