"""Whether modules can be taken in some order, given what each needs first."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from cahier.guide.parts import Module


def circle(modules: Iterable[Module]) -> list[str]:
    """Return one circle of modules that wait for one another, first id repeated at the end, or [].

    A module that may follow one of several others waits only if all of them wait too. Ids that no module
    bears are taken as done: they are another finding.
    """
    waiting = _waiting({module.id: module for module in modules})
    graph = {id_: _first(module) & waiting.keys() for id_, module in waiting.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _waiting(modules: dict[str, Module]) -> dict[str, Module]:
    """Take away, round by round, every module that can be taken; return what is left."""
    left = dict(modules)
    while ready := [id_ for id_, module in left.items() if _ready(module, left)]:
        for id_ in ready:
            del left[id_]
    return left


def _ready(module: Module, left: dict[str, Module]) -> bool:
    none_waits = not any(id_ in left for id_ in module.needs)
    return none_waits and all(any(id_ not in left for id_ in choice) for choice in module.needs_any)


def _first(module: Module) -> set[str]:
    return {*module.needs, *(id_ for choice in module.needs_any for id_ in choice)}
