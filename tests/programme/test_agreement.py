"""From the goal to the printed agreement: the figures add up, agree everywhere, and come again tomorrow."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cahier.journal.write import write
from cahier.kernel.canonical import dumps, has_float
from cahier.kernel.refusals import Refused
from cahier.learning.entries import AttendanceRow, TrainingHeld
from cahier.programme import answers, assemble, costs, drafts, models, pdf, printing, queries
from cahier.programme.entries import CauseNamed, GainAssumed, GoalsSet, Priority, TrainerListed
from cahier.programme.material import OWN, PARTNER, Payer
from cahier.programme.problem import Pin
from cahier.programme.settings import Settings, next_monday, read
from cahier.programme.verifier import verify
from cahier.registry.entries import Person
from helpers.samples import DAY
from programme import books


@pytest.fixture
def solved(cast):
    books.ready(cast)
    return drafts.solve(cast.a, DAY)


def bill_of(draft):
    return costs.bill(draft.assembled, draft.terms, draft.answer.plan)


def test_it_works(solved):
    plan = solved.answer.plan
    assert verify(solved.assembled.problem, plan) == []
    assert solved.answer.faults == ()
    assert {"M13", "M14", "OWN1"} <= plan.codes
    assert bill_of(solved).total.total <= books.TERMS.budget
    assert solved.answer.slice is not None
    assert not drafts.load(solved.book, DAY).stale


def test_training_is_proposed_only_where_it_is_the_answer(cast):
    goals = books.aims(cast, ("R2",))
    books.means(cast)
    cause = CauseNamed(day=DAY, goals=goals, item="R2", cause="allowed", sign="")
    write(cast.a, [cause], actor=cast.awa)
    drafts.save(cast.a, books.TERMS)
    draft = drafts.load(cast.a, DAY)
    assert draft.assembled.problem.candidates == ()
    assert next(note.code for note in draft.assembled.notes) == "note.other-cause"
    with pytest.raises(Refused, match="nothing to choose from"):
        drafts.solve(cast.a, DAY)


def test_what_a_module_needs_comes_with_it_and_before_it(solved):
    start = {one.code: one.week for one in solved.answer.plan.activities}
    assert start["M13"] < start["M14"] < start["M16"]
    assert start["M01"] < start["M04"] < start["M05"]


def test_the_simulation_lies_three_to_six_weeks_before_the_assembly(solved):
    week = next(one.week for one in solved.answer.plan.activities if one.code == "M05")
    day = books.START + dt.timedelta(weeks=week)
    assert 3 <= (books.TERMS.assembly - day).days // 7 <= 6


def test_nothing_is_held_while_cocoa_is_picked(solved):
    closed = {week.number for week in solved.assembled.weeks if week.closed}
    assert closed
    for part in bill_of(solved).parts:
        for offset, half_days in enumerate(part.candidate.half_days):
            assert not (half_days and part.activity.week + offset in closed)


def test_the_same_data_tomorrow_give_the_same_plan(solved):
    again = drafts.solve(solved.book, DAY)
    assert answers.record(again.answer) == answers.record(solved.answer)
    assert again.assembled.question == solved.assembled.question
    assert answers.record(answers.read(answers.record(solved.answer))) == answers.record(solved.answer)


def test_no_day_that_passes_makes_an_answer_stale(cast, solved):
    trained(cast, DAY)
    first = drafts.solve(cast.a, DAY)
    later = drafts.load(cast.a, DAY + dt.timedelta(days=700))
    assert not later.stale
    assert later.assembled.question == first.assembled.question


def test_people_expected_follow_the_history_of_presence(cast, solved):
    before = {code: people for code, people in solved.assembled.people.items() if people > 3}
    trained(cast, DAY)
    after = drafts.load(cast.a, DAY).assembled
    assert after.share == 5_000
    assert all(after.people[code] < people for code, people in before.items())


def trained(cast, day):
    """One session to which 24 confirmed and 12 came."""
    people = [Person(day=day, family_name=f"Made-up {n}", sex="f") for n in range(24)]
    ids = write(cast.a, people, actor=cast.awa).ids
    came = tuple(AttendanceRow(person=person, confirmed=True, present=n < 12) for n, person in enumerate(ids))
    write(cast.a, [TrainingHeld(day=day, module="M02", minutes=210, people=came)], actor=cast.awa)


def test_the_order_in_which_things_were_written_does_not_matter(solved):
    known = queries.material(solved.book, solved.terms.start)
    turned = replace(
        known,
        wants=known.wants[::-1],
        causes=known.causes[::-1],
        answers=known.answers[::-1],
        measures=known.measures[::-1],
        leaders=known.leaders[::-1],
        layers=known.layers[::-1],
    )
    other = assemble.assemble(turned, solved.pack, solved.terms)
    assert other.digest == solved.assembled.digest
    assert answers.answer(other.problem).plan == solved.answer.plan


def test_the_question_holds_no_float_and_says_everything(solved):
    told = json.loads(solved.assembled.question)
    assert not has_float(told)
    assert dumps(told) == solved.assembled.question
    assert set(told) >= {
        "candidates",
        "priorities",
        "budget",
        "trainers",
        "audiences",
        "open_half_days",
        "pins",
    }


def test_whatever_changes_makes_the_answer_stale(cast, solved):
    changes = [
        GainAssumed(day=DAY, code="M13", item="A2", gain=90, why="Seen in the union", grade="O"),
        TrainerListed(day=DAY, code="T9", name="", half_days=1, day_cost=1),
    ]
    for entry in changes:
        drafts.solve(cast.a, DAY)
        write(cast.a, [entry], actor=cast.awa)
        stale = drafts.load(cast.a, DAY)
        assert stale.stale
        with pytest.raises(Refused, match="Make the plan again"):
            stale.sound()
    drafts.solve(cast.a, DAY)
    drafts.save(cast.a, replace(books.TERMS, slice=1_000_000))
    assert drafts.load(cast.a, DAY).stale


def test_an_assumption_that_people_state_goes_before_the_rule(cast, solved):
    write(
        cast.a,
        [GainAssumed(day=DAY, code="M13", item="A2", gain=90, why="Seen in the union", grade="O")],
        actor=cast.awa,
    )
    gains = drafts.load(cast.a, DAY).assembled.problem.candidate("M13").gains
    assert [(gain.amount, gain.grade) for gain in gains if gain.item == "A2"] == [(90, "O")]


# -- refusals


def test_six_priorities_are_refused(cast):
    six = tuple(Priority(item=item) for item in ("A1", "A2", "A3", "R1", "R2", "G1"))
    with pytest.raises(Refused, match="at most 5 priorities"):
        write(cast.a, [GoalsSet(day=DAY, priorities=six)], actor=cast.awa)


def test_no_goal_no_money_no_plan(cast):
    with pytest.raises(Refused, match="No goal is set yet"):
        drafts.load(cast.a, DAY)
    books.ready(cast, replace(books.TERMS, budget=0))
    with pytest.raises(Refused, match="The budget is zero"):
        drafts.solve(cast.a, DAY)
    with pytest.raises(Refused, match="Make the plan first"):
        drafts.adopt(cast.a, cast.awa, title="P", day=DAY, on=DAY)


def test_wishes_beyond_the_budget_are_a_sentence_with_the_missing_money(cast):
    books.ready(cast, replace(books.TERMS, budget=200_000, pins=(Pin("M14"), Pin("M16"))))
    draft = drafts.solve(cast.a, DAY)
    assert draft.answer.plan is None
    assert draft.answer.clash.code == "clash.over_budget"
    said = draft.answer.clash.details
    assert "M16" in said["codes"]
    assert said["missing"] == said["cost"] - 200_000 > 0
    assert "the budget of 200000" in str(draft.answer.clash)
    with pytest.raises(Refused, match="There is no plan to vote on"):
        draft.sound()


def test_without_a_trainer_only_what_needs_none_is_planned(cast):
    goals = books.aims(cast, round_id=books.workshop(cast))
    books.answers(cast, goals)
    draft = drafts.solve(cast.a, DAY, books.TERMS)
    led = {one.code for one in draft.assembled.problem.candidates if one.led}
    assert not draft.answer.plan.codes & led
    out = {one.code: one.reason.code for one in draft.answer.left_out}
    assert out["M14"] == "out.no_skill"


def test_chloe_cannot_write_the_vote_of_awas_assembly(cast, solved):
    with pytest.raises(Refused):
        drafts.adopt(cast.a, cast.chloe, title="P", day=DAY, on=DAY)
    assert not models.Adopted.objects.exists()


# -- money


def test_every_part_adds_up_to_the_unit(solved):
    bill = bill_of(solved)
    assert sum(amount for _, amount in bill.lines) == bill.total.total
    assert sum(bill.by_payer().values()) == bill.total.total
    for line, amount in bill.lines:
        assert sum(bill.paid.get((line, who), 0) for who in bill.payers) == amount
    assert sum(part.costing.total for part in bill.parts) == bill.total.total
    for part in bill.parts:
        assert sum(part.paid.values()) == part.costing.total


def test_the_ceiling_of_a_payer_covers_its_overheads(cast):
    payers = (Payer(PARTNER), Payer(OWN, "", 150_000))
    books.ready(cast, replace(books.TERMS, payers=payers))
    draft = drafts.solve(cast.a, DAY)
    assert draft.answer.plan.activities
    assert bill_of(draft).by_payer()[OWN] <= 150_000


@given(total=st.integers(0, 10**9), amounts=st.lists(st.integers(0, 10**6), max_size=30))
def test_direct_cost_within_its_budget_never_passes_the_total_with_overheads(total, amounts):
    from cahier.programme.costing import with_overheads
    from cahier.programme.problem import CostLine

    room = assemble.direct(total, len(amounts))
    spent = 0
    printed = 0
    for amount in amounts:
        if spent + amount <= room:
            spent += amount
            printed += with_overheads([CostLine("meals", amount)]).total
    assert printed <= max(total, 0)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_paper_and_workbook_say_the_same_figures(solved, language):
    made = printing.printed(solved, language, DAY)
    bill = bill_of(solved)
    with translation.override(language):
        table = pdf.budget(made.said)
        total = table["total"][1]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)
    assert squeezed(total) in squeezed(text)
    assert squeezed(made.said.head) in squeezed(text)
    for one in made.said.activities:
        assert one.code in text
    values = openpyxl.load_workbook(io.BytesIO(made.xlsx), data_only=True)
    assert bill.total.total in [cell.value for row in values.worksheets[4].iter_rows() for cell in row]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_formulas_of_the_workbook_work_and_keep_their_values(solved):
    made = printing.printed(solved, "en", DAY)
    kept = openpyxl.load_workbook(io.BytesIO(made.xlsx), data_only=True)
    written = openpyxl.load_workbook(io.BytesIO(made.xlsx))
    seen = 0
    for sheet in written.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=SUM"):
                    value = kept[sheet.title][cell.coordinate].value
                    assert value == pytest.approx(recomputed(cell.value, kept[sheet.title]))
                    seen += 1
    assert seen >= len(bill_of(solved).lines) + 4


def recomputed(formula: str, sheet) -> float:
    columns = [
        [cell.value or 0 for row in sheet[area] for cell in row]
        for area in re.findall(r"[A-Z]+\d+:[A-Z]+\d+", formula)
    ]
    if formula.startswith("=SUMPRODUCT"):
        return sum(a * b for a, b in zip(*columns, strict=True)) / 2
    return sum(columns[0])


def test_no_text_of_a_member_becomes_a_formula_or_markup(cast):
    goals = books.aims(cast, ("A2",))
    books.means(cast)
    sign = '=HYPERLINK("http://x") #emph[x] $a$ \\ <script>'
    write(cast.a, [CauseNamed(day=DAY, goals=goals, item="A2", cause="know_how", sign=sign)], actor=cast.awa)
    draft = drafts.solve(cast.a, DAY, books.TERMS)
    made = printing.printed(draft, "en", DAY)
    cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(made.xlsx)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and "HYPERLINK" in cell.value
    ]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)
    assert "#emph[x]$a$" in squeezed(text)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_same_agreement_gives_the_same_bytes(solved, language):
    first, second = (printing.printed(solved, language, DAY) for _ in range(2))
    assert first.pdf == second.pdf
    assert first.xlsx == second.xlsx


# -- the vote


def test_the_vote_keeps_question_answer_and_head(cast, solved):
    drafts.adopt(cast.a, cast.awa, title="Programme 2026", day=DAY, on=DAY)
    voted = queries.adopted()
    assert voted.question == solved.assembled.question
    assert voted.cost == bill_of(solved).total.total
    assert (voted.value, voted.bound) == (solved.answer.plan.value, solved.answer.plan.bound)
    rows = queries.activities_of(voted.id)
    assert {row.code for row in rows} == solved.answer.plan.codes
    assert sum(row.cost for row in rows) == voted.cost
    assert "Voted on" in printing.said_in(drafts.load(cast.a, DAY), "en", DAY).voted


# -- terms


@given(
    weeks=st.integers(1, 156), money=st.integers(0, 10**12), bans=st.frozensets(st.sampled_from(["M01", "M02"])),
    assembly=st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)),
)  # fmt: skip
def test_terms_are_read_back_as_they_were_kept(weeks, money, bans, assembly):
    terms = Settings(books.START, weeks, money, bans=bans, assembly=assembly, pins=(Pin("M03", 2, "T1"),))
    kept = json.loads(dumps(terms.record()))
    assert read(kept) == terms


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_the_next_monday_is_a_monday_within_a_week(day):
    found = next_monday(day)
    assert found.weekday() == 0
    assert 1 <= (found - day).days <= 7


def test_asking_and_excluding_take_each_others_place():
    terms = Settings(books.START).pinned("M01").banned("M01")
    assert (terms.pins, terms.bans) == ((), frozenset({"M01"}))
    assert terms.pinned("M01").bans == frozenset()
    assert terms.without_wish("M01") == Settings(books.START)


@given(half_days=st.integers(0, 60), weeks=st.integers(1, 60))
def test_half_days_are_spread_without_loss(half_days, weeks):
    spread = assemble.spread(half_days, weeks)
    assert sum(spread) == half_days
    assert len(spread) == weeks
    assert max(spread) - min(spread) <= 1
