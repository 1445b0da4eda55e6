"""After the reveal: how the votes lie, what the books and the last round say, and what we write."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cahier.assessment import evidence, queries
from cahier.assessment.entries import ItemAgreed, ProofListed, ShownItem
from cahier.assessment.grid import shown_halves
from cahier.assessment.pages import beans
from cahier.assessment.pages.common import Setting, draft_id, known_item, setting, today
from cahier.assessment.pages.room import bar
from cahier.assessment.voices import Voices, median_halves, voices
from cahier.assessment.votes import PANEL
from cahier.assessment.workbench import counting
from cahier.journal.correct import replace
from cahier.journal.write import Draft, write
from cahier.kernel.refusals import Refused
from cahier.web import formats
from cahier.web.books import BookRequest, book_page
from cahier.web.forms import EntryForm

_LEVELS = ("agreed", "self_score", "facilitator", "panel", "wished", "then")


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("diagnosis")
def agree(request: BookRequest, number: int, item: str) -> HttpResponse:
    """The reveal of an item and what the group writes; "write and go on" leads to the next open item."""
    here = setting(request, number)
    known_item(here, item)
    told: list[str] = []
    typed: Any = request.POST
    if request.method == "POST":
        try:
            _write(request, here, item)
            return redirect(here.onward_after(item))
        except Refused as refused:
            told = [_said(one) for one in refused.problems]
    else:
        typed = _standing(here, item)
    groups = queries.votes_of(here.round.id, item)
    seen = voices(here.grid, groups) if groups else None
    return render(
        request, "assessment/agree.html",
        {"title": here.words.item(item), "here": here, "bar": bar(here, item), "seen": seen, "told": told,
         "heading": _heading(seen, here.words.item(item)), "discuss": _discuss(here, seen),
         "lines": beans.lines(here.grid, seen, here.names) if seen else [], "levels": list(here.grid.scale.levels),
         "room": beans.line(_("All together"), seen.room) if seen else None, "before": _before(here, item),
         "books": evidence.said(request.book, here.words.indicators(item), here.round.opened),
         "proofs": queries.proofs_by_item(here.round.id).get(item, []), "usual": here.words.proofs(item),
         "evidence": here.words.say(item, "evidence"), "picks": _picks(here, typed), "typed": typed,
         "grades": [(code, here.words.grade(code)) for code in here.grid.grades], "selects": _selects(here, item, typed),
         "draft": draft_id(typed),
         "settled": item in queries.results(here.round.id), "panel": PANEL in groups,
         "waiting": sum(counting.put_in(here.round.id, item).values())},
        status=422 if told else 200,
    )  # fmt: skip


def _said(problem: Any) -> str:
    shown = {name: shown_halves(int(2 * value)) for name, value in problem.details.items()
             if name in ("level", "wished", "limit", "lowest", "highest") and not isinstance(value, str)}  # fmt: skip
    return formats.say(problem, **shown)


def _heading(seen: Voices | None, name: str) -> str:
    if seen is None:
        return name
    if seen.spread.variance is None:
        return _("Few named a level. Talk about it.")
    if seen.spread.disagree:
        return _("We do not see this alike.")
    return _("We see this much alike.")


def _discuss(here: Setting, seen: Voices | None) -> dict[str, str] | None:
    """Return the callout: who says what, and whom to ask first; none where there is nothing to discuss."""
    if seen is None or not seen.spread.disagree:
        return None
    tenths = seen.spread.tenths() or 0
    title = _("Spread {spread}: the discussion is the result").format(spread=formats.number(tenths / 10, 1))
    if not seen.low:
        return {
            "title": title,
            "text": _(
                "The groups do not differ, the people in them do. Ask the lowest and the highest voice: what did you see it in?"
            ),
        }
    text = _("{high}: {high_range}. {low}: {low_range}. Ask {low} first: what did you see it in?").format(
        high=here.names.get(seen.high, seen.high), high_range=_range(*seen.range_of(seen.high)),
        low=here.names.get(seen.low, seen.low), low_range=_range(*seen.range_of(seen.low)),
    )  # fmt: skip
    return {"title": title, "text": text}


def _range(lowest: int, highest: int) -> str:
    if lowest == highest:
        return str(lowest)
    return _("{lowest} to {highest}").format(lowest=lowest, highest=highest)


def _before(here: Setting, item: str) -> str:
    """Return what the round before wrote of this item, in words; empty without one."""
    earlier = queries.round_before(here.round)
    result = queries.results(earlier.id).get(item) if earlier else None
    if earlier is None or result is None:
        return ""
    if not result.applicable:
        return _("round {number}: did not apply").format(number=earlier.round_number)
    return _("round {number}: level {level}, {proof}").format(
        number=earlier.round_number, level=shown_halves(result.agreed),
        proof=here.words.grade(result.grade) if result.grade else _("without proof"),
    )  # fmt: skip


def _standing(here: Setting, item: str) -> dict[str, str]:
    """Return what the form shows first: what was written of the item, else what the votes suggest."""
    row = queries.results(here.round.id).get(item)
    if row is not None:
        levels = {name: "" if getattr(row, name) is None else str(getattr(row, name)) for name in _LEVELS}
        return {**levels, "grade": row.grade, "discussed": "yes" if row.discussed else "",
                "applies": "" if row.applicable else "no", "rationale": row.rationale}  # fmt: skip
    votes = queries.votes_of(here.round.id, item)
    if not votes:
        return {}
    seen = voices(here.grid, votes)
    own = "" if seen.middle is None else str(seen.middle)
    panel = median_halves(votes[PANEL]) if PANEL in votes else None
    return {
        "self_score": own,
        "panel": "" if panel is None else str(panel),
        "discussed": "yes" if seen.spread.disagree else "",
    }


def _picks(here: Setting, typed: Any) -> list[tuple[int, str, bool]]:
    return [(each, shown_halves(each), typed.get("agreed") == str(each)) for each in here.grid.halves()]


def _selects(here: Setting, item: str, typed: Any) -> list[dict[str, Any]]:
    """Return the further levels that may be written, each with its choices."""
    earlier = queries.round_before(here.round)
    then = bool(earlier and earlier.id and item in queries.results(earlier.id))
    asked = [
        ("wished", _("Level we wish for, if proof is still missing"), here.grid.scale.limit is not None),
        ("then", _("Knowing what you know today: what was your level last time?"), then),
        ("self_score", _("Our own score, from the votes"), True),
        ("facilitator", _("The facilitator’s score"), True),
        ("panel", _("The panel’s score"), bool(typed.get("panel"))),
    ]
    return [
        {
            "name": name,
            "label": label,
            "options": [(str(n), shown_halves(n), typed.get(name) == str(n)) for n in _steps(here)],
        }
        for name, label, wanted in asked
        if wanted
    ]


def _steps(here: Setting) -> range:
    """All halves between the lowest and highest level: a median may lie on a half where agreeing may not."""
    return range(2 * here.grid.scale.lowest, 2 * here.grid.scale.highest + 1)


def _level(data: QueryDict, name: str) -> int | None:
    text = data.get(name, "")
    return int(text) if text.lstrip("-").isdecimal() else None


def _write(request: BookRequest, here: Setting, item: str) -> None:
    data = request.POST
    applies = data.get("applies") != "no"
    levels = {name: _level(data, name) if applies else None for name in _LEVELS}
    agreed = ItemAgreed(
        day=today(), round=here.round.id, item=item, **levels, grade=data.get("grade", "") if applies else "",
        discussed=data.get("discussed") == "yes", applicable=applies, rationale=data.get("rationale", "").strip(),
    )  # fmt: skip
    former = queries.results(here.round.id).get(item)
    if former is None:
        write(request.book.id, [Draft(agreed, id=draft_id(data))], actor=request.actor)
    elif former.entry != data.get("_id"):
        _correct(request, former.entry, agreed)
    counting.discard(here.round.id, item)


def _correct(request: BookRequest, entry: str, agreed: ItemAgreed) -> None:
    changes = {name: getattr(agreed, name) for name in agreed.FIELDS if name not in ("day", "round", "item")}
    why = agreed.rationale[:500] or _("Agreed again in the room")
    replace(request.book.id, entry, changes, why=why, day=today(), actor=request.actor)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("diagnosis")
def proof(request: BookRequest, number: int, item: str) -> HttpResponse:
    """List a proof of an item: its period, until when it holds, who may see it, and a photo."""
    here = setting(request, number)
    known_item(here, item)
    kind = request.GET.get("kind", "")
    kinds = dict(here.words.proofs(item))
    fixed = {
        "round": here.round.id,
        "items": (ShownItem(item=item),),
        "proof_kind": kind if kind in kinds else "",
    }
    sent = request.method == "POST"
    form = EntryForm(
        ProofListed,
        request.book,
        request.POST if sent else None,
        request.FILES if sent else None,
        fixed=fixed,
    )
    if not sent:
        form.fill({"title": kinds.get(kind, ""), "visibility": "po"})
    if form.pressed_write and form.write(request.actor):
        messages.success(request, _("The proof is listed."))
        return redirect("agree", request.book.slug, number, item)
    return render(
        request, "assessment/proof.html",
        {"title": _("Proof for {item}").format(item=item), "here": here, "bar": bar(here, item), "form": form,
         "answer": here.words.say(item, "evidence"), "usual": list(kinds.items())},
        status=422 if form.summary else 200,
    )  # fmt: skip
