"""The federation of the four organisations, and the supporting organisation that advises them."""

from __future__ import annotations

import datetime as dt

from cahier.example.plan import Assembly, Office, Run, Running, SeasonPlan, SectionPlan, Story, Voice

D = dt.date

_YEARS = tuple(SeasonPlan(str(year), D(year, 1, 1), D(year, 12, 31)) for year in (2024, 2025, 2026))

FEDERATION = Story(
    key="federation",
    name="Fédération Quatre Rives (exemple)",
    country="CI",
    currency="XOF",
    language="fr",
    names="forest",
    tier="federation",
    degree="TY4",
    form="federation",
    founded=2019,
    area="Quatre organisations dans quatre pays",
    opened=D(2024, 9, 23),
    functions=("FN11", "FN2"),
    products=(),
    producers=None,
    sections=(SectionPlan("DEL", "Délégués", 16),),
    women_bp=4200,
    young_bp=1500,
    unknown_bp=0,
    hectares=(5_000, 20_000, 40_000),
    lag=(1, 9),
    seasons=_YEARS,
    rules={
        "year_end_month": 12, "year_end_day": 31, "window_months": 6, "quorum_numerator": 2, "quorum_denominator": 3,
        "notice_days": 30, "board_seats": 5, "term_months": 36, "board_meetings_year": 4,
    },
    assemblies=(
        Assembly("ag2025", D(2025, 4, 26), 35, 8200, 4000, 20, accounts=D(2024, 12, 31)),
        Assembly("ag2026", D(2026, 4, 25), 32, 8800, 4300, 14, accounts=D(2025, 12, 31)),
    ),
    board_every=91,
    board_held_bp=9000,
    offices=(
        Office("chair", "chair", "board", "f", D(2025, 4, 26), D(2028, 4, 25), by="ag2025"),
        Office("secretary", "secretary", "board", "m", D(2025, 4, 26), D(2028, 4, 25), by="ag2025"),
        Office("treasurer", "treasurer", "board", "f", D(2025, 4, 26), D(2028, 4, 25), by="ag2025"),
    ),
    running=Running(
        staff=180_000, office=60_000, transport_bp=0, fee=0, fee_paid_bp=0, share=0, share_paid_bp=0,
        grants=((D(2025, 3, 3), "Bailleur paysan (exemple)", 4_500_000), (D(2026, 3, 2), "Bailleur paysan (exemple)", 4_000_000)),
        cash="Caisse", bank="Banque", float_=300_000, reconciled_bp=9000, count_error_bp=40,
    ),
    voice=Voice(
        positions=((D(2025, 4, 26), "Revenu vital pour les familles", "assembly"), (D(2026, 4, 25), "Règles du commerce : délai et coûts", "assembly")),
        proposals=((D(2025, 6, 12), "Interprofession (exemple)", "Fonds de stabilisation au bénéfice des producteurs", True, 80, "open"),
                   (D(2026, 5, 20), "Acheteurs du Nord (exemple)", "Partager le coût de la traçabilité", True, 45, "partly")),
        feedback=(D(2025, 4, 26), D(2026, 4, 25)),
    ),
)  # fmt: skip

SUPPORT = Story(
    key="support",
    name="Atelier des Campagnes (exemple)",
    country="CI",
    currency="XOF",
    language="fr",
    names="forest",
    tier="support",
    degree="",
    form="association",
    founded=1998,
    area="Côte d'Ivoire, Pérou, Burkina Faso, Ghana",
    opened=D(2025, 6, 2),
    functions=(),
    products=(),
    producers=None,
    sections=(SectionPlan("EQ", "Équipe et formateurs", 14),),
    women_bp=5000,
    young_bp=3500,
    unknown_bp=0,
    hectares=(1_000, 1_000, 1_100),
    lag=(0, 4),
    seasons=_YEARS[1:],
    offices=(Office("manager", "manager", "management", "f", D(2021, 1, 4), None),),
    runs=(
        Run("M26", "Formateurs : enseigner à un voisin", D(2025, 10, 6), (D(2025, 10, 6), D(2025, 10, 7), D(2025, 10, 8)), 420,
            "members", 12, 9400, 900_000, own=True, women_bp=5000, task_bp=8000, test=(5, 8), applied_bp=8000, coached=True),
    ),
    running=Running(
        staff=2_600_000, office=540_000, transport_bp=0, fee=0, fee_paid_bp=0, share=0, share_paid_bp=0,
        grants=((D(2025, 7, 1), "Agence de coopération (exemple)", 38_000_000), (D(2026, 1, 15), "Agence de coopération (exemple)", 42_000_000)),
        cash="Caisse", bank="Banque", float_=800_000, reconciled_bp=9600, count_error_bp=10,
    ),
    voice=Voice(
        agreements=tuple(
            (D(2025, 9, 1), partner, "Convention d’accompagnement", (
                ("own", "Diagnostic avec les membres", D(2025, 12, 15), late), ("other", "Salle et repas des formations", D(2026, 8, 30), 0),
                ("own", "Programme chiffré et suivi", D(2026, 12, 20), -999)))
            for partner, late in (
                ("Coopérative agricole Gnonyiri COOP-CA (exemple)", 20), ("Asociación Cafetalera Alto Quelloyacu (ejemplo)", 0),
                ("Union maraîchère Tilgré-Koom SCOOPS (exemple)", -5), ("Nyebu Youth Farmers Group (example)", 60))
        ),
    ),
)  # fmt: skip
