"""What members of the four organisations decided to better, why it fails, and what answers it."""

from __future__ import annotations

import datetime as dt

from cahier.example.plan import GoalPlan, MeasurePlan, Vote

D = dt.date

COCOA_GOALS = GoalPlan(
    D(2026, 10, 13), 2,
    "Dans trois ans, les membres nous livrent les trois quarts de leur cacao parce que nous payons à la date dite.",
    ("fairtrade", "conventional"),
    (("E4", 3, 8), ("R2", 3, 7), ("G2", 2, 8), ("A3", 2, 8), ("R3", 1, 6)),
    (
        ("E4", "know_how", "Le dossier de crédit a été rendu incomplet deux années de suite."),
        ("E4", "context", "L’exportateur paie à quarante jours, nous promettons dix."),
        ("R2", "allowed", "Rien dans le règlement ne récompense celui qui livre toute la campagne."),
        ("R2", "know_how", "Les délégués ne savent pas expliquer le calcul du prix."),
        ("G2", "know_how", "Personne n’a calculé le quorum avant d’envoyer les convocations."),
        ("A3", "practice", "La caisse est comptée quand on y pense, le rapprochement traîne deux mois."),
        ("A3", "know_how", "Le trésorier n’a jamais été formé."),
        ("R3", "allowed", "Une seule femme au conseil ; les réunions finissent à la nuit."),
    ),
    (
        MeasurePlan("P-CAISSE", "coaching", "Accompagnement de la caisse, une visite par mois", 6, 24, True, 2,
                    (("follow_up", 90_000),), (("A3", 60, "Ce qui est compté chaque semaine devient une habitude"),)),
        MeasurePlan("P-FIDELITE", "rule", "Prime de fidélité votée en assemblée", 2, 3, False, 20,
                    (("materials", 25_000),), (("R2", 70, "Qui livre toute la campagne touche plus par kilo"),)),
        MeasurePlan("P-SIEGES", "rule", "Deux sièges réservés aux femmes, réunions avant 16 h", 1, 2, False, 20,
                    (("materials", 15_000),), (("R3", 80, "Deux sièges sont pourvus à la prochaine élection"),)),
        MeasurePlan("P-DELAI", "alliance", "Négocier avec l’exportateur un paiement à quinze jours", 3, 8, True, 4,
                    (("other", 120_000),), (("E4", 60, "L’accord de février a déjà ramené le délai à une semaine"),)),
    ),
    (
        ("E4", "know_how", "training", "M39"), ("E4", "context", "alliance", "P-DELAI"), ("R2", "allowed", "rule", "P-FIDELITE"),
        ("R2", "know_how", "training", "M36"), ("G2", "know_how", "training", "M05"), ("A3", "practice", "coaching", "P-CAISSE"),
        ("A3", "know_how", "training", "M18"), ("R3", "allowed", "rule", "P-SIEGES"),
    ),
)  # fmt: skip

COFFEE_GOALS = GoalPlan(
    D(2025, 12, 20), 1,
    "Que en cinco años la mitad del consejo tenga menos de cuarenta años y que el crédito llegue antes de la cosecha.",
    ("organic", "fairtrade"),
    (("G6", 3, 7), ("E4", 3, 8), ("R3", 2, 8), ("I4", 1, 8)),
    (
        ("G6", "allowed", "El estatuto pide diez años de socio para ser dirigente."),
        ("G6", "know_how", "Los jóvenes no conocen el trabajo de la directiva."),
        ("E4", "know_how", "La solicitud de crédito se arma en marzo, a última hora."),
        ("R3", "know_how", "Pocas socias han llevado una reunión."),
    ),
    (
        MeasurePlan("P-JOVENES", "rule", "Comité de jóvenes con voz en el consejo", 2, 4, False, 15,
                    (("materials", 12_000),), (("G6", 70, "Quien se sienta en la mesa aprende a decidir"),)),
    ),
    (
        ("G6", "allowed", "rule", "P-JOVENES"), ("G6", "know_how", "training", "M46"), ("E4", "know_how", "training", "M39"),
        ("R3", "know_how", "training", "M44"),
    ),
    Vote(D(2026, 3, 28), "Programa de fortalecimiento 2026-2027", "a2026", D(2026, 9, 7), 40, 1_300_000, ("M44", "M46")),
)  # fmt: skip

GARDEN_GOALS = GoalPlan(
    D(2026, 10, 27), 2,
    "Vendre toute l’année, même quand les puits baissent.",
    ("local", "public"),
    (("T3", 3, 8), ("E7", 3, 8), ("E1", 2, 8)),
    (
        ("T3", "means", "L’oignon pourrit sous les hangars dès mai."),
        ("T3", "know_how", "Peu savent trier et suivre une fiche de stock."),
        ("E7", "know_how", "Personne n’a compté ce que coûte une année sèche."),
    ),
    (
        MeasurePlan("P-GRENIER", "equipment", "Deux greniers ventilés pour l’oignon", 2, 8, False, 20,
                    (("equipment", 850_000),), (("T3", 90, "Le grenier de Koulbi perd deux fois moins"),)),
    ),
    (("T3", "means", "equipment", "P-GRENIER"), ("T3", "know_how", "training", "M28"), ("E7", "know_how", "training", "M42")),
)  # fmt: skip

YOUNG_GOALS = GoalPlan(
    D(2026, 11, 3), 2,
    "Sell our maize together once, and know at the end who is owed what.",
    ("local",),
    (("A1", 3, 6), ("G1", 2, 8), ("E1", 1, 5)),
    (
        ("A1", "know_how", "One exercise book got wet and nobody could say who had paid."),
        ("G1", "know_how", "The rules were never written down."),
    ),
    (),
    (("A1", "know_how", "training", "M11"), ("G1", "know_how", "training", "M01")),
)  # fmt: skip
