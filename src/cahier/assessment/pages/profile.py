"""The profile of a round: the radar first, the weakest beside the mean, what changed, what the books ask."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cahier.assessment import evidence, queries
from cahier.assessment.change import Change
from cahier.assessment.entries import ContradictionAnswered
from cahier.assessment.grid import shown_halves
from cahier.assessment.pages.common import Setting, setting, today
from cahier.assessment.scoring import Profile, VariableScore, shown_points
from cahier.kernel.refusals import Refused
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.charts.radar import FEWEST, MOST, Axis, RadarWords, radar
from cahier.web.charts.svg import Chart
from cahier.web.forms import EntryForm
from cahier.web.show import page


@require_safe
@book_page("diagnosis")
def latest(request: BookRequest) -> HttpResponse:
    """Lead to the profile of the latest round, or to what is still to be done before there is one."""
    one = next(iter(queries.rounds()), None)
    if one is None:
        return redirect("diagnosis", request.book.slug)
    here = setting(request, one.round_number)
    return redirect(here.href("profile") if one.closed else here.onward()[0])


@require_safe
@book_page("diagnosis")
def profile(request: BookRequest, number: int) -> HttpResponse:
    """Where the organisation stands after a round."""
    here = setting(request, number)
    found = queries.profile_of(here.round.id)
    before = queries.round_before(here.round)
    change, refused = _change(here, before)
    asked = queries.contradictions(here.round.id, evidence.bands(request.book.id, here.round.opened))
    chart = _chart(here, found, change)
    answer = _("Agreed by {people} people. {settled} of {items} items.").format(
        people=here.round.people, settled=here.round.settled, items=here.round.items
    )
    return page(
        request, "assessment/profile.html", title=_("Where we stand"), answer=answer, here=here, found=found,
        chart=chart, drawing=mark_safe(chart.svg + chart.key_html) if chart else "",  # noqa: S308
        rows=_rows(here, found, change), weakest=[here.words.variable(code) for code in found.weakest],
        lowest=None if found.weakest_points is None else shown_points(found.weakest_points),
        mean=None if found.index is None else shown_points(found.index), proved=sum(one.proved for one in found.variables),
        scored=sum(one.scored for one in found.variables), change=_told_change(change), refused=refused, before=before,
        shift=_told_shift(here, before), asked=[_question(here, each) for each in asked], gaps=_gaps(here),
        books=evidence.speaks(request.book.id, here.round.opened), act=_goal(here),
        shared=queries.presented(here.round.id),
    )  # fmt: skip


def _change(here: Setting, before: Any) -> tuple[Change | None, list[str]]:
    if before is None:
        return None, []
    try:
        return queries.change_since(before, here.round), []
    except Refused as refused:
        return None, [formats.say(one) for one in refused.problems]


def _chart(here: Setting, found: Profile, change: Change | None) -> Chart | None:
    """Return the radar; none for fewer than three or more than twelve variables, where the table speaks."""
    present = [one for one in found.variables if one.present]
    if not FEWEST <= len(present) <= MOST:
        return None
    before = {one.code: one.before_points for one in change.variables} if change else {}
    axes = [
        Axis(here.words.variable(one.code), one.points, before.get(one.code), one.confidence, _proof(one))
        for one in present
    ]
    words = RadarWords(
        _("Variable"), _("agreed now"), _("last round"), _("share that rests on proof"), _("lowest")
    )
    message = ", ".join(
        f"{axis.label} {_points(one.points)}" for axis, one in zip(axes, present, strict=True)
    )
    title = _("Profile of round {number}").format(number=here.round.round_number)
    return radar(
        "profile", title, message, axes, words, show=lambda value: str(shown_points(Fraction(value)))
    )


def _points(value: Fraction | None) -> str:
    return "–" if value is None else str(shown_points(value))


def _proof(one: VariableScore) -> str:
    return _("{proved} of {scored} items").format(proved=one.proved, scored=one.scored) if one.scored else "–"


def _signed(value: Fraction | None, places: int = 0) -> str:
    if value is None:
        return "–"
    text = formats.number(abs(value), places)
    if not any(sign in text for sign in "123456789"):
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def _rows(here: Setting, found: Profile, change: Change | None) -> list[dict[str, Any]]:
    changed = {one.code: one for one in change.variables} if change else {}
    rows = []
    for one in found.variables:
        past = changed.get(one.code)
        rows.append({
            "name": here.words.variable(one.code), "points": _points(one.points), "weakest": one.code in found.weakest,
            "level": "–" if one.level is None else formats.number(one.level, 1), "proof": _proof(one),
            "scored": _("{scored} of {items}").format(scored=one.scored, items=one.applicable),
            "gap": _signed(one.gap, 1) if one.gap_items else "–", "gap_items": one.gap_items, "present": one.present,
            "before": _points(past.before_points) if past else "–", "after": _points(past.now_points) if past else "–",
            "difference": _signed(past.difference) if past else "–",
            "common": _("{common} of {items}").format(common=past.common, items=past.items) if past else "–",
        })  # fmt: skip
    return rows


def _told_change(change: Change | None) -> dict[str, str] | None:
    if change is None:
        return None
    return {"common": _("{common} of {items} items").format(common=change.common, items=change.items),
            "short": _("{common} of {items}").format(common=change.common, items=change.items),
            "before": _points(change.before), "now": _points(change.now), "difference": _signed(change.difference)}  # fmt: skip


def _told_shift(here: Setting, before: Any) -> dict[str, Any] | None:
    """Return the then-test in levels, whole and by variable; none where nobody was asked."""
    if before is None:
        return None
    whole, by_variable = queries.shift_since(before, here.round)
    if whole is None:
        return None
    lines = [("", _("All items asked"), whole)] + [
        (code, here.words.variable(code), one) for code, one in by_variable.items()
    ]
    return {
        "fell": whole.shift < 0,
        "lines": [
            {"name": name, "items": one.items, "observed": _signed(one.observed, 1),
             "adjusted": _signed(one.adjusted, 1), "shift": _signed(one.shift, 1)}
            for code, name, one in lines
        ],
    }  # fmt: skip


def _question(here: Setting, asked: queries.Asked) -> dict[str, Any]:
    each = asked.question
    level = each.problem.details["level"]
    shown = shown_halves(int(2 * level))
    item = f"{each.item} {here.words.item(each.item)}"
    says = formats.say(each.problem, level=shown, item=item, indicator=evidence.name(each.indicator))
    href = here.href("contradiction", each.item, each.indicator)
    return {"says": says, "answer": asked.answer, "href": href, "item": each.item}


def _gaps(here: Setting) -> list[dict[str, str]]:
    """Return the items where self and facilitator differ, the widest first, at most five."""
    apart = [
        (abs(row.self_score - row.facilitator), row)
        for row in queries.results(here.round.id).values()
        if row.self_score is not None and row.facilitator is not None and row.self_score != row.facilitator
    ]
    return [
        {"item": row.item, "name": here.words.item(row.item), "own": shown_halves(row.self_score),
         "facilitator": shown_halves(row.facilitator), "agreed": shown_halves(row.agreed),
         "proof": here.words.grade(row.grade) if row.grade else "–"}
        for _width, row in sorted(apart, key=lambda pair: (-pair[0], pair[1].item))[:5]
    ]  # fmt: skip


def _goal(here: Setting) -> tuple[str, str]:
    """Return what comes next: the rest of the round, else the goal of the programme where it is installed."""
    if not here.round.closed:
        return here.onward()
    try:
        return reverse("goals", args=[here.slug]), _("Choose what to work on")
    except NoReverseMatch:
        return reverse("diagnosis", args=[here.slug]), _("All rounds")


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("diagnosis")
def contradiction(request: BookRequest, number: int, item: str, indicator: str) -> HttpResponse:
    """The group answers a question of the books; no level changes by it."""
    here = setting(request, number)
    asked = queries.contradictions(here.round.id, evidence.bands(request.book.id, here.round.opened))
    each = next(
        (one for one in asked if (one.question.item, one.question.indicator) == (item, indicator)), None
    )
    if each is None:
        raise Http404(_("The books do not ask this any more."))
    fixed = {"round": here.round.id, "item": item, "indicator": indicator, "day": today()}
    form = EntryForm(
        ContradictionAnswered, request.book, request.POST if request.method == "POST" else None, fixed=fixed
    )
    if form.pressed_write and form.write(request.actor):
        messages.success(request, _("Written. The level stays as the group agreed it."))
        return redirect(f"{here.href('profile')}#books")
    return page(
        request, "assessment/contradiction.html", title=_("What explains it?"), answer=_question(here, each)["says"],
        here=here, form=form,
    )  # fmt: skip
