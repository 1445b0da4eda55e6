"""The six organisations of the example network, each as data."""

from __future__ import annotations

from cahier.example.plan import Story
from cahier.example.stories.allies import FEDERATION, SUPPORT
from cahier.example.stories.cocoa import COCOA
from cahier.example.stories.coffee import COFFEE
from cahier.example.stories.garden import GARDEN
from cahier.example.stories.young import YOUNG

__all__ = ["FEDERATION", "STORIES", "SUPPORT"]

STORIES: tuple[Story, ...] = (COCOA, COFFEE, GARDEN, YOUNG, FEDERATION, SUPPORT)
