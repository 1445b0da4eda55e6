"""The form of the scale: gross and tare give the net weight, the grades are those of the products."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext as _

from cahier.journal.fields import Choice
from cahier.journal.models import Book
from cahier.kernel.units import NotANumber
from cahier.supply.entries import Delivery
from cahier.supply.models import Grade
from cahier.web import formats
from cahier.web.controls import Surroundings, control
from cahier.web.forms import EntryForm

ORDER = (
    "supplier",
    "product",
    "gross",
    "tare",
    "bags",
    "accepted",
    "grade",
    "price",
    "advance",
    "place",
    "day",
)
KEPT = ("product", "place", "grade")
"""What is filled in again for the next weighing."""


class WeighForm(EntryForm):
    """A delivery at the scale. ``whole`` asks for every field of a delivery."""

    def __init__(
        self,
        book: Book,
        data: Mapping[str, str] | None = None,
        uploads: Mapping[str, UploadedFile[Any]] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        hidden = () if whole else [name for name in Delivery.FIELDS if name not in ORDER]
        super().__init__(Delivery, book, data, uploads, leave_out=hidden)
        for place, one in enumerate(self.controls):
            if one.spec.name == "grade":
                self.controls[place] = self._grades(one, data)
        self.controls.sort(key=lambda one: _rank(one.spec.name))

    def _grades(self, text: Any, data: Mapping[str, str] | None) -> Any:
        named = Grade.objects.order_by("rank", "code").values_list("code", "name")
        grades = {code: name or code for code, name in named}
        if not grades:
            return text
        spec = Choice(label=text.spec.label, choices=grades, name="grade", optional=True)
        around = Surroundings(self.book.id, self.book.currency, reverse("find", args=[self.book.slug]))
        made = control(spec, around)
        made.error = text.error
        if data is not None:
            made.take(data)
        return made

    def _take(self, data: Mapping[str, str], uploads: Mapping[str, UploadedFile[Any]]) -> None:
        super()._take({**{name: data[name] for name in data}, **_net(data)}, uploads)


def _rank(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _net(data: Mapping[str, str]) -> dict[str, str]:
    """Return the net weight as it would be typed, where gross is known and net was left empty."""
    gross = data.get("gross", "").strip()
    if not gross or data.get("accepted", "").strip():
        return {}
    try:
        taken = [formats.read_number(data.get(name, "").strip() or "0") for name in ("tare", "rejected")]
        net = max(formats.read_number(gross) - sum(taken), Decimal(0))
    except NotANumber:
        return {}
    return {"accepted": f"{net.normalize():f}".replace(".", formats.decimal_sign())}


def next_one(book: Book, delivery: Any) -> str:
    """Return the address of the next weighing, with what stays the same filled in."""
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    query.update({name: getattr(delivery, name) for name in KEPT if getattr(delivery, name)})
    return f"{reverse('weigh', args=[book.slug])}?{query.urlencode()}"


def told(delivery: Any, measure: str) -> str:
    """Return the sentence of a receipt."""
    return _("{net} net, receipt {number}.").format(
        net=formats.quantity(delivery.accepted, measure), number=delivery.receipt
    )
