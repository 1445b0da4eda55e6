"""Addresses of the registry, under ``/<book>/members/``."""

from __future__ import annotations

from django.urls import path

from cahier.registry import pages

urlpatterns = [
    path("members/", pages.members, name="members"),
    path("members/enrol/", pages.enrol, name="enrol"),
    path("members/organisation/", pages.organisation, name="organisation"),
    path("members/seasons/", pages.seasons, name="seasons"),
]
