"""References between entries: what an entry names must be in the book, and be of the right kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cahier.journal import models, state
from cahier.journal.entry import Entry
from cahier.kernel.refusals import Problem, Refused, reason

if TYPE_CHECKING:
    from cahier.journal.write import Draft

MISSING = reason(
    "journal.missing-reference", "{field} points to an entry that is not in this book. Write that one first."
)
WRONG_KIND = reason(
    "journal.wrong-kind", "{field} points to an entry of another kind ({found}). Choose {wanted}."
)


def kinds_of(book: str, ids: Sequence[str]) -> dict[str, str]:
    """Return the kind of each of these entries that the book holds."""
    found: dict[str, str] = {}
    for part in state.chunks(sorted(set(ids))):
        found.update(models.JournalEntry.objects.filter(book=book, id__in=part).values_list("id", "kind"))
    return found


def require(book: str, drafts: Sequence[Draft]) -> None:
    """Raise ``Refused`` for references to what is neither in the book nor among these drafts."""
    named = [(place, *one) for place, draft in enumerate(drafts, start=1) for one in draft.entry.references()]
    if not named:
        return
    kinds = {draft.id: draft.entry.KIND for draft in drafts} | kinds_of(
        book, [target for *_, target in named]
    )
    problems: list[Problem] = []
    for place, path, spec, target in named:
        where = f"{place}.{path}" if len(drafts) > 1 else path
        if target not in kinds:
            problems.append(MISSING(field=spec.label).at(where))
        elif spec.kinds and kinds[target] not in spec.kinds:
            problems.append(
                WRONG_KIND(field=spec.label, found=kinds[target], wanted=", ".join(spec.kinds)).at(where)
            )
    if problems:
        raise Refused(*problems)


def targets(entry: Entry) -> set[str]:
    """Return the ids that an entry names."""
    return {target for _, _, target in entry.references()}
