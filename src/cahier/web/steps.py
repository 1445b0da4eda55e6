"""The steps of the main job, 0 to 7, and where a book stands in them. Features register what they know.

The page "Today" shows the steps in order; the first that is not done is what to do next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cahier.journal.models import Book

Asked = Callable[[str], bool]
Told = Callable[[str], str]
STEPS: dict[int, Step] = {}


@dataclass(frozen=True)
class Step:
    """One step. ``done(book id)`` and ``told(book id)`` are called with the book in scope.

    ``order`` is the number of the step in the method; ``act`` is what its button says; ``told`` returns one
    sentence about where it stands, or an empty text.
    """

    order: int
    title: Any
    act: Any
    url: str
    done: Asked
    told: Told
    group: str


@dataclass(frozen=True)
class Standing:
    """Where one step stands in one book: ``state`` is ``done``, ``now`` or ``later``."""

    step: Step
    href: str
    state: str
    sentence: str


def step(
    order: int,
    title: Any,
    url: str,
    done: Asked,
    *,
    act: Any = "",
    told: Told = lambda book: "",
    group: str = "today",
) -> None:
    """Register a step of the main job. ``url`` names an address that takes the book's slug."""
    STEPS[order] = Step(order, title, act or title, url, done, told, group)


def standing(book: Book, may_read: Callable[[str], bool]) -> list[Standing]:
    """Return the steps in order; the first one that is not done is the one to do now."""
    listed: list[Standing] = []
    found_now = False
    for _, one in sorted(STEPS.items()):
        if not may_read(one.group):
            continue
        done = one.done(book.id)
        state = "done" if done else "later" if found_now else "now"
        found_now = found_now or not done
        listed.append(Standing(one, reverse(one.url, args=[book.slug]), state, one.told(book.id)))
    return listed
