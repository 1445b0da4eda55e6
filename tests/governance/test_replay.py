"""Whatever people decide and learn, and however late, doubled or shuffled it arrives: one state."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.journal.correct import replace, void
from cahier.journal.entries import Erase
from cahier.journal.entry import KINDS
from cahier.journal.models import Finding, JournalEntry
from cahier.journal.rebuild import fingerprint, rebuild
from cahier.journal.verify import verify
from cahier.journal.write import write
from helpers.people import lived
from helpers.replay import envelopes_of, forget, replayed
from helpers.samples import DAY

FEATURES = ("registry", "governance", "learning", "advocacy", "access")


@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), order=st.integers(0, 10_000))
def test_any_order_and_repetition_gives_the_same_state(cast, seed, order):
    forget(cast.a)
    lived(cast.a, cast.awa, seed)
    before, sealed = fingerprint(cast.a), envelopes_of(cast.a)
    assert replayed(cast.a, sealed, order) == before


def test_the_wrong_facts_of_that_life_are_found(cast):
    for seed in range(8):
        lived(cast.a, cast.awa, seed, rounds=1)
    rules = set(Finding.objects.values_list("rule", flat=True))
    assert rules >= {
        "registry.code-twice", "registry.own-twice", "registry.left-unhired", "governance.done-twice",
        "governance.done-first", "governance.too-many-present", "governance.called-after",
        "governance.seat-taken", "governance.mandate-ended-first", "governance.cleared-too-many",
        "learning.never-there", "advocacy.answered-first", "advocacy.no-such-duty", "advocacy.overpaid",
    }  # fmt: skip


def test_every_kind_of_these_features_is_in_that_life_or_tested_alone(cast):
    written = set(lived(cast.a, cast.awa, 1).made)
    kinds = {kind for kind in KINDS if kind.partition(".")[0] in FEATURES}
    assert kinds - written == {"registry.season", "learning.training"}


@pytest.mark.parametrize("seed", range(3))
def test_corrected_voided_and_erased_it_is_still_rebuilt_to_the_byte(cast, seed):
    life = lived(cast.a, cast.awa, seed, rounds=1)
    chair = life.any("governance.mandate")
    replace(cast.a, chair, {"office": "treasurer"}, why="office", day=DAY, actor=cast.awa)
    for kind in ("governance.meeting", "learning.training-held", "access.revoke", "registry.hired"):
        void(cast.a, life.any(kind), why="not so", day=DAY, actor=cast.awa)
    for person in life.made["registry.person"]:
        write(cast.a, [Erase(day=DAY, person=person, why="asked")], actor=cast.awa)
    assert not JournalEntry.objects.exclude(personal="").filter(personal__contains="Person").exists()
    assert not JournalEntry.objects.filter(personal__contains="A word").exists()
    before, sealed = fingerprint(cast.a), envelopes_of(cast.a)
    rebuild(cast.a)
    assert fingerprint(cast.a) == before
    assert verify(cast.a).problems == []
    assert replayed(cast.a, sealed, seed) == before
