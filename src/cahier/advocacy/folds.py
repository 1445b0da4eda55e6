"""How agreements stand, and what contradicts itself about answers, duties and dues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cahier.advocacy import models
from cahier.journal.folds import Folded, Found, folder
from cahier.journal.state import Fact
from cahier.kernel.refusals import reason

ANSWERED_FIRST = reason(
    "advocacy.answered-first", "The answer is of {answered}, before the proposal of {made}. Check both days."
)
NO_SUCH_DUTY = reason(
    "advocacy.no-such-duty", "The agreement has {count} duties and none with the number {number}."
)
OVERPAID = reason(
    "advocacy.overpaid", "{paid} was paid for dues of {owed}. Check the amounts.", amounts=("paid", "owed")
)


@folder(
    "proposal", everyone=lambda book: models.Proposal.every.filter(book=book).values_list("id", flat=True)
)
def proposals(book: str, ids: Sequence[str]) -> Folded:
    """Report answers dated before their proposal."""
    made = {row.id: row.day for row in models.Proposal.every.filter(book=book, id__in=ids)}
    folded = Folded()
    for row in models.Answer.every.filter(book=book, proposal__in=list(made)).order_by("id"):
        if row.day < made[row.proposal]:
            problem = ANSWERED_FIRST(answered=row.day, made=made[row.proposal])
            folded.findings.append(Found(problem, row.proposal, row.id, stops=True))
    return folded


@folder(
    "agreement",
    makes=(models.AgreementStatus,),
    everyone=lambda book: models.Agreement.every.filter(book=book).values_list("id", flat=True),
)
def agreements(book: str, ids: Sequence[str]) -> Folded:
    """Count the duties of each agreement by side and by what became of them last."""
    duties: dict[str, dict[int, str]] = defaultdict(dict)
    for row in models.Duty.every.filter(book=book, id__in=ids):
        duties[row.id][row.line] = row.side
    steps: dict[str, list[models.DutyStep]] = defaultdict(list)
    rows = models.DutyStep.every.filter(book=book, agreement__in=ids)
    for step in rows.order_by("day", "clock", "origin", "number"):
        steps[step.agreement].append(step)
    folded = Folded()
    for one in models.Agreement.every.filter(book=book, id__in=ids).values_list("id", flat=True):
        _fold_agreement(book, one, duties[one], steps[one], folded)
    return folded


def _fold_agreement(
    book: str, agreement: str, duties: dict[int, str], steps: Sequence[models.DutyStep], folded: Folded
) -> None:
    last: dict[int, str] = {}
    for step in steps:
        if step.duty in duties:
            last[step.duty] = step.state
        else:
            problem = NO_SUCH_DUTY(count=len(duties), number=step.duty + 1)
            folded.findings.append(Found(problem, agreement, step.id, stops=True))

    def count(side: str, *states: str) -> int:
        return sum(1 for n, who in duties.items() if who == side and (not states or last.get(n) in states))

    row = models.AgreementStatus.row(
        book=book, id=agreement, own_duties=count("own"), own_kept=count("own", "kept"),
        own_dropped=count("own", "dropped"), other_duties=count("other"), other_kept=count("other", "kept"),
        other_dropped=count("other", "dropped"),
    )  # fmt: skip
    folded.rows.append(Fact(models.AgreementStatus, row))


@folder("dues", everyone=lambda book: models.Dues.every.filter(book=book).values_list("id", flat=True))
def dues(book: str, ids: Sequence[str]) -> Folded:
    """Report dues for which more was paid than owed."""
    paid: dict[str, list[models.DuesPayment]] = defaultdict(list)
    for row in models.DuesPayment.every.filter(book=book, dues__in=ids).order_by("day", "id"):
        paid[row.dues].append(row)
    folded = Folded()
    for owed in models.Dues.every.filter(book=book, id__in=ids):
        total = sum(row.amount for row in paid[owed.id])
        if total > owed.amount:
            problem = OVERPAID(paid=total, owed=owed.amount)
            folded.findings.append(Found(problem, owed.id, paid[owed.id][-1].id, stops=True))
    return folded
