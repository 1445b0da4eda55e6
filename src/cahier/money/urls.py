"""Addresses of money, under ``/<book>/accounts/``."""

from __future__ import annotations

from django.urls import path, re_path

from cahier.money import pages

urlpatterns = [
    path("accounts/", pages.accounts, name="accounts"),
    path("accounts/counts/", pages.counts, name="counts"),
    path("accounts/shares/", pages.shares, name="shares"),
    path("accounts/book/<str:id>/", pages.book_of, name="cash-book"),
    re_path(r"^accounts/book/(?P<id>[^/]+)/(?P<way>in|out)/$", pages.move, name="cash-move"),
]
