"""The day it is where this computer stands."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """Return today's date by the clock and time zone of this computer."""
    return dt.datetime.now().astimezone().date()
