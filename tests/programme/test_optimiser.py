"""The optimiser against every plan there is, and the wishes of a facilitator."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.kernel.refusals import Refused
from cahier.programme.optimiser import Limits, OutOfTime, cheapest, optimise
from cahier.programme.problem import (
    Activity,
    Audience,
    Budget,
    CostLine,
    Event,
    Funder,
    Gain,
    Period,
    Pin,
    Plan,
    Priority,
    Problem,
    Trainer,
    Window,
)
from cahier.programme.verifier import verify
from programme import brute
from programme.instances import module, question, questions

EXACT = Limits(gap=0)
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def solved(*candidates, **changes) -> Plan:
    problem = question(*candidates, **changes)
    plan = optimise(problem, EXACT)
    assert plan is not None
    assert verify(problem, plan) == []
    return plan


def test_it_works():
    plan = solved(module("M01"), module("M02", needs=(("M01",),)))
    assert plan.activities == (Activity("M01", 0), Activity("M02", 1))
    assert (plan.value, plan.cost, plan.bound, plan.gap) == (600, 200, 600, 0.0)
    assert plan.stopped_by == "optimum"


@many
@given(questions())
def test_as_good_as_every_plan_there_is(problem: Problem):
    plans = [plan for plan in brute.every_plan(problem) if brute.allowed(problem, plan)]
    found = optimise(problem, EXACT)
    if not plans:
        assert found is None
        assert cheapest(problem) is None
        return
    best = max((brute.value(problem, plan), -brute.price(problem, plan)) for plan in plans)
    assert found is not None
    assert (found.value, -found.cost) == best
    assert found.bound == found.value
    assert brute.allowed(problem, found.activities)
    same = [p for p in plans if {a.code for a in p} == found.codes and brute.price(problem, p) == found.cost]
    assert sum(a.week for a in found.activities) == min(sum(a.week for a in plan) for plan in same)
    least = cheapest(problem)
    assert least is not None
    assert least.cost == min(brute.price(problem, plan) for plan in plans)


@many
@given(questions(most=5), st.randoms(use_true_random=False))
def test_the_plan_is_sound_and_does_not_depend_on_the_order_of_input(problem: Problem, shuffle):
    plan = optimise(problem)
    mixed = optimise(_mixed(problem, shuffle))
    assert plan == mixed
    assert plan == optimise(problem)
    if plan is not None:
        assert verify(problem, plan) == []
        assert plan.gap <= 0.005


@many
@given(questions(), st.randoms(use_true_random=False))
def test_the_verifier_agrees_with_every_plan_there_is(problem: Problem, pick):
    plans = list(brute.every_plan(problem))
    for activities in pick.sample(plans, k=min(len(plans), 60)):
        value, cost = brute.value(problem, activities), brute.price(problem, activities)
        plan = Plan(activities, value, cost, value, 0.0, "gap")
        assert (verify(problem, plan) == []) is brute.allowed(problem, activities)


@many
@given(questions())
def test_large_money_is_counted_as_exactly_as_small(problem: Problem):
    """A plan in francs and the same in thousands of millions must not differ by one rounded unit."""
    small, large = (_scaled(problem, factor) for factor in (1, 2_500_000_000))
    assert _essence(optimise(small, EXACT)) == _essence(optimise(large, EXACT))


def _essence(plan: Plan | None) -> object:
    return plan and (plan.activities, plan.value, plan.bound)


def _scaled(problem: Problem, factor: int) -> Problem:
    budget = problem.budget
    return replace(
        problem,
        candidates=tuple(
            replace(c, lines=tuple(CostLine(line.line, line.amount * factor) for line in c.lines))
            for c in problem.candidates
        ),
        trainers=tuple(replace(t, day_cost=2 * t.day_cost * factor) for t in problem.trainers),
        budget=Budget(
            budget.total * factor,
            tuple(Period(p.first_week, p.last_week, p.amount * factor) for p in budget.periods),
        ),
    )


def _mixed(problem: Problem, shuffle) -> Problem:
    def mix(things):
        return tuple(shuffle.sample(list(things), k=len(things)))

    return Problem(
        weeks=problem.weeks,
        candidates=mix(problem.candidates),
        priorities=mix(problem.priorities),
        budget=problem.budget,
        trainers=mix(problem.trainers),
        audiences=mix(problem.audiences),
        events=mix(problem.events),
        open_half_days=problem.open_half_days,
        months=problem.months,
        at_once=problem.at_once,
        met=problem.met,
        pins=mix(problem.pins),
        bans=problem.bans,
    )


def test_cheaper_then_earlier_then_trainers_by_code():
    twins = [module("B", lines=(CostLine("room", 90),)), module("A"), module("C")]
    one = (Priority("G1", 1, 50),)
    gain = (Gain("G1", 75),)
    twins = [module(c.code, lines=c.lines, gains=gain, led=True) for c in twins]
    plan = solved(*twins, priorities=one, trainers=(Trainer("Z"), Trainer("Y")))
    assert plan.activities == (Activity("B", 0, "Y"),)


def test_gain_counts_in_full_then_by_half_then_not():
    room = (Priority("G1", 1, 100),)
    for amount, value in ((50, 100), (60, 110), (150, 200), (400, 200)):
        assert solved(module("M01", gains=(Gain("G1", amount),)), priorities=room).value == value


def test_the_budget_decides_between_two():
    dear = module("M01", lines=(CostLine("room", 900),), gains=(Gain("G1", 60),))
    plan = solved(dear, module("M02"), budget=Budget(950))
    assert plan.codes == {"M01"}
    assert plan.cost == 900


def test_a_prerequisite_without_gain_is_pulled_in():
    plan = solved(module("M13", gains=()), module("M14", needs=(("M13", "test"),)))
    assert plan.codes == {"M13", "M14"}


def test_a_passed_entry_test_saves_the_prerequisite():
    plan = solved(module("M13", gains=()), module("M14", needs=(("M13",),)), met=frozenset({"M13"}))
    assert plan.codes == {"M14"}


def test_a_prerequisite_that_nobody_offers_keeps_it_out():
    assert solved(module("M14", needs=(("M13",),))).codes == frozenset()


def test_the_simulation_is_held_three_to_six_weeks_before_the_assembly():
    rehearsal = module("M05", half_days=(1, 1), windows=(Window("assembly", -6, -3),))
    plan = solved(rehearsal, events=(Event("assembly", (9,)),))
    assert plan.activities == (Activity("M05", 3),)


def test_every_week_of_a_measure_lies_in_its_window():
    long = module("M05", half_days=(1, 1), windows=(Window("assembly", -6, -3),), weeks=frozenset({6, 7}))
    assert solved(long, events=(Event("assembly", (9,)),)).codes == frozenset()


def test_not_one_unit_more_is_paid_to_start_earlier():
    cheap, quick = Trainer("A", absences=frozenset({0, 1})), Trainer("B", day_cost=2)
    plan = solved(module("M01", led=True), trainers=(cheap, quick))
    assert plan.activities == (Activity("M01", 2, "A"),)


def test_coaching_follows_within_four_weeks_of_its_module():
    visit = module("C14", kind="coaching", windows=(Window("M14", 1, 4),), weeks=frozenset({6, 7, 8}))
    plan = solved(module("M14", half_days=(1, 1)), visit)
    assert plan.activities == (Activity("C14", 6), Activity("M14", 1))


def test_three_half_days_a_person_and_month():
    months = (1, 1, 1, 1, 2, 2, 2, 2, 3, 3)
    four = [module(f"M0{n}", audiences=frozenset({"board"}), gains=(Gain("G1", 20),)) for n in range(4)]
    plan = solved(*four, months=months, audiences=(Audience("board"),))
    assert [activity.week for activity in plan.activities].count(4) == 1
    assert sorted(activity.week for activity in plan.activities)[:3] == [0, 0, 1]


def test_a_closed_week_stays_empty():
    plan = solved(module("M01"), open_half_days=(0, 0, 4, 4, 4, 4, 4, 4, 4, 4))
    assert plan.activities == (Activity("M01", 2),)


def test_a_trainer_needs_the_skill_and_the_days():
    book = module("M14", led=True, skills=frozenset({"accounts"}))
    away = Trainer("T1", frozenset({"accounts"}), absences=frozenset({0, 1}), day_cost=300)
    plan = solved(book, trainers=(away, Trainer("T0")))
    assert plan.activities == (Activity("M14", 2, "T1"),)
    assert plan.cost == 100 + 150
    full = Trainer("T1", frozenset({"accounts"}), most=0)
    assert solved(book, trainers=(full,)).codes == frozenset()


def test_a_period_and_a_funder_have_their_own_ceilings():
    periods = (Period(0, 4, 50),)
    assert solved(module("M01"), budget=Budget(500, periods)).activities == (Activity("M01", 5),)
    funders = (Funder("po", 39), Funder("union"))
    split = (("meals", (("po", 40), ("union", 60))),)
    assert solved(module("M01"), budget=Budget(500, (), funders, split)).codes == frozenset()


def test_pins_and_bans_are_kept():
    plan = solved(module("M01"), module("M02", gains=()), pins=(Pin("M02", 7),), bans=frozenset({"M01"}))
    assert plan.activities == (Activity("M02", 7),)


def test_wishes_that_cannot_be_kept_give_no_plan():
    assert optimise(question(module("M01"), pins=(Pin("M01"),), bans=frozenset({"M01"}))) is None
    assert optimise(question(module("M01"), pins=(Pin("M01"),), budget=Budget(99))) is None


def test_a_plan_that_the_clock_stopped_says_so_or_there_is_none():
    """With no time at all there is either a plan that says so, or nothing: never a silent guess."""
    problem = question(*(module(f"M{n:02}", gains=(Gain("G1", n),)) for n in range(30)), weeks=40)
    try:
        plan = optimise(problem, Limits(seconds=0.0))
    except OutOfTime as nothing:
        assert "No plan was found" in str(nothing)
        return
    assert plan is not None
    assert plan.stopped_by in {"clock", "optimum"}
    assert verify(problem, plan) == []


SCRIPT = """
import sys
from optimiser import question
from cahier.programme.optimiser import Limits, optimise
plan = optimise(question(12, 3), Limits(nodes=5))
print(plan)
"""


@pytest.mark.slow
def test_another_process_with_another_hash_seed_gives_the_same_plan():
    """Sets of texts change their order from one process to the next; the plan must not."""
    said = []
    for seed in ("1", "2"):
        path = os.pathsep.join([*sys.path, str(Path(__file__).parents[2] / "bench")])
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(run.stdout)
    assert said[0] == said[1]
    assert said[0].startswith("Plan(activities=(Activity(")
    assert "Running HiGHS" not in said[0]


def test_a_start_is_never_made_worse():
    problem = question(*(module(f"M{n}", gains=(Gain("G1", 9 + n),)) for n in range(6)), budget=Budget(300))
    plan = optimise(problem, EXACT)
    again = optimise(problem, EXACT, start=plan)
    assert again == plan


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"pins": (Pin("M99"),)}, "programme.no_measure"),
        ({"pins": (Pin("M01", trainer="T9"),)}, "programme.no_trainer"),
        ({"pins": (Pin("M01", 1), Pin("M01", 2))}, "programme.pinned_twice"),
        ({"priorities": tuple(Priority(f"I{n}", 1) for n in range(6))}, "programme.priorities"),
        ({"priorities": (Priority("G1", -1),)}, "programme.negative"),
        ({"priorities": (Priority("G1", 1), Priority("G1", 2))}, "programme.twice"),
        ({"budget": Budget(-1)}, "programme.negative"),
        ({"budget": Budget(1, split=(("meals", (("po", 0),)),))}, "costing.no_payer"),
        ({"budget": Budget(1, split=(("meals", (("po", 1),)),))}, "programme.no_funder"),
        ({"open_half_days": (1, 2)}, "programme.weeks"),
        ({"audiences": (Audience("board", (1,)),)}, "programme.hours"),
        ({"trainers": (Trainer(""),)}, "programme.blank"),
        ({"trainers": (Trainer("T"), Trainer("T"))}, "programme.twice"),
        ({"events": (Event("M01", (1,)),)}, "programme.twice"),
    ],
)
def test_a_badly_put_question_is_refused_in_a_sentence(changes, code):
    with pytest.raises(Refused) as refusal:
        optimise(question(module("M01"), **changes))
    assert code in [problem.code for problem in refusal.value.problems]
    assert "{" not in str(refusal.value)


@pytest.mark.parametrize(
    ("candidate", "code"),
    [
        (module("M01", needs=(("M01",),)), "programme.circle"),
        (module("M01", half_days=()), "programme.no_length"),
        (module("M01", half_days=(-1,)), "programme.negative"),
        (module("M01", kind="magic"), "programme.kind"),
        (module("M01", windows=(Window("carnival", 1, 2),)), "programme.no_anchor"),
        (module("M01", audiences=frozenset({"elders"})), "programme.no_audience"),
    ],
)
def test_a_badly_described_measure_is_refused_in_a_sentence(candidate, code):
    with pytest.raises(Refused) as refusal:
        optimise(question(candidate))
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_prerequisites_in_a_circle_are_named():
    with pytest.raises(Refused, match="M01, M02"):
        optimise(question(module("M01", needs=(("M02",),)), module("M02", needs=(("M01",),)), module("M03")))
