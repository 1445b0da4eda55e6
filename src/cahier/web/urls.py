"""Addresses of the shell: outside any book, and under ``/<book>/``."""

from __future__ import annotations

from django.urls import path

from cahier.web.pages import entries, home, imports, needs, records, writing

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
    path("records/", records.records, name="records"),
    path("find/", writing.find, name="find"),
    path("entries/", entries.entries, name="entries"),
    path("entries/<str:id>/", entries.entry, name="entry"),
    path("entries/<str:id>/correct/", entries.change, name="correct"),
    path("entries/<str:id>/void/", entries.void, name="void"),
    path("findings/", needs.findings, name="findings"),
    path("findings/<str:id>/close/", needs.close, name="close-finding"),
    path("inbox/", needs.inbox, name="inbox"),
    path("import/", imports.imports, name="imports"),
    path("import/template/", imports.template, name="import-template"),
    path("import/<str:id>/", imports.one, name="import"),
    path("import/<str:id>/write/", imports.carry_out, name="import-write"),
    path("import/<str:id>/stop/", imports.stop, name="import-stop"),
    path("import/<str:id>/again/", imports.again, name="import-again"),
    path("import/<str:id>/throw-away/", imports.throw_away, name="import-throw-away"),
    path("import/<str:id>/withdraw/", imports.withdraw, name="import-withdraw"),
    path("import/<str:id>/refused/", imports.refused, name="import-refused"),
]
