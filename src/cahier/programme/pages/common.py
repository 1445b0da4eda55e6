"""What the pages of the programme share: the six steps, names of the guide, small forms of one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cahier.guide.content import edition
from cahier.guide.packs import Texts
from cahier.journal.entry import Row
from cahier.journal.fields import Rows
from cahier.journal.models import Book
from cahier.kernel.refusals import Problem, Refused
from cahier.programme import queries
from cahier.programme.models import PlanDraft
from cahier.web import formats
from cahier.web.books import BookRequest
from cahier.web.controls import Control, Surroundings, control, default_of
from cahier.web.forms import read_all
from cahier.web.show import page

WAY = (
    ("goals", _("Goal")), ("causes", _("Causes")), ("responses", _("Responses")), ("means", _("Means")),
    ("plan", _("Plan")), ("agreement", _("The agreement")),
)  # fmt: skip


@dataclass(frozen=True)
class Stop:
    """One step of the way: where it is, and whether it is behind, here or ahead."""

    name: str
    label: Any
    href: str
    state: str


class RowForm:
    """A form of one record that is no entry, with the same controls and sentences as the forms of entries."""

    def __init__(self, cls: type[Row], book: Book, data: Mapping[str, str] | None = None) -> None:
        around = Surroundings(book.id, book.currency, reverse("find", args=[book.slug]))
        self.cls = cls
        self.controls: list[Control] = [
            control(spec, around, default=default_of(cls, name))
            for name, spec in cls.FIELDS.items()
            if not isinstance(spec, Rows)
        ]
        self.summary: list[tuple[str, str]] = []
        for one in self.controls if data is not None else ():
            one.take(data or {})

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values."""
        for one in self.controls:
            if one.spec.name in values:
                one.fill(values[one.spec.name])

    def read(self) -> Any:
        """Return the record that was typed, or None and the form says why not."""
        values, problems = read_all(self.controls)
        if problems:
            self.refuse(problems)
            return None
        return self.cls(**values)

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at its field and into the summary."""
        for problem in problems:
            one = next((c for c in self.controls if c.spec.name == problem.where), None)
            sentence = one.told(problem) if one else formats.say(problem)
            if one:
                one.error = one.error or sentence
            self.summary.append((one.id if one else "", sentence))


class Refusals:
    """The sentences of a refusal, as a page shows them above a form drawn by hand."""

    def __init__(self, refused: Refused | None = None) -> None:
        self.summary = [("", formats.say(one)) for one in refused.problems] if refused else []


def after_goals(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Lead who comes before any goal was set to the page where it is chosen, with the sentence why."""

    @wraps(view)
    def wrapped(request: BookRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if queries.goals_in_force() is not None:
            return view(request, *args, **kwargs)
        messages.warning(request, formats.say(queries.NO_GOALS()))
        return redirect("goals", request.book.slug)

    return wrapped


def guide_words() -> Texts:
    """Return the texts of the guide in the reader's language."""
    pack = edition()
    return pack.text(pack.language_for(formats.language()))


def item_name(words: Texts, item: str) -> str:
    """Return what an item is called; a stranger's code as it is."""
    return words(item) if words.has(item) else item


def show(request: BookRequest, here: str, template: str, **context: Any) -> HttpResponse:
    """Render a page of the programme with its steps; ``here`` names the present one."""
    return page(request, f"programme/{template}.html", way=way(request.book, here), **context)


def way(book: Book, here: str) -> list[Stop]:
    """Return the six steps with their addresses, as far as they were gone."""
    places = [name for name, _label in WAY]
    reached = places.index(here)
    return [
        Stop(name, label, reverse(name, args=[book.slug]), _state(at, reached))
        for at, (name, label) in enumerate(WAY)
    ]


def _state(at: int, reached: int) -> str:
    return "now" if at == reached else "done" if at < reached else "later"


def solved(book: str) -> bool:
    """Tell whether a plan was made for the goals in force."""
    goals = queries.goals_in_force()
    if goals is None:
        return False
    return PlanDraft.objects.filter(book=book, goals=goals.id).exclude(answer="").exists()
