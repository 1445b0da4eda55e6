"""Messages without the system's gettext tools: extract, merge the parts that features bring, compile.

Every sentence people see is marked in the code (``_``, ``gettext``, ``ngettext``, ``pgettext``), in a template,
as a ``reason("code", "Sentence")`` or as ``noop("word")``. Each feature translates its own in
``locale/parts/<feature>.<language>.po``; the parts are merged into one catalogue a language.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "locale"
LANGUAGES = ("fr", "es")
_KEYWORDS = {
    "_": None,
    "N_": None,
    "noop": None,
    "_noop": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "reason": (2,),
}
_PLACES = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")

_NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same parts give the same bytes

Key = tuple[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Lack:
    """A message that is not whole in one language: ``why`` is ``missing``, ``fuzzy``, ``places`` (of
    what is filled in) or ``twice`` (two parts translate it differently)."""

    language: str
    feature: str
    message: str
    why: str

    def __str__(self) -> str:
        return f"{self.feature} [{self.language}] {self.why}: {self.message}"


def extracted(root: Path = ROOT) -> dict[Key, set[str]]:
    """Return every marked message, by (context, English text or texts), with the features that use it."""
    found: dict[Key, set[str]] = defaultdict(set)
    for path in sorted([*root.rglob("*.py"), *root.rglob("templates/**/*.html")]):
        feature = path.relative_to(root).parts[0]
        for key in _in_file(path):
            found[key].add(feature.removesuffix(".py"))
    return dict(found)


def _in_file(path: Path) -> Iterator[Key]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = templatize(text, origin=str(path))
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(text.encode()), keywords=_KEYWORDS
    ):
        texts = (message,) if isinstance(message, str) else tuple(message)
        if texts[0]:
            yield (context or "", texts[0] if len(texts) == 1 else texts)


def merged(language: str, locale: Path = LOCALE) -> Catalog:
    """Return one catalogue of all parts of a language. Where two parts differ, the first by name counts."""
    whole = Catalog(
        locale=language,
        domain="django",
        fuzzy=False,
        project="Cahier",
        creation_date=_NEVER,
        revision_date=_NEVER,
    )
    for path in sorted((locale / "parts").glob(f"*.{language}.po")):
        for message in _part(path, language):
            if whole.get(_first(message), message.context) is None:
                whole.add(message.id, message.string, flags=message.flags, context=message.context)
    return whole


def _part(path: Path, language: str) -> list[Message]:
    with path.open("rb") as file:
        part = read_po(file, locale=language, domain="django", abort_invalid=True)
    return [message for message in part if message.id]


def compile_all(locale: Path = LOCALE) -> dict[str, int]:
    """Merge and compile every language; return how many messages each holds. Same parts, same bytes."""
    counted = {}
    for language in LANGUAGES:
        catalogue = merged(language, locale)
        folder = locale / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        _write(catalogue, folder)
        counted[language] = len(catalogue)
    return counted


def _write(catalogue: Catalog, folder: Path) -> None:
    text, machine = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, sort_output=True, omit_header=True, width=0)
    write_mo(machine, catalogue)
    (folder / "django.po").write_bytes(_HEAD.format(plural=catalogue.plural_forms).encode() + text.getvalue())
    (folder / "django.mo").write_bytes(machine.getvalue())


_HEAD = """# Merged from locale/parts; change those.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""


def lacks(locale: Path = LOCALE) -> list[Lack]:
    """Return every message that is missing, fuzzy or has lost a place, by language and feature."""
    used = extracted(locale.parent)
    found: list[Lack] = []
    for language in LANGUAGES:
        catalogue = merged(language, locale)
        for (context, texts), features in sorted(used.items(), key=str):
            first = texts if isinstance(texts, str) else texts[0]
            why = _wrong(catalogue.get(first, context or None), texts)
            if why:
                found.append(Lack(language, "+".join(sorted(features)), first, why))
        found += [Lack(language, name, text, "twice") for name, text in _told_twice(language, locale)]
    return found


def _told_twice(language: str, locale: Path) -> Iterator[tuple[str, str]]:
    whole = merged(language, locale)
    for path in sorted((locale / "parts").glob(f"*.{language}.po")):
        for message in _part(path, language):
            kept = whole.get(_first(message), message.context)
            if kept is not None and kept.string != message.string:
                yield path.name.split(".")[0], _first(message)


def _wrong(message: Message | None, texts: str | tuple[str, ...]) -> str:
    if message is None or not message.string:
        return "missing"
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    if not all(strings) or (not isinstance(texts, str) and len(strings) < 2):
        return "missing"
    if message.fuzzy:
        return "fuzzy"
    wanted = places([texts] if isinstance(texts, str) else texts)
    return (
        "places" if any(not places([one]) <= wanted for one in strings) or places(strings) != wanted else ""
    )


def places(texts: Iterable[str]) -> set[str]:
    """Return the places to be filled in these texts: ``{n}``, ``%(n)s``."""
    return {match[0] for text in texts for match in _PLACES.finditer(text)}


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
