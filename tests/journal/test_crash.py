"""The plug is pulled while somebody writes: the short form of ``bench/crash.py``."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_killing_the_writer_loses_and_halves_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "bench/crash.py", "--trials", "4"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills" in done.stdout and "faults: none" in done.stdout
