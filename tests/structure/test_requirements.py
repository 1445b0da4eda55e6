"""What is required is used: a dependency that nobody imports is weight on a slow line and a door left open."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
IMPORTED_AS = {"argon2-cffi": "Argon2PasswordHasher", "hatchling": "hatchling.build", "python-calamine": "python_calamine"}  # fmt: skip


def required(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [match[0] for line in lines if (match := re.match(r"[A-Za-z][\w-]*", line))]


@pytest.mark.parametrize("name", required(ROOT / "requirements" / "run.in"))
def test_what_is_needed_to_run_is_used(name):
    word = IMPORTED_AS.get(name, name.lower().replace("-", "_"))
    pattern = re.compile(rf"(import|from) {word}\b|['\"]{word}\.|{word}['\"]|\.{word}\b")
    files = [*(ROOT / "src").rglob("*.py"), ROOT / "pyproject.toml"]
    assert any(pattern.search(file.read_text(encoding="utf-8")) for file in files)


def test_the_package_asks_for_what_the_locks_hold():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    wanted = {re.match(r"[A-Za-z][\w-]*", one)[0] for one in asked}
    assert wanted == set(required(ROOT / "requirements" / "run.in")) - {"hatchling"}
    locked = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    assert all(re.search(rf"^{name}==", locked, re.M | re.I) for name in wanted)


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_a_lock_names_no_address(name):
    assert "://" not in (ROOT / "requirements" / name).read_text(encoding="utf-8")
