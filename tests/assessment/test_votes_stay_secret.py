"""Nobody's vote is kept: not in the book, not on the workbench, not in the bytes of the file."""

import sqlite3
from pathlib import Path

import pytest

from assessment_rounds import open_round, vote
from cahier.assessment import queries
from cahier.assessment.votes import PANEL
from cahier.assessment.workbench import counting
from cahier.assessment.workbench.models import OpenCount, SpentSlip
from cahier.journal.models import JournalEntry
from cahier.kernel.ids import new_id
from cahier.kernel.refusals import Refused
from helpers.samples import DAY

SLIP = "01a20a77-db6d-7297-b2a8-4fa916ea2a41"


@pytest.fixture
def held(cast):
    round_id = open_round(cast)
    return round_id, queries.grid_of(round_id)


def test_while_the_vote_is_open_only_how_many_have_voted_is_told(cast, held):
    round_id, grid = held
    vote(round_id, "G2", grid, "women", 1, 2)
    vote(round_id, "G2", grid, "leaders", "?", "")
    assert counting.put_in(round_id, "G2") == {"women": 2, "leaders": 2}
    assert queries.votes_of(round_id, "G2") == {}
    assert (
        "G2"
        not in JournalEntry.objects.filter(book=cast.a).order_by("-number").first().body.split('"grid"')[0]
    )


def test_a_screen_sent_twice_counts_once(held):
    round_id, grid = held
    slip = new_id()
    assert counting.cast(round_id, "G2", grid, group="women", answer="4", slip=slip)
    assert not counting.cast(round_id, "G2", grid, group="women", answer="4", slip=slip)
    assert not counting.cast(round_id, "G2", grid, group="leaders", answer="1", slip=slip)
    assert counting.put_in(round_id, "G2") == {"women": 1}


@pytest.mark.parametrize(
    ("group", "answer", "slip", "code"),
    [
        ("women", "6", SLIP, "assessment.vote_off_scale"),
        ("women", "3.5", SLIP, "assessment.vote_off_scale"),
        ("elders", "3", SLIP, "assessment.unknown_group"),
        (PANEL, "3", SLIP, "assessment.unknown_group"),
        ("women", "3", "mine", "assessment.unknown_slip"),
    ],
)
def test_votes_that_are_none(held, group, answer, slip, code):
    round_id, grid = held
    with pytest.raises(Refused) as refused:
        counting.cast(round_id, "G2", grid, group=group, answer=answer, slip=slip)
    assert [one.code for one in refused.value.problems] == [code]
    assert not OpenCount.objects.exists()


def test_groups_under_five_join_the_panel_before_anything_is_written(cast, held):
    round_id, grid = held
    vote(round_id, "G2", grid, "leaders", 4, 4, 4, 4, 4, 4)
    vote(round_id, "G2", grid, "women", 1, 1, 1, 2, 2, 2)
    vote(round_id, "G2", grid, "youth", 5)
    counting.reveal(round_id, "G2", grid, day=DAY, actor=cast.awa)
    votes = queries.votes_of(round_id, "G2")
    assert set(votes) == {PANEL, "women"} or set(votes) == {PANEL, "leaders"}
    assert votes[PANEL].size == 7
    (entry,) = JournalEntry.objects.filter(book=cast.a, kind="assessment.votes")
    assert "youth" not in entry.body + entry.personal


def test_the_workbench_is_empty_after_the_reveal_and_the_rest_stays(cast, held):
    round_id, grid = held
    vote(round_id, "G2", grid, "women", 1, 1, 1, 2, 2)
    vote(round_id, "G3", grid, "women", 4)
    counting.reveal(round_id, "G2", grid, day=DAY, actor=cast.awa)
    assert set(OpenCount.objects.values_list("item", flat=True)) == {"G3"}
    assert set(SpentSlip.objects.values_list("item", flat=True)) == {"G3"}


def test_a_reveal_that_is_refused_loses_no_vote(cast, held):
    round_id, grid = held
    vote(round_id, "G2", grid, "women", 1, 1, 1, 2, 2)
    with pytest.raises(Refused):
        counting.reveal(round_id, "G2", grid, day=DAY, actor=cast.chloe)
    assert counting.put_in(round_id, "G2") == {"women": 5}
    with pytest.raises(Refused) as refused:
        counting.reveal(round_id, "G4", grid, day=DAY, actor=cast.awa)
    assert refused.value.problems[0].code == "assessment.no_votes"


def test_voting_again_makes_a_second_ballot_and_the_last_one_is_shown(cast, held):
    round_id, grid = held
    for level in (2, 4):
        vote(round_id, "G2", grid, "women", *[level] * 5)
        counting.reveal(round_id, "G2", grid, day=DAY, actor=cast.awa)
    assert dict(queries.votes_of(round_id, "G2")["women"].counts)[4] == 5


def test_a_paper_tally_takes_the_place_of_what_was_counted(cast, held):
    round_id, grid = held
    vote(round_id, "G2", grid, "women", 1)
    counting.enter_tally(round_id, "G2", grid, {("women", "3"): 4, ("women", "?"): 2, ("leaders", "5"): 0})
    assert counting.put_in(round_id, "G2") == {"women": 6}
    counting.discard(round_id, "G2")
    assert counting.put_in(round_id, "G2") == {}


def test_neither_entry_nor_workbench_names_a_voter_or_a_time():
    columns = {field.name for model in (OpenCount, SpentSlip) for field in model._meta.concrete_fields}
    assert columns == {"id", "book", "round", "item", "group", "answer", "people", "key"}


def test_no_trace_on_disk(tmp_path):
    """The bytes of the file and of its log are searched for slips and for the counts of a small group."""
    import os
    import subprocess
    import sys

    script = Path(__file__).with_name("leave_no_trace.py")
    env = {**os.environ, "CAHIER_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "cahier.settings"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    env.pop("CAHIER_POSTGRES", None)
    done = subprocess.run([sys.executable, str(script)], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    slips = done.stdout.split()
    assert len(slips) == 8
    files = sorted((tmp_path / "home").glob("cahier.sqlite3*"))
    everything = b"".join(path.read_bytes() for path in files)
    assert b"women-of-nianso" in everything  # the round itself is there, so the search can find something
    assert [slip for slip in slips if slip.encode() in everything] == []
    assert b"two-elders" in everything  # the group was announced
    database = sqlite3.connect(files[0])
    bars = database.execute('SELECT DISTINCT "group" FROM assessment_votecount').fetchall()
    assert bars == [(PANEL,)]
    assert database.execute("SELECT count(*) FROM assessment_opencount").fetchone() == (0,)
