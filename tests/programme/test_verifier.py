"""The verifier finds every way of tampering with a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.programme.optimiser import optimise
from cahier.programme.problem import (
    Activity,
    Audience,
    Budget,
    Event,
    Funder,
    Period,
    Pin,
    Plan,
    Problem,
    Trainer,
    Window,
)
from cahier.programme.verifier import verify
from programme.instances import module, question, questions

BOOK = module("M14", led=True, skills=frozenset({"accounts"}), needs=(("M13",),))
PROBLEM = question(
    module("M13", audiences=frozenset({"board"})),
    BOOK,
    module("M05", half_days=(1, 1), windows=(Window("assembly", -6, -3),)),
    module("C14", kind="coaching", windows=(Window("M14", 1, 4),), audiences=frozenset({"board"})),
    module("M99"),
    module("M98", seats=50, group=(5, 20)),
    trainers=(
        Trainer("T1", frozenset({"accounts"}), half_days=2, absences=frozenset({7}), most=3, day_cost=10),
        Trainer("T2"),
    ),
    audiences=(Audience("board", (1,) * 9 + (0,), 1),),
    months=(1, 1, 1, 1, 2, 2, 2, 2, 2, 2),
    events=(Event("assembly", (9,)),),
    open_half_days=(3,) * 9 + (0,),
    pins=(Pin("M13", 0),),
    bans=frozenset({"M99"}),
    budget=Budget(420, (Period(0, 2, 250),), (Funder("po", 300), Funder("union")), (("meals", (("po", 1), ("union", 1))),)),
)  # fmt: skip
SOUND = (Activity("C14", 5), Activity("M05", 3), Activity("M13", 0), Activity("M14", 2, "T1"))


def figures(problem: Problem, activities: tuple[Activity, ...]) -> Plan:
    """Return a plan whose figures are right, whatever its activities are worth."""
    cost = sum(105 if a.code == "M14" else 100 for a in activities)
    raw = 50 * len(activities)
    value = 3 * (2 * min(raw, 100) + min(max(raw - 100, 0), 200))
    return Plan(tuple(sorted(activities)), value, cost, value, 0.0, "optimum")


def codes(problem: Problem, plan: Plan) -> set[str]:
    found = verify(problem, plan)
    assert all("{" not in str(fault) for fault in found)
    return {fault.code for fault in found}


def swapped(*new: Activity) -> Plan:
    kept = [activity for activity in SOUND if activity.code not in {n.code for n in new}]
    return figures(PROBLEM, (*kept, *new))


def test_it_works():
    plan = figures(PROBLEM, SOUND)
    assert plan.cost == 405
    assert verify(PROBLEM, plan) == []


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (swapped(Activity("M77", 1)), "plan.not_listed"),
        (figures(PROBLEM, (*SOUND, Activity("M05", 4))), "plan.double"),
        (swapped(Activity("M99", 1)), "plan.banned"),
        (swapped(Activity("M13", 1)), "plan.pin_lost"),
        (figures(PROBLEM, SOUND[1:2]), "plan.pin_lost"),
        (swapped(Activity("M98", 1)), "plan.group"),
        (swapped(Activity("M14", 2, "T2")), "plan.trainer"),
        (swapped(Activity("M14", 2, "T9")), "plan.trainer"),
        (swapped(Activity("M14", 2)), "plan.trainer"),
        (swapped(Activity("M13", 0, "T1")), "plan.trainer"),
        (swapped(Activity("M05", 9)), "plan.outside"),
        (swapped(Activity("M05", -1)), "plan.outside"),
        (swapped(Activity("M05", 2)), "plan.window"),
        (swapped(Activity("C14", 2)), "plan.window"),
        (swapped(Activity("C14", 8)), "plan.window"),
        (figures(PROBLEM, (SOUND[0], SOUND[2])), "plan.window"),
        (swapped(Activity("M14", 0, "T1")), "plan.too_early"),
        (figures(PROBLEM, (SOUND[0], SOUND[3])), "plan.too_early"),
        (swapped(Activity("M14", 7, "T1")), "plan.trainer_week"),
        (swapped(Activity("C14", 3)), "plan.people_month"),
    ],
)
def test_each_kind_of_tampering_is_found(plan: Plan, code: str):
    assert code in codes(PROBLEM, plan)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"cost": 404}, "plan.cost"),
        ({"value": 1_199}, "plan.value"),
        ({"bound": 1}, "plan.bound"),
        ({"gap": 0.1}, "plan.gap"),
        ({"bound": 1_201}, "plan.gap"),
    ],
)
def test_wrong_figures_are_found(change, code):
    assert code in codes(PROBLEM, replace(figures(PROBLEM, SOUND), **change))


TIGHTER = {
    "budget": replace(PROBLEM.budget, total=404),
    "period": replace(PROBLEM.budget, periods=(Period(0, 2, 204),)),
    "funder": replace(PROBLEM.budget, funders=(Funder("po", 204), Funder("union"))),
}


@pytest.mark.parametrize("limit", sorted(TIGHTER))
def test_money_one_unit_short_is_found(limit):
    plan = figures(PROBLEM, SOUND)
    assert codes(replace(PROBLEM, budget=TIGHTER[limit]), plan) == {f"plan.{limit}"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"open_half_days": (0,) + (3,) * 9}, "plan.open"),
        ({"at_once": 0}, "plan.at_once"),
        ({"months": (1,) * 10}, "plan.people_month"),
        ({"audiences": (Audience("board", (0,) * 10, 9),)}, "plan.people_week"),
        ({"trainers": (replace(PROBLEM.trainers[0], most=0), PROBLEM.trainers[1])}, "plan.trainer_all"),
        ({"trainers": (replace(PROBLEM.trainers[0], half_days=0), PROBLEM.trainers[1])}, "plan.trainer_week"),
    ],
)
def test_hours_that_are_not_there_are_found(change, code):
    assert codes(replace(PROBLEM, **change), figures(PROBLEM, SOUND)) == {code}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions(), st.data())
def test_a_figure_that_was_changed_is_always_found(problem: Problem, data):
    plan = optimise(problem)
    if plan is None:
        return
    field = data.draw(st.sampled_from(["value", "cost", "bound"]))
    step = data.draw(st.integers(1, 50)) * data.draw(st.sampled_from([1, -1]))
    assert verify(problem, replace(plan, **{field: getattr(plan, field) + step})) != []
