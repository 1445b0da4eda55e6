"""Goal, causes, responses: what members want, why it fails, what answers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from cahier.assessment import queries as assessment
from cahier.guide.content import edition
from cahier.guide.packs import Texts
from cahier.journal.correct import void
from cahier.journal.entry import Entry
from cahier.journal.write import write
from cahier.kernel.refusals import Refused
from cahier.markets.words import CHANNELS
from cahier.programme import models, queries
from cahier.programme.assemble import training_fits
from cahier.programme.drafts import today
from cahier.programme.entries import CauseNamed, Channel, Function, GoalsSet, Priority, ResponseChosen
from cahier.programme.pages.common import Refusals, after_goals, guide_words, item_name, show
from cahier.programme.words import RESPONSES
from cahier.web import formats
from cahier.web.books import BookRequest, book_page

OFFERED = 12
CHANGED = gettext_lazy("Changed by the group")


@dataclass(frozen=True)
class Low:
    """An item that may become a priority, with what was chosen for it."""

    code: str
    name: str
    level: str
    weight: int
    target: int | None
    chosen: bool
    targets: list[tuple[int, str]] = field(default_factory=list)


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
def goals(request: BookRequest) -> HttpResponseBase:
    """Choose functions, channels, and at most five priorities."""
    refusals = Refusals()
    if request.method == "POST":
        try:
            write(request.book.id, [_goals_typed(request.POST)], actor=request.actor)
            return redirect("causes", request.book.slug)
        except Refused as refused:
            refusals = Refusals(refused)
    words = guide_words()
    rows = _lowest(words, request.POST if request.method == "POST" else None)
    chosen = _chosen(request.POST if request.method == "POST" else None)
    return show(
        request, "goals", "goals", title=_("What do members want?"), form=refusals, rows=rows,
        answer=_("Choose what the organisation is to do, and at most five things to better first."),
        functions=[(code, words(code), words(code, "about"), code in chosen["function"]) for code in edition().functions],
        channels=[(code, word, code in chosen["channel"]) for code, word in CHANNELS.items()],
        vision=chosen["vision"], weights=range(1, 6), measured=any(row.level for row in rows),
    )  # fmt: skip


def _goals_typed(data: QueryDict) -> GoalsSet:
    rounds = assessment.rounds()
    items = data.getlist("item")
    return GoalsSet(
        day=today(),
        round=rounds[0].id if rounds else "",
        vision=data.get("vision", "").strip(),
        functions=tuple(Function(function=code) for code in data.getlist("function")),
        channels=tuple(Channel(channel=code) for code in data.getlist("channel")),
        priorities=tuple(
            Priority(item=item, weight=_whole(data.get(f"weight.{item}"), 3), target=_whole(data.get(f"target.{item}")))
            for item in items
        ),
    )  # fmt: skip


def _whole(text: str | None, otherwise: int | None = None) -> Any:
    return int(text) if text and text.isdigit() else otherwise


def _chosen(data: QueryDict | None) -> dict[str, Any]:
    if data is not None:
        return {
            "function": data.getlist("function"), "channel": data.getlist("channel"), "vision": data.get("vision", "")
        }  # fmt: skip
    if queries.goals_in_force() is None:
        return {"function": (), "channel": (), "vision": ""}
    aims = queries.aims()
    return {"function": aims.functions, "channel": aims.channels, "vision": aims.vision}


def _lowest(words: Texts, data: QueryDict | None) -> list[Low]:
    """The items of the latest round from the lowest, those chosen first; without a round those of the guide."""
    rounds = assessment.rounds()
    levels = {}
    if rounds:
        rows = assessment.results(rounds[0].id).values()
        levels = {row.item: row.agreed for row in rows if row.agreed is not None}
    kept = {one.item: one for one in queries.wants(queries.aims())} if queries.goals_in_force() else {}
    wanted = set(data.getlist("item")) if data is not None else set(kept)
    order = sorted(levels, key=lambda item: (levels[item], item)) or list(edition().items)
    listed = [*(item for item in order if item in wanted), *(item for item in order if item not in wanted)]
    return [
        _low(words, item, levels.get(item), kept.get(item), item in wanted)
        for item in listed[: max(OFFERED, len(wanted)) if levels else None]
    ]


def _low(words: Texts, item: str, level: int | None, kept: Any, chosen: bool) -> Low:
    least = 2 if level is None else level
    target = kept.target if kept and kept.target else min(least + queries.LEVELS_UP, 10)
    targets = [(halves, formats.number(halves / 2)) for halves in range(least + 1, 11)]
    shown = "" if level is None else formats.number(level / 2)
    return Low(item, item_name(words, item), shown, kept.weight if kept else 3, target, chosen, targets)


@dataclass(frozen=True)
class Why:
    """A priority with the causes to choose from."""

    item: str
    name: str
    cause: str
    sign: str
    others: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def causes(request: BookRequest) -> HttpResponseBase:
    """For each priority: why it is low, and what shows it."""
    aims, refusals, words = queries.aims(), Refusals(), guide_words()
    wants = queries.wants(aims)
    if request.method == "POST":
        try:
            _name_causes(request, aims.id, [want.item for want in wants])
            return redirect("responses", request.book.slug)
        except Refused as refused:
            refusals = Refusals(refused)
    listed = queries.causes(aims.id)
    known = {one.item: one for one in listed}
    rows = [
        Why(
            want.item, item_name(words, want.item),
            request.POST.get(f"cause.{want.item}", known[want.item].cause if want.item in known else ""),
            request.POST.get(f"sign.{want.item}", known[want.item].sign if want.item in known else ""),
            ", ".join(words(one.cause) for one in listed if one.item == want.item and one != known[want.item]),
        )
        for want in wants
    ]  # fmt: skip
    offered = [(code, words(code), words(code, "question")) for code in edition().causes]
    return show(
        request, "causes", "causes", title=_("Why is it so?"), form=refusals, rows=rows, offered=offered,
        answer=_("A course only helps where people do not know how. Ask what stands behind each priority."),
    )  # fmt: skip


def _name_causes(request: BookRequest, goals_id: str, items: list[str]) -> None:
    """Write what changed: a new cause is an entry, one given up is voided."""
    known = {one.item: one for one in queries.causes(goals_id)}
    fresh: list[Entry] = []
    gone: list[str] = []
    for item in items:
        cause, sign = request.POST.get(f"cause.{item}", ""), request.POST.get(f"sign.{item}", "").strip()
        before = known.get(item)
        if before and (before.cause, before.sign) == (cause, sign):
            continue
        if before:
            gone.append(before.id)
        if cause in edition().causes:
            fresh.append(CauseNamed(day=today(), goals=goals_id, item=item, cause=cause, sign=sign))
    write(request.book.id, fresh, actor=request.actor)
    for target in gone:
        void(request.book.id, target, why=str(CHANGED), day=today(), actor=request.actor)


@dataclass(frozen=True)
class Reply:
    """One kind of response for a priority: does it fit the cause, or is it known to miss it."""

    code: str
    name: str
    about: str
    fits: bool
    misses: bool
    modules: list[tuple[str, str, str, bool]] = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    """A priority with its cause, the answers that fit, and those that do not with the reason."""

    item: str
    name: str
    causes: list[tuple[str, str]]
    no_answer: str
    replies: list[Reply]
    own: list[Any]


@require_http_methods(["GET", "HEAD", "POST"])
@book_page("programme")
@after_goals
def responses(request: BookRequest) -> HttpResponseBase:
    """For each priority: which of the six kinds of response, by which module or measure."""
    aims, refusals = queries.aims(), Refusals()
    if request.method == "POST":
        try:
            _choose(request, aims.id)
            return redirect("means", request.book.slug)
        except Refused as refused:
            refusals = Refusals(refused)
    known = queries.material(request.book.id, today())
    words = guide_words()
    rows = [_question(words, known, want.item) for want in known.wants]
    trained = sum(any(reply.fits and reply.code == "training" for reply in row.replies) for row in rows)
    answer = ngettext(
        "Training answers {n} of {all} priorities; the others need something else.",
        "Training answers {n} of {all} priorities; the others need something else.", trained,
    ).format(n=formats.number(trained), all=formats.number(len(rows)))  # fmt: skip
    return show(
        request,
        "responses",
        "responses",
        title=_("What answers it?"),
        answer=answer,
        form=refusals,
        rows=rows,
    )


def _question(words: Texts, known: Any, item: str) -> Question:
    pack = edition()
    named = [pack.causes[one.cause] for one in known.causes if one.item == item and one.cause in pack.causes]
    picked = {one.module for one in known.answers if one.item == item}
    fits = {code for cause in named for code in cause.responses}
    if training_fits(known, pack, item):
        fits.add("training")
    unfit = {code for cause in named for code in cause.unfit} - fits
    replies = [
        Reply(
            code, str(RESPONSES[code]), words(code, "about"), code in fits, code in unfit,
            _modules(words, item, picked) if code == "training" else [],
        )
        for code in pack.responses
    ]  # fmt: skip
    replies.sort(key=lambda one: (not one.fits, one.misses))
    titles = {one.code: one for one in known.measures}
    own = [titles[one.measure] for one in known.answers if one.item == item and one.measure in titles]
    causes = [(words(one.id), words(one.id, "answer")) for one in named]
    missed = " ".join(words(one.id, "no_answer") for one in named)
    return Question(item, item_name(words, item), causes, missed, replies, own)


def _modules(words: Texts, item: str, picked: set[str]) -> list[tuple[str, str, str, bool]]:
    serving = [module for module in edition().modules.values() if item in module.serves]
    return [(one.id, words(one.id, "title"), words(one.id, "outcome"), one.id in picked) for one in serving]


def _choose(request: BookRequest, goals_id: str) -> None:
    """Write the modules chosen anew, and void those given up. Own measures are written on their own page."""
    rows = models.Response.objects.filter(goals=goals_id).exclude(module="")
    before = {(row.item, row.module): row.id for row in rows}
    asked, offered = _pairs(request.POST.getlist("module")), _pairs(request.POST.getlist("offered"))
    causes_by_item = {one.item: one.id for one in queries.causes(goals_id)}
    fresh = [
        ResponseChosen(
            day=today(), goals=goals_id, item=item, cause=causes_by_item.get(item, ""), response="training", module=module
        )
        for item, module in sorted(asked - set(before))
    ]  # fmt: skip
    write(request.book.id, fresh, actor=request.actor)
    for key in sorted(set(before) & offered - asked):
        void(request.book.id, before[key], why=str(CHANGED), day=today(), actor=request.actor)


def _pairs(values: list[str]) -> set[tuple[str, str]]:
    """Return (item, module) of what was sent, for modules that the guide has."""
    pairs = [value.split(" ") for value in values if value.count(" ") == 1]
    return {(item, module) for item, module in pairs if module in edition().modules}
