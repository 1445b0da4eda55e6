"""The village that the hand-calculated tests live in."""

import pytest

from indicators.village import Village


@pytest.fixture
def village(cast):
    return Village(cast.a, cast.awa)
