"""Words for the codes that the guide's own editions use; a private pack may use others."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "items": _("Items"),
    "modules": _("Modules"),
    "causes": _("Causes"),
    "responses": _("Responses"),
    "proofs": _("Proofs"),
    "functions": _("Functions"),
}

METHODS = {
    "practice": _("Practice on your own papers"),
    "workshop": _("Workshop"),
    "simulation": _("Playing it through"),
    "exchange": _("Visit to peers"),
    "field-school": _("Field school"),
    "kit": _("With the kit, without a trainer"),
    "literacy": _("Literacy course"),
}

WINDOWS = {
    "before-assembly": _("Three to six weeks before the assembly"),
    "before-closing": _("A month before the accounts are closed"),
    "before-budget": _("Before the budget is voted"),
    "harvest": _("At harvest, on fresh produce"),
    "after-election": _("Within 60 days of an election"),
}

COSTS = {
    "trainer": _("trainer"),
    "room": _("room"),
    "meals": _("meals"),
    "transport": _("transport"),
    "child-care": _("child care"),
    "materials": _("materials"),
    "translation": _("translation"),
    "follow-up": _("follow-up"),
}
