"""The register: the organisation, its sections and seasons, people who enter, move, leave."""

from __future__ import annotations

import datetime as dt
from random import Random

from cahier.access.entries import Consent, Grant
from cahier.example import TODAY
from cahier.example.names import name
from cahier.example.plan import SectionPlan
from cahier.example.world import Member, World
from cahier.kernel.ids import derived_id
from cahier.registry.entries import Affiliation, Joined, Left, Moved, Organisation, Person, RegisterChecked
from cahier.registry.entries import Season as SeasonEntry
from cahier.registry.entries import Section as SectionEntry
from cahier.registry.organisations import FunctionRow, ProductRow


def book_id(key: str) -> str:
    """Return the id of an example book."""
    return derived_id("example-book", key)


def register(world: World) -> None:
    """Write who the organisation is and who belongs to it."""
    _organisation(world)
    story = world.story
    for season in story.seasons:
        day = min(season.first - dt.timedelta(days=20), TODAY)
        entry = SeasonEntry(
            day=max(day, story.opened), name=season.name, first_day=season.first, last_day=season.last
        )
        world.seasons[season.name] = world.pen.put(season.name, entry)
    dice = world.dice("people")
    for section in story.sections:
        made = SectionEntry(day=story.opened, code=section.code, name=section.name)
        world.sections[section.code] = world.pen.put(section.code, made, lag=0)
        for _ in range(section.members):
            world.members.append(_member(world, section, dice))
    for member in world.members:
        _life(world, member, dice)
    _checks(world)
    _consents(world)


def _organisation(world: World) -> None:
    story = world.story
    products = tuple(
        ProductRow(product=one.name, producers_in_area=story.producers if place == 0 else None,
                   source="Recensement agricole (chiffre inventé)" if story.producers and place == 0 else "")
        for place, one in enumerate(story.products)
    )  # fmt: skip
    own = Organisation(
        day=story.opened, code=story.key, name=story.name, own=True, tier=story.tier, degree=story.degree,
        legal_form=story.form, founded=story.founded, area=story.area, products=products,
        functions=tuple(FunctionRow(function=code) for code in story.functions),
    )  # fmt: skip
    world.organisations[story.key] = world.pen.put("own", own, lag=0)


def affiliate(world: World, other: str, label: str, tier: str, since: dt.date) -> None:
    """Enter another organisation of the network, and that this one belongs to it."""
    entry = Organisation(
        day=max(since, world.story.opened),
        code=other,
        name=label,
        tier=tier,
        their_book=book_id(other),
        functions=(),
        products=(),
    )
    world.organisations[other] = made = world.pen.put(f"organisation {other}", entry)
    if tier == "federation":
        world.pen.put(f"affiliation {other}", Affiliation(day=max(since, world.story.opened), to=made), lag=1)


def _member(world: World, section: SectionPlan, dice: Random) -> Member:
    story, place = world.story, len(world.members)
    sex = "f" if dice.random() * 10_000 < story.women_bp else "m"
    known = dice.random() * 10_000 >= story.unknown_bp
    low, mode, high = story.hectares
    area = int(dice.triangular(low, high, mode)) // 100 * 100
    area = max(area * 7 // 10 // 100 * 100, 400) if sex == "f" else area
    if str(place) in story.faults.get("leaking", "").split():
        area = high * 2
        sex = "m"
    young = dice.random() * 10_000 < story.young_bp
    birth = dice.randint(1992, 2005) if young else dice.randint(1953, 1990)
    entered = _entered(world, dice)
    left = None
    if dice.random() < 0.05 and place > 12:
        left = max(entered, story.opened) + dt.timedelta(days=dice.randint(150, 700))
        left = left if left < TODAY - dt.timedelta(days=5) else None
    member = Member(
        place, "", f"{section.code}-{place + 1:03d}", sex, known, birth, area, section.code,
        f"F{dice.randint(1, max(6, story.sections[0].members // 3)):03d}", dice.uniform(0.65, 1.35),
        min(1.15, dice.gauss(1.0, 0.13)) * section.loyalty_bp / 10_000, entered, left,
    )  # fmt: skip
    family, given = name(dice, story.names, sex)
    entry = Person(
        day=max(entered, story.opened), code=member.code, family_name=family, given_names=given, sex=sex if known else "",
        birth_year=birth if dice.random() < 0.94 else None, family=member.family,
        phone=f"000 00 {place // 100:02d} {place % 100:02d}" if dice.random() < 0.7 else "",
        household=f"M{place // 2 + 1:03d}", area_m2=area if dice.random() < 0.95 else None,
    )  # fmt: skip
    member.id = world.pen.put(f"person {place}", entry)
    world.people[f"member {place}"] = member.id
    return member


def _entered(world: World, dice: Random) -> dt.date:
    """Most joined before the book was opened, one in six since."""
    opened = world.story.opened
    if dice.random() < 0.16:
        return opened + dt.timedelta(days=dice.randint(40, (TODAY - opened).days - 30))
    years = max(opened.year - world.story.founded, 0)
    return opened - dt.timedelta(days=dice.randint(0, 365 * years // 2 + 20))


def _life(world: World, member: Member, dice: Random) -> None:
    section = world.sections[member.section]
    lag = max((world.story.opened - member.entered).days, 3)
    world.pen.put(f"{member.place}", Joined(day=member.entered, person=member.id, section=section), lag=lag)
    if dice.random() < 0.02 and len(world.sections) > 1 and member.left is None:
        day = max(member.entered, dt.date(2025, 11, 1)) + dt.timedelta(days=30)
        code = dice.choice([one for one in world.sections if one != member.section])
        if day < TODAY:
            world.pen.put(
                f"move {member.place}", Moved(day=day, person=member.id, section=world.sections[code])
            )
            member.section = code
    if member.left is not None:
        why = dice.choice(_LEAVING[world.story.language])
        world.pen.put(f"{member.place}", Left(day=member.left, person=member.id, why=why), lag=9)


_LEAVING = {
    "fr": ("A quitté le village", "Vend ailleurs", "Décès", "Désaccord sur le prix", "Reprise par un fils"),
    "es": ("Se mudó a la ciudad", "Vende a otro acopio", "Falleció", "Pasó la parcela a su hijo"),
    "en": ("Moved to town", "Stopped farming"),
}


def _checks(world: World) -> None:
    dice = world.dice("checks")
    part = world.story.checked_bp / 10_000
    for member in world.members:
        for years in range(3):
            day = TODAY - dt.timedelta(days=365 * years + dice.randint(20, 330))
            if dice.random() < part and member.there(day) and day >= world.story.opened:
                checked = RegisterChecked(day=day, person=member.id)
                world.pen.put(f"{years} {member.place}", checked)


def _consents(world: World) -> None:
    """Ask for consent at the last campaign; some say no, a few later change their mind."""
    if world.story.degree == "TY1":
        return
    dice = world.dice("consents")
    day = world.story.seasons[-2].first + dt.timedelta(days=12)
    for member in world.members:
        if not member.there(day) or dice.random() < 0.25:
            continue
        for purpose in ("register", "share-adviser"):
            said = dice.random() < (0.99 if purpose == "register" else 0.9)
            entry = Consent(day=day, person=member.id, purpose=purpose, given=said)
            world.pen.put(f"{purpose} {member.place}", entry)


def grant_adviser(world: World, adviser: str) -> None:
    """Let the supporting organisation read the figures without names until the end of next year."""
    purposes = {
        "fr": "Accompagnement du programme de renforcement",
        "es": "Acompañamiento del programa de fortalecimiento",
        "en": "Support to the capacity programme",
    }
    entry = Grant(
        day=dt.date(2025, 9, 1), holder_type="organisation", holder=adviser, what="aggregates", role="adviser",
        first_day=dt.date(2025, 9, 1), last_day=dt.date(2027, 12, 31), purpose=purposes[world.story.language],
    )  # fmt: skip
    world.pen.put("adviser", entry)
