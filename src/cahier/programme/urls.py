"""Addresses of the programme, under ``/<book>/programme/``."""

from __future__ import annotations

from django.urls import path

from cahier.programme.pages import agreed, aims, means, plan

urlpatterns = [
    path("programme/", agreed.home, name="programme"),
    path("programme/goal/", aims.goals, name="goals"),
    path("programme/causes/", aims.causes, name="causes"),
    path("programme/answers/", aims.responses, name="responses"),
    path("programme/answers/<str:item>/own/", means.own_measure, name="own-measure"),
    path("programme/means/", means.means, name="means"),
    path("programme/means/trainer/", means.trainer, name="trainer"),
    path("programme/means/calendar/", means.layer, name="layer"),
    path("programme/means/start/", means.starting_point, name="calendar-start"),
    path("programme/plan/", plan.plan, name="plan"),
    path("programme/plan/stop/", plan.stop, name="plan-stop"),
    path("programme/plan/wish/", plan.wish, name="wish"),
    path("programme/plan/gain/<str:code>/<str:item>/", plan.gain, name="gain"),
    path("programme/agreement/", agreed.agreement, name="agreement"),
    path("programme/agreement.<str:kind>", agreed.download, name="agreement-file"),
]
