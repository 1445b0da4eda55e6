"""What disorder does to a book: nothing."""

import datetime as dt
from dataclasses import replace as changed

import pytest

from cahier.journal import chain, models, scope
from cahier.journal.correct import replace, void
from cahier.journal.entries import CloseFinding, Erase, Withdraw
from cahier.journal.rebuild import fingerprint, rebuild
from cahier.journal.receive import receive
from cahier.journal.verify import verify
from cahier.journal.write import Mode, write
from cahier.kernel.ids import new_id
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Joined, Left, Moved, Person, Section
from cahier.registry.models import Person as PersonRow
from helpers.replay import envelopes_of, forget, replayed
from helpers.samples import DAY


@pytest.fixture
def lived(cast):
    """A book in which everything happened once: corrections, an import taken back, an erasure, a finding."""
    day = [DAY + dt.timedelta(days=n) for n in range(40)]

    def put(*entries, mode=Mode.FORM, batch=""):
        return write(cast.a, entries, actor=cast.awa, mode=mode, batch=batch).ids

    north, south = put(Section(day=DAY, code="N", name="Nord"), Section(day=DAY, code="S", name="Sud"))
    esi, yao, ana = put(*[Person(day=DAY, family_name=name) for name in ("Mensah", "Yao", "Quispe")])
    put(Joined(day=day[1], person=esi, section=north), Joined(day=day[2], person=yao, section=north))
    put(Left(day=day[9], person=yao), Left(day=day[12], person=yao), mode=Mode.FACT)
    [moved] = put(Moved(day=day[5], person=esi, section=south))
    first = replace(cast.a, moved, {"day": day[6]}, why="the day was wrong", day=day[7], actor=cast.awa)
    replace(cast.a, first, {"section": north}, why="she stayed", day=day[7], actor=cast.awa)
    voided = void(cast.a, ana, why="not ours", day=day[8], actor=cast.awa)
    void(cast.a, voided, why="ours after all", day=day[9], actor=cast.awa)
    batch = new_id()
    put(*[Person(day=DAY, family_name=f"Import {n}") for n in range(5)], batch=batch)
    put(Withdraw(day=day[10], batch=batch, why="wrong file"))
    put(Erase(day=day[20], person=ana, why="she asked"))
    finding = models.Finding.objects.first()
    put(CloseFinding(day=day[21], finding=finding.id, note="he had forgotten the first letter"))
    return cast.a


def test_it_works(lived):
    assert PersonRow.objects.count() == 3
    assert verify(lived).problems == []


def test_rebuild_gives_the_same_bytes_also_of_an_erased_book(lived):
    before = fingerprint(lived)
    rebuild(lived)
    assert fingerprint(lived) == before


@pytest.mark.parametrize("seed", range(25))
def test_any_order_and_repetition_gives_the_same_state(lived, seed):
    before = fingerprint(lived)
    assert replayed(lived, envelopes_of(lived), seed) == before


def test_a_late_reference_waits_and_is_applied(lived):
    envelopes = envelopes_of(lived)
    before = fingerprint(lived)
    forget(lived)
    came = receive(lived, [one for one in envelopes if one.kind != "registry.person"])
    assert came.waiting > 0 and PersonRow.objects.count() == 0
    receive(lived, [one for one in envelopes if one.kind == "registry.person"])
    assert fingerprint(lived) == before


def test_an_envelope_changed_on_its_way_is_refused_whole(lived):
    envelopes = envelopes_of(lived)
    forget(lived)
    broken = changed(envelopes[3], day=envelopes[3].day + 1)
    with pytest.raises(Refused) as refused:
        receive(lived, [*envelopes[:3], broken])
    assert refused.value.problems[0].code == "journal.broken-envelope"
    assert not models.JournalEntry.objects.filter(book=lived).exists()


def test_a_number_with_two_contents_is_a_fork(lived):
    last = envelopes_of(lived)[-1]
    other = changed(last, id=new_id(), body='{"other":1}')
    with pytest.raises(Refused) as refused:
        receive(lived, [changed(other, hash=chain.seal(other))])
    assert refused.value.problems[0].code == "journal.fork"


def test_an_unknown_kind_is_kept_and_passed_on(lived):
    last = envelopes_of(lived)[-1]
    newer = changed(last, id=new_id(), number=last.number + 1, previous=last.hash, kind="future.thing")
    newer = changed(newer, hash=chain.seal(newer))
    before = fingerprint(lived)
    receive(lived, [newer])
    assert newer in envelopes_of(lived)
    assert fingerprint(lived) == before and verify(lived).sound


def test_a_clock_a_year_ahead_does_not_drag_ours_along(lived):
    import time

    last = envelopes_of(lived)[-1]
    year = 365 * 24 * 3600 * 1000
    ahead = changed(
        last, id=new_id(), origin=new_id(), number=1, previous=chain.GENESIS, clock=last.clock + (year << 16)
    )
    receive(lived, [changed(ahead, hash=chain.seal(ahead))])
    here = models.Origin.objects.get(here=True)
    assert here.clock >> 16 <= time.time_ns() // 1_000_000 + 24 * 3600 * 1000


def test_chloe_receives_nothing_of_a_into_b(lived, cast):
    with scope.reading(cast.b), pytest.raises(Refused) as refused:
        receive(cast.b, envelopes_of(lived))
    assert refused.value.problems[0].code == "journal.broken-envelope"
