"""The port of long work: four calls, and what a job is. Pure; who keeps and runs jobs stands behind it.

A job is a name and identifiers, never data. Its work is a function registered under the name, which must be
able to begin again: a second run writes nothing that the first has written.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


class State(enum.StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Will nothing more happen?"""
        return self not in (State.WAITING, State.RUNNING)


@dataclass(frozen=True)
class Job:
    """A job as it stands: ``done`` of ``total`` steps, and ``told``, the sentence of its end."""

    id: str
    name: str
    state: State
    done: int = 0
    total: int = 0
    told: str = ""


class Cancelled(Exception):
    """Somebody stopped this work. Raised where the work tells its progress."""


Progress = Callable[[int, int], None]
Work = Callable[[Mapping[str, str], Progress], None]
WORK: dict[str, Work] = {}


def work(name: str) -> Callable[[Work], Work]:
    """Register the decorated function as the work of a name: it takes identifiers, and tells its progress."""

    def register(function: Work) -> Work:
        if WORK.setdefault(name, function) is not function:
            raise ValueError(f"work {name} is declared twice")
        return function

    return register


class Jobs(Protocol):
    """The four calls."""

    def enqueue(self, name: str, /, **identifiers: str) -> str:
        """Ask for work as soon as the running transaction is committed; return the job's id."""

    def schedule(self, name: str, at: int, /, **identifiers: str) -> str:
        """Ask for work at a moment (milliseconds since 1970); return the job's id."""

    def progress(self, job: str) -> Job:
        """Return a job as it stands. Raises ``KeyError`` for an unknown one."""

    def cancel(self, job: str) -> None:
        """Stop a job where it next tells its progress; one that has not begun never begins."""
