"""Wishes that exclude one another are named, as few as possible, in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from cahier.programme.clash import clash, possible
from cahier.programme.optimiser import optimise
from cahier.programme.problem import (
    Audience,
    Budget,
    CostLine,
    Event,
    Funder,
    Period,
    Pin,
    Problem,
    Trainer,
    Window,
)
from cahier.programme.relax import without_at_once, without_budget, without_calendar, without_trainer_limits
from programme.instances import module, question, questions

DEAR = (CostLine("room", 600),)


def test_it_works():
    """Awa wants two modules that the money does not reach: both are named, with what is missing."""
    both = question(
        module("M04", lines=DEAR),
        module("M05", lines=DEAR),
        module("M06", lines=DEAR),
        pins=(Pin("M04"), Pin("M05")),
        budget=Budget(1_000),
    )
    found = clash(both)
    assert found is not None
    assert [pin.code for pin in found.pins] == ["M04", "M05"]
    assert found.limits == ("budget",)
    assert found.problem.details["missing"] == 200
    assert "M04, M05" in str(found.problem)


def test_wishes_that_can_be_kept_do_not_clash():
    assert clash(question(module("M01"), pins=(Pin("M01", 3),))) is None


def test_a_wish_that_has_no_part_in_the_clash_is_not_named():
    found = clash(
        question(module("M04", lines=DEAR), module("M05"), pins=(Pin("M04"), Pin("M05")), budget=Budget(500))
    )
    assert found is not None
    assert [pin.code for pin in found.pins] == ["M04"]


def test_a_banned_prerequisite_is_named():
    found = clash(
        question(
            module("M13"),
            module("M14", needs=(("M13",),)),
            module("M15"),
            pins=(Pin("M14"),),
            bans=frozenset({"M13", "M15"}),
        )
    )
    assert found is not None
    assert (found.problem.code, found.bans) == ("clash.excluded", ("M13",))
    assert str(found.problem).startswith("M14 cannot be in the plan while M13 is excluded")


CASES = {
    "clash.calendar": question(module("M01"), pins=(Pin("M01", 0),), open_half_days=(0, *(4,) * 9)),
    "clash.trainers": question(
        module("M01", led=True), pins=(Pin("M01", 0),), trainers=(Trainer("T", absences=frozenset({0})),)
    ),
    "clash.at_once": question(module("M01"), module("M02"), pins=(Pin("M01", 0), Pin("M02", 0)), at_once=1),
    "clash.ceiling": question(module("M01"), pins=(Pin("M01"),), budget=Budget(500, (Period(0, 9, 50),))),
    "clash.together": question(
        module("M01"), module("M02", needs=(("M01",),)), pins=(Pin("M01", 5), Pin("M02", 5))
    ),
    "clash.alone": question(module("M01", seats=40, group=(10, 20)), pins=(Pin("M01"),)),
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_each_clash_has_its_sentence(code):
    found = clash(CASES[code])
    assert found is not None
    assert found.problem.code == code
    assert "{" not in str(found.problem)


def test_two_limits_at_once_are_both_named():
    """Either more money for the dear trainer or more days of the cheap one would do."""
    cheap, dear = Trainer("A", half_days=0), Trainer("B", day_cost=5_000)
    found = clash(
        question(module("M01", led=True), pins=(Pin("M01"),), trainers=(cheap, dear), budget=Budget(200))
    )
    assert found is not None
    assert (found.problem.code, found.limits) == ("clash.several", ("trainers", "budget"))


@pytest.mark.parametrize(
    ("candidate", "because"),
    [
        (module("M01", led=True, skills=frozenset({"law"})), "out.no_skill"),
        (module("M01", weeks=frozenset()), "out.no_own_week"),
        (module("M01", windows=(Window("assembly", -6, -3),)), "out.no_own_week"),
        (module("M01", needs=(("M99",),)), "out.needs_unknown"),
    ],
)
def test_what_can_never_be_says_why(candidate, because):
    found = clash(question(candidate, pins=(Pin("M01"),), events=(Event("assembly", (2,)),)))
    assert found is not None
    assert found.problem.details["because"].code == because


def test_a_month_too_full_is_a_matter_of_the_calendar():
    long = module("M44", half_days=(2, 2), audiences=frozenset({"women"}))
    found = clash(question(long, pins=(Pin("M44"),), months=(1,) * 10, audiences=(Audience("women"),)))
    assert found is not None
    assert found.problem.code == "clash.calendar"


def test_a_funder_ceiling_is_not_taken_for_the_whole_budget():
    budget = Budget(10_000, (), (Funder("po", 50), Funder("union")))
    found = clash(question(module("M01"), pins=(Pin("M01"),), budget=budget))
    assert found is not None
    assert found.problem.code == "clash.ceiling"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_a_clash_is_real_and_cannot_be_made_smaller(problem: Problem):
    pinned = replace(problem, pins=tuple(Pin(c.code) for c in problem.candidates))
    found = clash(pinned)
    assert (found is None) is (optimise(pinned) is not None)
    if found is None:
        return
    core = replace(pinned, pins=found.pins, bans=frozenset(found.bans))
    lifts = {
        "budget": without_budget,
        "calendar": without_calendar,
        "trainers": without_trainer_limits,
        "at_once": without_at_once,
    }
    for name in sorted(set(lifts) - set(found.limits)):
        core = lifts[name](core)
    assert not possible(core.canonical())
    fewer = [replace(core, pins=tuple(p for p in core.pins if p != pin)) for pin in core.pins]
    fewer += [replace(core, bans=core.bans - {ban}) for ban in core.bans]
    fewer += [lifts[name](core) for name in found.limits]
    assert all(possible(smaller.canonical()) for smaller in fewer)
