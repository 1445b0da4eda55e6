"""The hash chain of one book and origin: how an envelope is sealed and checked. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from cahier.kernel.canonical import digest, dumps

FORM = "cahier.1"
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Envelope:
    """An entry as it is stored and passed on: who wrote it where and when, its body, and its seal.

    ``day`` is when it happened; ``captured`` (device clock) and ``recorded`` (installation that gave the
    number) are milliseconds since 1970; ``body`` and ``personal`` are canonical JSON; ``salt`` and
    ``personal`` are empty once erased, while ``personal_digest`` stays. ``batch`` names the import.
    """

    book: str
    origin: str
    number: int
    id: str
    kind: str
    version: int
    day: int
    captured: int
    recorded: int
    clock: int
    author: str
    batch: str
    subject: str
    body: str
    personal: str
    salt: str
    personal_digest: str
    previous: str
    hash: str


def personal_seal(salt: str, personal: str) -> str:
    """Return the digest that stands for the personal part: salted, so that it cannot be guessed back."""
    return digest(salt + personal) if personal else ""


_BEFORE_BODY = attrgetter(
    "book", "origin", "number", "id", "kind", "version", "day", "captured", "recorded", "clock", "author", "batch", "subject"
)  # fmt: skip


def seal(envelope: Envelope) -> str:
    """Return the hash of an envelope: SHA-256 over every column, the bodies by their digests."""
    return seal_of(_BEFORE_BODY(envelope), envelope.body, envelope.personal_digest, envelope.previous)


def seal_of(before_body: Sequence[Any], body: str, personal_digest: str, previous: str) -> str:
    """Return the hash of what an envelope will hold; ``before_body`` are its columns up to ``subject``."""
    return digest(dumps([FORM, *before_body, digest(body), personal_digest, previous]))


def fault(envelope: Envelope) -> str:
    """Return what does not fit in one envelope, or an empty text. The link to its neighbour is checked apart."""
    if envelope.personal and personal_seal(envelope.salt, envelope.personal) != envelope.personal_digest:
        return "personal"
    if not envelope.personal and envelope.salt:
        return "salt"
    return "" if seal(envelope) == envelope.hash else "hash"
