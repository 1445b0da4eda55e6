"""Addresses of the shell: outside any book, and under ``/<book>/``."""

from __future__ import annotations

from django.urls import path

from cahier.web.pages import entries, home, needs, writing

outside = [
    path("", home.shelf, name="shelf"),
    path("open/", home.open_one, name="open-book"),
    path("gallery/", home.gallery, name="gallery"),
    path("language/<str:code>/", home.language, name="language"),
]

urlpatterns = [
    path("", home.today, name="today"),
    path("write/", writing.index, name="write-index"),
    path("write/<str:kind>/", writing.write, name="write"),
    path("find/", writing.find, name="find"),
    path("entries/", entries.entries, name="entries"),
    path("entries/<str:id>/", entries.entry, name="entry"),
    path("entries/<str:id>/correct/", entries.change, name="correct"),
    path("entries/<str:id>/void/", entries.void, name="void"),
    path("findings/", needs.findings, name="findings"),
    path("findings/<str:id>/close/", needs.close, name="close-finding"),
    path("inbox/", needs.inbox, name="inbox"),
]
