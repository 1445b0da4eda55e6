"""House rules that a machine can check."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts)
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_no_file_is_longer_than_one_reads_in_a_sitting():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in [*SOURCES, *TESTS]}
    assert {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > 600} == {}


def test_no_function_is_longer_than_a_page():
    long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 50:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert long == []


def test_no_test_imports_from_a_conftest():
    """Which conftest that is depends on the order in which tests are collected."""
    wrong = [path for path in TESTS if "\nfrom conftest import" in path.read_text(encoding="utf-8")]
    assert [str(path.relative_to(ROOT)) for path in wrong if path.name != "test_house.py"] == []


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_lock_files_carry_versions_and_hashes_alone(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pinned and all("==" in line for line in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)


def test_engines_and_kernel_read_no_clock():
    """What depends on the moment cannot be shown again tomorrow; the one clock of the kernel makes ids."""
    for path in (ROOT / "src/cahier/kernel").glob("*.py"):
        names = {
            node.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute)
        }
        assert path.name == "ids.py" or not names & {"now", "today", "time_ns"}, path.name


def test_no_two_test_files_are_imported_under_one_name():
    loose = [
        path for path in TESTS if not (path.parent / "__init__.py").exists() and path.name != "conftest.py"
    ]
    names = [path.name for path in loose]
    assert sorted({name for name in names if names.count(name) > 1}) == []
