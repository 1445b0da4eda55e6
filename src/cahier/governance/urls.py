"""Addresses of governance, under ``/<book>/assemblies/``."""

from __future__ import annotations

from django.urls import path

from cahier.governance import pages

urlpatterns = [
    path("assemblies/", pages.assemblies, name="assemblies"),
    path("assemblies/decisions/", pages.decisions, name="decisions"),
    path("assemblies/mandates/", pages.mandates, name="mandates"),
    path("assemblies/duties/", pages.duties, name="duties"),
]
