"""Addresses of settlement."""

from __future__ import annotations

from django.urls import path

from cahier.settlement import pages

urlpatterns = [
    path("accounts/owed/", pages.owed, name="owed"),
    path("members/<str:id>/statement/", pages.statement, name="statement"),
]
