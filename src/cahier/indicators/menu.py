"""What the figures register in the shell: step 2 of the main job."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cahier.registry.models import Person, Season
from cahier.web.steps import step


def readable(book: str) -> bool:
    """Tell whether the book has a season and people, so that its records say something."""
    return Season.objects.exists() and Person.objects.exists()


step(2, _("What your books say"), "books-say", readable, act=_("Read the figures"), group="figures")
