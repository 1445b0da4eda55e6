"""State of learning: trainings and their sessions, who came, what they can do, what they apply."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, IdField


class Training(FactModel):
    """One run of a module. ``id`` is the entry that announced it, or the session itself if nobody did."""

    module = models.CharField(max_length=40)
    title = models.CharField(max_length=200, blank=True)
    planned_from = DayField(null=True)
    planned_to = DayField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "module"], name="training_module")]


class TrainingSession(FactModel):
    """One meeting of a training, held on ``day``. ``planned`` is the day it was planned for, if it was.

    ``minutes`` is its length, ``cost`` minor units of the book's currency, ``own_trainer`` whether the
    organisation's own people led it. Empty means not known.
    """

    training = IdField()
    minutes = models.BigIntegerField(null=True)
    planned = DayField(null=True)
    own_trainer = models.BooleanField(null=True)
    cost = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "training", "day"], name="session_training"),
            models.Index(fields=["book", "day"], name="session_day"),
        ]


class Attendance(FactModel):
    """One person at one session (``id`` is the session's). ``minutes`` is the person's own time there.

    Where nobody noted it, ``minutes`` is the length of the session for those present, and 0 for others.
    """

    training = IdField()
    person = IdField()
    confirmed = models.BooleanField()
    present = models.BooleanField()
    minutes = models.BigIntegerField(null=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [
            models.Index(fields=["book", "person", "day"], name="attendance_person"),
            models.Index(fields=["book", "training"], name="attendance_training"),
        ]


class TaskResult(FactModel):
    """The practical task of a person in a training was looked at on ``day`` (KL-03)."""

    training = IdField()
    person = IdField()
    accepted = models.BooleanField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "training", "person"], name="task_training")]


class TestResult(FactModel):
    """Points of a person in a do-it test, before and after a training, out of ``most`` (KL-04)."""

    __test__ = False

    training = IdField()
    person = IdField()
    before = models.BigIntegerField(null=True)
    after = models.BigIntegerField(null=True)
    most = models.BigIntegerField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "training", "person"], name="test_training")]


class ApplicationCheck(FactModel):
    """On ``day``, ``term`` days after a training (30 or 90), somebody looked whether it is applied (KL-05)."""

    training = IdField()
    person = IdField()
    term = models.SmallIntegerField()
    applied = models.BooleanField()
    proof = models.BooleanField()
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "training", "person"], name="check_training")]


class FollowUpVisit(FactModel):
    """A coach visited after a training (KL-07); ``person`` is empty when the group was visited."""

    training = IdField()
    person = models.CharField(max_length=36, blank=True)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "training", "day"], name="visit_training")]


class RequiredModule(FactModel):
    """From ``day`` on, whoever holds this office needs this module (KL-06)."""

    office = models.CharField(max_length=20)
    module = models.CharField(max_length=40)
    day = DayField()
