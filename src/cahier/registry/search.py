"""Finding people by what somebody typed: code, part of the name, or how the name sounds."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from cahier.kernel.names import fold, sound_key


def fitting(people: Any, typed: str) -> Any:
    """Return the people (a queryset of ``Person``) that fit; sounds are tried only where nothing is spelled so."""
    exact = people.filter(_spelled(typed))
    return exact if exact.exists() else people.filter(id__in=_sounding(people, typed))


def _spelled(typed: str) -> Q:
    query = Q(code__icontains=typed.strip())
    words = fold(typed).split()
    if words:
        named = Q()
        for word in words:
            named &= Q(folded__contains=word)
        query |= named
    return query


def _sounding(people: Any, typed: str) -> list[str]:
    """Return the ids of people each typed word of whom sounds like the beginning of a word of the name."""
    wanted = sound_key(typed).split()
    if not wanted:
        return []
    return [
        key
        for key, folded in people.values_list("id", "folded")
        if all(any(word.startswith(one) for word in sound_key(folded).split()) for one in wanted)
    ]
