"""Around a round: who asks, the list of rounds, opening one, who is here, its items, closing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cahier.assessment import queries
from cahier.assessment.entries import (
    Demanded,
    GroupSeats,
    Participants,
    Present,
    RoundClosed,
    RoundOpened,
)
from cahier.assessment.grid import shown_halves, to_record
from cahier.assessment.packs import grid_of, keys, pack_of
from cahier.assessment.pages.common import Setting, draft_id, people_in, setting, today
from cahier.assessment.wording import Wording
from cahier.assessment.words import SEXES, USUAL_GROUPS
from cahier.guide.packs import Pack
from cahier.journal import cuts
from cahier.journal.correct import replace
from cahier.journal.write import Draft, write
from cahier.kernel.refusals import Refused, reason
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import EntryForm
from cahier.web.show import page

NOBODY_HERE = reason(
    "assessment.nobody_here", "No group has anybody in it. Write how many people each group has."
)
NOTHING_SETTLED = reason(
    "assessment.nothing_settled", "No item is agreed yet. Agree at least one item, then close the round."
)
SPARE_GROUPS = 2
_POSTS = ["GET", "HEAD", "POST"]


@require_safe
@book_page("diagnosis")
def diagnosis(request: BookRequest) -> HttpResponse:
    """The rounds held in this book, and the next thing to do."""
    listed = [setting(request, one.round_number) for one in queries.rounds()]
    if listed and not listed[0].round.closed:
        answer = _("Round {number} is under way: {settled} of {items} items are agreed.").format(
            number=listed[0].round.round_number, settled=listed[0].round.settled, items=listed[0].round.items
        )
        act = listed[0].onward()
    elif listed:
        answer = ngettext("{n} round was held.", "{n} rounds were held.", len(listed)).format(n=len(listed))
        act = listed[0].onward()
    elif queries.latest_demand():
        answer, act = (
            _("Nobody has voted yet."),
            (reverse("round-open", args=[request.book.slug]), _("Open a round")),
        )
    else:
        answer = _("Say first who asks for it and what for.")
        act = (reverse("assessment-entry", args=[request.book.slug]), _("Write who asks and what for"))
    return page(
        request, "assessment/diagnosis.html", title=_("Where we stand"), answer=answer, rounds=listed, act=act,
        demand=queries.latest_demand(), may_open=not listed or bool(listed[0].round.closed),
    )  # fmt: skip


@require_http_methods(_POSTS)
@book_page("diagnosis")
def entry(request: BookRequest) -> HttpResponse:
    """Step 0: who asks, what for, who decides, letter of agreement, data charter, consent."""
    sent = request.method == "POST"
    form = EntryForm(Demanded, request.book, request.POST if sent else None, request.FILES if sent else None)
    if form.pressed_write and form.write(request.actor):
        messages.success(request, _("Written. Now open a round."))
        return redirect("round-open", request.book.slug)
    answer = _("The organisation decides what happens with its answers. Write it down before anybody votes.")
    return page(request, "assessment/entry.html", title=_("Who asks, and what for"), answer=answer, form=form)


def _groups(pack: Pack, words: Wording) -> list[tuple[str, str]]:
    if pack.groups:
        return [(code, words.group(code)) for code in pack.groups]
    return [(code, str(name)) for code, name in USUAL_GROUPS.items()]


def _typed_groups(data: QueryDict, known: list[tuple[str, str]]) -> tuple[GroupSeats, ...]:
    """Return the groups with people in them: those of the guide, then those the room named itself."""
    seats = [
        GroupSeats(code=code, people=people_in(data.get(f"g.{code}", "").strip())) for code, _name in known
    ]
    for place in range(1, SPARE_GROUPS + 1):
        name, people = data.get(f"own.{place}", "").strip(), data.get(f"own.{place}.n", "").strip()
        if name:
            seats.append(GroupSeats(code=f"own{place}", name=name, people=people_in(people)))
    found = tuple(seat for seat in seats if seat.people)
    if not found:
        raise Refused(NOBODY_HERE())
    return found


@require_http_methods(_POSTS)
@book_page("diagnosis")
def open_round(request: BookRequest) -> HttpResponse:
    """Open a round: with which guide, and which groups vote apart."""
    data = request.POST if request.method == "POST" else request.GET
    offered = keys()
    key = data.get("pack", "") if data.get("pack", "") in offered else offered[0]
    pack = pack_of(key)
    grid = grid_of(pack)
    words = Wording(pack, grid)
    known = _groups(pack, words)
    last = next(iter(queries.rounds()), None)
    number = last.round_number + 1 if last else 1
    told: list[str] = []
    if request.method == "POST":
        try:
            opened = RoundOpened(
                day=today(), pack=key, digest=pack.digest, round_number=number, grid=to_record(grid),
                title=data.get("title", "").strip(), groups=_typed_groups(request.POST, known),
            )  # fmt: skip
            write(request.book.id, [Draft(opened, id=draft_id(data))], actor=request.actor)
            return redirect("round-present", request.book.slug, number)
        except Refused as refused:
            told = [formats.say(one) for one in refused.problems]
    rows = [(code, name, data.get(f"g.{code}", "")) for code, name in known]
    own = [
        (place, data.get(f"own.{place}", ""), data.get(f"own.{place}.n", ""))
        for place in range(1, SPARE_GROUPS + 1)
    ]
    return page(
        request, "assessment/open.html", title=_("Open round {number}").format(number=number),
        answer=_("Fifteen to twenty-five people from every side of the organisation, never the leaders alone."),
        offered=[(one, _name(one)) for one in offered], key=key, rows=rows, own=own, told=told, typed=data,
        draft=draft_id(data), many=len(grid.instrument.items), status=422 if told else 200,
    )  # fmt: skip


def _name(key: str) -> str:
    """Return the name of a pack; one that is broken keeps its key and is refused when it is chosen."""
    try:
        pack = pack_of(key)
        return Wording(pack, grid_of(pack)).guide
    except Refused:
        return key


@require_http_methods(_POSTS)
@book_page("diagnosis")
def present(request: BookRequest, number: int) -> HttpResponse:
    """Count who is here, by group and sex; nobody is named."""
    here = setting(request, number)
    told: list[str] = []
    if request.method == "POST":
        try:
            rows = tuple(
                Present(group=group.code, sex=sex, people=people)
                for group in here.groups
                for sex in SEXES
                if (people := people_in(request.POST.get(f"{group.code}.{sex}", "").strip()))
            )
            if not rows:
                raise Refused(NOBODY_HERE())
            _count(request, here, rows)
            return redirect("round", request.book.slug, number)
        except Refused as refused:
            told = [formats.say(one) for one in refused.problems]
    rows_shown = [
        (
            group,
            here.names[group.code],
            [(sex, word, request.POST.get(f"{group.code}.{sex}", "")) for sex, word in SEXES.items()],
        )
        for group in here.groups
    ]
    return page(
        request, "assessment/present.html", title=_("Who is here"), here=here, rows=rows_shown, told=told,
        answer=_("Count heads. The book keeps numbers and no name."), draft=draft_id(request.POST),
        status=422 if told else 200,
    )  # fmt: skip


def _count(request: BookRequest, here: Setting, rows: tuple[Present, ...]) -> None:
    """Write the count, or correct the one that stands."""
    former = queries.count_entry(here.round.id)
    if former:
        why = _("Counted again")
        replace(request.book.id, former, {"present": rows}, why=why, day=today(), actor=request.actor)
        return
    counted = Participants(day=today(), round=here.round.id, present=rows)
    write(request.book.id, [Draft(counted, id=draft_id(request.POST))], actor=request.actor)


@require_safe
@book_page("diagnosis")
def round_page(request: BookRequest, number: int) -> HttpResponse:
    """The items of a round with where each stands, and the next thing to do."""
    here = setting(request, number)
    one = here.round
    answer = _("{settled} of {items} items are agreed; {people} people take part.").format(
        settled=one.settled, items=one.items, people=one.people
    )
    return page(
        request, "assessment/round.html", title=_("Round {number}").format(number=number), answer=answer, here=here,
        parts=_parts(here), act=here.onward(), asked=[formats.say(each) for each in _expired(here)],
    )  # fmt: skip


def _expired(here: Setting) -> tuple[Any, ...]:
    from cahier.kernel import days

    return queries.expired(here.round.id, days.number(today()))


def _parts(here: Setting) -> list[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for state in queries.item_states(here.round.id):
        grade = here.grid.rank(state.result.grade) if state.result and state.result.grade else None
        row = {
            "state": state,
            "name": here.words.item(state.item),
            "grade": grade,
            "href": here.href("item", state.item),
        }
        row["proof"] = here.words.grade(state.result.grade) if state.result and state.result.grade else ""
        row["level"] = shown_halves(state.result.agreed) if state.result else ""
        if state.state != "open":
            row["href"] = here.href("agree", state.item)
        found.setdefault(here.words.variable(state.variable), []).append(row)
    return list(found.items())


@require_safe
@book_page("diagnosis")
def paper(request: BookRequest, number: int) -> HttpResponse:
    """The paper twin: every item with its levels, and a tally sheet by group."""
    here = setting(request, number)
    sheets = [
        {"item": item, "name": here.words.item(item), "question": here.words.question(item),
         "levels": here.words.levels(item), "variable": here.words.variable(here.grid.variable_of(item))}
        for item in here.items
    ]  # fmt: skip
    names = [here.names[group.code] for group in here.groups]
    return render(
        request,
        "assessment/paper.html",
        {"title": _("On paper"), "here": here, "sheets": sheets, "names": names},
    )


@require_http_methods(_POSTS)
@book_page("diagnosis")
def close(request: BookRequest, number: int) -> HttpResponse:
    """Close a round on exactly the entries the book holds now."""
    here = setting(request, number)
    if here.round.closed:
        return redirect("profile", request.book.slug, number)
    if request.method == "POST":
        if not here.round.settled:
            raise Refused(NOTHING_SETTLED())
        cut = cuts.head(request.book.id)
        closed = RoundClosed(
            day=today(), round=here.round.id, code=cut.code(), cut={"last": cut.last, "digest": cut.digest}
        )
        write(request.book.id, [Draft(closed, id=draft_id(request.POST))], actor=request.actor)
        return redirect("profile", request.book.slug, number)
    left = here.round.items - here.round.settled
    answer = (
        ngettext(
            "{n} item is still open. It will count as not scored.",
            "{n} items are still open. They will count as not scored.",
            left,
        ).format(n=left)
        if left
        else _("All items are agreed.")
    )
    return page(
        request, "assessment/close.html", title=_("Close round {number}").format(number=number), answer=answer,
        here=here, left=left, draft=draft_id({}),
    )  # fmt: skip
