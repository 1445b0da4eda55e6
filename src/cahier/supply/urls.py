"""Addresses of supply, under ``/<book>/deliveries/``."""

from __future__ import annotations

from django.urls import path

from cahier.supply import pages

urlpatterns = [
    path("deliveries/", pages.deliveries, name="deliveries"),
    path("deliveries/weigh/", pages.weigh, name="weigh"),
    path("deliveries/stock/", pages.stock, name="stock"),
    path("deliveries/<str:id>/", pages.receipt, name="receipt"),
]
