"""Addresses of the assessment, under ``/<book>/diagnosis/``."""

from __future__ import annotations

from django.urls import path

from cahier.assessment.pages import agreeing, profile, room, rounds

_ROUND = "diagnosis/<int:number>/"
_ITEM = _ROUND + "items/<str:item>/"

urlpatterns = [
    path("diagnosis/", rounds.diagnosis, name="diagnosis"),
    path("diagnosis/asked/", rounds.entry, name="assessment-entry"),
    path("diagnosis/open/", rounds.open_round, name="round-open"),
    path("diagnosis/profile/", profile.latest, name="profile-latest"),
    path(_ROUND, rounds.round_page, name="round"),
    path(_ROUND + "present/", rounds.present, name="round-present"),
    path(_ROUND + "paper/", rounds.paper, name="round-paper"),
    path(_ROUND + "close/", rounds.close, name="round-close"),
    path(_ROUND + "profile/", profile.profile, name="profile"),
    path(_ROUND + "books/<str:item>/<str:indicator>/", profile.contradiction, name="contradiction"),
    path(_ITEM, room.item, name="item"),
    path(_ITEM + "vote/<str:group>/", room.vote, name="vote"),
    path(_ITEM + "vote/<str:group>/in/", room.voted, name="voted"),
    path(_ITEM + "tally/", room.tally, name="tally"),
    path(_ITEM + "reveal/", room.reveal, name="reveal"),
    path(_ITEM + "agree/", agreeing.agree, name="agree"),
    path(_ITEM + "proof/", agreeing.proof, name="item-proof"),
]
