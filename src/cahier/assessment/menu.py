"""What the assessment registers in the shell: its tab, its steps, and the kinds it has pages for."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cahier.assessment import models, queries
from cahier.web.kinds import own_page
from cahier.web.steps import step
from cahier.web.tabs import tab


def asked(book: str) -> bool:
    """Tell whether the assessment was asked for."""
    return models.Demand.objects.exists()


def held(book: str) -> bool:
    """Tell whether everything was voted and agreed in the latest round."""
    latest = next(iter(queries.rounds()), None)
    return latest is not None and (latest.settled == latest.items or closed(book))


def closed(book: str) -> bool:
    """Tell whether the latest round was closed, so that its profile stands."""
    latest = next(iter(queries.rounds()), None)
    return latest is not None and latest.closed is not None


def told(book: str) -> str:
    """Return where the latest round stands."""
    latest = next(iter(queries.rounds()), None)
    if latest is None:
        return ""
    return _("Round {number}: {settled} of {items} items are agreed.").format(
        number=latest.round_number, settled=latest.settled, items=latest.items
    )


tab("diagnosis", gettext_lazy("Diagnosis"), "diagnosis", "diagnosis")
step(
    0, gettext_lazy("Who asks, and what for"), "assessment-entry", asked,
    act=gettext_lazy("Write who asks and what for"), group="diagnosis",
)  # fmt: skip
step(
    3, gettext_lazy("Workshop"), "diagnosis", held,
    act=gettext_lazy("Go to the workshop"), told=told, group="diagnosis",
)  # fmt: skip
step(
    4, gettext_lazy("Profile"), "profile-latest", closed,
    act=gettext_lazy("See where we stand"), group="diagnosis",
)  # fmt: skip
for kind in ("participants", "votes", "agreed", "proof", "contradiction", "closed"):
    own_page(f"assessment.{kind}", "diagnosis")
own_page("assessment.round", "round-open")
own_page("assessment.entry", "assessment-entry")
