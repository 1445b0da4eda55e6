"""The network built once into a file of its own, and opened for each test that asks for it."""

import pytest


@pytest.fixture(scope="session")
def network_file(tmp_path_factory, django_db_blocker):
    """The built file and the truth about each organisation."""
    from django.core.management import call_command

    from cahier.example import network
    from cahier.journal import scratch

    path = tmp_path_factory.mktemp("network") / "cahier.sqlite3"
    with django_db_blocker.unblock(), scratch.opened(path, "network"):
        call_command("migrate", database="network", verbosity=0, interactive=False)
        steps = []
        truths = network.build(lambda name, done, whole: steps.append((name, done, whole)))
    return path, truths, steps


@pytest.fixture
def built(network_file, django_db_blocker):
    """The truth about each organisation, while queries go to the built network."""
    from cahier.journal import scratch

    path, truths, _ = network_file
    with django_db_blocker.unblock(), scratch.opened(path, "network"):
        yield truths
