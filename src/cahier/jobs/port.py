"""Which implementation of jobs this installation uses: ``settings.CAHIER_JOBS`` names it."""

from __future__ import annotations

from django.conf import settings
from django.utils.module_loading import import_string

from cahier.kernel.jobs import Jobs


def jobs() -> Jobs:
    """Return the jobs of this installation."""
    made: Jobs = import_string(settings.CAHIER_JOBS)()
    return made
