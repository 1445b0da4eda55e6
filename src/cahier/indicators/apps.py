"""Keeps the fact views beside the tables: dropped before a migration, made anew after it."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate


class IndicatorsConfig(AppConfig):
    """The fact views follow the tables of the features."""

    name = "cahier.indicators"

    def ready(self) -> None:
        """Hang on to the migrations of the journal, which every database has."""
        journal = apps.get_app_config("journal")
        pre_migrate.connect(_drop, sender=journal, dispatch_uid="indicators.drop")
        post_migrate.connect(_create, sender=journal, dispatch_uid="indicators.create")


def _drop(using: str, **_: Any) -> None:
    from cahier.indicators.views import drop_views

    drop_views(using)


def _create(using: str, **_: Any) -> None:
    from cahier.indicators.views import create_views

    create_views(using)
