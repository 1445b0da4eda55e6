"""Why a measure is in, why another is out, and what more money would buy."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.programme.optimiser import Limits, optimise
from cahier.programme.problem import (
    Activity,
    Budget,
    CostLine,
    Gain,
    Period,
    Pin,
    Plan,
    Priority,
    Problem,
    Trainer,
)
from cahier.programme.reasons import LeftOut, next_slice, why_in, why_out
from cahier.programme.verifier import verify
from programme import brute
from programme.instances import module, question, questions

EXACT = Limits(gap=0)
NO_GAIN = (Gain("X9", 50),)


def planned(problem: Problem) -> Plan:
    plan = optimise(problem, EXACT)
    assert plan is not None
    return plan


def out(problem: Problem) -> dict[str, LeftOut]:
    found = {left.code: left for left in why_out(problem, planned(problem))}
    assert all("{" not in str(left.reason) for left in found.values())
    return found


def test_it_works():
    problem = question(
        module("M13", gains=()), module("M14", needs=(("M13",),)), module("M02", gains=()), pins=(Pin("M02"),)
    )
    wish, first, book = why_in(problem, planned(problem))
    assert (wish.code, wish.wished, wish.loss) == ("M02", True, 0)
    assert (first.unlocks, first.loss) == (("M14",), 300)
    assert (book.serves, book.loss) == ((("G1", 50, 3),), 300)
    assert [str(r) for r in book.reasons] == ["M14 adds 50 to G1, a priority of weight 3."]
    assert [r.code for r in first.reasons + wish.reasons] == ["in.unlocks", "in.wished"]


def test_a_prerequisite_with_a_stand_in_unlocks_nothing_alone():
    either = module("M50", needs=(("M33", "M49"),))
    problem = question(module("M33"), module("M49"), either)
    assert [included.unlocks for included in why_in(problem, planned(problem))] == [(), (), ()]


def test_no_budget_says_how_much_is_missing():
    """M14 costs 100 and needs M13, which costs 100 too; 50 are left after the plan."""
    problem = question(
        module("M01", gains=(Gain("G1", 90),)),
        module("M13", gains=NO_GAIN),
        module("M14", needs=(("M13",),)),
        budget=Budget(150),
    )
    left = out(problem)
    assert (left["M14"].reason.code, left["M14"].missing) == ("out.no_budget", 150)
    assert left["M13"].reason.code == "out.no_gain"


def test_too_dear_alone():
    left = out(question(module("M01", lines=(CostLine("room", 900),)), budget=Budget(500)))
    assert (left["M01"].reason.code, left["M01"].missing) == ("out.too_dear", 400)


def test_banned_group_skill_and_weeks():
    left = out(
        question(
            module("M01"),
            module("M02", seats=40, group=(10, 20)),
            module("M03", led=True, skills=frozenset({"law"})),
            module("M04", weeks=frozenset()),
            module("M05", led=True),
            module("M06", half_days=(5,)),
            module("M07", needs=(("M01",),)),
            module("M08", needs=(("M99",),)),
            module("M09", lines=(CostLine("room", 300),)),
            bans=frozenset({"M01"}),
            trainers=(Trainer("T", half_days=0),),
            open_half_days=(4,) * 10,
            budget=Budget(1_000, (Period(0, 9, 200),)),
        )
    )
    assert {code: left.reason.code for code, left in left.items()} == {
        "M01": "out.banned",
        "M02": "out.group",
        "M03": "out.no_skill",
        "M04": "out.no_own_week",
        "M05": "out.no_trainer_days",
        "M06": "out.no_open_week",
        "M07": "out.needs_out",
        "M08": "out.needs_unknown",
        "M09": "out.ceiling",
    }
    assert "excluded by you" in str(left["M07"].reason)


def test_a_reason_within_a_reason_is_said_in_the_same_language():
    left = out(question(module("M01"), module("M07", needs=(("M01",),)), bans=frozenset({"M01"})))
    french = {"out.banned": "{code} est exclu.", "out.needs_out": "{code} attend {needs} : {because}"}
    spoken = {left["M07"].reason.reason.sentence: french["out.needs_out"]}
    spoken[left["M01"].reason.reason.sentence] = french["out.banned"]
    assert left["M07"].reason.say(lambda text: spoken[text]) == "M07 attend M01 : M01 est exclu."


def test_filled_items_need_nothing_more():
    problem = question(
        module("M01", gains=(Gain("G1", 150),)),
        module("M02", lines=(CostLine("room", 200),)),
        priorities=(Priority("G1", 1, 100),),
    )
    assert out(problem)["M02"].reason.code == "out.filled"


def test_no_week_and_no_trainer_left_beside_the_plan():
    one_week = frozenset({0})
    better = (Gain("G1", 90),)
    crowded = question(module("M01", gains=better, weeks=one_week), module("M02", weeks=one_week), at_once=1)
    assert out(crowded)["M02"].reason.code == "out.no_week_left"
    busy = question(
        module("M01", gains=better, led=True),
        module("M02", led=True),
        trainers=(Trainer("T", most=1),),
    )
    assert out(busy)["M02"].reason.code == "out.no_trainer_left"


def test_a_period_ceiling_beside_the_plan_is_named():
    problem = question(
        module("M01", gains=(Gain("G1", 90),)), module("M02"), budget=Budget(900, (Period(0, 9, 150),))
    )
    assert out(problem)["M02"].reason.code == "out.limited"


def test_what_the_search_left_lying_is_admitted():
    problem = question(module("M01"), module("M02"))
    lazy = Plan((Activity("M01", 0),), 300, 100, 600, 0.5, "gap")
    assert verify(problem, lazy) == []
    assert [left.reason.code for left in why_out(problem, lazy)] == ["out.within_gap"]


def test_the_next_slice_of_money():
    problem = question(module("M01", gains=(Gain("G1", 90),)), module("M02"), budget=Budget(150))
    more = next_slice(problem, planned(problem), 50, EXACT)
    assert (more.gained, more.added, more.dropped, more.plan.cost) == (180, ("M02",), (), 200)
    nothing = next_slice(problem, planned(problem), 49, EXACT)
    assert (nothing.gained, nothing.added) == (0, ())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions(), st.integers(0, 20))
def test_every_measure_is_accounted_for_and_money_never_harms(problem: Problem, amount: int):
    plan = optimise(problem, EXACT)
    if plan is None:
        return
    codes = {candidate.code for candidate in problem.candidates}
    kept, left = why_in(problem, plan), why_out(problem, plan)
    assert {k.code for k in kept} | {o.code for o in left} == codes
    assert all(0 <= k.loss <= plan.value for k in kept)
    assert "out.within_gap" not in {o.reason.code for o in left}
    assert next_slice(problem, plan, amount, EXACT).gained >= 0


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_the_missing_money_would_let_it_in_if_time_allows(problem: Problem):
    """With one unit less than what is missing, no plan holds the chosen measures and this one."""
    plan = optimise(problem, EXACT)
    if plan is None or problem.budget.periods or problem.budget.funders:
        return
    for left in why_out(problem, plan):
        if left.reason.code == "out.no_budget":
            assert left.missing is not None
            wanted = plan.codes | {left.code}
            richer = Problem(**(vars(problem) | {"budget": Budget(problem.budget.total + left.missing - 1)}))
            kept = [p for p in brute.every_plan(richer) if brute.allowed(richer, p)]
            held = {(a.code, a.trainer) for a in plan.activities}
            assert not any(
                wanted <= {a.code for a in p} and held <= {(a.code, a.trainer) for a in p} for p in kept
            )
