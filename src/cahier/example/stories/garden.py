"""A market-garden and small-livestock union near a Sahelian town: short circuits, and a treasurer whose books are right."""

from __future__ import annotations

import datetime as dt

from cahier.example.plan import (
    Assembly,
    BuyerPlan,
    Crop,
    Office,
    ProductPlan,
    Run,
    Running,
    SeasonPlan,
    SectionPlan,
    Story,
    Trade,
    Voice,
)
from cahier.example.stories.goals import GARDEN_GOALS
from cahier.example.stories.rounds import GARDEN_ROUNDS

D = dt.date


def _year(season: str, year: int, dry: int) -> tuple[Crop, ...]:
    """Return the crops of one campaign; ``dry`` is how much of the usual harvest the wells allow, in percent."""
    first, again = year, year + 1
    return (
        Crop(season, "OIGNON", D(again, 1, 10), D(again, 4, 20), 1150 * dry // 100, 265 if dry > 80 else 390, (0, 1, 5), 5, 8600, 7200, (2, 4), 180, 9900, 10_000),
        Crop(season, "TOMATE", D(first, 12, 1), D(again, 3, 25), 900 * dry // 100, 210 if dry > 80 else 300, (0, 1, 4), 5, 8600, 6600, (2, 4), 420, 9900, 10_000),
        Crop(season, "CHOU", D(first, 11, 10), D(again, 2, 20), 420 * dry // 100, 160, (0, 1, 4), 5, 8600, 7000, (1, 2), 260, 9900, 10_000),
        Crop(season, "SALADE", D(first, 10, 8), D(again, 1, 15), 260, 340, (0, 1, 4), 5, 8600, 7800, (2, 3), 350, 9900, 10_000),
        Crop(season, "OEUFS", D(first, 10, 5), D(again, 9, 20), 1, 75, (0, 2, 6), 7, 8600, 8000, (2, 3), 110, 9900, 10_000),
    )  # fmt: skip


_TRADES = tuple(
    Trade(season, product, margin, 4, (18, 55), claim_bp=10, keep_bp=keep)
    for season in ("2024-25", "2025-26", "2026-27")
    for product, margin, keep in (
        ("OIGNON", 1300, 240),
        ("TOMATE", 1150, 380),
        ("CHOU", 1200, 260),
        ("SALADE", 1250, 300),
        ("OEUFS", 900, 120),
    )
)

GARDEN = Story(
    key="garden",
    name="Union maraîchère Tilgré-Koom SCOOPS (exemple)",
    country="BF",
    currency="XOF",
    language="fr",
    names="sahel",
    tier="union",
    degree="TY2",
    form="scoops",
    founded=2016,
    area="Cinq périmètres autour d’une ville inventée du Plateau",
    opened=D(2024, 9, 16),
    functions=("FN1", "FN3", "FN5", "FN8", "FN9"),
    products=(
        ProductPlan("OIGNON", "Oignon", (("1", "Premier choix"), ("2", "Deuxième choix")), bag_most=130_000, bag=90_000),
        ProductPlan("TOMATE", "Tomate", (("1", "Premier choix"), ("2", "Deuxième choix")), bag_most=60_000, bag=30_000),
        ProductPlan("CHOU", "Chou", bag_most=80_000, bag=50_000),
        ProductPlan("SALADE", "Laitue", bag_most=40_000, bag=20_000),
        ProductPlan("OEUFS", "Œufs", measure="count"),
    ),
    producers=460,
    sections=(
        SectionPlan("N", "Bas-Fond Nord", 38, 10_200),
        SectionPlan("S", "Secteur du Barrage", 34, 10_400),
        SectionPlan("K", "Koulbi", 30, 9_900),
        SectionPlan("T", "Tanghin", 28, 10_100),
        SectionPlan("W", "Wayen", 20, 9_700),
    ),
    women_bp=6400,
    young_bp=2300,
    unknown_bp=0,
    hectares=(700, 1_500, 4_200),
    lag=(0, 1),
    seasons=(
        SeasonPlan("2024-25", D(2024, 10, 1), D(2025, 9, 30)),
        SeasonPlan("2025-26", D(2025, 10, 1), D(2026, 9, 30)),
        SeasonPlan("2026-27", D(2026, 10, 1), D(2027, 9, 30)),
    ),
    crops=(*_year("2024-25", 2024, 100), *_year("2025-26", 2025, 68), *_year("2026-27", 2026, 95)),
    buyers=(
        BuyerPlan("SAM", "Marché du samedi, vente directe", "consumer", "BF", "local", 4200, written=False),
        BuyerPlan("CANT", "Cantines scolaires de la commune (exemple)", "public", "BF", "public", 2300),
        BuyerPlan("REST", "Restaurants de la ville", "retailer", "BF", "local", 2100, written=False),
        BuyerPlan("GROS", "Grossistes de passage", "trader", "BF", "conventional", 1400, written=False),
    ),
    trades=_TRADES,
    rules={
        "year_end_month": 12, "year_end_day": 31, "window_months": 6, "quorum_numerator": 1, "quorum_denominator": 2,
        "second_quorum_numerator": 1, "second_quorum_denominator": 3, "notice_days": 15, "proxies_count": False,
        "board_seats": 7, "supervisory_seats": 3, "term_months": 36, "board_meetings_year": 12, "supervisory_reports_year": 2,
    },
    assemblies=(
        Assembly("ag2025", D(2025, 2, 22), 17, 7800, 6600, 4, accounts=D(2024, 12, 31), decisions=(
            ("Caisse de solidarité pour les puits", 60, 30), ("Carnet de pesée pour chaque membre", 30, 14))),
        Assembly("ag2026", D(2026, 2, 21), 18, 8100, 6700, 3, accounts=D(2025, 12, 31), decisions=(
            ("Deux puits de plus à Koulbi", 150, 140), ("Répondre à l’appel des cantines", 40, 26))),
    ),
    board_every=30,
    board_held_bp=9700,
    offices=(
        Office("chair", "chair", "board", "m", D(2023, 12, 16), D(2026, 12, 15)),
        Office("secretary", "secretary", "board", "f", D(2023, 12, 16), D(2026, 12, 15)),
        Office("treasurer", "treasurer", "board", "f", D(2023, 12, 16), D(2026, 12, 15)),
        Office("deputy", "deputy_treasurer", "board", "f", D(2025, 2, 22), D(2028, 2, 21), by="ag2025", young=True),
        Office("b1", "board_member", "board", "f", D(2025, 2, 22), D(2028, 2, 21), by="ag2025"),
        Office("b2", "board_member", "board", "m", D(2025, 2, 22), D(2028, 2, 21), by="ag2025"),
        Office("b3", "board_member", "board", "f", D(2026, 2, 21), D(2029, 2, 20), by="ag2026", young=True),
        Office("s1", "supervisor", "supervisory", "f", D(2025, 2, 22), D(2028, 2, 21), by="ag2025"),
        Office("s2", "supervisor", "supervisory", "m", D(2025, 2, 22), D(2028, 2, 21), by="ag2025"),
        Office("s3", "supervisor", "supervisory", "m", D(2026, 2, 21), D(2029, 2, 20), by="ag2026"),
    ),
    runs=(
        Run("M14", "Cahier de caisse", D(2025, 3, 10), (D(2025, 3, 11), D(2025, 3, 12)), 420, "leaders", 10, 9500, 180_000,
            own=True, women_bp=6000, task_bp=9000, test=(4, 8), applied_bp=8600, coached=True),
        Run("M28", "Conserver l’oignon", D(2025, 4, 28), (D(2025, 4, 29),), 210, "members", 40, 8400, 120_000, women_bp=6500,
            task_bp=7600, test=(3, 7), applied_bp=7000, coached=True),
        Run("M34", "Circuits courts et achats publics", D(2026, 2, 2), (D(2026, 2, 3),), 420, "leaders", 14, 9200, 150_000,
            women_bp=6000, task_bp=8000, applied_bp=7500, coached=True),
        Run("M47", "Parler aux membres", D(2026, 9, 15), (D(2026, 9, 15),), 210, "leaders", 12, 9000, 60_000, own=True,
            women_bp=6500, task_bp=8500, coached=True),
    ),
    running=Running(
        staff=310_000, office=115_000, transport_bp=470, fee=1_500, fee_paid_bp=9500, share=2_500, share_paid_bp=9000,
        grants=((D(2025, 1, 14), "Commune (exemple)", 900_000), (D(2026, 1, 20), "Association de jumelage (exemple)", 1_200_000)),
        others=((D(2025, 3, 12), "training", "", True, 180_000), (D(2026, 2, 3), "training", "", True, 150_000),
                (D(2025, 11, 20), "maintenance", "", True, 220_000), (D(2026, 4, 11), "maintenance", "", True, 260_000)),
        services=(("Soins aux volailles", 42_000), ("Semences", 60_000)), count_every=30, count_error_bp=0,
        reconciled_bp=10_000, cash="Caisse", bank="Caisse populaire", float_=600_000,
    ),
    voice=Voice(
        positions=((D(2025, 2, 22), "L’eau avant la saison", "assembly"), (D(2026, 2, 21), "Acheter local pour les cantines", "assembly")),
        proposals=((D(2025, 3, 4), "Mairie (exemple)", "Deux puits à Koulbi", True, 33, "accepted"),
                   (D(2026, 2, 24), "Mairie (exemple)", "Cantines : légumes de la commune", True, 19, "accepted")),
        agreements=((D(2026, 3, 20), "Mairie (exemple)", "Fourniture des cantines", (
            ("own", "Livrer deux fois par semaine", D(2026, 6, 15), 0), ("other", "Payer à trente jours", D(2026, 7, 15), 24))),
                    (D(2025, 9, 1), "Atelier des Campagnes (exemple)", "Convention d’accompagnement", (
            ("own", "Salle et repas", D(2026, 3, 30), 0), ("other", "Diagnostic", D(2025, 12, 15), -5)))),
        dues=((D(2025, 2, 1), 60_000, 60_000), (D(2026, 2, 1), 60_000, 60_000)),
        seats=((D(2024, 4, 4), "Cadre de concertation communal", "council", 95), (D(2024, 10, 5), "Fédération Quatre Rives", "union", 85)),
        feedback=(D(2025, 2, 22), D(2026, 2, 21), D(2026, 6, 20)),
        public_money=((D(2025, 1, 14), "Budget communal", "local", "Puits", 900_000),),
    ),
    pledge_basis="declared",
    pledged_bp=9600,
    checked_bp=9700,
    accounts_lag=((D(2024, 12, 31), 21), (D(2025, 12, 31), 18)),
    faults={"corrected": "4"},
    rounds=GARDEN_ROUNDS,
    goals=GARDEN_GOALS,
    trainers=(("F-SAHEL", "m", "", 6, 45_000, False), ("ANIMATRICE", "f", "", 6, 9_000, True)),
    rates=(("meals", 1_500), ("room", 5_000), ("transport", 700), ("materials", 5_000), ("follow_up", 12_000)),
    months=(("Hivernage", "crop", 6, 10, 1), ("Repiquage de l’oignon", "labour", 12, 1, 2)),
    weekdays=(("Marché du samedi", "market", 5), ("Prière du vendredi", "worship", 4)),
    closed=(("Fin du ramadan", "feast", D(2027, 3, 9), D(2027, 3, 12)),),
)  # fmt: skip
