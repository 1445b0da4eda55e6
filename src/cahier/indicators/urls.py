"""Addresses of the figures, under ``/<book>/books/``."""

from __future__ import annotations

from django.urls import path

from cahier.indicators import pages

urlpatterns = [path("books/", pages.books_say, name="books-say")]
