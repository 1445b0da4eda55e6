"""The example network: six organisations that do not exist, with three seasons of their books.

Every person, organisation and figure is made up from a fixed seed; only the prices in ``data/``
come from published series. Features never import from here.
"""

from __future__ import annotations

import datetime as dt

SEED = "cahier-example-2026"
TODAY = dt.date(2026, 11, 15)
"""The network's fixed today: nothing in it happened later, whatever the wall clock says."""
