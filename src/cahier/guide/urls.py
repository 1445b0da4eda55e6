"""Addresses of the guide, under ``/<book>/guide/``."""

from __future__ import annotations

from django.urls import path

from cahier.guide import pages

urlpatterns = [
    path("guide/", pages.guide, name="guide"),
    path("guide/modules/", pages.modules, name="guide-modules"),
    path("guide/modules/<str:id>/", pages.module, name="guide-module"),
    path("guide/causes/", pages.causes, name="guide-causes"),
    path("guide/items/<str:id>/", pages.item, name="guide-item"),
]
