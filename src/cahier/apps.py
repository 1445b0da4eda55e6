"""The Django configuration of the whole house: features are ordinary applications without one of their own."""

from __future__ import annotations

import importlib
import importlib.util

from django.apps import AppConfig, apps


class CahierConfig(AppConfig):
    """Loads every feature's vocabulary of entries, its folds and its menu, once the models are known."""

    name = "cahier"
    label = "cahier"

    def ready(self) -> None:
        """Import ``entries``, ``folds``, ``readers``, ``tasks`` and ``menu`` of every installed feature that has these rooms."""
        for feature in apps.get_app_configs():
            if not feature.name.startswith("cahier."):
                continue
            for room in ("entries", "folds", "readers", "tasks", "menu"):
                if importlib.util.find_spec(f"{feature.name}.{room}"):
                    importlib.import_module(f"{feature.name}.{room}")
