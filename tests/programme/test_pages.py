"""Awa goes the whole way in the browser, without script; the others meet closed doors and sentences."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from django.urls import reverse

from cahier.journal.write import write
from cahier.programme import drafts, models
from cahier.programme.entries import CauseNamed, ResponseChosen
from cahier.programme.pages.common import WAY
from programme import books

GOAL = {
    "vision": "Vendre nous-mêmes", "function": ["FN3"], "channel": ["fairtrade"], "item": ["A2", "R2"],
    "weight.A2": "5", "target.A2": "7", "weight.R2": "2",
}  # fmt: skip
TERMS = {
    "budget": "2400000", "slice": "500000", "start.d": "6", "start.m": "4", "start.y": "2026", "weeks": "52",
    "half_days": "4", "at_once": "2", "met": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def at_once(settings):
    """The plan is made in the request, as no worker runs beside the tests."""
    settings.CAHIER_JOBS = "cahier.jobs.inline.InlineJobs"


@pytest.fixture
def go(acting, cast, book_a):
    browser = acting(cast.awa)

    def at(name, *rest, post=None, language="en"):
        address = reverse(name, args=[book_a.slug, *rest])
        headers = {"accept-language": language}
        return (
            browser.get(address, headers=headers)
            if post is None
            else browser.post(address, post, headers=headers)
        )

    return at


def test_the_whole_way_from_the_goal_to_the_vote(go, cast):
    books.workshop(cast)
    assert go("goals").status_code == 200
    assert go("goals", post=GOAL).url.endswith("/causes/")
    assert "Why is it low?" in go("causes").text
    given = {
        "cause.A2": "know_how",
        "sign.A2": "3 of 5 failed the test",
        "cause.R2": "allowed",
        "sign.R2": "",
    }
    assert go("causes", post=given).url.endswith("/answers/")
    text = go("responses").text
    assert "not an answer" in text
    assert go("responses", post={"offered": ["A2 M13", "A2 M14"], "module": ["A2 M13"]}).url.endswith(
        "/means/"
    )
    own = {"title": "Secretary's allowance", "response": "rule", "amount": "240000", "heading": "salary",
           "gain": "60", "why": "", "half_days": "0", "weeks": "1", "led": "no", "seats": "0"}  # fmt: skip
    assert go("own-measure", "R2", post=own).url.endswith("/answers/")
    assert "Secretary&#x27;s allowance" in go("responses").text
    trainer = {"code": "T1", "name": "", "skills": "", "half_days": "4", "most": "", "day_cost": "60000", "own": "no",
               "absences.count": "0", "day.d": "2", "day.m": "3", "day.y": "2026"}  # fmt: skip
    assert go("trainer", post=trainer).status_code == 302
    assert go("calendar-start", post={"system": "cocoa"}).status_code == 302
    assert "Main harvest" in go("means").text
    assert "October – December" in go("means").text
    assert "octobre – décembre" in go("means", language="fr").text
    assert "#the-plan" in go("plan", post=TERMS).url
    page = go("plan")
    assert "Secretary&#x27;s allowance" in page.text
    assert page.text.count('class="btn"') >= 1
    assert go("agreement").status_code == 200
    vote = {"title": "Programme 2026", "day.d": "2", "day.m": "3", "day.y": "2026"}
    assert go("agreement", post=vote).status_code == 302
    voted = models.Adopted.objects.get()
    assert voted.title == "Programme 2026"
    assert models.PlannedActivity.objects.filter(id=voted.id).count() > 1
    assert go("programme").url.endswith("/agreement/")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_in_three_languages_leads_on(go, cast, language):
    books.ready(cast)
    drafts.solve(cast.a)
    for name, _label in WAY:
        page = go(name, language=language)
        assert page.status_code == 200, name
        assert f'<html lang="{language}"' in page.text
        assert len(re.findall(r'class="btn"', page.text)) >= 1, name
    assert go("own-measure", "A2", language=language).status_code == 200
    assert go("trainer", language=language).status_code == 200
    assert go("layer", language=language).status_code == 200


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_both_files_come_in_the_language_of_the_page(go, cast, language):
    books.ready(cast)
    drafts.solve(cast.a)
    paper = pypdf.PdfReader(io.BytesIO(go("agreement-file", "pdf", language=language).content))
    assert "PO A" in paper.pages[0].extract_text()
    sheets = openpyxl.load_workbook(io.BytesIO(go("agreement-file", "xlsx", language=language).content))
    assert len(sheets.sheetnames) == 7
    assert go("agreement-file", "docx").status_code == 404


def test_pin_ban_and_let_go_each_make_the_plan_again(go, cast):
    books.ready(cast)
    first = drafts.solve(cast.a).answer.plan.codes
    assert go("wish", post={"code": "M13", "act": "ban"}).status_code == 302
    without = drafts.load(cast.a)
    assert "M13" in first
    assert "M13" not in without.answer.plan.codes
    assert not without.stale
    go("wish", post={"code": "M13", "act": "free"})
    assert drafts.load(cast.a).answer.plan.codes == first
    assert go("wish", post={"code": "M99", "act": "pin"}).status_code == 404


def test_wishes_that_exclude_one_another_are_named(go, cast):
    books.ready(cast)
    drafts.solve(cast.a)
    go("wish", post={"code": "M14", "act": "pin"})
    go("wish", post={"code": "M13", "act": "ban"})
    page = go("plan")
    assert "cannot be in the plan while" in page.text
    assert "M13" in page.text
    refused = go("agreement")
    assert refused.url.endswith("/plan/")
    assert "There is no plan to vote on" in go("plan").text
    assert go("agreement-file", "pdf").status_code == 409


def test_six_priorities_and_no_money_are_refused_where_they_are_asked(go, cast):
    books.workshop(cast)
    six = go("goals", post={**GOAL, "item": ["A1", "A2", "A3", "R1", "R2", "G1"]})
    assert six.status_code == 422
    assert "at most 5 priorities" in six.text
    assert go("goals", post={**GOAL, "item": []}).status_code == 422
    go("goals", post=GOAL)
    nothing = go("plan", post={**TERMS, "budget": "0"})
    assert nothing.status_code == 422
    assert "The budget is zero" in nothing.text


def test_a_changed_gain_makes_the_plan_stale(go, cast):
    books.ready(cast)
    drafts.solve(cast.a)
    given = {"gain": "90", "why": "Seen in the union", "grade": "O"}
    assert go("gain", "M13", "A2", post=given).status_code == 302
    assert "Make the plan again" in go("plan").text
    assert drafts.load(cast.a).stale
    assert go("gain", "M99", "A2").status_code == 404


def test_before_any_goal_the_pages_say_so(go):
    for name in ("causes", "responses", "plan", "agreement"):
        assert go(name).url.endswith("/goal/")
    assert "No goal is set yet" in go("goals").text
    assert "No workshop was held yet" in go("goals").text
    assert go("programme").url.endswith("/goal/")


def test_chloe_finds_nothing_and_diego_changes_nothing(acting, cast, book_a):
    books.ready(cast)
    drafts.solve(cast.a)
    for name in ("goals", "plan", "agreement"):
        assert acting(cast.chloe).get(reverse(name, args=[book_a.slug])).status_code == 404
    diego = acting(cast.diego)
    assert diego.get(reverse("plan", args=[book_a.slug])).status_code == 200
    before = models.PlanDraft.objects.get().settings
    assert diego.post(reverse("plan", args=[book_a.slug]), TERMS).status_code == 403
    assert diego.post(reverse("wish", args=[book_a.slug]), {"code": "M13", "act": "ban"}).status_code == 403
    assert models.PlanDraft.objects.get().settings == before


def test_while_the_plan_is_made_the_page_says_so_and_can_stop_it(go, cast, settings):
    settings.CAHIER_JOBS = "cahier.jobs.queue.QueuedJobs"
    books.ready(cast)
    go("plan", post=TERMS)
    assert "The plan is being made" in go("plan").text
    assert go("plan-stop", post={}).status_code == 302
    assert "The plan is being made" not in go("plan").text
    assert drafts.load(cast.a).answer is None


def test_work_that_was_refused_says_why_on_the_page(go, cast):
    goals = books.aims(cast, ("R2",))
    cause = CauseNamed(day=books.DAY, goals=goals, item="R2", cause="allowed", sign="")
    write(cast.a, [cause], actor=cast.awa)
    go("plan", post=TERMS)
    assert "There is nothing to choose from" in go("plan").text


def test_terms_changed_while_the_plan_is_made_are_kept(cast):
    books.ready(cast)
    drafts.solve(cast.a)
    other = replace(books.TERMS, budget=1)
    drafts.save(cast.a, other)
    assert drafts.load(cast.a).terms == other
    assert drafts.load(cast.a).stale


def test_a_module_given_up_is_voided_and_one_not_shown_is_kept(go, cast):
    goals = books.aims(cast, ("A2", "R2"))
    for module in ("M13", "M50"):
        write(
            cast.a,
            [ResponseChosen(day=books.DAY, goals=goals, item="A2", response="training", module=module)],
            actor=cast.awa,
        )
    assert go("responses", post={"offered": ["A2 M13", "A2 M14"], "module": ["A2 M14"]}).status_code == 302
    assert set(models.Response.objects.values_list("module", flat=True)) == {"M14", "M50"}


def test_two_causes_of_one_item_are_both_answered(go, cast):
    goals = books.aims(cast, ("A2",))
    for cause in ("know_how", "means"):
        write(cast.a, [CauseNamed(day=books.DAY, goals=goals, item="A2", cause=cause)], actor=cast.awa)
    text = go("responses").text
    assert "We do not know how" in text
    assert "We lack the means" in text
    assert text.count("fits</span>") == 2
    assert "Also named" in go("causes").text


def test_who_pays_the_rest_is_printed_by_name(go, cast):
    books.ready(cast)
    assert go("plan", post={**TERMS, "partner": "Union Nakosso (made up)"}).status_code == 302
    assert 'value="Union Nakosso (made up)"' in go("plan").text
    assert "Union Nakosso (made up)" in go("agreement").text
