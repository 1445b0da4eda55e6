"""The same text on SQLite, PostgreSQL, DuckDB and Parquet: the same whole numbers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cahier.indicators import catalogue
from cahier.indicators.engine import added
from cahier.indicators.lake import Lake
from cahier.indicators.run import Books, counts
from cahier.journal import scope
from cahier.journal.actor import Actor
from cahier.journal.opening import open_book
from indicators import life
from indicators.village import BEGIN, Village

CODES = list(catalogue.INDICATORS)


def everything(periods, engine):
    return {code: counts(code, periods, engine) for code in CODES}


@pytest.fixture
def two(cast):
    """Two lived-in villages, in books A and B."""
    villages = [Village(cast.a, cast.awa), Village(cast.b, cast.chloe)]
    for seed, village in enumerate(villages):
        life.live(village, seed)
    return villages


def test_duckdb_and_parquet_agree_with_the_books(two, tmp_path):
    periods = [one.period() for one in two]
    here = everything(periods, Books())
    lake = Lake()
    lake.load([one.book for one in two])
    assert everything(periods, lake) == here
    lake.keep(tmp_path / "lake")
    nation = Lake()
    nation.open(tmp_path / "lake")
    assert everything(periods, nation) == here
    silent = [code for code, rows in here.items() if not any(one.needed for one in rows)]
    assert len(silent) <= 15, silent  # nearly every query had something to count


def test_the_order_in_which_entries_arrive_changes_no_figure(cast):
    from helpers.replay import envelopes_of, replayed

    village = Village(cast.a, cast.awa)
    life.live(village, 4)
    before = everything([village.period()], Books())
    replayed(cast.a, envelopes_of(cast.a), 1)
    assert everything([village.period()], Books()) == before


def test_a_book_alone_gives_the_same_as_within_a_network(two):
    periods = [one.period() for one in two]
    alone = [everything([one], Books()) for one in periods]
    both = everything(periods, Books())
    for code in CODES:
        assert sorted([*alone[0][code], *alone[1][code]], key=lambda one: (one.book, one.grp)) == both[code]
        assert added(both[code]) == added([*added(alone[0][code]), *added(alone[1][code])])


@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000))
def test_random_books_agree(cast, seed):
    anyone = Actor("test", "Test", lambda verb, book, thing: True)
    book = open_book(name="PO", currency="XOF", country="CI", language="fr", day=BEGIN, actor=anyone)
    with scope.reading(book):
        village = Village(book, anyone)
        life.live(village, seed)
        lake = Lake()
        lake.load([book])
        assert everything([village.period()], lake) == everything([village.period()], Books())
