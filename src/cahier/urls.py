"""All addresses of the site: the shell's, then each feature's own list under ``/<book>/``."""

from __future__ import annotations

import importlib.util

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from cahier.web import urls as shell


def _features() -> list[str]:
    """Return the modules of addresses that features bring."""
    named = [f"cahier.{feature}.urls" for feature in settings.FEATURES]
    return [name for name in named if importlib.util.find_spec(name)]


urlpatterns: list[URLPattern | URLResolver] = [
    *shell.outside,
    *(path("<slug:book>/", include(name)) for name in _features()),
    path("<slug:book>/", include("cahier.web.urls")),
]
handler404 = "cahier.web.pages.home.missing"
handler403 = "cahier.web.pages.home.forbidden"
handler500 = "cahier.web.pages.home.broken"
