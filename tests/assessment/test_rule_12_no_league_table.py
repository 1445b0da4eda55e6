"""Rule 12: no league table; at least eight others that agreed, without names or rank."""

from dataclasses import fields
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cahier.assessment.peers import Peer, PeerSet, peer_set


def others(count, agreed=True):
    return [Peer(f"po{number}", Fraction(10 * number), agreed) for number in range(1, count + 1)]


def test_it_works():
    assert peer_set("mine", others(8)) == PeerSet(8, Fraction(25), Fraction(45), Fraction(65))
    assert peer_set("mine", others(9)) == PeerSet(9, Fraction(25), Fraction(50), Fraction(75))


def test_seven_are_too_few():
    assert peer_set("mine", others(7)) is None


def test_the_organisation_itself_is_not_counted():
    assert peer_set("po8", others(8)) is None


def test_who_did_not_agree_is_not_counted():
    assert peer_set("mine", [*others(7), Peer("shy", Fraction(1), agreed=False)]) is None


def test_no_name_and_no_rank_leaves():
    assert {field.name for field in fields(PeerSet)} == {"count", "lower", "median", "upper"}


@given(st.lists(st.fractions(0, 100), min_size=8, max_size=40).flatmap(lambda v: st.permutations(v)))
def test_the_order_of_arrival_leaves_no_trace(values):
    drawn = peer_set("mine", [Peer(str(index), value, True) for index, value in enumerate(values)])
    assert drawn == peer_set(
        "mine", [Peer(str(index), value, True) for index, value in enumerate(sorted(values))]
    )
    assert drawn.lower <= drawn.median <= drawn.upper
