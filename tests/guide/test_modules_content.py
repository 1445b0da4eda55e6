"""The 55 modules as they lie in the files: complete in three languages, in an order that can be kept."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from graphlib import TopologicalSorter
from itertools import chain, pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "guide/editions/2026/modules"
LANGUAGES = ("en", "fr", "es")
IDS = [f"M{number:02}" for number in range(1, 56)]
ITEMS = {f"{v}{n}" for v, most in zip("TAIRGE", (5, 6, 5, 5, 6, 7), strict=True) for n in range(1, most + 1)}
ROLES = {
    *("all", "member", "delegate", "chair", "secretary", "treasurer", "supervisor", "manager", "collector"),
    *("storekeeper", "bookkeeper", "peer_trainer", "quality_lead", "women_lead", "youth_lead"),
    *("advocacy_lead", "board", "elder", "technician", "operator", "couple", "internal_facilitator"),
}
COSTS = {"trainer", "room", "meals", "transport", "child-care", "materials", "translation", "follow-up"}
METHODS = {"workshop", "practice", "simulation", "kit", "literacy", "field-school", "exchange"}
WINDOWS = {"before-assembly", "before-closing", "before-budget", "harvest", "after-election"}
HALF_DAY = 210
# The longest text that keeps the sheet of a module on one A4 side: characters of a text or of a line.
LONGEST = {
    "title": 80,
    "outcome": 230,
    "activities": 140,
    "practical_task": 230,
    "check_30": 140,
    "check_90": 140,
    "materials": 125,
}
LONGEST_SHEET = 1250
SAYS_OUTCOME = {"en": "At the end you can ", "fr": "À la fin, ", "es": "Al terminar, "}


def read(path: str) -> dict[str, dict]:
    return tomllib.loads((FOLDER / path).read_text(encoding="utf-8"))


MODULES = read("modules.toml")
TEXTS = {
    language: {
        id_: {key: "\n".join(text) if key == "activities" else text for key, text in texts.items()}
        for id_, texts in read(f"text/{language}/modules.toml").items()
    }
    for language in LANGUAGES
}


def before(id_: str) -> set[str]:
    module = MODULES[id_]
    return {*module["needs"], *chain.from_iterable(module.get("needs_any", ()))}


def sentences(text: str) -> list[str]:
    return [s.strip() for line in text.splitlines() for s in re.split(r"(?<=[.?])\s+", line)]


def test_there_are_55_modules_in_their_order() -> None:
    assert list(MODULES) == IDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_module_has_every_text(language: str) -> None:
    assert list(TEXTS[language]) == IDS
    for id_, texts in TEXTS[language].items():
        wanted = set(LONGEST) - (set() if MODULES[id_]["practical_task"] else {"practical_task"})
        assert set(texts) == wanted, id_


@pytest.mark.parametrize("id_", IDS)
def test_what_a_module_names_exists(id_: str) -> None:
    module = MODULES[id_]
    assert before(id_) <= set(IDS)
    assert set(module["serves"]) <= ITEMS
    assert bool(module["serves"]) != module.get("serves_any", False)
    assert set(module["roles"]) <= ROLES
    assert module["roles"]
    assert set(module["cost_drivers"]) <= COSTS
    assert module["method"] in METHODS
    assert module.get("window", "harvest") in WINDOWS
    assert module["grade"] == "D"


def test_no_module_waits_for_itself() -> None:
    assert set(TopologicalSorter({id_: before(id_) for id_ in IDS}).static_order()) == set(IDS)


def test_an_entry_test_replaces_something() -> None:
    assert all(MODULES[id_]["needs"] for id_ in IDS if MODULES[id_].get("entry_test"))


def test_recognition_alone_has_no_module_of_its_own() -> None:
    served = set(chain.from_iterable(module["serves"] for module in MODULES.values()))
    assert ITEMS - served == {"R4"}


@pytest.mark.parametrize("id_", IDS)
def test_sizes_and_lengths_are_possible(id_: str) -> None:
    module = MODULES[id_]
    assert 0 < module["group_min"] <= module["group_max"]
    meetings = module.get("minutes_per_meeting", [module["hours_min"]])
    assert len(meetings) == module["meetings"]
    assert sum(meetings) == module["hours_min"]
    assert module["half_days"] == sum(-(-minutes // HALF_DAY) for minutes in meetings)
    assert 1 <= module["weeks"] <= module["half_days"]
    assert module.get("min_meetings", 1) <= module["meetings"] <= module.get("max_meetings", 99)


def test_figures_come_before_money_and_the_cash_book_before_its_supervisors() -> None:
    assert all("M13" in before(id_) for id_ in ("M14", "M15", "M22", "M33"))
    assert {"M06", "M14"} <= before("M08")


def faults(key: str, text: str) -> list[str]:
    """Return what is wrong with one text; spaces before marks are the formatter's work, so none are hard."""
    lines, many = text.splitlines(), key == "activities"
    return [
        fault
        for fault, found in {
            "number of lines": not (3 <= len(lines) <= 5 if many else len(lines) == 1),
            "too long": max(map(len, lines)) > LONGEST[key],
            "spaces": any(line != " ".join(line.split()) for line in lines),
            "straight quotes, exclamation or hard spaces": re.search(r"['\"!\u00a0\u202f\t]", text),
            "no full stop": key != "title" and any(line[-1] not in ".?" for line in lines),
            "no capital": any(not (line[0].isupper() or line[0] == "¿") for line in lines),
        }.items()
        if found
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_on_the_sheet_and_are_clean(language: str) -> None:
    found = {
        (id_, key): faults(key, text) for id_, texts in TEXTS[language].items() for key, text in texts.items()
    }
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_outcomes_say_what_people_can_do_in_at_most_two_sentences(language: str) -> None:
    for id_, texts in TEXTS[language].items():
        assert texts["outcome"].startswith(SAYS_OUTCOME[language]), id_
        assert 1 <= len(sentences(texts["outcome"])) <= 2, id_


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_fits_on_one_side(language: str) -> None:
    longest = max(sum(map(len, texts.values())) for texts in TEXTS[language].values())
    assert longest <= LONGEST_SHEET


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_two_modules(language: str) -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for id_, texts in TEXTS[language].items():
        for sentence in chain.from_iterable(map(sentences, texts.values())):
            seen[sentence.casefold().rstrip(".")].add(id_)
    assert {sentence: ids for sentence, ids in seen.items() if len(ids) > 1} == {}


def test_no_text_was_left_in_another_language() -> None:
    for one, other in pairwise((*LANGUAGES, LANGUAGES[0])):
        for id_ in IDS:
            for key, text in TEXTS[one][id_].items():
                assert text != TEXTS[other][id_][key], (id_, key)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_questions_and_marks_follow_the_language(language: str) -> None:
    text = "\n".join(chain.from_iterable(texts.values() for texts in TEXTS[language].values()))
    assert not re.search("[¿¡ñ]", text)
    if language == "fr":
        assert not re.search(r"\S[;:?]", text)
        assert text.count("« ") == text.count(" »") == text.count("«")


def test_spanish_opens_what_it_closes() -> None:
    for id_, texts in TEXTS["es"].items():
        for text in texts.values():
            assert text.count("¿") == text.count("?"), id_
            assert not re.search(r"\s[;:?]", text), id_
