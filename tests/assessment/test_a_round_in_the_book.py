"""A round as the book holds it: opened, voted, agreed, closed; and what the book refuses."""

from fractions import Fraction

import pytest

from assessment_rounds import agree, agree_all, open_round, opening, present, vote
from cahier.assessment import models, queries
from cahier.assessment.contradictions import Band
from cahier.assessment.entries import (
    Bar,
    ContradictionAnswered,
    Demanded,
    ItemAgreed,
    ItemVotes,
    ProofListed,
    RoundClosed,
    ShownItem,
)
from cahier.assessment.votes import PANEL
from cahier.assessment.workbench.counting import reveal
from cahier.journal import cuts
from cahier.journal.correct import replace, void
from cahier.journal.fields import Attached
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from helpers.samples import DAY


def codes(refused):
    return [one.code.removeprefix("assessment.") for one in refused.value.problems]


def close(cast, round_id, day=DAY):
    cut = cuts.head(cast.a)
    entry = RoundClosed(
        day=day, round=round_id, code=cut.code(), cut={"last": cut.last, "digest": cut.digest}
    )
    return write(cast.a, [entry], actor=cast.awa)


def test_a_round_from_the_demand_to_the_closing(cast):
    asked = Demanded(
        day=DAY, asked_by="The board", purpose="Sell together", decided_by="Assembly", sharing="po"
    )
    write(cast.a, [asked], actor=cast.awa)
    round_id = open_round(cast)
    present(cast, round_id, leaders=6, members=8, women=6, youth=3)
    grid = queries.grid_of(round_id)
    assert len(grid.instrument.items) == 34
    assert queries.next_item(round_id) == grid.instrument.items[0]

    vote(round_id, "G2", grid, "leaders", 4, 4, 4, 5, 5, "?")
    vote(round_id, "G2", grid, "women", 1, 1, 2, 2, 2, 1)
    reveal(round_id, "G2", grid, day=DAY, actor=cast.awa)
    votes = queries.votes_of(round_id, "G2")
    assert votes["women"].counts == ((1, 3), (2, 3), (3, 0), (4, 0), (5, 0))
    assert votes["leaders"].dont_know == 1

    agree(cast, round_id, "G2", Fraction(5, 2), discussed=True, rationale="Not all are told in time")
    agree_all_but(cast, round_id, "G2", 3)
    standing = queries.round_by_number()
    assert (standing.settled, standing.items, standing.people, standing.closed) == (34, 34, 23, None)
    profile = queries.profile_of(round_id)
    assert [one.code for one in profile.variables] == [one.code for one in grid.instrument.variables]
    assert profile.weakest == (grid.variable_of("G2"),)
    assert profile.index is not None

    close(cast, round_id)
    standing = queries.round_by_id(round_id)
    assert standing.closed == DAY
    assert cuts.holds(cast.a, standing.code)
    assert queries.next_item(round_id) == ""


def agree_all_but(cast, round_id, item, level):
    others = [one for one in queries.grid_of(round_id).instrument.items if one != item]
    entries = [ItemAgreed(day=DAY, round=round_id, item=one, agreed=level * 2) for one in others]
    write(cast.a, entries, actor=cast.awa)


def test_a_level_above_three_needs_a_document_and_the_wished_level_is_kept(cast):
    round_id = open_round(cast)
    with pytest.raises(Refused) as refused:
        agree(cast, round_id, "G2", 4, "PF1")
    assert codes(refused) == ["proof_missing"]
    assert not models.Agreement.objects.exists()
    agree(cast, round_id, "G2", 3, "PF1", wished=8)
    assert queries.marks(round_id)["G2"].wished == 4
    agree(cast, round_id, "G1", 4, "PF2")
    assert queries.results(round_id)["G1"].agreed == 8


@pytest.mark.parametrize(
    ("level", "more", "code"),
    [
        (Fraction(5, 2), {}, "half_before_discussion"),
        (6, {"grade": "PF3"}, "level_off_scale"),
        (3, {"wished": 4}, "wished_below_agreed"),
        (3, {"facilitator": 22}, "level_off_scale"),
        (3, {"grade": "PF9"}, "no_such_grade"),
        (None, {}, "nothing_agreed"),
        (3, {"applicable": False}, "not_and_level"),
    ],
)
def test_what_cannot_be_agreed(cast, level, more, code):
    round_id = open_round(cast)
    with pytest.raises(Refused) as refused:
        agree(cast, round_id, "G2", level, **more)
    assert codes(refused) == [code]
    assert queries.results(round_id) == {}


def test_an_item_that_the_guide_does_not_have(cast):
    round_id = open_round(cast)
    with pytest.raises(Refused) as refused:
        agree(cast, round_id, "Z9", 3)
    assert codes(refused) == ["no_such_item"]


def test_an_item_that_does_not_apply_is_settled_and_leaves_the_mean(cast):
    round_id = open_round(cast)
    agree(cast, round_id, "T4", None, applicable=False)
    assert queries.marks(round_id)["T4"].applicable is False
    assert queries.round_by_id(round_id).settled == 1
    technical = queries.profile_of(round_id).variables[0]
    assert technical.applicable == 4


def test_the_same_item_is_not_agreed_twice_but_corrected(cast):
    round_id = open_round(cast)
    first = agree(cast, round_id, "G2", 3).ids[0]
    with pytest.raises(Refused) as refused:
        agree(cast, round_id, "G2", 2)
    assert codes(refused) == ["agreed_twice"]
    replace(cast.a, first, {"agreed": 4}, why="We talked again", day=DAY, actor=cast.awa)
    assert queries.marks(round_id)["G2"].agreed == 2
    assert not Finding.objects.exists()


def test_a_correction_obeys_the_same_rules(cast):
    round_id = open_round(cast)
    first = agree(cast, round_id, "G2", 3).ids[0]
    with pytest.raises(Refused) as refused:
        replace(cast.a, first, {"agreed": 10}, why="Better", day=DAY, actor=cast.awa)
    assert codes(refused) == ["proof_missing"]
    assert queries.marks(round_id)["G2"].agreed == 3


def test_after_closing_nothing_is_agreed_but_an_earlier_agreement_is_corrected(cast):
    round_id = open_round(cast)
    first = agree(cast, round_id, "G2", 3).ids[0]
    close(cast, round_id)
    with pytest.raises(Refused) as refused:
        agree(cast, round_id, "G1", 3)
    assert codes(refused) == ["after_closing"]
    with pytest.raises(Refused) as refused:
        close(cast, round_id)
    assert codes(refused) == ["closed_twice"]
    replace(cast.a, first, {"agreed": 2}, why="Misheard", day=DAY, actor=cast.awa)
    assert queries.marks(round_id)["G2"].agreed == 1


def test_two_rounds_do_not_bear_the_same_number(cast):
    first = open_round(cast)
    with pytest.raises(Refused) as refused:
        open_round(cast)
    assert codes(refused) == ["round_twice"]
    void(cast.a, first, why="Opened by mistake", day=DAY, actor=cast.awa)
    again = open_round(cast)
    assert [one.id for one in queries.rounds()] == [again]


def test_a_round_whose_grid_is_none_is_refused(cast):
    from dataclasses import replace as with_changes

    with pytest.raises(Refused) as refused:
        write(cast.a, [with_changes(opening(), grid={"lowest": 1})], actor=cast.awa)
    assert codes(refused) == ["no_grid"]


def test_chloe_writes_and_sees_nothing_of_a(cast):
    round_id = open_round(cast)
    agree(cast, round_id, "G2", 3)
    from cahier.journal import scope

    with scope.reading(cast.b):
        assert queries.rounds() == []
        assert not models.ItemResult.objects.exists()
    with pytest.raises(Refused):
        write(cast.a, [opening(2)], actor=cast.chloe)
    with pytest.raises(Refused):
        write(cast.a, [opening(2)], actor=cast.diego)


def test_two_facilitators_agree_the_same_item_on_two_laptops(cast):
    round_id = open_round(cast)
    agree(cast, round_id, "G2", 3, mode=Mode.FACT)
    written = agree(cast, round_id, "G2", 2, mode=Mode.FACT)
    (finding,) = written.findings
    assert finding.problem.code == "assessment.agreed_twice"
    assert "3" in str(finding.problem)
    assert "2" in str(finding.problem)
    assert queries.marks(round_id)["G2"].agreed == 2  # the last in canonical order, on every laptop
    void(cast.a, written.ids[0], why="The other laptop was right", day=DAY, actor=cast.awa)
    assert queries.marks(round_id)["G2"].agreed == 3
    assert not Finding.objects.exists()


def test_a_rule_broken_elsewhere_is_kept_and_becomes_a_finding(cast):
    round_id = open_round(cast)
    written = agree(cast, round_id, "G2", Fraction(9, 2), "PF0", mode=Mode.FACT)
    assert sorted(one.problem.code for one in written.findings) == [
        "assessment.half_before_discussion",
        "assessment.proof_missing",
    ]
    assert queries.marks(round_id)["G2"].agreed == Fraction(9, 2)


def test_a_proof_shows_items_and_its_expiry_changes_no_score(cast):
    round_id = open_round(cast)
    proof = ProofListed(
        day=DAY, round=round_id, title="Minutes of the assembly", items=(ShownItem(item="G2"), ShownItem(item="G1")),
        expires=DAY, file=Attached("ab" * 32, "image/jpeg", 1200, "minutes.jpg"),
    )  # fmt: skip
    proof_id = write(cast.a, [proof], actor=cast.awa).ids[0]
    agree(cast, round_id, "G2", 4, "PF2")
    assert queries.marks(round_id)["G2"].proofs == (proof_id,)
    number = DAY.toordinal() - 719163
    assert queries.expired(round_id, number) == ()
    assert [one.where for one in queries.expired(round_id, number + 1)] == ["G1", "G2"]
    assert queries.marks(round_id)["G2"].agreed == 4


def test_a_proof_whose_period_runs_backwards(cast):
    import datetime as dt

    round_id = open_round(cast)
    proof = ProofListed(day=DAY, round=round_id, title="Cash book", items=(ShownItem(item="A3"),),
                        period_from=DAY, period_to=DAY - dt.timedelta(1))  # fmt: skip
    with pytest.raises(Refused) as refused:
        write(cast.a, [proof], actor=cast.awa)
    assert codes(refused) == ["period_order"]


def test_the_books_ask_and_the_group_answers(cast):
    round_id = open_round(cast)
    agree_all(cast, round_id, 4)
    bands = {link.indicator: Band.NONE for link in queries.links("cahier/2026")}
    link = next(one for one in queries.links("cahier/2026") if one.item == "G2")
    bands[link.indicator] = Band.RED
    asked = [one for one in queries.contradictions(round_id, bands) if one.question.item == "G2"]
    assert [one.answer for one in asked] == [""]
    answer = ContradictionAnswered(
        day=DAY, round=round_id, item="G2", indicator=link.indicator, answer="Held twice"
    )
    write(cast.a, [answer], actor=cast.awa)
    (told,) = (one for one in queries.contradictions(round_id, bands) if one.question.item == "G2")
    assert told.answer == "Held twice"
    assert queries.marks(round_id)["G2"].agreed == 4


def test_change_counts_common_items_and_the_then_test_separates_learning_from_decline(cast):
    first = open_round(cast)
    agree(cast, first, "T1", 3)
    agree(cast, first, "T2", 3)
    second = open_round(cast, 2)
    agree(cast, second, "T1", 2, then=4)
    before, now = queries.round_by_id(first), queries.round_by_id(second)
    assert queries.round_before(now).id == first
    assert queries.round_before(before) is None
    change = queries.change_since(before, now)
    assert (change.common, change.items) == (1, 34)
    assert change.difference == -25
    total, by_variable = queries.shift_since(before, now)
    assert (total.observed, total.adjusted, total.shift) == (-1, 0, -1)
    assert list(by_variable) == [queries.grid_of(first).variable_of("T1")]


def test_small_groups_cannot_be_written_from_any_door(cast):
    round_id = open_round(cast)
    bars = (Bar(group="leaders", answer="3", people=6), Bar(group="youth", answer="1", people=2))
    for mode in Mode:
        with pytest.raises(Refused) as refused:
            write(
                cast.a, [ItemVotes(day=DAY, round=round_id, item="G2", bars=bars)], actor=cast.awa, mode=mode
            )
        assert codes(refused) == ["group_too_small"]
    alone = (Bar(group=PANEL, answer="3", people=3),)
    write(cast.a, [ItemVotes(day=DAY, round=round_id, item="G2", bars=alone)], actor=cast.awa)
    twice = (Bar(group="leaders", answer="3", people=6), Bar(group="leaders", answer="3", people=5))
    with pytest.raises(Refused) as refused:
        write(cast.a, [ItemVotes(day=DAY, round=round_id, item="G3", bars=twice)], actor=cast.awa)
    assert codes(refused) == ["bar_twice"]


def test_one_ballot_counted_on_two_laptops_is_a_finding(cast):
    round_id = open_round(cast)
    votes = [
        ItemVotes(day=DAY, round=round_id, item="G2", bars=(Bar(group="leaders", answer=level, people=6),))
        for level in ("3", "4")
    ]
    write(cast.a, votes[:1], actor=cast.awa)
    with pytest.raises(Refused) as refused:
        write(cast.a, votes[1:], actor=cast.awa)
    assert codes(refused) == ["voted_twice"]
    (finding,) = write(cast.a, votes[1:], actor=cast.awa, mode=Mode.FACT).findings
    assert finding.problem.code == "assessment.voted_twice"
