"""Optimiser of one organisation against a greedy plan, on made-up questions from fixed seeds.

    python bench/optimiser.py [--seconds 60]

The baseline takes measures by value per unit of cost, each with its missing prerequisites, in the first
weeks where they fit. Ratios are optimiser / greedy, measured in one run of this script.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter

from cahier.programme.choices import Choice, Resource, choices, limits
from cahier.programme.model import open_needs
from cahier.programme.optimiser import optimise, worth
from cahier.programme.problem import (
    Activity,
    Audience,
    Budget,
    Candidate,
    CostLine,
    Event,
    Gain,
    Plan,
    Priority,
    Problem,
    Trainer,
    Window,
    pace,
)
from cahier.programme.solver import Limits
from cahier.programme.verifier import verify

SKILLS = ("governance", "accounts", "market", "agronomy", "rights")
PEOPLE = ("board", "staff", "delegates", "women", "youth")
WEEKS = 52


def question(count: int, seed: int) -> Problem:
    """Return a made-up organisation's year with so many candidates, as a real one would look."""
    draw = random.Random(f"{seed}-{count}")
    priorities = tuple(Priority(f"I{n}", 5 - n, 300) for n in range(5))
    closed = set(range(38, 48))
    candidates = tuple(_candidate(draw, n, count) for n in range(count))
    costs = sum(line.amount for candidate in candidates for line in candidate.lines)
    return Problem(
        weeks=WEEKS,
        candidates=candidates,
        priorities=priorities,
        budget=Budget(costs // 4),
        trainers=tuple(_trainer(draw, n) for n in range(4)),
        audiences=tuple(Audience(code, (3,) * WEEKS if code != "women" else (1,) * WEEKS) for code in PEOPLE),
        events=(Event("assembly", (30,)),),
        open_half_days=tuple(0 if week in closed else 4 for week in range(WEEKS)),
        months=tuple(week * 12 // WEEKS for week in range(WEEKS)),
    )


def _candidate(draw: random.Random, number: int, count: int) -> Candidate:
    half_days = draw.choice([1, 2, 2, 2, 3, 4, 6])
    led = draw.random() < 0.8
    earlier = [f"M{n:02}" for n in range(max(0, number - 8), number)]
    needs = tuple((code,) for code in draw.sample(earlier, k=min(len(earlier), draw.choice([0, 0, 1, 1, 2]))))
    items = draw.sample(range(8), k=draw.choice([1, 2, 2]))
    return Candidate(
        code=f"M{number:02}",
        kind="training" if led else draw.choice(["equipment", "rule", "hiring", "alliance"]),
        half_days=pace(half_days) if led else (0,) * draw.choice([1, 2, 4]),
        lines=(
            CostLine("meals", draw.randrange(20, 400) * 500),
            CostLine("room", draw.randrange(0, 40) * 500),
        ),
        gains=tuple(Gain(f"I{item}", draw.randrange(10, 90)) for item in items),
        needs=needs,
        skills=frozenset({draw.choice(SKILLS)}) if led else frozenset(),
        led=led,
        audiences=frozenset({draw.choice(PEOPLE)}) if led else frozenset(),
        windows=(Window("assembly", -6, -3),) if half_days == 1 and number % 7 == 5 else (),
    )


def _trainer(draw: random.Random, number: int) -> Trainer:
    away = draw.randrange(WEEKS - 4)
    skills = {SKILLS[number % 5], SKILLS[(number + 1) % 5], *draw.sample(SKILLS, k=2)}
    return Trainer(f"T{number}", frozenset(skills), 4, frozenset(range(away, away + 4)), 60, 30_000)


def greedy(problem: Problem) -> list[Choice]:
    """Return a plan made by value per cost, each measure pulling its prerequisites in before it."""
    shop = _Shop(problem)
    known = {candidate.code: candidate for candidate in problem.candidates}

    def ratio(code: str) -> float:
        options = shop.by_code.get(code, [])
        return worth(problem, options[:1]) / max(1, min((c.cost for c in options), default=1))

    for code in sorted(known, key=lambda c: (-ratio(c), c)):
        if ratio(code) > 0:
            shop.buy(code, known)
    return list(shop.taken.values())


class _Shop:
    def __init__(self, problem: Problem) -> None:
        self.problem, self.most = problem, limits(problem)
        self.used: Counter[Resource] = Counter()
        self.taken: dict[str, Choice] = {}
        self.by_code: dict[str, list[Choice]] = {}
        for choice in sorted(choices(problem), key=lambda c: (c.week, c.cost, c.trainer)):
            self.by_code.setdefault(choice.candidate.code, []).append(choice)

    def buy(self, code: str, known: dict[str, Candidate]) -> bool:
        """Take a measure with what it needs, or nothing at all."""
        if code in self.taken:
            return True
        before = (self.used.copy(), dict(self.taken))
        groups = open_needs(self.problem, known[code]) if code in known else [()]
        if all(any(self.buy(other, known) for other in group) for group in groups):
            ready = 1 + max(
                (min(self.taken[o].last_week for o in g if o in self.taken) for g in groups), default=-1
            )
            for choice in self.by_code.get(code, ()):
                if choice.week >= ready and self._fits(choice):
                    self.used.update(dict(choice.uses))
                    self.taken[code] = choice
                    return True
        self.used, self.taken = before
        return False

    def _fits(self, choice: Choice) -> bool:
        return all(self.used[r] + n <= self.most.get(r, self.used[r] + n) for r, n in choice.uses)


def _sound(problem: Problem, chosen: list[Choice]) -> bool:
    value, cost = worth(problem, chosen), sum(c.cost for c in chosen)
    activities = tuple(Activity(c.candidate.code, c.week, c.trainer) for c in chosen)
    return not verify(problem, Plan(activities, value, cost, value, 0.0, "greedy"))


def main() -> None:
    """Print one line for each size and seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    seconds = parser.parse_args().seconds
    print(
        "candidates  seed  columns  greedy s  optimiser s  time ratio  value ratio  gap %  stopped by  sound"
    )
    for count in (20, 40, 80):
        for seed in (1, 2, 3):
            problem = question(count, seed).canonical()
            began = time.perf_counter()
            simple = greedy(problem)
            between = time.perf_counter()
            plan = optimise(problem, Limits(seconds=seconds))
            ended = time.perf_counter()
            assert plan is not None
            sound = not verify(problem, plan) and _sound(problem, simple)
            slow, fast = ended - between, between - began
            print(
                f"{count:10}  {seed:4}  {len(choices(problem)):7}  {fast:8.3f}  {slow:11.2f}  {slow / fast:10.1f}"
                f"  {plan.value / max(1, worth(problem, simple)):11.3f}  {100 * plan.gap:5.2f}"
                f"  {plan.stopped_by:>10}  {'yes' if sound else 'NO':>5}",
                flush=True,
            )


if __name__ == "__main__":
    main()
