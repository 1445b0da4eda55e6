"""Control, duties and disputes: reports, audits, filings, complaints, deals with leaders."""

from __future__ import annotations

import datetime as dt

from cahier.example import TODAY
from cahier.example.world import World
from cahier.governance.entries import (
    Audit,
    AuditRemarksCleared,
    Complaint,
    ComplaintClosed,
    DealDisclosed,
    Filing,
    FindingsCleared,
    PlanAction,
    RelatedPartyDeal,
    Restitution,
    SupervisoryReport,
)
from cahier.money.accounts import (
    BalanceSheet,
    Budget,
    BudgetActual,
    BudgetLine,
    OperatingAccount,
    StatementShown,
    SurplusAllocated,
)

_LAX = {"cocoa": 0.5, "coffee": 0.9, "garden": 0.95}
"""How often duties are done in time, by organisation; the others have no such papers."""


def control(world: World) -> None:
    """Write what checks the leaders, and the papers owed to others."""
    care = _LAX.get(world.story.key)
    if care is None:
        return
    _reports(world, care)
    _filings(world, care)
    _complaints(world, care)
    _deals(world, care)
    _accounts(world)
    _actions(world, care)


def _reports(world: World, care: float) -> None:
    dice, day, number = world.dice("reports"), world.story.opened + dt.timedelta(days=80), 0
    while day <= TODAY:
        number += 1
        if dice.random() < care:
            raised = dice.randint(0, 4)
            entry = SupervisoryReport(
                day=day, first_day=day - dt.timedelta(days=90), last_day=day, raised=raised
            )
            made = world.pen.put(f"{number}", entry)
            cleared = sum(dice.random() < care for _ in range(raised))
            if cleared:
                entry2 = FindingsCleared(day=day + dt.timedelta(days=40), report=made, count=cleared)
                world.pen.put(f"{number}", entry2)
        day += dt.timedelta(days=182)
    if world.story.key == "garden":
        return
    for year in (2024, 2025) if care > 0.6 else (2024,):
        audit = Audit(
            day=dt.date(year + 1, 4, 20), outside=True, auditor=_AUDITOR[world.story.language],
            period_end=dt.date(year, 12, 31), raised=5,
        )  # fmt: skip
        made = world.pen.put(f"{year}", audit)
        count = 4 if care > 0.6 else 2
        day = dt.date(year + 1, 9, 1)
        world.pen.put(f"{year}", AuditRemarksCleared(day=day, report=made, count=count))


_AUDITOR = {"fr": "Cabinet d’audit (exemple)", "es": "Estudio contable (ejemplo)", "en": "Auditor (example)"}

_DUTIES = {
    "fr": (("Déclaration fiscale annuelle", 4, 30), ("Dépôt des états financiers au registre", 6, 30)),
    "es": (("Declaración anual de renta", 4, 5), ("Informe a la certificadora", 3, 15)),
    "en": (("Annual return", 6, 30),),
}


def _filings(world: World, care: float) -> None:
    dice = world.dice("filings")
    for year in (2025, 2026):
        for duty, month, last in _DUTIES[world.story.language]:
            due = dt.date(year, month, last)
            late = 0 if dice.random() < care else dice.randint(12, 70)
            done = due + dt.timedelta(days=late or -dice.randint(1, 15))
            entry = Filing(
                day=dt.date(year, 1, 8), duty=duty, due=due, done_on=done if done <= TODAY else None
            )
            world.pen.put(f"{duty} {year}", entry)


def _complaints(world: World, care: float) -> None:
    dice = world.dice("complaints")
    words = _COMPLAINTS[world.story.language]
    for number in range(9 if care < 0.6 else 6):
        day = world.story.opened + dt.timedelta(days=dice.randint(20, (TODAY - world.story.opened).days - 5))
        about, account = dice.choice(words)
        person = dice.choice(world.present(day))
        entry = Complaint(
            day=day, number=f"P{number + 1:02d}", about=about, complainant=person.id, account=account,
            section=world.sections.get(person.section, ""),
        )  # fmt: skip
        made = world.pen.put(f"{number}", entry)
        if dice.random() < care + 0.15:
            closed = day + dt.timedelta(days=dice.randint(5, 110 if care < 0.6 else 55))
            world.pen.put(f"{number}", ComplaintClosed(day=closed, complaint=made, outcome="agreed"))


_COMPLAINTS = {
    "fr": (
        ("weighing", "La bascule de la section indique moins que celle du magasin."),
        ("payment", "Paiement attendu depuis plus d’un mois."),
        ("payment", "Prime de l’année passée jamais expliquée."),
        ("governance", "Les comptes n’ont pas été lus à la réunion de section."),
        ("service", "Le produit commandé est arrivé après la saison."),
    ),
    "es": (
        ("weighing", "El factor de rendimiento no se explicó."),
        ("payment", "El segundo pago llegó tarde."),
        ("service", "El inspector no avisó de su visita."),
    ),
    "en": (("payment", "Not paid for two bags."),),
}


def _deals(world: World, care: float) -> None:
    leader = world.people.get("treasurer") or world.members[0].id
    what = {"fr": "Location d’un camion", "es": "Alquiler de un local", "en": "Hire of a tricycle"}[
        world.story.language
    ]
    amounts = {"XOF": 1_450_000, "PEN": 620_000}
    entry = RelatedPartyDeal(
        day=dt.date(2026, 1, 22), person=leader, what=what, amount=amounts[world.story.currency]
    )
    made = world.pen.put("deal", entry)
    if care > 0.6:
        world.pen.put("deal", DealDisclosed(day=dt.date(2026, 3, 28), deal=made))
    else:
        world.planted.fault("undisclosed_deal", id=made)


def _accounts(world: World) -> None:
    """Yearly statements, budget and surplus: late where the bookkeeper is alone, early where all is kept daily."""
    story = world.story
    for end, late in story.accounts_lag:
        shown = end + dt.timedelta(days=late)
        world.pen.put(f"{end}", StatementShown(day=shown, period_end=end, shown_to="board"))
        season = world.season_of(end)
        sold = world.income[season, "sales"]
        if not sold:
            continue
        result = sold - world.income[season, "purchases"] - world.income[season, "recurrent costs"]
        first = dt.date(end.year - 1, end.month, end.day) + dt.timedelta(days=1)
        account = OperatingAccount(day=shown, first_day=first, last_day=end, turnover=sold, result=result)
        world.pen.put(f"{end}", account)
        assets, debt = sold // 3, sold // 9
        world.pen.put(f"{end}", BalanceSheet(
            day=end, current_assets=assets * 6 // 10, current_liabilities=assets * 4 // 10, total_assets=assets,
            debt=debt, receivables=sold // 8,
        ), lag=late)  # fmt: skip
        share = SurplusAllocated(
            day=shown + dt.timedelta(days=60), period_end=end, surplus=result, to_reserve=max(result, 0) // 5,
            to_training=max(result, 0) // 20, refund=max(result, 0) // 4,
        )  # fmt: skip
        world.pen.put(f"{end}", share)
    _budgets(world)


def _budgets(world: World) -> None:
    running = world.story.running
    if running is None:
        return
    dice = world.dice("budget")
    for season in world.story.seasons:
        staff, office = running.staff * 12, running.office * 12
        lines = (
            BudgetLine(code="B1", name=_LINES[world.story.language][0], category="staff", main=True, own_money=True, amount=staff),
            BudgetLine(code="B2", name=_LINES[world.story.language][1], category="office", main=True, own_money=True, amount=office),
            BudgetLine(code="B3", name=_LINES[world.story.language][2], category="training", own_money=True, amount=office // 3),
        )  # fmt: skip
        day = max(season.first - dt.timedelta(days=15), world.story.opened)
        spent = (
            world.income[season.name, "purchases"] or world.income[world.story.seasons[0].name, "purchases"]
        )
        entry = Budget(day=day, season=world.seasons[season.name], lines=lines, peak_need=spent // 4 or None)
        world.pen.put(season.name, entry)
        if season.last < TODAY:
            for line in lines:
                real = line.amount * dice.randint(85, 128) // 100
                actual = BudgetActual(
                    day=season.last, season=world.seasons[season.name], code=line.code, amount=real
                )
                world.pen.put(f"{season.name} {line.code}", actual, lag=40)


_LINES = {
    "fr": ("Salaires et indemnités", "Bureau et réunions", "Formation"),
    "es": ("Sueldos", "Oficina y reuniones", "Capacitación"),
    "en": ("Wages", "Office", "Training"),
}


def _actions(world: World, care: float) -> None:
    dice = world.dice("actions")
    for year in (2025, 2026):
        for number, wording in enumerate(_ACTIONS[world.story.language]):
            due = dt.date(year, 2 + number, 28)
            done = due + dt.timedelta(days=dice.randint(-20, 0 if dice.random() < care else 90))
            kept = dice.random() < care + 0.1 and done <= TODAY
            entry = PlanAction(
                day=dt.date(year, 1, 15), plan=str(year), wording=wording, due=due, done_on=done if kept else None
            )  # fmt: skip
            world.pen.put(f"{year} {number}", entry)
    if not world.story.rounds:
        return
    asked = world.story.assemblies[-1]
    presented = Restitution(
        day=asked.day, assessed=world.story.rounds[0].day, meeting=world.meetings.get(asked.key, "")
    )  # fmt: skip
    world.pen.put("restitution", presented)


_ACTIONS = {
    "fr": (
        "Contrôler toutes les bascules des sections",
        "Mettre le registre des parts à jour",
        "Rencontrer trois acheteurs",
        "Former les délégués aux comptes",
        "Réparer le toit du magasin",
        "Réunions de section sur le prix",
    ),
    "es": (
        "Calibrar las balanzas",
        "Inspección interna de todas las parcelas",
        "Muestras a dos compradores nuevos",
        "Taller de catación para jóvenes",
        "Secadores solares en dos sectores",
        "Rendición de cuentas por sector",
    ),
    "en": ("Open a cash book", "Buy a scale"),
}
