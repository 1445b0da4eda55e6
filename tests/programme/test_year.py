"""Awa's year: a cocoa cooperative (made up) plans from its calendar, its prices and its priorities."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cahier.programme.calendar import Season, Weekly, absences, audience, event, merge, weeks_in_months
from cahier.programme.clash import clash
from cahier.programme.costing import Effort, Rates, half_days, price
from cahier.programme.optimiser import Limits, optimise
from cahier.programme.problem import (
    Budget,
    Candidate,
    Funder,
    Gain,
    Pin,
    Plan,
    Priority,
    Problem,
    Trainer,
    Window,
    pace,
)
from cahier.programme.reasons import next_slice, why_in, why_out
from cahier.programme.verifier import verify

START = dt.date(2026, 1, 5)
WEEKS = 52
COCOA = [
    Season("crop", "Main harvest", 10, 12),
    Season("crop", "Mid-crop peak", 5, 6),
    Weekly("market", "Market day", 2),
    Weekly("worship", "Friday prayer", 4, lost=1),
]
RATES = Rates(meals=2_500, transport=1_000, child_care=500, kit=1_500, room=15_000, follow_up=20_000)
CATALOGUE = {
    # code: minutes, seats, audience, skill, prerequisites, gains
    "M01": (360, 25, "members", "facilitation", (), {"G1": 20}),
    "M04": (420, 15, "board", "law", (("M01",),), {"G1": 60}),
    "M05": (420, 15, "board", "law", (("M04",),), {"G2": 90}),
    "M06": (420, 15, "board", "law", (("M04",),), {"G3": 40}),
    "M08": (630, 10, "supervisors", "accounts", (("M06",), ("M14",)), {"G4": 90}),
    "M13": (840, 12, "staff", "accounts", (), {"A2": 40}),
    "M14": (840, 10, "staff", "accounts", (("M13", "test"),), {"A2": 70, "A3": 60}),
    "M27": (420, 20, "members", "agronomy", (), {"T2": 70}),
    "M44": (1_260, 24, "women", "facilitation", (), {"R3": 80}),
}


def measure(code: str) -> Candidate:
    minutes, seats, people, skill, needs, gains = CATALOGUE[code]
    return Candidate(
        code=code,
        kind="training",
        half_days=pace(half_days(minutes)),
        lines=price(Effort(minutes, seats), RATES).all_lines,
        gains=tuple(Gain(item, amount, "method 5.4, made up", "D") for item, amount in gains.items()),
        needs=needs,
        skills=frozenset({skill}),
        audiences=frozenset({people}),
        windows=(Window("assembly", -6, -3),) if code == "M05" else (),
        weeks=weeks_in_months(START, WEEKS, 7, 9) if code == "M27" else None,
        seats=seats,
        group=(6, 30),
    )


@pytest.fixture(scope="module")
def year() -> Problem:
    weeks = merge(START, WEEKS, COCOA, usual=4)
    coaching = Candidate(
        "C14", "coaching", (1,), gains=(Gain("A3", 40),), windows=(Window("M14", 1, 4),), seats=2
    )
    scale = Candidate("E01", "equipment", (0,), gains=(Gain("T2", 30),), led=False)
    people = [audience(code, weeks, 2) for code in ("members", "board", "supervisors", "staff")]
    away = absences(START, WEEKS, [(dt.date(2026, 2, 2), dt.date(2026, 2, 13))])
    return Problem(
        weeks=WEEKS,
        candidates=(*(measure(code) for code in CATALOGUE), coaching, scale),
        priorities=tuple(
            Priority(item, weight) for weight, item in enumerate(["R3", "T2", "A3", "G4", "G2"], 1)
        ),
        budget=Budget(
            1_600_000,
            funders=(Funder("union"), Funder("po", 400_000)),
            split=(("meals", (("po", 1),)), ("room", (("po", 1),))),
        ),
        trainers=(
            Trainer("T1", frozenset({"accounts", "law"}), 3, away, 40, 45_000),
            Trainer("T2", frozenset({"facilitation", "agronomy", "accounts"}), 2, frozenset(), 20, 30_000),
        ),
        audiences=(*people, audience("women", weeks, 1)),
        events=(event(START, "assembly", [dt.date(2026, 4, 25)]),),
        open_half_days=tuple(week.half_days for week in weeks),
        months=tuple(week.month for week in weeks),
    )


@pytest.fixture(scope="module")
def plan(year: Problem) -> Plan:
    found = optimise(year, Limits(gap=0))
    assert found is not None
    return found


def test_it_works(year: Problem, plan: Plan):
    assert verify(year, plan) == []
    assert {"M01", "M04", "M05"} <= plan.codes
    assert plan.bound == plan.value
    assert plan.cost <= 1_600_000


def test_the_simulation_is_three_to_six_weeks_before_the_assembly(year: Problem, plan: Plan):
    (simulation,) = [activity for activity in plan.activities if activity.code == "M05"]
    last = simulation.week + len(year.candidate("M05").half_days) - 1
    assembly = year.events[0].weeks[0]
    assert 3 <= assembly - last <= assembly - simulation.week <= 6


def test_nothing_is_held_while_cocoa_is_picked(year: Problem, plan: Plan):
    for activity in plan.activities:
        for offset, asked in enumerate(year.candidate(activity.code).half_days):
            monday = START + dt.timedelta(weeks=activity.week + offset)
            inside = (
                monday.month in (5, 6, 10, 11, 12) and (monday + dt.timedelta(days=6)).month == monday.month
            )
            assert not (asked and inside), activity


def test_each_measure_says_why_it_is_in_or_out(year: Problem, plan: Plan):
    kept = {included.code: included for included in why_in(year, plan)}
    assert "M05" in kept["M04"].unlocks
    assert kept["M01"].loss >= kept["M05"].loss > 0
    assert all(included.reasons for included in kept.values())
    left = why_out(year, plan)
    assert {out.code for out in left} | plan.codes == {c.code for c in year.candidates}


def test_the_next_slice_never_buys_less(year: Problem, plan: Plan):
    more = next_slice(year, plan, 400_000, Limits(gap=0))
    assert more.gained >= 0
    richer = replace(year, budget=replace(year.budget, total=2_000_000))
    assert verify(richer, more.plan) == []


def test_awa_pins_and_forbids_and_solves_again(year: Problem):
    wished = replace(year, pins=(Pin("M27"),), bans=frozenset({"M44"}))
    again = optimise(wished)
    assert again is not None
    assert "M27" in again.codes
    assert "M44" not in again.codes
    assert verify(wished, again) == []


def test_a_wish_in_the_harvest_is_named_as_a_clash_with_the_calendar(year: Problem):
    october = replace(year, pins=(Pin("M01", 41),))
    assert optimise(october) is None
    found = clash(october)
    assert found is not None
    assert found.problem.code == "clash.calendar"
    assert "M01" in str(found.problem)


def test_everything_at_once_costs_more_than_there_is(year: Problem):
    poor = replace(year, pins=tuple(Pin(code) for code in CATALOGUE), budget=Budget(500_000))
    found = clash(poor)
    assert found is not None
    assert found.limits == ("budget",)
    assert found.problem.details["missing"] > 0
