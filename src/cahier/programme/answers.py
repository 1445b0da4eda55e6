"""The answer to a question as a plain record, so that it can be kept beside its question and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cahier.kernel.refusals import CATALOGUE, Refused, reason
from cahier.kernel.refusals import Problem as Fault
from cahier.programme.assemble import full
from cahier.programme.clash import clash
from cahier.programme.optimiser import OutOfTime, gap_of, optimise
from cahier.programme.problem import Activity, Plan, Problem
from cahier.programme.reasons import Included, LeftOut, next_slice, why_in, why_out
from cahier.programme.solver import Limits
from cahier.programme.verifier import verify

LIMITS = Limits(seconds=30.0)
_MONEY = ("cost", "missing", "budget")
NO_MEASURES = reason(
    "programme.no-measures",
    "There is nothing to choose from. Name causes and responses of the priorities, or other priorities.",
)


@dataclass(frozen=True)
class NextSlice:
    """What so much more money would buy: the measures that come and go, and the value gained."""

    amount: int
    gained: int
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A plan with its reasons, or the clash that makes one impossible.

    ``faults`` are what the independent verifier found wrong; an answer with faults is never printed.
    """

    plan: Plan | None
    included: tuple[Included, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    slice: NextSlice | None = None
    clash: Fault | None = None
    faults: tuple[Fault, ...] = ()


def answer(problem: Problem, budget: int = 0, slice_amount: int = 0, limits: Limits = LIMITS) -> Answer:
    """Return the plan for a question with all its reasons. Raises ``Refused`` for a question badly put.

    ``budget`` is the money as people gave it, overheads included, for the sentences; ``slice_amount`` the
    further direct cost asked about; none: no question.
    """
    if not problem.candidates:
        raise Refused(NO_MEASURES())
    try:
        plan = optimise(problem, limits)
        if plan is None:
            found = clash(problem)
            return Answer(None, clash=in_full(found.problem, budget) if found else None)
        more = next_slice(problem, plan, slice_amount, limits) if slice_amount else None
        out = tuple(LeftOut(one.code, in_full(one.reason), one.missing) for one in why_out(problem, plan))
    except OutOfTime as late:
        return Answer(None, clash=late.problems[0])
    bought = NextSlice(more.amount, more.gained, more.added, more.dropped) if more else None
    return Answer(plan, why_in(problem, plan), out, bought, None, tuple(verify(problem, plan)))


def in_full(fault: Fault, budget: int = 0) -> Fault:
    """Return a sentence with its money as people pay it: administration and contingency included."""
    said = {
        name: full(value) if name in _MONEY and isinstance(value, int) else value
        for name, value in fault.details.items()
    }
    if "budget" in said and budget:
        said |= {"budget": budget, "missing": said["cost"] - budget}
    return Fault(fault.reason, said, fault.where)


def record(found: Answer) -> dict[str, Any]:
    """Return an answer as texts, whole numbers, lists and records."""
    plan = found.plan
    return {
        "plan": None if plan is None else {
            "activities": [[a.code, a.week, a.trainer] for a in plan.activities], "value": plan.value,
            "cost": plan.cost, "bound": plan.bound, "stopped_by": plan.stopped_by, "nodes": plan.nodes,
        },
        "included": [
            [one.code, [list(serve) for serve in one.serves], list(one.unlocks), one.wished, one.loss]
            for one in found.included
        ],
        "left_out": [[one.code, _fault(one.reason), one.missing] for one in found.left_out],
        "slice": None if found.slice is None else [
            found.slice.amount, found.slice.gained, list(found.slice.added), list(found.slice.dropped)
        ],
        "clash": None if found.clash is None else _fault(found.clash),
        "faults": [_fault(one) for one in found.faults],
    }  # fmt: skip


def read(kept: Mapping[str, Any]) -> Answer:
    """Return the answer of a record."""
    return Answer(
        plan=None if kept["plan"] is None else _plan(kept["plan"]),
        included=tuple(
            Included(code, tuple((i, g, w) for i, g, w in serves), tuple(unlocks), wished, loss)
            for code, serves, unlocks, wished, loss in kept["included"]
        ),
        left_out=tuple(LeftOut(code, _read_fault(why), missing) for code, why, missing in kept["left_out"]),
        slice=_slice(kept["slice"]),
        clash=None if kept["clash"] is None else _read_fault(kept["clash"]),
        faults=tuple(map(_read_fault, kept["faults"])),
    )


def _slice(kept: list[Any] | None) -> NextSlice | None:
    if kept is None:
        return None
    amount, gained, added, dropped = kept
    return NextSlice(amount, gained, tuple(added), tuple(dropped))


def _plan(kept: Mapping[str, Any]) -> Plan:
    return Plan(
        activities=tuple(Activity(*one) for one in kept["activities"]),
        value=kept["value"],
        cost=kept["cost"],
        bound=kept["bound"],
        gap=gap_of(kept["value"], kept["bound"]),
        stopped_by=kept["stopped_by"],
        nodes=kept["nodes"],
    )


def _fault(fault: Fault) -> dict[str, Any]:
    details = {name: _detail(value) for name, value in fault.details.items()}
    return {"code": fault.code, "details": details}


def _detail(value: Any) -> Any:
    if isinstance(value, Fault):
        return _fault(value)
    return ", ".join(map(str, value)) if isinstance(value, tuple | list | frozenset) else value


def _read_fault(kept: Mapping[str, Any]) -> Fault:
    details = {
        name: _read_fault(value) if isinstance(value, dict) else value
        for name, value in kept["details"].items()
    }
    return Fault(CATALOGUE[kept["code"]], details)
