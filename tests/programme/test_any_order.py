"""Goals, causes, answers, means and votes give the same state in whatever order they arrive."""

from __future__ import annotations

import pytest

from cahier.programme import drafts
from helpers.replay import envelopes_of, replayed
from helpers.samples import DAY
from programme import books


@pytest.mark.parametrize("seed", range(3))
def test_any_order_gives_one_state(cast, seed):
    books.ready(cast)
    drafts.solve(cast.a, DAY)
    drafts.adopt(cast.a, cast.awa, title="Programme", day=DAY, on=DAY)
    envelopes = envelopes_of(cast.a)
    first = replayed(cast.a, envelopes, 0)
    assert any(name.startswith("programme") for name in first)
    assert replayed(cast.a, envelopes, seed + 1) == first
