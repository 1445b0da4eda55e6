"""The stories that a cooperative's manager can read: their Python blocks are run in order, as written.

All blocks of one story share their names, and know ``cast``, ``book`` and ``day``. A block raises where the
story is not true.
"""

import re
from pathlib import Path

import pytest

STORIES = sorted((Path(__file__).parents[1] / "stories").glob("*.md"))
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def blocks(path):
    """Return (first line, code) of each Python block of a story."""
    story = path.read_text(encoding="utf-8")
    return [(story[: found.start(1)].count("\n"), found[1]) for found in _BLOCK.finditer(story)]


def tell(path, names):
    """Run a story; a fault is reported at its line in the story."""
    for line, code in blocks(path):
        exec(compile("\n" * line + code, str(path), "exec"), names)


def test_there_are_stories_and_they_do_something():
    assert STORIES
    assert [path.name for path in STORIES if not blocks(path)] == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_is_true(path, cast):
    from helpers.samples import DAY

    tell(path, {"cast": cast, "book": cast.a, "day": DAY})


def test_a_story_that_is_not_true_is_named_with_its_line(tmp_path):
    path = tmp_path / "untrue.md"
    path.write_text(
        "# Untrue\n\n```python\none = 1\n```\n\nThen\n\n```python\nassert one == 2\n```\n", encoding="utf-8"
    )
    with pytest.raises(AssertionError) as raised:
        tell(path, {})
    assert raised.traceback[-1].lineno + 1 == 10
