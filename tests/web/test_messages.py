"""Every sentence that people see is there in three languages, whole."""

from __future__ import annotations

from collections import Counter

import pytest

from cahier.web import messages


def test_nothing_is_left_untranslated():
    lacking = messages.lacks()
    counted = Counter((lack.feature, lack.language, lack.why) for lack in lacking)
    lines = [f"{feature} [{language}] {why}: {n}" for (feature, language, why), n in sorted(counted.items())]
    assert not lacking, "\n".join([*lines, "", *map(str, lacking)])


def test_the_compiled_files_are_those_of_the_parts(tmp_path):
    (tmp_path / "parts").symlink_to(messages.LOCALE / "parts")
    messages.compile_all(tmp_path)
    for language in messages.LANGUAGES:
        place = f"{language}/LC_MESSAGES/django.mo"
        told = "the parts changed: run `cahier messages`"
        assert (tmp_path / place).read_bytes() == (messages.LOCALE / place).read_bytes(), told


@pytest.fixture
def house(tmp_path):
    """A small house with one feature and its words."""
    feature = tmp_path / "supply"
    (feature / "templates").mkdir(parents=True)
    (feature / "entries.py").write_text(
        'A = reason("supply.a", "Bag {n} is wet.")\nB = noop("dry")\n', "utf-8"
    )
    (feature / "templates" / "x.html").write_text("{% load i18n %}{% translate 'Don’t wait' %}", "utf-8")
    (tmp_path / "locale" / "parts").mkdir(parents=True)
    return tmp_path


def part(house, language, text):
    (house / "locale" / "parts" / f"supply.{language}.po").write_text(text, "utf-8")


WHOLE = (
    'msgid "Bag {n} is wet."\nmsgstr "X {n}"\n\nmsgid "dry"\nmsgstr "Y"\n\nmsgid "Don’t wait"\nmsgstr "Z"\n'
)


def test_reasons_words_and_templates_are_found(house):
    assert {text for _context, text in messages.extracted(house)} == {"Bag {n} is wet.", "dry", "Don’t wait"}


def test_a_whole_part_lacks_nothing(house):
    part(house, "fr", WHOLE)
    part(house, "es", WHOLE)
    assert messages.lacks(house / "locale") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (WHOLE.replace('"Y"', '""'), "missing"),
        (WHOLE.replace('msgid "dry"', '#, fuzzy\nmsgid "dry"'), "fuzzy"),
        (WHOLE.replace("X {n}", "X"), "places"),
        (WHOLE.replace("X {n}", "X {m}"), "places"),
    ],
)
def test_each_fault_is_named(house, text, why):
    part(house, "fr", WHOLE)
    part(house, "es", text)
    assert [(lack.language, lack.feature, lack.why) for lack in messages.lacks(house / "locale")] == [
        ("es", "supply", why)
    ]


def test_two_parts_that_differ_are_named(house):
    part(house, "fr", WHOLE)
    part(house, "es", WHOLE)
    (house / "locale" / "parts" / "trade.es.po").write_text('msgid "dry"\nmsgstr "seco"\n', "utf-8")
    assert [str(lack) for lack in messages.lacks(house / "locale")] == ["trade [es] twice: dry"]
