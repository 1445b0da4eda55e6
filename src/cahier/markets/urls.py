"""Addresses of markets, under ``/<book>/sales/``."""

from __future__ import annotations

from django.urls import path

from cahier.markets import pages

urlpatterns = [
    path("sales/", pages.sales, name="sales"),
    path("sales/contracts/", pages.contracts, name="contracts"),
    path("sales/prices/", pages.prices, name="prices"),
]
