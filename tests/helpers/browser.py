"""The browser that tests open, found once for all of them.

Without one they are skipped, except where ``CAHIER_REQUIRE_BROWSER`` is set, as the continuous build does:
there its absence is a failure.
"""

import os
import shutil

_FOUND = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMIUM = _FOUND or ("chromium" if os.environ.get("CAHIER_REQUIRE_BROWSER") else None)
