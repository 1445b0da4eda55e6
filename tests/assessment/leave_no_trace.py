"""Run by ``test_no_trace_on_disk`` on an installation of its own: eight people vote, the vote is revealed."""

import datetime as dt

import django

django.setup()

from cahier.assessment import queries  # noqa: E402
from cahier.assessment.entries import GroupSeats, RoundOpened  # noqa: E402
from cahier.assessment.grid import to_record  # noqa: E402
from cahier.assessment.packs import grid_of, pack_of  # noqa: E402
from cahier.assessment.workbench.counting import cast, reveal  # noqa: E402
from cahier.journal import scope  # noqa: E402
from cahier.journal.actor import Actor  # noqa: E402
from cahier.journal.opening import open_book  # noqa: E402
from cahier.journal.upgrade import ensure_ready  # noqa: E402
from cahier.journal.write import write  # noqa: E402
from cahier.kernel.ids import new_id  # noqa: E402

DAY = dt.date(2026, 3, 2)

ensure_ready(lambda book, done: None)
anyone = Actor("test", "Test", lambda verb, book, thing: True)
book = open_book(name="PO A", currency="XOF", country="CI", language="fr", day=DAY, actor=anyone)
with scope.reading(book):
    pack = pack_of("cahier/2026")
    groups = (GroupSeats(code="women-of-nianso", people=6), GroupSeats(code="two-elders", people=2))
    opened = RoundOpened(
        day=DAY,
        pack=pack.key,
        digest=pack.digest,
        round_number=1,
        grid=to_record(grid_of(pack)),
        groups=groups,
    )
    round_id = write(book, [opened], actor=anyone).ids[0]
    grid = queries.grid_of(round_id)
    slips = [new_id() for _ in range(8)]
    for place, slip in enumerate(slips):
        group = "women-of-nianso" if place < 6 else "two-elders"
        cast(round_id, "G2", grid, group=group, answer=str(1 + place % 5), slip=slip)
    reveal(round_id, "G2", grid, day=DAY, actor=anyone)
print(" ".join(slips))
