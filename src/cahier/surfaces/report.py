"""What became of the rows of a file: three heaps that add up, the kinds of trouble, and the first rows of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cahier.journal.words import say
from cahier.kernel.refusals import CATALOGUE, Problem
from cahier.surfaces.rowwise import Parsed, Trouble

SAMPLES = 200


@dataclass
class Kind:
    """One kind of trouble in one column: how many cells, and the first of them."""

    column: int
    header: str
    code: str
    count: int
    row: int
    value: str
    details: dict[str, str]

    @property
    def problem(self) -> Problem:
        """The problem of the first cell."""
        return CATALOGUE[self.code](**self.details)

    def told(self) -> str:
        """Return the sentence of the first cell, in the active language."""
        return say(self.problem)


@dataclass
class Report:
    """``total`` rows are in the file, ``done`` were looked at: ``new`` ones are written (or would be),

    ``there`` were in the book already, ``refused`` are not accepted. ``kinds`` sums the troubles up,
    ``questions`` are what the book asks about entries it took, ``samples`` holds the first of them as (row, column, header, value, code, details).
    """

    total: int = 0
    new: int = 0
    there: int = 0
    refused: int = 0
    kinds: dict[tuple[int, str], Kind] = field(default_factory=dict)
    samples: list[Kind] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    questions: dict[str, Kind] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many rows were looked at."""
        return self.new + self.there + self.refused

    def add(self, rows: Iterable[Parsed], fresh: Collection[str]) -> None:
        """Count a batch; ``fresh`` are the identifiers that the book did not have."""
        left = set(fresh)
        for row in rows:
            if row.troubles:
                self.refused += 1
                for trouble in row.troubles:
                    self._trouble(row, trouble)
            elif row.key in left:
                left.remove(row.key)
                self.new += 1
            else:
                self.there += 1

    def _trouble(self, row: Parsed, trouble: Trouble) -> None:
        problem = trouble.problem
        details = {name: str(value) for name, value in problem.details.items()}
        made = Kind(trouble.column, trouble.header, problem.code, 1, row.number, trouble.value, details)
        known = self.kinds.setdefault((trouble.column, problem.code), made)
        if known is not made:
            known.count += 1
        if len(self.samples) < SAMPLES:
            self.samples.append(made if known is not made else Kind(**asdict(made)))

    def ask(self, problems: Iterable[Problem]) -> None:
        """Sum up what the book asks about the entries of a batch."""
        for problem in problems:
            details = {name: str(value) for name, value in problem.details.items()}
            made = Kind(-1, "", problem.code, 0, 0, "", details)
            self.questions.setdefault(problem.code, made).count += 1

    def counts(self) -> dict[str, int]:
        """Return the heaps by name."""
        return {"rows": self.total, "written": self.new, "there": self.there, "refused": self.refused}

    def go_on(self, counts: Mapping[str, int]) -> None:
        """Begin with what was counted before a cut."""
        self.new, self.there = counts.get("written", 0), counts.get("there", 0)
        self.refused = counts.get("refused", 0)

    def balance(self) -> None:
        """Raise if a row was lost: every row read is written, there, or refused."""
        if self.done != self.total:
            raise AssertionError(f"{self.total} rows were read, but {self.done} are accounted for")

    def to_json(self) -> dict[str, Any]:
        """Return plain data for the workbench."""
        return {
            "total": self.total, "new": self.new, "there": self.there, "refused": self.refused,
            "kinds": [asdict(one) for one in self.kinds.values()], "samples": [asdict(one) for one in self.samples],
            "questions": [asdict(one) for one in self.questions.values()],
            "notes": [
                [note.code, {name: _plain(value) for name, value in note.details.items()}] for note in self.notes
            ],
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Report:
        """Return the report of stored data."""
        made = cls(stored["total"], stored["new"], stored["there"], stored["refused"])
        made.kinds = {(one["column"], one["code"]): Kind(**one) for one in stored["kinds"]}
        made.samples = [Kind(**one) for one in stored["samples"]]
        made.questions = {one["code"]: Kind(**one) for one in stored.get("questions", ())}
        made.notes = [CATALOGUE[code](**details) for code, details in stored["notes"]]
        return made


def _plain(value: Any) -> Any:
    return value if isinstance(value, int) else str(value)
