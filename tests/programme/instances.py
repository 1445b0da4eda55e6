"""Made-up questions of every size, for the properties and the stories of the programme's engines."""

from __future__ import annotations

from hypothesis import strategies as st

from cahier.programme.problem import (
    Audience,
    Budget,
    Candidate,
    CostLine,
    Event,
    Funder,
    Gain,
    Period,
    Pin,
    Priority,
    Problem,
    Trainer,
    Window,
)

ITEMS = ("G1", "A2", "E1")
SKILLS = ("accounts", "market")
PEOPLE = ("board", "women")
_subset = lambda things: st.frozensets(st.sampled_from(things))  # noqa: E731


def module(code: str, **changes) -> Candidate:
    """Return a plain module that a test then bends."""
    usual = {
        "kind": "training",
        "lines": (CostLine("meals", 100),),
        "gains": (Gain("G1", 50, "made up", "D"),),
        "led": False,
    }
    return Candidate(code=code, **(usual | changes))


def question(*candidates: Candidate, **changes) -> Problem:
    """Return a question with one priority, ten weeks and money enough, that a test then bends."""
    usual = {"weeks": 10, "priorities": (Priority("G1", 3, 200),), "budget": Budget(10_000)}
    return Problem(candidates=candidates, **(usual | changes))


@st.composite
def candidates(draw, number: int, count: int, weeks: int) -> Candidate:
    others = [f"M{n}" for n in range(number)]
    groups = st.lists(st.sampled_from(others), min_size=1, max_size=2).map(tuple)
    anchors = ["assembly", *[f"M{n}" for n in range(count) if n != number]]
    windows = st.builds(
        lambda anchor, first, width: Window(anchor, first, first + width),
        st.sampled_from(anchors),
        st.integers(-2, 1),
        st.integers(0, 3),
    )
    sometimes = draw(st.integers(0, 3)) == 0
    return Candidate(
        code=f"M{number}",
        kind=draw(st.sampled_from(["training", "rule"])),
        half_days=tuple(draw(st.lists(st.integers(0, 2), min_size=1, max_size=2))),
        lines=tuple(
            draw(
                st.lists(
                    st.builds(CostLine, st.sampled_from(["meals", "room"]), st.integers(0, 9)), max_size=2
                )
            )
        ),
        gains=tuple(draw(st.lists(st.builds(Gain, st.sampled_from(ITEMS), st.integers(0, 9)), max_size=2))),
        needs=tuple(draw(st.lists(groups, max_size=1))) if others else (),
        skills=draw(_subset(SKILLS)),
        led=draw(st.booleans()),
        audiences=draw(_subset(PEOPLE)),
        weeks=draw(st.none() | st.frozensets(st.integers(0, weeks - 1), min_size=1)),
        windows=(draw(windows),) if sometimes else (),
        seats=draw(st.sampled_from([1, 1, 1, 5])),
        group=(1, 4),
    )


@st.composite
def trainers(draw, number: int, weeks: int) -> Trainer:
    return Trainer(
        code=f"T{number}",
        skills=draw(_subset(SKILLS)),
        half_days=draw(st.integers(0, 3)),
        absences=draw(st.frozensets(st.integers(0, weeks - 1), max_size=1)),
        most=draw(st.none() | st.integers(0, 5)),
        day_cost=draw(st.integers(0, 5)),
    )


@st.composite
def budgets(draw, weeks: int) -> Budget:
    funders = (Funder("po", draw(st.none() | st.integers(0, 20))), Funder("union"))
    split = (("meals", (("po", 1), ("union", draw(st.integers(0, 3))))),)
    return Budget(
        total=draw(st.integers(0, 40)),
        periods=draw(st.sampled_from([(), (Period(0, weeks // 2, 10),)])),
        funders=draw(st.sampled_from([(), funders])),
        split=draw(st.sampled_from([(), split])) if funders else (),
    )


@st.composite
def questions(draw, most: int = 3) -> Problem:
    """Draw a question small enough to try every plan."""
    weeks = draw(st.integers(1, 4))
    count = draw(st.integers(0, most))
    people = tuple(draw(trainers(n, weeks)) for n in range(draw(st.integers(1, 2))))
    measures = tuple(draw(candidates(n, count, weeks)) for n in range(count))
    codes = [candidate.code for candidate in measures]
    pins = st.builds(Pin, st.sampled_from(codes or ["-"]), st.none() | st.integers(0, weeks - 1))
    budget = draw(budgets(weeks))
    return Problem(
        weeks=weeks,
        candidates=measures,
        priorities=tuple(Priority(i, draw(st.integers(0, 3)), draw(st.integers(0, 9))) for i in ITEMS),
        budget=budget if budget.funders else Budget(budget.total, budget.periods),
        trainers=people,
        audiences=tuple(Audience(code, (2,) * weeks, draw(st.integers(1, 3))) for code in PEOPLE),
        events=(Event("assembly", (draw(st.integers(0, weeks)),)),),
        open_half_days=draw(st.sampled_from([(), (0, *(3,) * (weeks - 1))])),
        months=draw(st.sampled_from([(), tuple(week // 2 for week in range(weeks))])),
        at_once=draw(st.integers(1, 2)),
        met=draw(st.sampled_from([frozenset(), frozenset({"M0"})])),
        pins=(draw(pins),) if codes and draw(st.integers(0, 4)) == 0 else (),
        bans=draw(st.sampled_from([frozenset(), frozenset({"M1"})])),
    )
