"""One member on one page: what each feature below knows of her, read only by those who may."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Sum
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cahier.governance.models import MandateTerm
from cahier.governance.words import OFFICES
from cahier.learning.models import Attendance, TaskResult, Training
from cahier.money.models import FeeAccount, LoanBalance, ShareAccount
from cahier.registry.models import Membership, MembershipEvent, Person, RegisterCheck, Season, Section
from cahier.registry.words import SEXES
from cahier.settlement.standing import Account, accounts
from cahier.supply.models import Delivery, Product
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.clock import today
from cahier.web.show import Link, page

_FORMS = (
    "registry.checked",
    "registry.moved",
    "registry.left",
    "settlement.payment",
    "money.fee_paid",
    "money.share_paid",
)
_MOST = 20


@require_safe
@book_page("members")
def member(request: BookRequest, id: str) -> HttpResponse:
    """One person of the register."""
    person = Person.objects.filter(id=id).first()
    if person is None:
        raise Http404(_("There is nobody with this number in the register."))

    def may(group: str) -> bool:
        return request.actor.may("read", request.book.id, group)

    stay = Membership.objects.filter(id=id).first()
    sections = dict(Section.objects.values_list("id", "name"))
    return page(
        request, "learning/member.html", title=str(person), crumb=person.code, person=person,
        answer=_says(stay, sections), acts=_acts(request, id), facts=_facts(person), story=_story(id, sections),
        seasons=_by_season(id) if may("deliveries") else None, money=_money(id) if may("accounts") else None,
        trainings=_trainings(id) if may("learning") else None, offices=_offices(id) if may("assemblies") else [],
    )  # fmt: skip


def _says(stay: Membership | None, sections: dict[str, str]) -> str:
    if stay is None or stay.entered is None:
        return _("In the register, not a member.")
    if stay.left is not None:
        return _("Member from {first} to {last}.").format(
            first=formats.day(stay.entered), last=formats.day(stay.left)
        )
    section = sections.get(stay.section, "")
    if section:
        return _("Member since {day}, section {section}.").format(
            day=formats.day(stay.entered), section=section
        )
    return _("Member since {day}.").format(day=formats.day(stay.entered))


def _acts(request: BookRequest, id: str) -> list[Link]:
    from cahier.journal.entry import KINDS

    book, actor = request.book, request.actor
    acts: list[Link] = []
    if actor.may("write", book.id, "supply.delivery"):
        acts.append((f"{reverse('weigh', args=[book.slug])}?supplier={id}", _("Weigh")))
    if actor.may("read", book.id, "accounts"):
        acts.append((reverse("statement", args=[book.slug, id]), _("Statement for the member")))
    forms = [kind for kind in _FORMS if actor.may("write", book.id, kind)]
    return acts + [
        (f"{reverse('write', args=[book.slug, kind])}?person={id}", KINDS[kind].LABEL) for kind in forms
    ]


def _facts(person: Person) -> list[tuple[str, Any]]:
    checked = (
        RegisterCheck.objects.filter(person=person.id).order_by("-day").values_list("day", flat=True).first()
    )
    born = formats.day(person.birth_day) if person.birth_day else person.birth_year
    listed = [
        (_("Sex"), SEXES.get(person.sex, "")), (_("Born"), born), (_("Phone"), person.phone),
        (_("Household"), person.household), (_("Family"), person.family),
        (_("Area farmed"), formats.area(person.area_m2) if person.area_m2 is not None else ""),
        (_("Record checked"), formats.day(checked) if checked else _("never")),
    ]  # fmt: skip
    return [(label, text) for label, text in listed if text]


def _story(id: str, sections: dict[str, str]) -> list[dict[str, Any]]:
    rows = MembershipEvent.objects.filter(person=id).order_by("-day", "-clock", "-number")[:_MOST]
    words = {"joined": _("Joined"), "left": _("Left the organisation"), "moved": _("Changed section")}
    return [
        {"id": row.id, "day": row.day, "what": words.get(row.event, row.event), "section": sections.get(row.section, "")}
        for row in rows
    ]  # fmt: skip


def _by_season(id: str) -> list[dict[str, Any]]:
    """Deliveries by season and product; what lies in no season comes last, under no name."""
    products = {row.id: row for row in Product.objects.all()}
    sums = Delivery.objects.filter(supplier=id).order_by().values_list("day", "product")
    spans = [(row.first_day, row.last_day, row.name) for row in Season.objects.order_by("-first_day", "name")]
    found: dict[tuple[int, str], list[int]] = {}
    for day, product, many, kept, worth in sums.annotate(
        n=Count("id"), kept=Sum("accepted"), worth=Sum("value")
    ):
        place = next(
            (at for at, (first, last, _name) in enumerate(spans) if first <= day <= last), len(spans)
        )
        total = found.setdefault((place, product), [0, 0, 0])
        for at, amount in enumerate((many, kept, worth or 0)):
            total[at] += int(amount)
    return [
        {"season": spans[place][2] if place < len(spans) else _("Outside any season"),
         "product": products[product].name if product in products else "", "n": many, "worth": worth,
         "kept": formats.quantity(kept, products[product].measure if product in products else "mass")}
        for (place, product), (many, kept, worth) in sorted(found.items())
    ]  # fmt: skip


def _money(id: str) -> dict[str, Any]:
    account = next(iter(accounts(today(), [id])), Account(id, 0, 0, None))
    loans = LoanBalance.objects.filter(side="given", id__in=_loans_of(id))
    return {
        "account": account, "shares": ShareAccount.objects.filter(id=id).first(), "fee": FeeAccount.objects.filter(id=id).first(),
        "loans": sum(row.outstanding for row in loans),
    }  # fmt: skip


def _loans_of(id: str) -> Any:
    from cahier.money.models import Loan

    return Loan.objects.filter(side="given", person=id).values("id")


def _trainings(id: str) -> list[dict[str, Any]]:
    rows = Attendance.objects.filter(person=id).order_by("-day", "id")[:_MOST]
    listed = list(rows)
    trainings = {row.id: row for row in Training.objects.filter(id__in={row.training for row in listed})}
    accepted = dict(
        TaskResult.objects.filter(person=id).order_by("day", "id").values_list("training", "accepted")
    )
    return [
        {"day": row.day, "module": trainings[row.training].module if row.training in trainings else "",
         "title": trainings[row.training].title if row.training in trainings else "", "present": row.present,
         "task": accepted.get(row.training)}
        for row in listed
    ]  # fmt: skip


def _offices(id: str) -> list[dict[str, Any]]:
    rows = MandateTerm.objects.filter(person=id).order_by("-start")[:_MOST]
    return [
        {
            "office": OFFICES.get(row.office, row.office),
            "start": row.start,
            "until": row.until,
            "ended": row.ended,
        }
        for row in rows
    ]
