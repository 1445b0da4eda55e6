"""The site as it really runs: a process of its own, with the one that does long work beside it."""

import os
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

SOURCES = str(Path(__file__).resolve().parents[2] / "src")


@contextmanager
def serving(home):
    environment = {**os.environ, "PYTHONPATH": SOURCES, "CAHIER_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    environment.pop("CAHIER_POSTGRES", None)
    run = [sys.executable, "-m", "cahier.cli", "serve"]
    site = subprocess.Popen(run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield site, site.stdout.readline().split()[-1]
    finally:
        site.terminate()
        site.communicate(timeout=20)


@pytest.mark.slow
def test_two_sites_at_once_take_two_ports_and_each_has_its_worker(tmp_path):
    with serving(tmp_path / "one") as (first, here), serving(tmp_path / "two") as (second, there):
        assert here != there
        for address in (here, there):
            with urllib.request.urlopen(address, timeout=20) as answer:
                assert answer.status == 200
        workers = [psutil.Process(site.pid).children() for site in (first, second)]
        assert [len(children) for children in workers] == [1, 1]
    _, alive = psutil.wait_procs([child for children in workers for child in children], timeout=15)
    assert alive == [], "the worker ends with its site"
