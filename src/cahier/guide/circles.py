"""Finds a circle in what must come before what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circle(needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Return one circle as a path that ends where it began, or an empty list if there is none.

    ``needs`` gives for each id the ids that come first; ids it does not list need nothing.
    """
    cleared: set[str] = set()
    for start in needs:
        path = _walk(start, needs, cleared)
        if path:
            return path
    return []


def _walk(start: str, needs: Mapping[str, Iterable[str]], cleared: set[str]) -> list[str]:
    path = [start]
    branches = [iter(needs.get(start, ()))]
    while path:
        if path[-1] in cleared or (following := next(branches[-1], None)) is None:
            cleared.add(path.pop())
            branches.pop()
        elif following in path:
            return [*path[path.index(following) :], following]
        else:
            path.append(following)
            branches.append(iter(needs.get(following, ())))
    return []
