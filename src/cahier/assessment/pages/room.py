"""In the room: an item put to the vote, the private voting screen, the paper tally, the reveal."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cahier.assessment import queries
from cahier.assessment.pages.common import Setting, known_item, people_in, setting, today
from cahier.assessment.workbench import counting
from cahier.kernel import ids
from cahier.kernel.refusals import Refused
from cahier.web import formats
from cahier.web.books import BookRequest, book_page


def bar(here: Setting, item: str) -> dict[str, Any]:
    """Return what stands above every screen of an item."""
    return {
        "item": item,
        "name": here.words.item(item),
        "variable": here.words.variable(here.grid.variable_of(item)),
        "place": here.items.index(item) + 1,
        "of": len(here.items),
    }


@require_safe
@book_page("diagnosis")
@never_cache
def item(request: BookRequest, number: int, item: str) -> HttpResponse:
    """The facilitator's screen of an item: which groups have voted, then the reveal."""
    here = setting(request, number)
    known_item(here, item)
    counted, seats = counting.put_in(here.round.id, item), _seats(here)
    groups = [
        {"code": group.code, "name": here.names[group.code], "in": counted.get(group.code, 0), "of": seats[group.code],
         "waiting": counted.get(group.code, 0) < seats[group.code]}
        for group in here.groups
    ]  # fmt: skip
    following = next((one for one in groups if one["waiting"]), None)
    return render(
        request, "assessment/item.html",
        {"title": here.words.item(item), "here": here, "bar": bar(here, item), "question": here.words.question(item),
         "why": here.words.say(item, "why"), "levels": here.words.levels(item), "groups": groups, "next_group": following,
         "voted": sum(counted.values()), "settled": item in queries.results(here.round.id),
         "draft": ids.new_id(), "shown": bool(queries.votes_of(here.round.id, item))},
    )  # fmt: skip


def _seats(here: Setting) -> dict[str, int]:
    """Return how many may vote in each group: those counted in the room, else those expected."""
    present: dict[str, int] = {}
    for (group, _sex), people in queries.present(here.round.id).items():
        present[group] = present.get(group, 0) + people
    return {group.code: present.get(group.code, 0 if present else group.people) for group in here.groups}


def _group(here: Setting, code: str) -> str:
    if code not in {group.code for group in here.groups}:
        raise Http404(_("This round has no such group."))
    return here.names[code]


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("diagnosis")
@never_cache
def vote(request: BookRequest, number: int, item: str, group: str) -> HttpResponse:
    """The private screen: one level is touched, then put in; afterwards the screen is blank.

    A touch posts the choice to this same screen, so that no address and no history ever holds it.
    """
    here = setting(request, number)
    known_item(here, item)
    name, told = _group(here, group), ""
    chosen, slip = request.POST.get("v"), request.POST.get("slip", "")
    if request.method == "POST" and "put" in request.POST:
        try:
            request.actor.require("write", request.book.id, "assessment.votes")
            answer = request.POST["put"]
            counting.cast(here.round.id, item, here.grid, group=group, answer=answer, slip=slip)
            return redirect("voted", request.book.slug, number, item, group)
        except Refused as refused:
            told = " ".join(formats.say(one) for one in refused.problems)
    return render(
        request, "assessment/vote.html",
        {"title": _("Private vote"), "here": here, "bar": bar(here, item), "question": here.words.question(item),
         "levels": here.words.levels(item), "group": group, "group_name": name, "chosen": chosen, "told": told,
         "slip": slip if ids.is_id(slip) else ids.new_id(), "voice": counting.put_in(here.round.id, item).get(group, 0) + 1,
         "seats": _seats(here)[group]},
        status=422 if told else 200,
    )  # fmt: skip


@require_safe
@book_page("diagnosis")
@never_cache
def voted(request: BookRequest, number: int, item: str, group: str) -> HttpResponse:
    """The blank screen after a vote: pass it on."""
    here = setting(request, number)
    known_item(here, item)
    counted = counting.put_in(here.round.id, item).get(group, 0)
    context = {"title": _("Your vote is in"), "here": here, "bar": bar(here, item), "group": group,
               "group_name": _group(here, group), "counted": counted, "seats": _seats(here)[group]}  # fmt: skip
    return render(request, "assessment/voted.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("diagnosis")
@never_cache
def tally(request: BookRequest, number: int, item: str) -> HttpResponse:
    """Key in a paper tally: counts per answer and group, in the place of votes on the screen."""
    here = setting(request, number)
    known_item(here, item)
    told = ""
    if request.method == "POST":
        try:
            request.actor.require("write", request.book.id, "assessment.votes")
            counting.enter_tally(here.round.id, item, here.grid, _typed(here, request.POST))
            return redirect("item", request.book.slug, number, item)
        except Refused as refused:
            told = " ".join(formats.say(one) for one in refused.problems)
    answers = counting.answers(here.grid)
    rows = [
        (group.code, here.names[group.code],
         [(_field(group.code, answer), here.words.answer(answer), request.POST.get(_field(group.code, answer), ""))
          for answer in answers])
        for group in here.groups
    ]  # fmt: skip
    return render(
        request, "assessment/tally.html",
        {"title": _("Paper tally"), "here": here, "bar": bar(here, item), "question": here.words.question(item),
         "rows": rows, "heads": [here.words.answer(one) for one in answers], "told": told},
        status=422 if told else 200,
    )  # fmt: skip


def _field(group: str, answer: str) -> str:
    return f"n.{group}.{answer or 'blank'}"


def _typed(here: Setting, data: Any) -> dict[tuple[str, str], int]:
    return {
        (group.code, answer): people_in(data.get(_field(group.code, answer), "").strip())
        for group in here.groups
        for answer in counting.answers(here.grid)
    }


@require_POST
@book_page("diagnosis")
def reveal(request: BookRequest, number: int, item: str) -> HttpResponse:
    """Reveal the votes: histograms are written, the workbench is emptied, all at once."""
    here = setting(request, number)
    known_item(here, item)
    if counting.put_in(here.round.id, item):
        counting.reveal(here.round.id, item, here.grid, day=today(), actor=request.actor)
    return redirect("agree", request.book.slug, number, item)
