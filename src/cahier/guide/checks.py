"""What is wrong with a pack as a whole. An edition that has one finding is not shipped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import combinations

from cahier.guide import refusals
from cahier.guide.kinds import KINDS, LEVEL, Kind
from cahier.guide.packs import Pack
from cahier.guide.parts import Module, Part, references, targets
from cahier.guide.scales import Rules
from cahier.guide.sequence import circle
from cahier.kernel.refusals import Problem

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SENTENCE_WORDS = 5


def findings(pack: Pack, indicators: Collection[str] | None = None) -> list[Problem]:
    """Return everything that is wrong with a pack, each with its place; an empty list: it can be used.

    ``indicators`` are the codes that can be computed; without them the codes of items are not checked.
    """
    found = [*_ids(pack), *_references(pack), *_scale(pack), *_shape(pack), *_files(pack)]
    found += [*_missing_texts(pack), *_extra_texts(pack), *_long_texts(pack), *_same_texts(pack)]
    if indicators is not None:
        found += _indicators(pack, indicators)
    return found


def _all(pack: Pack) -> Iterator[tuple[Kind, Part]]:
    for kind in KINDS:
        for part in pack.parts(kind.name).values():
            yield kind, part


def _ids(pack: Pack) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for kind, part in _all(pack):
        if not _ID.fullmatch(part.id):
            yield refusals.ID_FORM(id=part.id).at(kind.file)
        if part.id in seen:
            yield refusals.ID_TWICE(id=part.id, kind=seen[part.id], other=kind.name).at(kind.file)
        seen[part.id] = kind.name


def _references(pack: Pack) -> Iterator[Problem]:
    for kind, part in _all(pack):
        for key, wanted in references(kind.cls).items():
            for target in targets(part, key):
                if target not in pack.parts(wanted):
                    yield refusals.ID_UNKNOWN(id=part.id, key=key, target=target).at(kind.file)


def _scale(pack: Pack) -> Iterator[Problem]:
    scale, where = pack.scale, "pack.toml"
    for anchor in scale.anchors:
        if anchor not in scale.levels:
            yield refusals.SCALE_ANCHOR(level=anchor).at(where)
    for answer, level in scale.answers.items():
        if level is not None and level not in scale.levels:
            yield refusals.SCALE_ANSWER(answer=answer, level=level).at(where)
    for named in pack.levels.values():
        if named.value not in scale.levels:
            yield refusals.SCALE_NAME(id=named.id, level=named.value).at(where)
    if pack.rules.index != Rules.index:
        yield refusals.INDEX_UNKNOWN(index=pack.rules.index).at(where)
    yield from _grades(pack)


def _grades(pack: Pack) -> Iterator[Problem]:
    evidence = pack.evidence
    named = {*pack.grades, *evidence.grades, *(grade for _, grade in evidence.rules)}
    named |= {evidence.counted_from} - {""}
    for grade in sorted(named):
        if grade not in pack.grades or grade not in evidence.grades:
            yield refusals.GRADE_UNKNOWN(grade=grade).at("pack.toml")


def _shape(pack: Pack) -> Iterator[Problem]:
    for variable in pack.variables:
        if not pack.items_of(variable):
            yield refusals.NO_ITEM(id=variable).at("framework/variables.toml")
    for item in pack.items.values():
        if not item.variable:
            yield refusals.NO_VARIABLE(id=item.id).at("framework/items.toml")
    if pack.modules:
        yield from _modules(pack)


def _modules(pack: Pack) -> Iterator[Problem]:
    items, modules = "framework/items.toml", "modules/modules.toml"
    for item in pack.items.values():
        if not pack.modules_for(item.id):
            yield refusals.NO_MODULE(id=item.id).at(items)
        serving = {module.id for module in pack.modules.values() if item.id in module.serves}
        named = {id_ for id_ in item.modules if id_ in pack.modules and not pack.modules[id_].serves_any}
        for id_ in sorted(serving ^ named):
            yield refusals.LINK_ONE_SIDED(id=item.id, module=id_).at(items)
    path = circle(pack.modules.values())
    if path:
        yield refusals.CIRCLE(path=" → ".join(path)).at(modules)
    for module in pack.modules.values():
        for problem in _sizes(module, pack.limits.half_day_minutes):
            yield problem.at(modules)


def _sizes(module: Module, half_day: int) -> Iterator[Problem]:
    if module.hours_min <= 0:
        yield refusals.NO_TIME(id=module.id)
    if not 0 < module.group_min <= module.group_max:
        yield refusals.GROUP_SIZE(id=module.id, least=module.group_min, most=module.group_max)
    if half_day and module.half_days < -(-module.hours_min // half_day):
        yield refusals.TOO_FEW_SLOTS(id=module.id, minutes=module.hours_min, half_days=module.half_days)


def _files(pack: Pack) -> Iterator[Problem]:
    known = {kind.file for kind in KINDS}
    known |= {kind.text_file(language) for kind in KINDS for language in pack.languages}
    folders = tuple({f"{kind.folder}/" for kind in KINDS})
    for file in pack.tables:
        if file.startswith(folders) and file not in known:
            yield refusals.FILE_UNKNOWN(file=file).at(file)


def _wanted(pack: Pack, kind: Kind) -> list[str]:
    anchors = [f"{LEVEL}_{anchor}" for anchor in pack.scale.anchors]
    return [text for key in pack.limits.texts[kind.name] for text in (anchors if key == LEVEL else [key])]


def _wanted_of(pack: Pack, kind: Kind, part: Part) -> list[str]:
    return [*_wanted(pack, kind), *(key for key in kind.if_true if getattr(part, key))]


def _missing_texts(pack: Pack) -> Iterator[Problem]:
    for language in pack.languages:
        if not pack.names.get(language, "").strip():
            yield refusals.TEXT_MISSING(id=pack.id, key="name", language=language).at("pack.toml")
        for kind, part in _all(pack):
            for key in _wanted_of(pack, kind, part):
                if not pack.texts[language].get((part.id, key), "").strip():
                    problem = refusals.TEXT_MISSING(id=part.id, key=key, language=language)
                    yield problem.at(kind.text_file(language))


def _extra_texts(pack: Pack) -> Iterator[Problem]:
    for kind in KINDS:
        allowed = {part.id: _wanted_of(pack, kind, part) for part in pack.parts(kind.name).values()}
        for language in pack.languages:
            file = kind.text_file(language)
            for id_, row in pack.tables.get(file, {}).items():
                for key in row:
                    if key not in allowed.get(id_, ()):
                        yield refusals.TEXT_EXTRA(id=id_, key=key, language=language).at(file)


def _long_texts(pack: Pack) -> Iterator[Problem]:
    for kind, part in _all(pack):
        for language in pack.languages:
            for key, limit in _limits(pack, kind):
                words = len(pack.texts[language].get((part.id, key), "").split())
                if words > limit:
                    problem = refusals.TEXT_LONG(
                        id=part.id, key=key, language=language, words=words, limit=limit
                    )
                    yield problem.at(kind.text_file(language))


def _limits(pack: Pack, kind: Kind) -> Iterator[tuple[str, int]]:
    for key in _wanted(pack, kind):
        limit = pack.limits.words.get(LEVEL if key.startswith(f"{LEVEL}_") else key)
        if limit:
            yield key, limit


def _same_texts(pack: Pack) -> Iterator[Problem]:
    """Find sentences used for two parts of a kind, and sentences left in another language."""
    for kind in KINDS:
        for key in _wanted(pack, kind):
            yield from _said_twice(pack, kind, key)
            for part in pack.parts(kind.name):
                for one, other in combinations(pack.languages, 2):
                    text = pack.texts[one].get((part, key), "")
                    if _is_sentence(text) and text == pack.texts[other].get((part, key)):
                        problem = refusals.TEXT_COPIED(id=part, key=key, language=one, other=other)
                        yield problem.at(kind.text_file(other))


def _said_twice(pack: Pack, kind: Kind, key: str) -> Iterator[Problem]:
    for language in pack.languages:
        seen: dict[str, str] = {}
        for part in pack.parts(kind.name):
            text = pack.texts[language].get((part, key), "")
            if _is_sentence(text) and text in seen:
                problem = refusals.TEXT_TWICE(id=part, other=seen[text], key=key, language=language)
                yield problem.at(kind.text_file(language))
            seen[text] = part


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE_WORDS


def _indicators(pack: Pack, known: Collection[str]) -> Iterator[Problem]:
    for item in pack.items.values():
        for code in item.indicators:
            if code not in known:
                yield refusals.INDICATOR_UNKNOWN(id=item.id, target=code).at("framework/items.toml")
