"""A coffee association in the Andes, fair trade and organic: good accounts, ageing leaders, few young people."""

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
from cahier.example.stories.goals import COFFEE_GOALS
from cahier.example.stories.rounds import COFFEE_ROUNDS

D = dt.date

COFFEE = Story(
    key="coffee",
    name="Asociación Cafetalera Alto Quelloyacu (ejemplo)",
    country="PE",
    currency="PEN",
    language="es",
    names="andes",
    tier="cooperative",
    degree="TY3",
    form="association",
    founded=2006,
    area="Seis sectores de un valle inventado, entre 1 300 y 1 900 metros",
    opened=D(2024, 3, 1),
    functions=("FN2", "FN3", "FN4", "FN5", "FN10", "FN11"),
    products=(
        ProductPlan("CAFE", "Café pergamino seco", (("A", "Especial"), ("B", "Estándar"), ("C", "Segunda")), bag_most=75_000, bag=55_200),
    ),
    producers=820,
    sections=(
        SectionPlan("S1", "Quelloyacu", 62, 10_300),
        SectionPlan("S2", "Santa Rosa", 51, 10_200),
        SectionPlan("S3", "Nuevo Horizonte", 47, 9_900),
        SectionPlan("S4", "La Unión", 42, 9_400),
        SectionPlan("S5", "Alto Perdido", 34, 8_800),
        SectionPlan("S6", "Tres Esquinas", 24, 9_700),
    ),
    women_bp=3100,
    young_bp=600,
    unknown_bp=0,
    hectares=(8_000, 19_000, 52_000),
    lag=(0, 4),
    seasons=(
        SeasonPlan("2024", D(2024, 4, 1), D(2025, 3, 31)),
        SeasonPlan("2025", D(2025, 4, 1), D(2026, 3, 31)),
        SeasonPlan("2026", D(2026, 4, 1), D(2027, 3, 31)),
    ),
    crops=(
        Crop("2024", "CAFE", D(2024, 4, 15), D(2024, 9, 25), 88, 1280, (0, 3, 12), 10, 8400, 8300, (3, 6), 210, 9800),
        Crop("2025", "CAFE", D(2025, 4, 14), D(2025, 9, 25), 71, 1930, (0, 6, 21), 10, 8000, 6400, (3, 6), 290, 9900),
        Crop("2026", "CAFE", D(2026, 4, 13), D(2026, 9, 25), 94, 1540, (0, 2, 9), 10, 8700, 8600, (3, 6), 180, 9950),
    ),
    buyers=(
        BuyerPlan("FTO", "Rösterei am Fluss (ejemplo)", "importer", "DE", "organic", 4300),
        BuyerPlan("FT", "Fair Beans Cooperative (example)", "importer", "GB", "fairtrade", 3700),
        BuyerPlan("CONV", "Comercial del Valle (ejemplo)", "exporter", "PE", "conventional", 2000),
    ),
    trades=(
        Trade("2024", "CAFE", 2500, 21, (20, 55), claim_bp=70, keep_bp=60, out_bp=7_900, currency="USD", rate=(375, 100), premium=130, contract_bp=9800),
        Trade("2025", "CAFE", 1900, 24, (20, 60), claim_bp=110, keep_bp=70, out_bp=7_900, currency="USD", rate=(362, 100), premium=130, contract_bp=12_600),
        Trade("2026", "CAFE", 2300, 21, (20, 45), claim_bp=50, keep_bp=60, out_bp=7_950, currency="USD", rate=(358, 100), premium=130, contract_bp=10_100),
    ),
    rules={
        "year_end_month": 12, "year_end_day": 31, "window_months": 3, "quorum_numerator": 1, "quorum_denominator": 2,
        "second_quorum_numerator": 1, "second_quorum_denominator": 3, "notice_days": 10, "proxies_count": True,
        "board_seats": 7, "supervisory_seats": 3, "term_months": 36, "board_meetings_year": 12, "supervisory_reports_year": 2,
    },
    assemblies=(
        Assembly("a2024", D(2024, 3, 23), 14, 6700, 2900, 9),
        Assembly("a2025", D(2025, 3, 22), 16, 6400, 3000, 8, accounts=D(2024, 12, 31), decisions=(
            ("Segundo pago de 60 céntimos por kilo", 40, 12), ("Fondo para renovar cafetales", 150, 130))),
        Assembly("a2026", D(2026, 3, 28), 20, 6900, 3200, 6, accounts=D(2025, 12, 31), decisions=(
            ("Segundo pago de 45 céntimos por kilo", 45, 20), ("Comité de jóvenes con voz en el consejo", 120, -1),
            ("Contratar a una catadora", 90, 75))),
    ),
    board_every=30,
    board_held_bp=9300,
    offices=(
        Office("chair", "chair", "board", "m", D(2024, 3, 23), D(2027, 3, 22), by="a2024"),
        Office("vice", "vice_chair", "board", "f", D(2024, 3, 23), D(2027, 3, 22), by="a2024"),
        Office("secretary", "secretary", "board", "f", D(2025, 3, 22), D(2028, 3, 21), by="a2025"),
        Office("treasurer", "treasurer", "board", "f", D(2024, 3, 23), D(2027, 3, 22), by="a2024"),
        Office("b1", "board_member", "board", "m", D(2025, 3, 22), D(2028, 3, 21), by="a2025"),
        Office("b2", "board_member", "board", "m", D(2026, 3, 28), D(2029, 3, 27), by="a2026"),
        Office("b3", "board_member", "board", "m", D(2026, 3, 28), D(2029, 3, 27), by="a2026"),
        Office("s1", "supervisor", "supervisory", "f", D(2024, 3, 23), D(2027, 3, 22), by="a2024"),
        Office("s2", "supervisor", "supervisory", "m", D(2025, 3, 22), D(2028, 3, 21), by="a2025"),
        Office("s3", "supervisor", "supervisory", "m", D(2025, 3, 22), D(2026, 9, 30), by="a2025"),
        Office("manager", "manager", "management", "m", D(2020, 1, 6), None),
        *(Office(f"d {code}", "delegate", "delegates", "f" if code in ("S2", "S4") else "m", D(2025, 2, 15),
                 D(2027, 2, 14), section=code) for code in ("S1", "S2", "S3", "S4", "S5", "S6")),
    ),
    runs=(
        Run("M31", "Sistema interno de control", D(2024, 10, 14), (D(2024, 10, 15), D(2024, 10, 16)), 420, "leaders", 14, 9000,
            640_000, own=True, task_bp=8200, test=(5, 8), applied_bp=7400, coached=True),
        Run("M15", "Leer las cuentas", D(2025, 11, 10), (D(2025, 11, 12),), 420, "leaders", 18, 8800, 320_000, own=True,
            task_bp=7600, test=(4, 7), applied_bp=6800, coached=True),
        Run("M27", "Cosecha selectiva y secado", D(2026, 2, 9), (D(2026, 2, 10), D(2026, 2, 17)), 210, "members", 60, 7900,
            410_000, own=True, women_bp=3600, task_bp=7000, test=(5, 8), applied_bp=6400, coached=True),
        Run("M44", "Mujeres líderes", D(2026, 10, 5), (D(2026, 10, 6), D(2026, 10, 7), D(2026, 10, 8)), 420, "members", 24, 8600,
            980_000, women_bp=9000, test=(5, 8), coached=True),
        Run("M46", "Trabajos para jóvenes", D(2026, 10, 19), (D(2026, 11, 9),), 420, "young", 14, 4600, 260_000),
    ),
    running=Running(
        staff=1_650_000, office=420_000, transport_bp=240, fee=6_000, fee_paid_bp=8300, share=20_000, share_paid_bp=7700,
        grants=((D(2024, 8, 6), "Fondo Andino Verde (ejemplo)", 9_500_000), (D(2025, 8, 5), "Fondo Andino Verde (ejemplo)", 6_000_000),
                (D(2026, 4, 21), "Municipalidad provincial (ejemplo)", 2_400_000)),
        others=((D(2024, 10, 20), "certification", "", True, 7_900_000), (D(2025, 10, 20), "certification", "", True, 8_200_000),
                (D(2026, 10, 20), "certification", "", True, 8_400_000), (D(2024, 9, 30), "processing", "", True, 44_000_000),
                (D(2025, 9, 30), "processing", "", True, 39_000_000), (D(2026, 9, 30), "processing", "", True, 48_000_000),
                (D(2024, 10, 16), "training", "", True, 640_000), (D(2025, 11, 12), "training", "", True, 320_000),
                (D(2026, 2, 17), "training", "", True, 410_000), (D(2026, 10, 8), "training", "", True, 980_000)),
        services=(("Secado y pilado", 180_000),), count_every=30, count_error_bp=35, reconciled_bp=9500,
        cash="Caja", bank="Banco", float_=2_000_000,
    ),
    voice=Voice(
        positions=((D(2025, 3, 22), "Crédito de campaña antes de abril", "assembly"), (D(2026, 3, 28), "Camino a Alto Perdido", "assembly")),
        proposals=((D(2025, 4, 28), "Municipalidad provincial (ejemplo)", "Mantenimiento del camino a Alto Perdido", True, 64, "accepted"),
                   (D(2026, 5, 18), "Caja rural (ejemplo)", "Línea de crédito con garantía de contrato", True, 40, "partly")),
        agreements=((D(2025, 7, 14), "Municipalidad provincial (ejemplo)", "Mantenimiento del camino", (
            ("other", "Maquinaria por diez días", D(2025, 10, 30), 25), ("own", "Faenas de los sectores", D(2025, 10, 30), 0))),
                    (D(2025, 9, 1), "Atelier des Campagnes (exemple)", "Convenio de acompañamiento", (
            ("own", "Local y alimentación", D(2026, 3, 30), 0), ("other", "Talleres del segundo ciclo", D(2026, 10, 30), -20)))),
        dues=((D(2025, 2, 1), 160_000, 160_000), (D(2026, 2, 1), 160_000, 160_000)),
        seats=((D(2022, 6, 1), "Mesa técnica del café", "platform", 85), (D(2024, 10, 5), "Fédération Quatre Rives", "union", 90)),
        feedback=(D(2025, 3, 22), D(2026, 3, 28), D(2026, 9, 12)),
        public_money=((D(2026, 4, 21), "Presupuesto participativo", "local", "Secadores solares", 2_400_000),),
    ),
    pledge_basis="estimated",
    pledged_bp=9700,
    checked_bp=9200,
    accounts_lag=((D(2024, 12, 31), 41), (D(2025, 12, 31), 38)),
    second=(("2024", D(2025, 4, 3), 60), ("2025", D(2026, 4, 17), 45)),
    lots_days=21,
    faults={"corrected": "8", "erased": "yes"},
    rounds=COFFEE_ROUNDS,
    goals=COFFEE_GOALS,
    trainers=(("F-ANDES", "f", "", 6, 38_000, False), ("PROMOTOR", "m", "", 6, 12_000, True)),
    rates=(("meals", 1_500), ("room", 6_000), ("transport", 1_000), ("child_care", 800), ("materials", 5_000), ("follow_up", 9_000)),
    months=(("Cosecha", "crop", 4, 8, 1), ("Lluvias, caminos cortados", "rains", 1, 2, 2)),
    weekdays=(("Feria del domingo", "market", 6),),
    closed=(("Fiestas de julio", "feast", D(2026, 7, 26), D(2026, 8, 1)), ("Navidad", "feast", D(2026, 12, 22), D(2027, 1, 2))),
)  # fmt: skip
