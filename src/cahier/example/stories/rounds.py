"""What the four organisations said of themselves in two workshops. Levels are in halves: 2 is 1.0, 10 is 5.0."""

from __future__ import annotations

import datetime as dt

from cahier.example.plan import RoundPlan

D = dt.date

COCOA_ROUNDS = (
    RoundPlan(
        D(2026, 1, 5), "Premier diagnostic",
        (("leaders", 1, 7), ("members", 2, 12), ("women", 9, 0), ("youth", 1, 5)),
        {"V1": 6, "V2": 4, "V3": 4, "V4": 5, "V5": 4, "V6": 5},
        {"E4": 3, "G2": 3, "A3": 3, "R3": 3, "R2": 4, "T2": 7, "E6": 4}, 1,
        {"E4": "Le stock acheté à 2 800 n’est pas payé ; les membres attendent.",
         "G2": "L’assemblée de janvier est annoncée trop tard, on ne sera pas assez.",
         "R2": "Dans les semaines de soudure, le pisteur paie le jour même.",
         "A3": "La caisse est comptée quand on y pense."},
        (("E4", "KP-01", "Les exportateurs ont refusé les camions de décembre."),),
        ("T5",),
    ),
    RoundPlan(
        D(2026, 10, 6), "Deuxième diagnostic",
        (("leaders", 1, 6), ("members", 3, 14), ("women", 10, 0), ("youth", 2, 4)),
        {"V1": 7, "V2": 5, "V3": 4, "V4": 5, "V5": 5, "V6": 5},
        {"E4": 5, "G2": 4, "A3": 4, "R3": 3, "R2": 5, "T2": 8, "T4": 7, "G3": 3, "E6": 5}, 2,
        {"E4": "On paie de nouveau en une semaine, mais le prêt n’est pas remboursé.",
         "G3": "Quatre mandats sont échus et personne n’a été élu.",
         "R3": "Une seule femme au conseil, aucune à la caisse.",
         "T4": "La formation « de la parcelle au lot » se voit : les reçus portent la parcelle."},
        (("G3", "KG-07", "L’élection était à l’ordre du jour de janvier, faute de quorum elle a été reportée."),),
        ("T5",),
    ),
)  # fmt: skip

COFFEE_ROUNDS = (
    RoundPlan(
        D(2025, 12, 15), "Primer autodiagnóstico",
        (("leaders", 3, 5), ("members", 4, 10), ("women", 8, 0), ("youth", 2, 3)),
        {"V1": 7, "V2": 7, "V3": 6, "V4": 6, "V5": 7, "V6": 6},
        {"G6": 4, "R3": 6, "E4": 5, "T4": 9, "A6": 8}, 2,
        {"G6": "Los jóvenes se van a la ciudad; el consejo tiene más de cincuenta años en promedio.",
         "E4": "El crédito de campaña llegó en mayo, la cosecha empezó en abril."},
    ),
    RoundPlan(
        D(2026, 10, 12), "Segundo autodiagnóstico",
        (("leaders", 3, 5), ("members", 5, 11), ("women", 11, 0), ("youth", 3, 3)),
        {"V1": 8, "V2": 8, "V3": 7, "V4": 7, "V5": 7, "V6": 7},
        {"G6": 4, "R3": 7, "E4": 6, "T4": 9, "A6": 8}, 3,
        {"G6": "El comité de jóvenes se votó y todavía no se reúne.",
         "R3": "El taller de mujeres líderes llenó la sala."},
    ),
)  # fmt: skip

GARDEN_ROUNDS = (
    RoundPlan(
        D(2025, 12, 10), "Premier diagnostic",
        (("leaders", 5, 4), ("members", 7, 6), ("women", 12, 0), ("youth", 4, 3)),
        {"V1": 6, "V2": 8, "V3": 6, "V4": 7, "V5": 7, "V6": 5},
        {"A2": 9, "A3": 9, "T3": 4, "E7": 4, "R3": 8}, 2,
        {"A3": "Chaque soir la caisse est comptée et le cahier est juste.",
         "E7": "Les puits baissent : en mars il ne reste que la moitié des planches."},
    ),
    RoundPlan(
        D(2026, 10, 20), "Deuxième diagnostic",
        (("leaders", 5, 4), ("members", 8, 6), ("women", 13, 0), ("youth", 5, 4)),
        {"V1": 7, "V2": 9, "V3": 7, "V4": 8, "V5": 8, "V6": 6},
        {"A2": 9, "A3": 10, "T3": 5, "E7": 5, "R3": 9, "I5": 8}, 3,
        {"A3": "La commission est venue sans prévenir : pas un franc d’écart.",
         "I5": "La mairie a creusé les deux puits."},
    ),
)  # fmt: skip

YOUNG_ROUNDS = (
    RoundPlan(
        D(2026, 2, 13), "First look",
        (("members", 3, 6), ("women", 6, 0), ("youth", 2, 4)),
        {"V1": 3, "V2": 2, "V3": 3, "V4": 5, "V5": 4, "V6": 3},
        {"G1": 5, "A1": 2, "R5": 6}, 0,
        {"A1": "What we have is three exercise books, and one got wet."},
        not_here=("E6", "G4"),
    ),
    RoundPlan(
        D(2026, 10, 27), "Second look",
        (("members", 3, 5), ("women", 7, 0), ("youth", 2, 5)),
        {"V1": 4, "V2": 3, "V3": 3, "V4": 6, "V5": 5, "V6": 3},
        {"G1": 6, "A1": 3, "R5": 6}, 0,
        {"A1": "The secretary now copies the book every month."},
        not_here=("E6", "G4"),
    ),
)  # fmt: skip
