"""Words of the programme: kinds of response, headings of cost, layers of the calendar, grades."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

RESPONSES = {
    "training": _("Training"),
    "coaching": _("Coaching"),
    "equipment": _("Equipment"),
    "rule": _("A rule"),
    "hiring": _("Hiring"),
    "alliance": _("Alliance or advocacy"),
}
"""The six kinds of response; the ids are those of the guide."""

HEADINGS = {
    "fee": _("Trainer's day"),
    "travel": _("Trainer's travel, a day"),
    "per_diem": _("Trainer's keep, a day"),
    "meals": _("Meals, a person and day"),
    "transport": _("Transport, a person and day"),
    "child_care": _("Child care, a person and day"),
    "kit": _("Kit, a seat"),
    "room": _("Room, a course"),
    "materials": _("Materials, a course"),
    "translation": _("Translation, a course"),
    "follow_up": _("Follow-up visit"),
    "equipment": _("Equipment"),
    "salary": _("Salary or indemnity"),
    "other": _("Other"),
}
"""Headings of the unit-cost model (method 5.9), and those of measures that are not training."""

LAYER_KINDS = {
    "crop": _("Crop work"),
    "labour": _("Heavy work"),
    "lean": _("Lean season"),
    "market": _("Market day"),
    "worship": _("Worship"),
    "feast": _("Feast"),
    "school": _("School"),
    "rains": _("Rains, roads closed"),
    "statutory": _("Date set by the statutes"),
    "closed": _("Closed"),
}
LAYER_FORMS = {
    "season": _("Months of every year"),
    "weekly": _("A day of every week"),
    "dates": _("Certain days"),
}
WEEKDAYS = {
    "0": _("Monday"), "1": _("Tuesday"), "2": _("Wednesday"), "3": _("Thursday"), "4": _("Friday"),
    "5": _("Saturday"), "6": _("Sunday"),
}  # fmt: skip
GRADES = {
    "R": _("Read in a study"),
    "O": _("Our own records"),
    "K": _("Practitioners say so"),
    "D": _("Proposed by the guide"),
    "?": _("A guess"),
}
"""How well an expected gain is founded."""

LINES = {
    "trainers": _("Trainers and coaches"),
    "meals": _("Meals"),
    "transport": _("Transport"),
    "child_care": _("Child care"),
    "kits": _("Kits"),
    "kit": _("Kits"),
    "room": _("Rooms"),
    "materials": _("Materials"),
    "translation": _("Translation"),
    "follow_up": _("Visits within 30 days"),
    "equipment": _("Equipment"),
    "salary": _("Salaries and indemnities"),
    "fee": _("Fees"),
    "travel": _("Travel"),
    "per_diem": _("Keep"),
    "other": _("Other"),
    "admin": _("Administration, 8 %"),
    "contingency": _("Contingency, 5 %"),
}
"""Lines of the printed budget, in its order."""

PAYERS = {"partner": _("Supporting partner"), "po": _("The organisation itself")}
EVENTS = {
    "assembly": _("the assembly"),
    "closing": _("the closing of accounts"),
    "election": _("an election"),
}
ROLES = {"all": _("All members")}
STOPPED = {
    "optimum": _("No plan within these limits is worth more: this is proved."),
    "gap": _("No plan within these limits can be worth more than {gap} above this one: this is proved."),
    "nodes": _(
        "The search stopped at its usual length. A better plan, if there is one, is worth at most {gap} more."
    ),
    "clock": _(
        "The clock stopped the search: on another day the plan may differ. A better one is worth at most {gap} more."
    ),
}
"""How well a plan is known to be the best, by what stopped the search."""
