"""Rounds of made-up organisations, opened the way the pages open them."""

from cahier.assessment.entries import GroupSeats, ItemAgreed, Participants, Present, RoundOpened
from cahier.assessment.grid import to_record
from cahier.assessment.packs import grid_of, pack_of
from cahier.assessment.workbench.counting import cast as put_vote
from cahier.journal.write import Mode, write
from cahier.kernel.ids import new_id
from helpers.samples import DAY

GROUPS = {"leaders": 6, "members": 8, "women": 6, "youth": 3}


def opening(number=1, pack="cahier/2026", day=DAY, groups=GROUPS):
    guide = pack_of(pack)
    return RoundOpened(
        day=day,
        pack=pack,
        digest=guide.digest,
        round_number=number,
        grid=to_record(grid_of(guide)),
        groups=tuple(GroupSeats(code=code, people=people) for code, people in groups.items()),
    )


def open_round(cast, number=1, **options):
    return write(cast.a, [opening(number, **options)], actor=cast.awa).ids[0]


def agree(cast, round_id, item, level, grade="", mode=Mode.FORM, day=DAY, **more):
    """Agree a level on one item; ``level`` may be a half."""
    halves = None if level is None else int(level * 2)
    entry = ItemAgreed(day=day, round=round_id, item=item, agreed=halves, grade=grade, **more)
    return write(cast.a, [entry], actor=cast.awa, mode=mode)


def agree_all(cast, round_id, level, grade="PF2", **more):
    from cahier.assessment.queries import grid_of as grid_of_round

    items = grid_of_round(round_id).instrument.items
    entries = [
        ItemAgreed(day=DAY, round=round_id, item=item, agreed=int(level * 2), grade=grade, **more)
        for item in items
    ]
    return write(cast.a, entries, actor=cast.awa)


def present(cast, round_id, **people):
    rows = tuple(Present(group=group, sex="f", people=count) for group, count in people.items())
    return write(cast.a, [Participants(day=DAY, round=round_id, present=rows)], actor=cast.awa)


def vote(round_id, item, grid, group, *answers):
    for answer in answers:
        assert put_vote(round_id, item, grid, group=group, answer=str(answer), slip=new_id())
