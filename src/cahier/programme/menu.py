"""The tab of the programme, and the steps 5 to 7 of the main job."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cahier.programme import queries
from cahier.programme.pages.common import solved
from cahier.web import formats
from cahier.web.kinds import own_page
from cahier.web.steps import step
from cahier.web.tabs import tab


def aimed(book: str) -> bool:
    """Tell whether members chose their goal."""
    return queries.goals_in_force() is not None


def voted(book: str) -> bool:
    """Tell whether a programme was voted."""
    return queries.adopted() is not None


def told(book: str) -> str:
    """Return what was voted last."""
    last = queries.adopted()
    if last is None:
        return ""
    return _("{title}, voted on {day}.").format(title=last.title, day=formats.day(last.day))


tab("programme", gettext_lazy("Programme"), "programme", "programme")
step(5, gettext_lazy("Goal"), "goals", aimed, act=gettext_lazy("Choose the goal"), group="programme")
step(6, gettext_lazy("Programme"), "plan", solved, act=gettext_lazy("Make the programme"), group="programme")
step(
    7, gettext_lazy("The agreement"), "agreement", voted, act=gettext_lazy("Print the agreement"), told=told,
    group="programme",
)  # fmt: skip
own_page("programme.goals", "goals")
own_page("programme.cause", "causes")
own_page("programme.response", "responses")
own_page("programme.adopted", "agreement")
