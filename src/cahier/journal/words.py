"""Sentences of problems in the language that is active."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from cahier.kernel.refusals import Problem


def say(problem: Problem) -> str:
    """Return the sentence of a problem in the reader's language, days in the reader's habit."""
    return problem.say(gettext, _show)


def named(name: object, said: object) -> str:
    """Return a name and what is said of it, with the colon as the reader's language spaces it."""
    return gettext("{name}: {said}").format(name=name, said=said)


def _show(value: Any) -> str:
    return date_format(value, "DATE_FORMAT") if isinstance(value, dt.date) else str(value)
