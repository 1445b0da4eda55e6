"""HiGHS as we use it: one thread, fixed seed, stopped by gap or by nodes, the clock as a safety net."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from cahier.programme.model import Model, Terms

_STOPPED = {
    highspy.HighsModelStatus.kOptimal: "gap",
    highspy.HighsModelStatus.kSolutionLimit: "nodes",
    highspy.HighsModelStatus.kTimeLimit: "clock",
}
_INFEASIBLE = {
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
}


@dataclass(frozen=True)
class Limits:
    """When to stop: gap in basis points, nodes for the value and for each tie-break.

    ``seconds`` is the safety net of each of the three runs.
    """

    gap: int = 50
    nodes: int = 1_000
    tie_nodes: int = 50
    seconds: float = 120.0


@dataclass(frozen=True)
class Solved:
    """What a run left: the columns (``None``: no plan found), the proven bound, and why it stopped."""

    columns: list[float] | None
    bound: float
    stopped_by: str
    nodes: int
    infeasible: bool = False


class _Silent(highspy.Highs):
    """HiGHS without its banner, which the first callback set in the constructor would print."""

    def enableCallbacks(self) -> None:
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def solve(
    model: Model,
    objective: Terms,
    *,
    maximise: bool,
    gap: int = 0,
    nodes: int = 2_000,
    seconds: float = 60.0,
    start: list[float] | None = None,
) -> Solved:
    """Return the best columns for an objective with whole coefficients.

    ``start`` is a solution to begin from. Equal models give equal answers unless the clock stopped them.
    """
    if not model.upper:
        impossible = any(low > 0 for low in model.lows)
        return Solved(None if impossible else [], 0.0, "gap", 0, infeasible=impossible)
    highs = _quiet(gap, nodes, seconds)
    highs.passModel(_program(model, objective, maximise=maximise))
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start
        highs.setSolution(solution)
    highs.run()
    status = highs.getModelStatus()
    info = highs.getInfo()
    if status in _INFEASIBLE:
        return Solved(None, 0.0, "gap", 0, infeasible=True)
    if status not in _STOPPED:
        raise RuntimeError(f"HiGHS stopped with {highs.modelStatusToString(status)}")
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    columns = list(highs.getSolution().col_value) if found else None
    return Solved(columns, info.mip_dual_bound, _STOPPED[status], int(info.mip_node_count))


def _quiet(gap: int, nodes: int, seconds: float) -> highspy.Highs:
    highs: highspy.Highs = _Silent()  # type: ignore[no-untyped-call]
    for option, value in (
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", 0),
        ("mip_rel_gap", gap / 10_000),
        ("mip_abs_gap", 0.999),  # objectives are whole: closer than one is equal
        ("mip_feasibility_tolerance", 1e-9),
        ("primal_feasibility_tolerance", 1e-9),
        ("mip_max_nodes", nodes),
        ("time_limit", max(seconds, 0.01)),
    ):
        highs.setOptionValue(option, value)
    return highs


def _program(model: Model, objective: Terms, *, maximise: bool) -> highspy.HighsLp:
    program = highspy.HighsLp()
    count, binaries = len(model.upper), len(model.choices)
    costs = np.zeros(count)
    costs[list(objective)] = list(objective.values())
    program.num_col_, program.num_row_ = count, len(model.lows)
    program.col_cost_ = costs
    program.col_lower_ = np.zeros(count)
    program.col_upper_ = np.array(model.upper, dtype=float)
    program.row_lower_ = np.array(model.lows, dtype=float)
    program.row_upper_ = np.array(model.highs, dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.num_col_, program.a_matrix_.num_row_ = count, len(model.lows)
    program.a_matrix_.start_ = np.array(model.starts, dtype=np.int32)
    program.a_matrix_.index_ = np.array(model.columns, dtype=np.int32)
    program.a_matrix_.value_ = np.array(model.factors, dtype=float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * binaries + [highspy.HighsVarType.kContinuous] * (
        count - binaries
    )
    program.sense_ = highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize
    return program
