"""The pen, the dice, the truth file: what makes two builds the same."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cahier.example import TODAY
from cahier.example.assessing import _votes, level
from cahier.example.money import _until
from cahier.example.names import POOLS, name
from cahier.example.pen import Pen, chance
from cahier.example.planted import Planted, load, save
from cahier.example.stories import STORIES
from cahier.example.world import months
from cahier.registry.entries import Joined, Person, Section

DAY = dt.date(2026, 3, 2)


def person(given="Awa", day=DAY):
    return Person(day=day, family_name="Koné", given_names=given)


def test_the_same_key_gives_the_same_id_and_the_same_hour():
    one, two = Pen("cocoa", "book"), Pen("cocoa", "book")
    assert one.put("p", person()) == two.put("p", person())
    assert [line.when for line in one._lines] == [line.when for line in two._lines]
    assert one.put("q", person()) != one.put("r", person())


def test_another_organisation_gives_another_id():
    assert Pen("cocoa", "a").put("p", person()) != Pen("coffee", "a").put("p", person())


def test_nothing_is_written_of_days_to_come():
    pen = Pen("cocoa", "book")
    assert pen.put("late", person(day=TODAY + dt.timedelta(days=1))) == ""
    assert len(pen) == 0


def test_one_key_is_used_once():
    pen = Pen("cocoa", "book")
    pen.put("p", person())
    with pytest.raises(ValueError, match="twice"):
        pen.put("p", person())


def test_what_is_named_is_captured_before_what_names_it():
    pen = Pen("cocoa", "book")
    section = pen.put("s", Section(day=DAY, code="A", name="A"), lag=40)
    awa = pen.put("p", person(), lag=30)
    pen.put("j", Joined(day=DAY, person=awa, section=section), lag=0)
    when = [line.when for line in pen._lines]
    assert when[2] > max(when[:2])


def test_a_misread_entry_keeps_its_id_and_its_hour():
    pen = Pen("cocoa", "book")
    made = pen.put("p", person())
    before = pen._lines[0].when
    pen.misread(made, person("Esi"))
    assert [(key, entry.given_names) for key, entry in pen.entries()] == [(made, "Esi")]
    assert pen._lines[0].when == before


def test_the_truth_comes_back_from_its_file(tmp_path):
    planted = Planted()
    planted.fault("doubled_receipt", receipt="R24-00012", ids=["a", "b"])
    planted.figure("KM-01", "2025-26", numerator=3, denominator=4)
    save(tmp_path / "truth.json", {"cocoa": planted})
    assert load(tmp_path / "truth.json") == {
        "cocoa": {
            "faults": {"doubled_receipt": [{"receipt": "R24-00012", "ids": ["a", "b"]}]},
            "figures": {"KM-01": {"2025-26": {"numerator": 3, "denominator": 4}}},
        }
    }


def test_months_end_on_their_last_days():
    assert list(months(dt.date(2025, 11, 3), dt.date(2026, 3, 30))) == [
        dt.date(2025, 11, 30),
        dt.date(2025, 12, 31),
        dt.date(2026, 1, 31),
        dt.date(2026, 2, 28),
    ]


@pytest.mark.parametrize("rate", [500, 3000, 5000, 8300, 9500])
def test_the_mean_of_two_throws_falls_below_the_limit_as_often_as_said(rate):
    dice = chance("test", str(rate))
    below = sum((dice.random() + dice.random()) / 2 < _until(rate) for _ in range(20_000))
    assert below / 20_000 == pytest.approx(rate / 10_000, abs=0.015)


@pytest.mark.parametrize("region", sorted(POOLS))
def test_names_are_put_together_from_the_pool_of_the_region(region):
    pool, dice = POOLS[region], chance("names", region)
    for _ in range(200):
        family, given = name(dice, region, "f")
        assert set(given.split()) <= set(pool.women)
        assert set(family.split()) <= set(pool.families)


@given(st.integers(2, 10), st.integers(0, 10_000))
@settings(deadline=None)
def test_no_group_under_five_is_ever_shown(wanted, seed):
    dice = chance("votes", str(seed))
    for story in STORIES:
        for plan in story.rounds:
            bars, mean = _votes(plan, wanted / 2, dice)
            sizes: dict[str, int] = {}
            for bar in bars:
                sizes[bar.group] = sizes.get(bar.group, 0) + bar.people
            assert all(size >= 5 for size in sizes.values())
            assert sum(sizes.values()) == sum(women + men for _, women, men in plan.people)
            assert 1 <= mean <= 5


@given(st.integers(0, 10_000))
@settings(deadline=None)
def test_levels_stay_on_the_scale(seed):
    dice = chance("levels", str(seed))
    for story in STORIES:
        for plan in story.rounds:
            assert all(2 <= level(plan, variable, "X9", dice) <= 10 for variable in plan.levels)


def test_every_organisation_says_in_its_name_that_it_is_made_up():
    assert len(STORIES) == 6
    for story in STORIES:
        assert any(word in story.name for word in ("(exemple)", "(ejemplo)", "(example)"))
        assert all("(ex" in buyer.name or "(ej" in buyer.name or not buyer.written for buyer in story.buyers)
