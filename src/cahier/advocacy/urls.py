"""Addresses of advocacy, beside the assemblies that give the mandates."""

from __future__ import annotations

from django.urls import path

from cahier.advocacy import pages

urlpatterns = [
    path("assemblies/positions/", pages.positions, name="positions"),
    path("assemblies/agreements/", pages.agreements, name="agreements"),
]
