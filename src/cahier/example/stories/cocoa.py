"""A cocoa cooperative in the humid forest under OHADA law: a price shock, tired leaders, loyal sections far away."""

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
from cahier.example.stories.goals import COCOA_GOALS
from cahier.example.stories.rounds import COCOA_ROUNDS

D = dt.date

_SEASONS = (
    SeasonPlan("2024-25", D(2024, 10, 1), D(2025, 9, 30)),
    SeasonPlan("2025-26", D(2025, 10, 1), D(2026, 9, 30)),
    SeasonPlan("2026-27", D(2026, 10, 1), D(2027, 9, 30)),
)

# Official farm-gate prices of the main and mid crops up to 2026 are published figures; 2026-27 is made up.
_CROPS = (
    Crop("2024-25", "CACAO", D(2024, 10, 1), D(2025, 1, 31), 32, 1800, (0, 9, 30), 10, 7600, 7300, (3, 6), 240, 5500),
    Crop("2024-25", "CACAO", D(2025, 4, 14), D(2025, 7, 31), 13, 2200, (0, 7, 24), 10, 7600, 5600, (1, 3), 320, 5500),
    Crop("2025-26", "CACAO", D(2025, 10, 1), D(2026, 1, 31), 31, 2800, (8, 48, 82), 10, 6900, 6200, (3, 6), 380, 7400),
    Crop("2025-26", "CACAO", D(2026, 4, 13), D(2026, 7, 31), 12, 1200, (0, 8, 26), 10, 6900, 4100, (1, 3), 450, 7400),
    Crop("2026-27", "CACAO", D(2026, 10, 1), D(2027, 1, 31), 32, 1250, (0, 4, 13), 10, 6500, 6600, (3, 6), 300, 8200),
)  # fmt: skip

_OFFICES = (
    Office("chair", "chair", "board", "m", D(2021, 12, 11), D(2025, 12, 10), by=""),
    Office("vice", "vice_chair", "board", "m", D(2021, 12, 11), D(2025, 12, 10)),
    Office("secretary", "secretary", "board", "m", D(2022, 12, 10), D(2026, 12, 9)),
    Office("treasurer", "treasurer", "board", "m", D(2021, 12, 11), D(2025, 12, 10)),
    Office("b1", "board_member", "board", "f", D(2022, 12, 10), D(2026, 12, 9)),
    Office("b2", "board_member", "board", "m", D(2022, 12, 10), D(2026, 12, 9)),
    Office("b3", "board_member", "board", "m", D(2026, 2, 7), D(2030, 2, 6), by="ag2026b"),
    Office("s1", "supervisor", "supervisory", "m", D(2022, 12, 10), D(2026, 12, 9)),
    Office("s2", "supervisor", "supervisory", "m", D(2022, 12, 10), D(2026, 12, 9)),
    Office("s3", "supervisor", "supervisory", "f", D(2021, 12, 11), D(2024, 12, 10)),
    Office("manager", "manager", "management", "m", D(2022, 3, 1), None),
    *(
        Office(f"d {code}", "delegate", "delegates", "m", D(2024, 11, 16), D(2027, 11, 15), section=code)
        for code in ("A", "B", "C", "D", "E")
    ),
)

COCOA = Story(
    key="cocoa",
    name="Coopérative agricole Gnonyiri COOP-CA (exemple)",
    country="CI",
    currency="XOF",
    language="fr",
    names="forest",
    tier="cooperative",
    degree="TY2",
    form="coop-ca",
    founded=2012,
    area="Cinq villages autour d’une sous-préfecture inventée du Sud-Ouest",
    opened=D(2024, 9, 2),
    functions=("FN1", "FN3", "FN5", "FN10"),
    products=(
        ProductPlan(
            "CACAO", "Cacao en fèves", (("G1", "Grade I"), ("G2", "Grade II"), ("SG", "Sous grade")), bag_most=90_000, bag=64_000
        ),
    ),
    producers=1900,
    sections=(
        SectionPlan("A", "Gnonyiri-Centre", 130, 10_200),
        SectionPlan("B", "Petit-Bondoukou", 96, 9_600),
        SectionPlan("C", "Kouadiokro", 82, 10_400),
        SectionPlan("D", "Campement Yao", 64, 8_600),
        SectionPlan("E", "Doboko", 48, 7_400),
    ),
    women_bp=1500,
    young_bp=900,
    unknown_bp=150,
    hectares=(6_000, 24_000, 90_000),
    lag=(0, 11),
    seasons=_SEASONS,
    crops=_CROPS,
    buyers=(
        BuyerPlan("EXP1", "Exportateur du Port (exemple)", "exporter", "CI", "conventional", 6400),
        BuyerPlan("EXP2", "Négoce Équitable SA (exemple)", "exporter", "CI", "fairtrade", 2900),
        BuyerPlan("PIST", "Pisteurs de passage", "trader", "CI", "conventional", 700, written=False),
    ),
    trades=(
        Trade("2024-25", "CACAO", 520, 12, (8, 32), claim_bp=90, premium=145, contract_bp=10_600, least=6_000_000),
        Trade("2025-26", "CACAO", 370, 16, (25, 70), claim_bp=260, keep_bp=260, premium=145, contract_bp=13_800, least=6_000_000),
        Trade("2026-27", "CACAO", 560, 12, (6, 20), claim_bp=60, premium=145, contract_bp=10_000, least=6_000_000),
    ),
    rules={
        "year_end_month": 9, "year_end_day": 30, "window_months": 6, "quorum_numerator": 1, "quorum_denominator": 2,
        "second_quorum_numerator": 1, "second_quorum_denominator": 4, "notice_days": 15, "proxies_count": False,
        "board_seats": 7, "supervisory_seats": 3, "term_months": 48, "board_meetings_year": 6,
        "supervisory_reports_year": 2,
    },
    assemblies=(
        Assembly("ag2025", D(2025, 3, 15), 18, 5300, 1100, 24, accounts=D(2024, 9, 30), decisions=(
            ("Acheter une deuxième bascule pour Doboko", 120, 210), ("Publier le prix à la porte du magasin", 30, 21),
            ("Renouveler le bureau avant la fin du mandat", 260, -1))),
        Assembly("ag2026", D(2026, 1, 17), 16, 3400, 900, 47, accounts=D(2025, 9, 30)),
        Assembly("ag2026b", D(2026, 2, 7), 15, 3700, 1200, 61, call=2, accounts=D(2025, 9, 30), decisions=(
            ("Payer les arriérés avant toute nouvelle avance", 60, 95), ("Commission d’enquête sur la bascule B", 45, 40),
            ("Négocier le stock acheté à 2 800 avec l’exportateur", 90, -1),
            ("Préparer un programme de renforcement", 240, 236))),
    ),
    board_every=45,
    board_held_bp=6800,
    offices=_OFFICES,
    runs=(
        Run("M27", "Fermentation, séchage, qualité", D(2025, 9, 2), (D(2025, 9, 4), D(2025, 9, 11)), 210, "members", 48,
            7400, 640_000, women_bp=2000, task_bp=6100, test=(4, 7), applied_bp=5200, coached=True),
        Run("M30", "De la parcelle au lot", D(2026, 2, 16), (D(2026, 2, 24),), 420, "members", 22, 6900, 480_000,
            task_bp=7000, applied_bp=6000, coached=True),
        Run("M14", "Cahier de caisse et rapprochement", D(2026, 7, 20), (D(2026, 8, 10), D(2026, 8, 11)), 420, "leaders", 10,
            8200, 560_000, task_bp=4500, test=(3, 6), applied_bp=4000),
        Run("M05", "Préparer et tenir l’assemblée", D(2026, 8, 24), (D(2026, 8, 25),), 420, "leaders", 18, 7800, 390_000,
            own=True, task_bp=6000, test=(4, 7), coached=True),
        Run("M46", "Les jeunes et les métiers du cacao", D(2026, 9, 8), (D(2026, 9, 22),), 420, "young", 16, 4200, 260_000),
    ),
    running=Running(
        staff=690_000, office=210_000, transport_bp=170, fee=2_000, fee_paid_bp=6100, share=5_000, share_paid_bp=4800,
        grants=((D(2025, 6, 3), "Fondation Cabosse (exemple)", 9_000_000), (D(2026, 5, 12), "Fondation Cabosse (exemple)", 6_500_000)),
        others=((D(2025, 2, 11), "certification", "", True, 2_400_000), (D(2026, 2, 17), "certification", "", True, 2_650_000),
                (D(2025, 9, 12), "training", "", True, 640_000), (D(2026, 8, 20), "training", "", True, 950_000),
                (D(2025, 12, 15), "finance", "", True, 3_100_000), (D(2026, 1, 30), "maintenance", "", True, 480_000)),
        services=(("Vente d’intrants", 160_000),), count_every=90, count_error_bp=190, reconciled_bp=4800,
        cash="Caisse", bank="Banque", float_=1_500_000,
    ),
    voice=Voice(
        positions=((D(2025, 1, 20), "Payer le producteur dans les quinze jours", "assembly"), (D(2026, 1, 26), "Stocks invendus : qui porte la perte ?", "board"),
                   (D(2026, 6, 9), "Piste de Doboko", "none")),
        proposals=((D(2026, 2, 3), "Exportateur du Port (exemple)", "Partager la perte sur le stock à 2 800", True, 51, "partly"),
                   (D(2026, 3, 9), "Préfecture", "Reprofiler la piste de Doboko", True, -1, "open"),
                   (D(2026, 6, 15), "Conseil régional", "Piste et pont de Doboko", True, -1, "open")),
        agreements=((D(2025, 9, 1), "Atelier des Campagnes (exemple)", "Convention d’accompagnement", (
            ("other", "Diagnostic avec les membres", D(2025, 12, 15), 20), ("own", "Salle et repas des formations", D(2026, 8, 30), 0),
            ("own", "Registre des membres à jour", D(2026, 6, 30), -999), ("other", "Programme chiffré", D(2026, 12, 20), -999))),),
        dues=((D(2025, 2, 1), 250_000, 250_000), (D(2026, 2, 1), 250_000, 100_000)),
        seats=((D(2023, 5, 10), "Comité régional cacao", "interprofession", 45), (D(2024, 10, 5), "Fédération Quatre Rives", "union", 70)),
        feedback=(D(2025, 3, 15),),
    ),
    pledged_bp=8600,
    checked_bp=5600,
    accounts_lag=((D(2025, 9, 30), 128),),
    faults={
        "arrears": "2025-26", "leaking": "7", "receipt": "1480", "corrected": "14", "import": "yes", "erased": "yes",
        "scale": "B " + " ".join(str(D(2025, 11, day)) for day in (*range(3, 8), *range(10, 15), *range(17, 22))),
    },
    rounds=COCOA_ROUNDS,
    goals=COCOA_GOALS,
    trainers=(
        ("F-GESTION", "f", "", 6, 62_000, False), ("F-VIE", "m", "", 8, 58_000, False),
        ("PAYSANNE", "f", "M01 M02 M05 M27 coaching rule", 4, 14_000, True),
    ),
    rates=(("meals", 2_500), ("room", 10_000), ("transport", 1_500), ("child_care", 6_000), ("materials", 9_000), ("follow_up", 28_000)),
    months=(("Grande récolte", "crop", 10, 12, 1), ("Petite récolte", "crop", 5, 6, 2), ("Soudure", "lean", 7, 8, 3)),
    weekdays=(("Marché du jeudi", "market", 3), ("Culte", "worship", 6)),
    closed=(("Fêtes de fin d’année", "feast", D(2026, 12, 23), D(2027, 1, 3)), ("Carême et Pâques", "feast", D(2027, 3, 26), D(2027, 3, 29))),
)  # fmt: skip
