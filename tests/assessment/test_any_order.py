"""A round reads the same in whatever order its entries arrive, repeated or not."""

import datetime as dt

import pytest

from assessment_rounds import agree, open_round, present, vote
from cahier.assessment import queries
from cahier.assessment.entries import ProofListed, RoundClosed, ShownItem
from cahier.assessment.workbench.counting import reveal
from cahier.journal import cuts
from cahier.journal.correct import replace, void
from cahier.journal.models import Finding
from cahier.journal.rebuild import fingerprint
from cahier.journal.write import Mode, write
from helpers.replay import envelopes_of, replayed
from helpers.samples import DAY

LATER = DAY + dt.timedelta(1)


def a_troubled_round(cast):
    round_id = open_round(cast)
    present(cast, round_id, leaders=6, women=6)
    grid = queries.grid_of(round_id)
    vote(round_id, "G2", grid, "leaders", 4, 4, 4, 5, 5, 3)
    vote(round_id, "G2", grid, "women", 1, 1, 2, 2, 2, 1)
    reveal(round_id, "G2", grid, day=DAY, actor=cast.awa)
    first = agree(cast, round_id, "G2", 3).ids[0]
    agree(cast, round_id, "G2", 2, mode=Mode.FACT, day=LATER)
    agree(cast, round_id, "G1", 5, mode=Mode.FACT)
    voided = agree(cast, round_id, "G3", 3).ids[0]
    void(cast.a, voided, why="Not voted yet", day=DAY, actor=cast.awa)
    proof = ProofListed(day=DAY, round=round_id, title="Minutes", items=(ShownItem(item="G2"),))
    write(cast.a, [proof], actor=cast.awa)
    cut = cuts.head(cast.a)
    closed = RoundClosed(
        day=LATER, round=round_id, code=cut.code(), cut={"last": cut.last, "digest": cut.digest}
    )
    write(cast.a, [closed], actor=cast.awa)
    agree(cast, round_id, "G4", 2, mode=Mode.FACT, day=LATER)
    replace(cast.a, first, {"rationale": "Told late"}, why="Added", day=DAY, actor=cast.awa)
    open_round(cast, 2)
    write(cast.a, [closed], actor=cast.awa, mode=Mode.FACT)
    return round_id


def test_what_contradicts_itself_is_asked_and_the_round_stands(cast):
    round_id = a_troubled_round(cast)
    assert sorted(Finding.objects.values_list("rule", flat=True)) == [
        "assessment.after_closing",
        "assessment.agreed_twice",
        "assessment.closed_twice",
        "assessment.proof_missing",
    ]
    assert queries.marks(round_id)["G2"].agreed == 2
    assert "G3" not in queries.marks(round_id)
    assert queries.round_by_id(round_id).settled == 3


@pytest.mark.parametrize("seed", range(8))
def test_any_order_and_repetition_gives_the_same_tables(cast, seed):
    a_troubled_round(cast)
    before = fingerprint(cast.a)
    assert "assessment_itemresult" in str(before)
    assert replayed(cast.a, envelopes_of(cast.a), seed) == before
