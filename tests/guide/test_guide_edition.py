"""The edition that is shipped: complete in three languages, and asked for as a reader would."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from cahier.guide.checks import findings
from cahier.guide.content import edition, editions, find
from cahier.kernel.refusals import Refused

# Codes of the indicators that the domain's catalogue defines, family by family.
FAMILIES = {
    "KM": 12,
    "KG": 14,
    "KA": 12,
    "KC": 15,
    "KP": 8,
    "KF": 17,
    "KW": 7,
    "KY": 1,
    "KQ": 1,
    "KL": 11,
    "KI": 7,
}
INDICATORS = {f"{family}-{n:02}" for family, most in FAMILIES.items() for n in range(1, most + 1)}
INDICATORS |= {f"KE-{n}" for n in range(10, 15)}
PACK = edition("2026")


def test_nothing_is_wrong_with_the_edition() -> None:
    assert [f"{problem.where}: {problem}" for problem in findings(PACK, INDICATORS)] == []


def test_it_has_the_34_items_in_six_variables() -> None:
    assert list(PACK.variables) == ["V1", "V2", "V3", "V4", "V5", "V6"]
    assert [len(PACK.items_of(variable)) for variable in PACK.variables] == [5, 6, 5, 5, 6, 7]
    assert [item.id for item in PACK.items_of("V5")] == ["G1", "G2", "G3", "G4", "G5", "G6"]


def test_the_newest_edition_is_the_usual_one_and_is_read_once() -> None:
    assert edition() is edition(editions()[-1])
    assert find("cahier/2026") is PACK


def test_an_unknown_edition_is_refused_with_its_name() -> None:
    with pytest.raises(Refused, match="no pack 1999"):
        edition("1999")
    with pytest.raises(Refused, match="no pack cahier/1999"):
        find("cahier/1999")


@pytest.mark.parametrize("language", PACK.languages)
def test_every_item_speaks_in_every_language(language: str) -> None:
    texts = PACK.text(language)
    for item in PACK.items:
        assert texts(item, "question").endswith("?")
        for key in ("why", "level_1", "level_3", "level_5", "evidence"):
            assert texts(item, key).endswith("."), (item, key)


@pytest.mark.parametrize("language", PACK.languages)
def test_our_framework_bears_no_other_instrument_s_name(language: str) -> None:
    said = "\n".join(PACK.texts[language].values())
    assert not re.search(r"\b(IRI|CBI|IFI|AVSF|SCOPE)\b", said)


@pytest.mark.parametrize("language", PACK.languages)
def test_no_long_sentence_stands_in_two_places(language: str) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for place, text in PACK.texts[language].items():
        if place[0] not in PACK.items:
            continue
        for sentence in re.split(r"(?<=[.?])\s+", text):
            if len(sentence.split()) >= 5:
                assert sentence not in seen, (place, seen.get(sentence))
                seen[sentence] = place


def test_french_and_spanish_keep_their_signs() -> None:
    french, spanish = PACK.texts["fr"], PACK.texts["es"]
    for place, text in french.items():
        assert "'" not in text, place
        assert not re.search(r"\S[?!;:](?=\s|$)", text), place
    for place, text in spanish.items():
        assert text.count("?") == text.count("¿"), place


def test_a_reader_from_abidjan_gets_french_and_one_from_lisbon_a_sentence() -> None:
    assert PACK.text("fr-ci").language == "fr"
    assert PACK.text("ES").language == "es"
    with pytest.raises(Refused, match=r"not written in pt\. It has: en, fr, es"):
        PACK.text("pt")
    assert PACK.language_for("pt", "es-PE") == "es"
    assert PACK.language_for("wo") == "en"


def test_a_text_that_is_not_there_is_never_replaced() -> None:
    with pytest.raises(Refused, match="no text level_2 of T1 in fr"):
        PACK.text("fr")("T1", "level_2")
    assert not PACK.text("fr").has("T1", "level_2")


def test_an_unknown_id_is_refused() -> None:
    assert PACK.part("items", "E7").order == 34
    with pytest.raises(Refused, match="no E8 among its items"):
        PACK.part("items", "E8")


def test_an_organisation_without_a_store_is_not_asked_about_it() -> None:
    asked = [item.id for item in PACK.items_of("V1", {"FN11"})]
    assert asked == ["T5"]
    assert "T3" in [item.id for item in PACK.items_of("V1", ["FN3"])]


def test_a_level_above_three_asks_for_a_document() -> None:
    evidence = PACK.evidence
    assert evidence.needed(3) == ""
    assert evidence.needed(Fraction(7, 2)) == "PF2"
    assert [evidence.ceiling(grade, PACK.scale) for grade in evidence.grades] == [3, 3, 5, 5]
    assert [evidence.counts(grade) for grade in evidence.grades] == [False, False, True, True]


def test_half_levels_are_offered_and_spread_from_0_to_100() -> None:
    assert PACK.scale.choices() == tuple(Fraction(n, 2) for n in range(2, 11))
    assert [PACK.scale.percent(level) for level in (1, Fraction(7, 2), 5)] == [0, Fraction(125, 2), 100]


def test_every_cause_has_an_answer_and_one_that_misses_it() -> None:
    assert len(PACK.causes) == len(PACK.responses) == 6
    for cause in PACK.causes.values():
        assert cause.responses
        assert cause.unfit
        assert not set(cause.responses) & set(cause.unfit)
    assert [r.id for r in PACK.responses.values() if r.by_modules] == ["training"]


def test_training_answers_only_those_who_do_not_know_how() -> None:
    assert [cause.id for cause in PACK.causes.values() if "training" in cause.responses] == ["know_how"]


def test_a_group_formed_around_aid_gets_no_module_yet() -> None:
    assert [kind.id for kind in PACK.types.values() if not kind.modules_allowed] == ["TY0"]


def test_every_item_finds_its_modules() -> None:
    assert [module.id for module in PACK.modules_for("T2")][:1] == ["M27"]
    assert [module.id for module in PACK.modules_for("R4")] == ["M55"]


def test_every_proof_named_by_an_item_exists_and_most_grow_old() -> None:
    named = {proof for item in PACK.items.values() for proof in item.proofs}
    assert named <= PACK.proofs.keys()
    assert PACK.proofs["audit_report"].expires_months == 12
    assert PACK.proofs["contracts"].ends
    assert PACK.proofs["statutes"].expires_months == 0


def test_a_loaded_pack_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        PACK.items["T1"].variable = "V2"  # type: ignore[misc]
    with pytest.raises(TypeError):
        PACK.items["T1"] = PACK.items["T2"]  # type: ignore[index]
    with pytest.raises(TypeError):
        PACK.texts["fr"]["T1", "name"] = "autre"  # type: ignore[index]
