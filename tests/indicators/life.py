"""A random but repeatable life of a village, so that engines have something to disagree about."""

from __future__ import annotations

import datetime as dt
import random

from cahier.money.entries import FeePaid
from cahier.registry.entries import Left, Moved, RegisterChecked, Season
from indicators import busy
from indicators.village import BEGIN, FIRST, LAST, Village


def live(village: Village, seed: int) -> None:
    """Write some of everything, dice by dice."""
    dice = random.Random(seed)
    people(village, dice)


def day(dice: random.Random) -> dt.date:
    """A day up to half a year outside the season."""
    return FIRST + dt.timedelta(days=dice.randint(-180, (LAST - FIRST).days + 60))


def people(village: Village, dice: random.Random) -> None:
    """Members of both sexes in three sections, some gone, with pledges and deliveries."""
    village.put(
        Season(day=BEGIN, name="2024/25", first_day=dt.date(2024, 10, 1), last_day=dt.date(2025, 9, 30))
    )
    sections = [village.section(code) for code in "NSW"]
    members = [
        village.member(
            section=dice.choice(sections),
            sex=dice.choice(["f", "m", "m", ""]),
            birth_year=dice.choice([None, 1960, 1980, 1991, 1992, 2000]),
            area_m2=dice.choice([None, 5000, 10000, 10000, 40000]),
            family=dice.choice(["", "Yao", "Kone"]),
        )
        for _ in range(dice.randint(6, 24))
    ]
    for one in members:
        if dice.random() < 0.15:
            village.put(Left(day=day(dice), person=one))
        elif dice.random() < 0.1:
            village.put(Moved(day=day(dice), person=one, section=dice.choice(sections)))
        if dice.random() < 0.4:
            village.put(RegisterChecked(day=day(dice), person=one))
        if dice.random() < 0.6:
            village.put(FeePaid(day=FIRST, person=one, year=2026, amount=5000, until=day(dice)))
        if dice.random() < 0.8:
            basis = dice.choice(["pledged", "declared", "estimated", "measured"])
            village.pledge(one, dice.randint(50, 900), basis)
    busy.everything(village, dice, members)
    strangers = [village.person("S") for _ in range(2)]
    for _ in range(dice.randint(0, 40)):
        village.deliver(dice.choice([*members, *strangers]), dice.randint(1, 300), day(dice))
