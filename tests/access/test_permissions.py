"""The one table of permissions, walked whole: every kind, every page group, every role."""

import itertools
import re
from pathlib import Path

import pytest
from django.utils.translation import override

import cahier
from cahier.access import permissions as p
from cahier.access import roles as r
from cahier.access.actors import role_actor
from cahier.access.roles import CHOICES, ROLES
from cahier.journal.correct import replace, void
from cahier.journal.entry import KINDS
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Person, Section
from cahier.registry.models import Person as PersonRow
from helpers.samples import DAY


def house_kinds():
    return sorted(kind for kind, cls in KINDS.items() if cls.__module__.startswith("cahier."))


def test_every_registered_kind_has_a_row():
    assert [kind for kind in house_kinds() if not p.listed(kind)] == []


def test_every_row_that_names_a_kind_names_one_that_exists():
    present = {kind.partition(".")[0] for kind in house_kinds()}
    named = [row for row in p.WRITE if "." in row and row.partition(".")[0] in present]
    assert [row for row in named if row not in KINDS] == []


@pytest.mark.django_db
def test_every_kind_is_written_by_those_listed_and_by_nobody_else(cast):
    for kind, role in itertools.product(house_kinds(), ROLES.values()):
        actor = role_actor("account:x", "X", role, cast.a)
        assert actor.may("write", cast.a, kind) == (role in p.writers(kind)), (kind, role.code)
        assert not actor.may("write", cast.b, kind)


def test_every_page_group_is_read_by_those_listed_and_by_nobody_else():
    assert set(p.READ) == set(p.PAGES)
    for group, role in itertools.product(p.READ, ROLES.values()):
        actor = role_actor("account:x", "X", role, "a")
        assert actor.may("read", "a", group) == (role in p.readers(group)), (group, role.code)
        assert not actor.may("read", "b", group)


def test_every_page_of_a_book_asks_for_a_group_that_has_a_row():
    pages = [path.read_text(encoding="utf-8") for path in Path(cahier.__file__).parent.rglob("*.py")]
    asked = {group for page in pages for group in re.findall(r'@book_page\("([a-z-]+)"\)', page)}
    assert "today" in asked
    assert asked - set(p.READ) == set()


def test_a_new_feature_without_a_row_is_refused_to_all_and_found_by_the_walk():
    assert not p.listed("orchard.planted")
    assert p.writers("orchard.planted") == p.NOBODY
    assert p.readers("orchard") == p.NOBODY


def test_every_kind_can_be_written_by_somebody():
    assert [kind for kind in house_kinds() if not p.writers(kind)] == []
    assert [group for group in p.READ if not p.readers(group)] == []


def test_those_who_only_read_write_nothing():
    for kind in house_kinds():
        assert not p.writers(kind) & {r.MEMBER, r.OFFICER, r.AUDITOR}, kind


def test_who_holds_the_money_does_not_supervise_and_who_supervises_does_not_pay():
    assert r.TREASURER not in p.writers("governance.supervisory-report")
    assert r.MANAGER not in p.writers("governance.supervisory-report")
    for feature in ("money.cash", "settlement.payment", "supply.delivery"):
        assert r.SUPERVISORY not in p.writers(feature)


def test_names_are_not_shown_to_the_union_nor_complaints_to_the_auditor():
    for group in ("members", "deliveries", "accounts", "entries"):
        assert r.OFFICER not in p.readers(group) and r.MEMBER not in p.readers(group)
    assert r.AUDITOR not in p.readers("complaints")


def test_another_verb_is_nobodys():
    assert not p.allows(r.MANAGER, "erase", "registry")


def test_every_role_has_a_name_and_says_what_it_is_for():
    assert list(CHOICES) == list(ROLES)
    assert all(str(role.name) and str(role.description).endswith(".") for role in ROLES.values())


def test_every_grant_opens_only_groups_that_exist_and_the_narrower_less():
    assert p.GRANTED["aggregates"] < p.GRANTED["pages"] < p.GRANTED["named"] <= set(p.READ)
    assert not p.GRANTED["named"] & {"complaints", "access", "import"}


def test_benito_weighs_and_enrols_nobody(cast):
    benito = role_actor("account:benito", "Benito", r.COLLECTOR, cast.a)
    with pytest.raises(Refused) as refused:
        write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=benito)
    assert "Benito" in refused.value.problems[0].say()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_rights_are_the_same_in_every_language(language):
    with override(language):
        assert p.allows(r.COLLECTOR, "write", "supply.delivery")
        assert p.allows(r.MANAGER, "read", "import")
        assert not p.allows(r.MEMBER, "write", "supply.delivery")


def test_benito_may_correct_only_what_he_may_write(cast):
    benito = role_actor("account:benito", "Benito", r.COLLECTOR, cast.a)
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    assert benito.may("write", cast.a, "journal.void")
    with pytest.raises(Refused) as refused:
        void(cast.a, esi, why="mine", day=DAY, actor=benito)
    assert refused.value.problems[0].details["thing"] == "registry.person"
    with pytest.raises(Refused):
        replace(cast.a, esi, {"family_name": "Benito"}, why="mine", day=DAY, actor=benito)
    assert PersonRow.objects.get().family_name == "Mensah"


def test_benito_may_not_take_back_a_correction_of_the_register_either(cast):
    benito = role_actor("account:benito", "Benito", r.COLLECTOR, cast.a)
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    voided = void(cast.a, esi, why="twice", day=DAY, actor=cast.awa)
    with pytest.raises(Refused):
        void(cast.a, voided, why="no", day=DAY, actor=benito)
    assert not PersonRow.objects.exists()


def test_the_mode_of_writing_changes_no_right(cast):
    esi = role_actor("account:esi", "Esi", r.MEMBER, cast.a)
    with pytest.raises(Refused):
        write(cast.a, [Section(day=DAY, code="N", name="Nord")], actor=esi, mode=Mode.FACT)
