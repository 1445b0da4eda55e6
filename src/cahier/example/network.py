"""The whole network, organisation by organisation."""

from __future__ import annotations

from collections.abc import Callable

from cahier.example import harvest, truth
from cahier.example.assessing import assess
from cahier.example.control import control
from cahier.example.governing import govern
from cahier.example.mishaps import mishaps
from cahier.example.money import house, members_money, open_accounts, settle
from cahier.example.pen import WRITER, Pen
from cahier.example.people import affiliate, book_id, grant_adviser, register
from cahier.example.plan import Story
from cahier.example.planted import Planted
from cahier.example.pricing import observe
from cahier.example.programming import programme
from cahier.example.selling import sell
from cahier.example.stories import FEDERATION, STORIES, SUPPORT
from cahier.example.teaching import teach
from cahier.example.voicing import speak
from cahier.example.world import World
from cahier.journal import state
from cahier.journal.opening import open_book

Progress = Callable[[str, int, int], None]

_MEMBERS = ("cocoa", "coffee", "garden", "young")


def make(story: Story) -> World:
    """Make up one organisation whole, in memory: what it will write, and the truth about it."""
    world = World(story, Pen(story.key, book_id(story.key), story.lag), Planted())
    register(world)
    _neighbours(world)
    harvest.products(world)
    open_accounts(world)
    harvest.season(world)
    observe(world)
    sell(world)
    members_money(world)
    house(world)
    govern(world)
    control(world)
    teach(world)
    speak(world)
    assess(world)
    programme(world)
    mishaps(world)
    settle(world)
    truth.expect(world)
    return world


def _neighbours(world: World) -> None:
    """Enter the other organisations of the network that this book knows."""
    story = world.story
    if story.key in _MEMBERS:
        affiliate(world, FEDERATION.key, FEDERATION.name, "federation", FEDERATION.opened)
        affiliate(world, SUPPORT.key, SUPPORT.name, "support", SUPPORT.opened)
        grant_adviser(world, SUPPORT.name)
        return
    for other in STORIES:
        if other.key in _MEMBERS:
            affiliate(world, other.key, other.name, other.tier, other.opened)


def build(progress: Progress) -> dict[str, Planted]:
    """Write all books into the database of this folder and return the truth about each.

    ``progress`` takes the name of the organisation, entries written, entries in all.
    """
    return {story.key: write_book(make(story), progress) for story in STORIES}


def write_book(world: World, progress: Progress) -> Planted:
    """Open the book of one organisation, write its whole past into it, and return the truth about it."""
    story, whole = world.story, len(world.pen)
    progress(story.name, 0, whole)
    open_book(
        name=story.name, currency=story.currency, country=story.country, language=story.language, day=story.opened,
        actor=WRITER, example=True, book=world.pen.book,
    )  # fmt: skip
    world.pen.write(lambda done: progress(story.name, done, whole))
    state.refresh_statistics()
    return world.planted
