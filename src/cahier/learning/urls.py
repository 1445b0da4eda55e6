"""Addresses of learning, and of the page of one member."""

from __future__ import annotations

from django.urls import path

from cahier.learning import member, pages

urlpatterns = [
    path("trainings/", pages.trainings, name="trainings"),
    path("members/<str:id>/", member.member, name="member"),
]
