"""Charts of a made-up organisation, with the long French names that a drawing must bear."""

from html import unescape
from xml.etree import ElementTree

from cahier.web.charts.bars import Bar, BarWords, Series, Stack, bars, stacked
from cahier.web.charts.gantt import Action, GanttWords, Month, gantt
from cahier.web.charts.line import LineWords, Moment, line
from cahier.web.charts.radar import Axis, RadarWords, radar
from cahier.web.charts.wheel import Ring, wheel

NAMES = (
    "Capacités techniques et services", "Administration et finances", "Influence et alliances",
    "Représentativité et légitimité", "Fonctionnement démocratique et gouvernance",
    "Modèle économique et autofinancement", "Gestion de l’eau", "Semences", "Femmes et jeunes",
    "Territoire", "Marchés publics", "Communication interne",
)  # fmt: skip
WORDS = RadarWords("Variable", "Maintenant", "Premier diagnostic", "Sur preuve", "la plus faible")
SVG = "{http://www.w3.org/2000/svg}"


def a_radar(axes=None, name="profil", **more):
    axes = (
        axes if axes is not None else [Axis(label, 30 + 5 * i, 20, 0.5) for i, label in enumerate(NAMES[:6])]
    )
    return radar(name, "Profil", "Le plus faible : les techniques, 30.", axes, WORDS, **more)


def some_bars(items=None, **more):
    items = (
        items
        if items is not None
        else [Bar("Cantines", 73, 80, "Bloqué par : deux signatures"), Bar("Export", None)]
    )
    words = BarWords("Marché", "Rempli", "seuil")
    return bars("marches", "Prêts ?", "Les cantines manquent de peu.", items, words, **{"full": 100, **more})


def some_stacks(stacks=None, **more):
    stacks = stacks if stacks is not None else [Stack("Cours", (230, 1050)), Stack("Visite", (80, 0))]
    series = [Series("La coopérative", "green"), Series("L’union", "blue")]
    return stacked(
        "payeurs", "Qui paie", "L’union paie le plus.", series, stacks, line="Action", total="Total", **more
    )


def a_line(moments=None, **more):
    moments = moments if moments is not None else [
        Moment("janv.", 310, 280, 360), Moment("févr.", None, 290, 370), Moment("mars", 350, 300, 380)
    ]  # fmt: skip
    words = LineWords("Mois", "Prix payé", "bas", "haut", "prix du marché")
    return line(
        "prix", "Prix", "Le prix reste dans la bande.", moments, words, **{"ticks": [250, 400], **more}
    )


def a_gantt(actions=None, **more):
    actions = actions if actions is not None else [
        Action("Caisse et rapprochement", "sept.–oct.", ((35, 70),)),
        Action("Visite d’échange", "novembre, 2 jours", ((80, 81),), "green"),
    ]  # fmt: skip
    months = [Month(0, "A", "août"), Month(31, "S", "sept."), Month(61, "O", "oct.")]
    words = GanttWords("Action", "Quand", "gros travaux", (("blue", "cours"), ("green", "visite")))
    given = {"last": 91, "closed": [(0, 20)], "words": words, **more}
    return gantt("calendrier", "Quand", "Rien pendant les gros travaux.", actions, months, **given)


def a_wheel(rings=None, **more):
    rings = (
        rings
        if rings is not None
        else [Ring("récolte", "green", ((1, 4),)), Ring("libre", "blue", ((10.5, 0.5),))]
    )
    given = {
        "answer": ("Libre", "nov.–janv."),
        "heads": ("Anneau", "Mois"),
        "show": lambda s: f"{s[0]}–{s[1]}",
        **more,
    }
    return wheel("annee", "L’année", "Libre de novembre à janvier.", rings, "JFMAMJJASOND", **given)


ALL = [a_radar, some_bars, some_stacks, a_line, a_gantt, a_wheel]


def tree(svg):
    return ElementTree.fromstring(svg)


def texts(svg):
    return ["".join(node.itertext()) for node in tree(svg).iter(f"{SVG}text")]


def classed(svg, name):
    return [node for node in tree(svg).iter() if name in node.get("class", "").split()]


def plain(markup):
    return unescape(markup)
