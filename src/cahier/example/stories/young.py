"""A young group that has only exercise books: few records, written late, many things nobody noted."""

from __future__ import annotations

import datetime as dt

from cahier.example.plan import (
    Assembly,
    Crop,
    Office,
    ProductPlan,
    Run,
    Running,
    SeasonPlan,
    SectionPlan,
    Story,
    Voice,
)
from cahier.example.stories.goals import YOUNG_GOALS
from cahier.example.stories.rounds import YOUNG_ROUNDS

D = dt.date

YOUNG = Story(
    key="young",
    name="Nyebu Youth Farmers Group (example)",
    country="GH",
    currency="GHS",
    language="en",
    names="north",
    tier="base",
    degree="TY1",
    form="informal",
    founded=2024,
    area="One made-up village on the road to the district capital",
    opened=D(2025, 5, 5),
    functions=("FN1", "FN3"),
    products=(
        ProductPlan("MAIZE", "White maize", bag_most=130_000, bag=100_000),
        ProductPlan("NUT", "Groundnuts, shelled", bag_most=110_000, bag=80_000),
    ),
    producers=None,
    sections=(SectionPlan("G", "Nyebu", 24, 9_000),),
    women_bp=4600,
    young_bp=8000,
    unknown_bp=3300,
    hectares=(3_000, 7_000, 14_000),
    lag=(35, 150),
    seasons=(
        SeasonPlan("2024", D(2024, 4, 1), D(2025, 3, 31)),
        SeasonPlan("2025", D(2025, 4, 1), D(2026, 3, 31)),
        SeasonPlan("2026", D(2026, 4, 1), D(2027, 3, 31)),
    ),
    crops=(
        Crop("2025", "MAIZE", D(2025, 10, 5), D(2026, 1, 20), 140, 420, (4, 30, 90), 0, 5500, 2600, (1, 2), 0, 0),
        Crop("2025", "NUT", D(2025, 9, 20), D(2025, 12, 10), 40, 1150, (4, 30, 90), 0, 5500, 2000, (1, 1), 0, 0),
        Crop("2026", "MAIZE", D(2026, 10, 5), D(2027, 1, 20), 150, 450, (4, 20, 60), 0, 7000, 2600, (1, 2), 0, 0),
    ),
    assemblies=(Assembly("meeting", D(2026, 4, 18), 2, 6500, 4000, -1),),
    offices=(
        Office("chair", "chair", "committee", "m", D(2024, 11, 2), None),
        Office("secretary", "secretary", "committee", "m", D(2024, 11, 2), None, young=True),
        Office("treasurer", "treasurer", "committee", "f", D(2024, 11, 2), None),
    ),
    runs=(
        Run("M01", "Why cooperate?", D(2026, 3, 3), (D(2026, 3, 17),), 360, "members", 18, 7000, 120_000, women_bp=4500),
    ),
    running=Running(
        staff=0, office=0, transport_bp=0, fee=2_000, fee_paid_bp=3800, share=0, share_paid_bp=0, count_every=400,
        reconciled_bp=0, cash="Wooden box", cash_type="cash", float_=400_000,
    ),
    voice=Voice(dues=((D(2026, 2, 1), 20_000, 0),), seats=()),
    pledged_bp=2500,
    checked_bp=1200,
    slips=False,
    rounds=YOUNG_ROUNDS,
    goals=YOUNG_GOALS,
    trainers=(("F-NORTH", "f", "", 4, 60_000, False),),
    months=(("Planting and weeding", "crop", 5, 9, 1),),
    weekdays=(("Market day", "market", 4),),
)  # fmt: skip
