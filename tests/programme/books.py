"""Awa's cooperative (made up) up to the moment when the plan is made: round, goals, causes, means."""

from __future__ import annotations

import datetime as dt

from assessment_rounds import agree, open_round
from cahier.assessment.queries import grid_of
from cahier.journal.write import write
from cahier.programme import drafts
from cahier.programme.entries import (
    CauseNamed,
    Channel,
    CostRow,
    Function,
    GainRow,
    GoalsSet,
    LayerDrawn,
    MeasurePlanned,
    Priority,
    RateSet,
    ResponseChosen,
    TrainerListed,
)
from cahier.programme.settings import Settings
from helpers.samples import DAY

START = dt.date(2026, 4, 6)
TERMS = Settings(START, weeks=52, budget=2_400_000, slice=800_000, assembly=dt.date(2026, 9, 26))
LEVELS = {"A2": 1, "A3": 1.5, "G2": 2, "R2": 1.5, "E1": 2}


def aims(cast, items=tuple(LEVELS), round_id="", **more):
    entry = GoalsSet(
        day=DAY,
        round=round_id,
        vision="Vendre nous-mêmes 60 tonnes par an, avec des comptes que chaque membre peut lire.",
        functions=(Function(function="FN3"), Function(function="FN10")),
        channels=(Channel(channel="fair_trade"),),
        priorities=tuple(Priority(item=item, weight=5 - n % 5) for n, item in enumerate(items)),
        **more,
    )
    return write(cast.a, [entry], actor=cast.awa).ids[0]


def means(cast):
    """Two trainers, the calendar of a cocoa region, one price of the place."""
    season = {"day": DAY, "kind": "crop", "layer": "season"}
    weekly = {"day": DAY, "layer": "weekly"}
    entries = [
        TrainerListed(day=DAY, code="T1", name="Mariam (made up)", half_days=4, day_cost=60_000),
        TrainerListed(
            day=DAY, code="T2", name="", skills="M13 M14 coaching", half_days=3, day_cost=30_000, own=True
        ),
        LayerDrawn(**season, name="Récolte principale", first_month=10, last_month=12),
        LayerDrawn(**season, name="Petite traite", first_month=5, last_month=6),
        LayerDrawn(**weekly, kind="market", name="Marché", weekday="2"),
        LayerDrawn(**weekly, kind="worship", name="Vendredi", weekday="4", half_days=1),
        RateSet(day=DAY, heading="meals", amount=2_000),
    ]
    write(cast.a, entries, actor=cast.awa)


def answers(cast, goals):
    """Causes and responses: skill for the accounts, practice for the assembly, no pay for the register."""
    causes = [
        CauseNamed(day=DAY, goals=goals, item="A2", cause="know_how", sign="3 trésorières sur 5 n’ont pas passé le test"),
        CauseNamed(day=DAY, goals=goals, item="R2", cause="allowed", sign="La secrétaire n’est pas payée"),
    ]  # fmt: skip
    named = write(cast.a, causes, actor=cast.awa).ids
    rule = MeasurePlanned(
        day=DAY, code="OWN1", response="rule", title="Indemnité de la secrétaire, règle à voter",
        costs=(CostRow(heading="salary", amount=240_000),),
        gains=(GainRow(item="R2", gain=60, why="Elle tient le registre", grade="K"),),
    )  # fmt: skip
    coaching = MeasurePlanned(
        day=DAY, code="OWN2", response="coaching", title="Accompagnement au bureau", half_days=4, weeks=12, led=True,
        seats=3, audience="treasurer", costs=(CostRow(heading="other", amount=45_000),),
        gains=(GainRow(item="A3", gain=50, why="Chaque mois un rapprochement", grade="?"),),
    )  # fmt: skip
    made = write(cast.a, [rule, coaching], actor=cast.awa).ids
    chosen = [
        ResponseChosen(day=DAY, goals=goals, item="R2", cause=named[1], response="rule", measure=made[0]),
        ResponseChosen(day=DAY, goals=goals, item="A3", response="coaching", measure=made[1]),
    ]
    write(cast.a, chosen, actor=cast.awa)


def workshop(cast):
    """A round with every item agreed, the priorities lower than the rest."""
    round_id = open_round(cast)
    for item in grid_of(round_id).instrument.items:
        agree(cast, round_id, item, LEVELS.get(item, 3), grade="PF2", discussed=True)
    return round_id


def ready(cast, terms=TERMS, with_round=True):
    """Everything up to the button "Make the plan"."""
    goals = aims(cast, round_id=workshop(cast) if with_round else "")
    means(cast)
    answers(cast, goals)
    drafts.save(cast.a, terms)
    return goals
