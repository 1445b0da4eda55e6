"""What contradicts itself between the lists of a training and the results of its learners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cahier.journal.folds import Folded, Found, folder
from cahier.kernel.refusals import reason
from cahier.learning import models

NEVER_THERE = reason(
    "learning.never-there", "This person is on no attendance list of the training. Check the person or the list."
)  # fmt: skip

RESULTS = (models.TaskResult, models.TestResult, models.ApplicationCheck)


@folder("training", everyone=lambda book: sorted(_with_results(book)))
def results(book: str, trainings: Sequence[str]) -> Folded:
    """Report results of people who are on no list of that training."""
    lists = models.Attendance.every.filter(book=book, training__in=trainings, present=True)
    there = set(lists.values_list("training", "person"))
    held = {training for training, _ in there}
    folded = Folded()
    for training, person, entry in _results(book, trainings):
        if training in held and (training, person) not in there:
            folded.findings.append(Found(NEVER_THERE(), training, entry))
    return folded


def _results(book: str, trainings: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for model in RESULTS:
        rows = model.every.filter(book=book, training__in=trainings)
        yield from rows.order_by("id").values_list("training", "person", "id")


def _with_results(book: str) -> set[str]:
    found: set[str] = set()
    for model in RESULTS:
        found |= set(model.every.filter(book=book).values_list("training", flat=True).distinct())
    return found
